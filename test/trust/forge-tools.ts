/** What Atlassian's own tools say of the app without an account: the CLI, lint and bundler that `forge deploy` runs. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join, resolve } from 'node:path';
import { parse } from 'yaml';
import { ROOT, TOOLS, type Outcome } from './check';

/** The pinned versions, too heavy to be everyone's dependencies. */
export const FORGE_TOOLS = { '@forge/bundler': '7.3.0', '@forge/cli': '13.3.0', '@forge/lint': '6.3.1' };

/** Atlassian's own OpenAPI documents, cut to the routes in use; beside the project where its makers keep them. */
const CONTRACTS = join(ROOT, '../shared/contracts');

/** The files of src that handlers of the manifest name: each is a bundle of its own. */
const HANDLER_FILES = ['index', 'admin'];

/** A module of the tools' own folder. */
const tool = createRequire(join(TOOLS, 'package.json'));

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined, debug: () => undefined };

interface Bundler {
  bundle(args: object): Promise<{ outputDir: string }>;
}

/** Compiles what would be uploaded, as `forge deploy` does: webpack and ts-loader with the root tsconfig. */
export async function bundle(): Promise<Outcome> {
  const { getNodeBundler, getEntryPoints } = tool('@forge/bundler') as {
    getNodeBundler: (logger: object, wrappers: object, config: object) => Bundler;
    getEntryPoints: (handlers: readonly { module: string }[]) => readonly object[];
  };
  // The runtime's own wrapper comes from Atlassian's servers and is no part of what is compiled.
  const wrappers = {
    getNodeRuntimeWrapper: () => Promise.resolve({ script: '' }),
    getNodeRuntimeLoader: () => Promise.resolve({ script: '', version: 'none' }),
  };
  const manifest = readManifest();
  const bundler = getNodeBundler(silent, wrappers, { readConfig: () => Promise.resolve(manifest) });
  const entryPoints = getEntryPoints(HANDLER_FILES.map((module) => ({ module })));
  try {
    const { outputDir } = await bundler.bundle({ appDirectory: ROOT, entryPoints });
    const bundles = readdirSync(outputDir).filter((file) => HANDLER_FILES.includes(basename(file, '.cjs')));
    for (const file of bundles) {
      console.log(`     ${file}: ${(statSync(join(outputDir, file)).size / 1024).toFixed(0)} KB`);
    }
    return bundles.length === HANDLER_FILES.length ? [] : [`not every bundle in ${outputDir}`];
  } catch (error) {
    return [wordsOf(error)];
  }
}

interface LintResult {
  readonly file: string;
  readonly errors: readonly LintProblem[];
  readonly warnings: readonly LintProblem[];
}

interface LintProblem {
  readonly line: number;
  readonly message: string;
}

/** What `forge lint` checks without asking Atlassian: it compares routes with scopes, so it needs the contracts. */
export async function lint(): Promise<Outcome> {
  if (!existsSync(CONTRACTS)) return { skipped: `needs Atlassian’s OpenAPI documents in ${CONTRACTS}` };
  const none = join(TOOLS, 'no-paths.json');
  writeFileSync(none, JSON.stringify({ paths: {} }));
  Object.assign(process.env, {
    USE_LOCAL_SWAGGER: '1',
    LOCAL_JIRA_SWAGGER: join(CONTRACTS, 'jira-platform.subset.json'),
    LOCAL_JSM_SWAGGER: join(CONTRACTS, 'jsm.subset.json'),
    LOCAL_JSW_SWAGGER: none,
    LOCAL_CONF_SWAGGER: none,
    LOCAL_CONF_V2_SWAGGER: none,
    LOCAL_BB_SWAGGER: none,
  });
  const { lint: forgeLint } = tool('@forge/lint') as {
    lint: (...args: readonly unknown[]) => Promise<readonly LintResult[]>;
  };
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join('src', file));
  const { listTSConfigIncludeExclude, FileSystemReader } = tool('@forge/cli-shared') as {
    listTSConfigIncludeExclude: (reader: object) => Promise<{ include: readonly string[] }>;
    FileSystemReader: new () => object;
  };
  const { include } = await listTSConfigIncludeExclude(new FileSystemReader());
  const read = files.filter((file) => include.includes(resolve(file)));
  console.log(`     it reads ${String(read.length)} of ${String(files.length)} source files`);
  if (read.length < files.length)
    return ['tsconfig.json: "include" must be a pattern such as src/**/*, or lint reads no source'];
  // The list of runtimes about to be withdrawn is a flag of Atlassian's service; without it none counts as such.
  const flags = { getDeprecatedRuntimes: () => Promise.resolve([]) };
  try {
    const results = await forgeLint(files, readManifest(), 'development', silent, flags, {
      linter: { mode: 'client-side' },
    });
    const told =
      (kind: string) =>
      (file: string) =>
      ({ line, message }: LintProblem) =>
        `${kind} ${file}:${String(line)} ${message}`;
    for (const { file, warnings } of results) {
      for (const warning of warnings) console.log(`     ${told('warning')(file)(warning)}`);
    }
    return results.flatMap(({ file, errors }) => errors.map(told('error')(file)));
  } catch (error) {
    return [wordsOf(error)];
  }
}

/** The command itself loads and knows its version; everything else it does asks for a login. */
export function cli(): Promise<Outcome> {
  const command = join(TOOLS, 'node_modules/@forge/cli/out/bin/cli.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, '--version'], {
    encoding: 'utf8',
    env: { ...process.env, FORGE_DISABLE_ANALYTICS: 'true' },
  });
  const isStarted = status === 0 && stdout.includes(FORGE_TOOLS['@forge/cli']);
  return Promise.resolve(isStarted ? [] : [`exit ${String(status)}: ${stderr || stdout}`]);
}

const readManifest = (): unknown => parse(readFileSync(join(ROOT, 'manifest.yml'), 'utf8'));

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
