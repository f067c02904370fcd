import { createHash } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { build } from 'esbuild';

export interface Bundle {
  path: string;
  /** Size of the JavaScript without its source map. */
  bytes: number;
}

const CACHE = resolve(__dirname, '../../../node_modules/.cache/cadran');

/**
 * Bundles a TypeScript entry for Node 20 as Forge's bundler does (one CommonJS file, every dependency inside) into
 * node_modules/.cache/cadran, and gives where it is. A bundle whose sources have not changed since is used again.
 */
export async function bundleForNode(entry: string): Promise<Bundle> {
  const absolute = resolve(entry);
  const name = createHash('sha256').update(absolute).digest('hex').slice(0, 16);
  const path = join(CACHE, `${name}.cjs`);
  const stampPath = join(CACHE, `${name}.json`);
  if (!isFresh(path, stampPath)) await rebuild(absolute, path, stampPath);
  return { path, bytes: statSync(path).size };
}

function isFresh(path: string, stampPath: string): boolean {
  if (!existsSync(path) || !existsSync(stampPath)) return false;
  const stamp = JSON.parse(readFileSync(stampPath, 'utf8')) as Record<string, number>;
  return Object.entries(stamp).every(([file, modified]) => existsSync(file) && statSync(file).mtimeMs === modified);
}

/** Written beside and renamed, so that two test files that build at once never run half a bundle. */
async function rebuild(entry: string, path: string, stampPath: string): Promise<void> {
  mkdirSync(CACHE, { recursive: true });
  const draft = `${path}.${process.pid}.${Date.now()}`;
  const result = await build({
    entryPoints: [entry],
    outfile: draft,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'external',
    sourcesContent: false,
    metafile: true,
    logLevel: 'silent',
  });
  const inputs = Object.keys(result.metafile.inputs).map((file) => resolve(file));
  const stamp = Object.fromEntries(
    inputs.filter((file) => existsSync(file)).map((file) => [file, statSync(file).mtimeMs]),
  );
  const stampDraft = `${stampPath}.${process.pid}.${Date.now()}`;
  writeFileSync(stampDraft, JSON.stringify(stamp));
  appendFileSync(draft, `\n//# sourceMappingURL=${basename(path)}.map\n`);
  rmSync(stampPath, { force: true });
  renameSync(`${draft}.map`, `${path}.map`);
  renameSync(draft, path);
  renameSync(stampDraft, stampPath);
}
