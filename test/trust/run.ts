/**
 * `npm run trust`: what Atlassian's own tools say of the app without an account. Installs Forge's CLI, lint and bundler,
 * pinned, into .local/trust (they are too heavy to be everyone's dependencies), and says plainly what ran and what did not.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join, resolve } from 'node:path';
import { parse } from 'yaml';
import { installTools } from './install-tools';

const ROOT = resolve(__dirname, '../..');
const FOLDER = join(ROOT, '.local/trust');
const PINNED = { '@forge/bundler': '7.3.0', '@forge/cli': '13.3.0', '@forge/lint': '6.3.1' };
/** Atlassian's own OpenAPI documents, cut to the routes in use; beside the project where its makers keep them. */
const CONTRACTS = join(ROOT, '../shared/contracts');

/** The files of src that handlers of the manifest name: each is a bundle of its own. */
const HANDLER_FILES = ['index', 'admin'];

interface Check {
  readonly name: string;
  /** Problems, none when all is well; or why it could not run. */
  readonly run: () => Promise<readonly string[] | { readonly skipped: string }>;
}

const CHECKS: readonly Check[] = [
  { name: 'Forge’s bundler: src with the root tsconfig', run: bundle },
  {
    name: 'Forge’s lint: manifest, handlers, timeouts, storage, deprecated APIs, scopes of routes written inline',
    run: lint,
  },
  { name: 'Forge’s CLI: starts', run: cli },
];

async function main(): Promise<void> {
  process.chdir(ROOT);
  installTools(FOLDER, PINNED);
  let failed = 0;
  for (const { name, run } of CHECKS) {
    const outcome = await run();
    if ('skipped' in outcome) console.log(`SKIP ${name}: ${outcome.skipped}`);
    else if (outcome.length === 0) console.log(`PASS ${name}`);
    else {
      failed += 1;
      console.log(`FAIL ${name}\n${outcome.map((problem) => `  ${problem}`).join('\n')}`);
    }
  }
  console.log('Not run, since they need an Atlassian account: forge deploy, forge install, forge eligibility.');
  process.exitCode = failed > 0 ? 1 : 0;
}

/** A module of the tools' own folder. */
const tool = createRequire(join(FOLDER, 'package.json'));

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined, debug: () => undefined };

interface Bundler {
  bundle(args: object): Promise<{ outputDir: string }>;
}

/** Compiles what would be uploaded, as `forge deploy` does: webpack and ts-loader with the root tsconfig. */
async function bundle(): Promise<readonly string[]> {
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
async function lint(): Promise<readonly string[] | { skipped: string }> {
  if (!existsSync(CONTRACTS)) return { skipped: `needs Atlassian’s OpenAPI documents in ${CONTRACTS}` };
  const none = join(FOLDER, 'no-paths.json');
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
function cli(): Promise<readonly string[]> {
  const command = join(FOLDER, 'node_modules/@forge/cli/out/bin/cli.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, '--version'], {
    encoding: 'utf8',
    env: { ...process.env, FORGE_DISABLE_ANALYTICS: 'true' },
  });
  const isStarted = status === 0 && stdout.includes(PINNED['@forge/cli']);
  return Promise.resolve(isStarted ? [] : [`exit ${String(status)}: ${stderr || stdout}`]);
}

const readManifest = (): unknown => parse(readFileSync(join(ROOT, 'manifest.yml'), 'utf8'));

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
