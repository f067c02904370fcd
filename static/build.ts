/**
 * Builds every surface (each folder static/<surface> with an index.html) into static/dist/<surface>: one small bundle for
 * each audience. A surface none of whose inputs changed is left as it is, so that starting and testing stay fast.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Plugin } from 'vite';

const ROOT = resolve(__dirname, '..');
const DIST = join(ROOT, 'static/dist');
const CACHE = join(ROOT, 'node_modules/.cache/cadran-surfaces');

/** One built file and its weight on the wire. */
export interface BuiltFile {
  readonly file: string;
  readonly bytes: number;
  readonly gzipBytes: number;
}

export interface BuiltSurface {
  readonly surface: string;
  /** False where the last build was still good. */
  readonly rebuilt: boolean;
  readonly files: readonly BuiltFile[];
}

/** What a build read and wrote: kept to know whether it has to be done again. */
interface Stamp {
  readonly inputs: Readonly<Record<string, string>>;
  readonly files: readonly BuiltFile[];
}

/**
 * Builds the surfaces that changed (all with `force`) and says what each weighs. Rejects when one does not build. With
 * `mapsInto` all are built, and their source maps go to that folder: what ships has none.
 */
export async function buildSurfaces(
  options: { readonly force?: boolean; readonly mapsInto?: string } = {},
): Promise<readonly BuiltSurface[]> {
  // Whoever calls, a test runner too: what is built is what ships, without React's development half.
  process.env['NODE_ENV'] = 'production';
  const built: BuiltSurface[] = [];
  for (const surface of surfaceNames()) {
    const isForced = options.force === true || options.mapsInto !== undefined;
    const known = isForced ? null : readStamp(surface);
    if (known !== null && isFresh(surface, known)) {
      built.push({ surface, rebuilt: false, files: known.files });
    } else {
      built.push({ surface, rebuilt: true, files: await buildSurface(surface, options.mapsInto) });
    }
  }
  return built;
}

/** Sum of a surface's JavaScript after gzip, in bytes: what the budgets are held against. */
export function scriptGzipBytes({ files }: BuiltSurface): number {
  return files.filter(({ file }) => file.endsWith('.js')).reduce((sum, { gzipBytes }) => sum + gzipBytes, 0);
}

function surfaceNames(): string[] {
  return readdirSync(join(ROOT, 'static'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(ROOT, 'static', entry.name, 'index.html')))
    .map((entry) => entry.name)
    .filter((name) => name !== 'dist')
    .sort();
}

async function buildSurface(surface: string, mapsInto?: string): Promise<readonly BuiltFile[]> {
  const modules = new Set<string>();
  // Built aside and moved in whole: a server that is reading the old bundle never sees half of the new one.
  const outDir = join(CACHE, `${surface}-${String(process.pid)}`);
  await build({
    configFile: false,
    root: join(ROOT, 'static', surface),
    base: './',
    logLevel: 'warn',
    // What the manifest itself names in a resource, such as a gadget's thumbnail, keeps its name.
    publicDir: 'public',
    // Named imports of the message files then leave the other surfaces' words out of the bundle.
    json: { namedExports: true, stringify: false },
    plugins: [collectModules(modules)],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      minify: true,
      sourcemap: mapsInto === undefined ? false : 'hidden',
      // The content security policy allows no inline scripts, styles or data.
      assetsInlineLimit: 0,
      modulePreload: false,
      reportCompressedSize: false,
    },
  });
  if (mapsInto !== undefined) moveMaps(outDir, mapsInto);
  const kept = join(ROOT, 'static', surface, 'public');
  const copied = existsSync(kept) ? filesUnder(kept).map((file) => join(kept, file)) : [];
  const inputs = [...modules, ...copied].filter((file) => existsSync(file)).map((file) => relative(ROOT, file));
  const files = filesUnder(outDir).map((file) => weigh(outDir, file));
  const target = join(DIST, surface);
  mkdirSync(DIST, { recursive: true });
  rmSync(target, { recursive: true, force: true });
  renameSync(outDir, target);
  writeStamp(surface, { inputs: hashes([...inputs, ...COMMON_INPUTS]), files });
  return files;
}

/** Takes the source maps out of what was built; what they name is named in full, since it is no longer beside them. */
function moveMaps(outDir: string, into: string): void {
  mkdirSync(into, { recursive: true });
  for (const file of filesUnder(outDir).filter((name) => name.endsWith('.map'))) {
    const path = join(outDir, file);
    const map = JSON.parse(readFileSync(path, 'utf8')) as { sources: readonly string[] };
    const sources = map.sources.map((source) => resolve(dirname(path), source));
    writeFileSync(join(into, basename(file)), JSON.stringify({ ...map, sources }));
    rmSync(path);
  }
}

/** Inputs that no module graph names. */
const COMMON_INPUTS = ['static/build.ts', 'static/tsconfig.json', 'tsconfig.json', 'package-lock.json'];

function collectModules(modules: Set<string>): Plugin {
  return {
    name: 'cadran-collect-modules',
    buildEnd() {
      for (const id of this.getModuleIds()) {
        const file = id.split('?')[0] ?? id;
        if (file.startsWith(ROOT) && !file.includes('/node_modules/')) modules.add(file);
      }
    },
  };
}

function isFresh(surface: string, { inputs, files }: Stamp): boolean {
  return (
    Object.entries(inputs).every(([file, hash]) => existsSync(join(ROOT, file)) && hashOf(file) === hash) &&
    files.every(({ file }) => existsSync(join(DIST, surface, file)))
  );
}

function hashes(files: readonly string[]): Record<string, string> {
  return Object.fromEntries(files.map((file) => [file, hashOf(file)]));
}

function hashOf(file: string): string {
  return createHash('sha256')
    .update(readFileSync(join(ROOT, file)))
    .digest('hex');
}

function weigh(folder: string, file: string): BuiltFile {
  const content = readFileSync(join(folder, file));
  return { file, bytes: content.length, gzipBytes: gzipSync(content).length };
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

function stampFile(surface: string): string {
  return join(CACHE, `${surface}.json`);
}

function readStamp(surface: string): Stamp | null {
  if (!existsSync(stampFile(surface))) return null;
  return JSON.parse(readFileSync(stampFile(surface), 'utf8')) as Stamp;
}

function writeStamp(surface: string, stamp: Stamp): void {
  mkdirSync(dirname(stampFile(surface)), { recursive: true });
  writeFileSync(stampFile(surface), JSON.stringify(stamp));
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`;
}

async function main(): Promise<void> {
  const maps = process.argv.indexOf('--maps-into');
  const mapsInto = maps === -1 ? undefined : process.argv[maps + 1];
  const force = process.argv.includes('--force');
  for (const surface of await buildSurfaces({ force, ...(mapsInto === undefined ? {} : { mapsInto }) })) {
    const styles = surface.files.filter(({ file }) => file.endsWith('.css'));
    const styleBytes = styles.reduce((sum, { gzipBytes }) => sum + gzipBytes, 0);
    console.log(
      `${surface.surface}: JS ${kilobytes(scriptGzipBytes(surface))}, CSS ${kilobytes(styleBytes)} gzip` +
        (surface.rebuilt ? '' : ' (unchanged)'),
    );
  }
}

if (require.main === module) void main();
