/**
 * Opens each gate in turn, in a copy of the app, and counts the calls behind it whose row of the authorization table
 * turns red: all must. A gate without an opening, or an opening that no longer fits, is a failure too.
 * `npx tsx test/trust/gates/remove-gates.ts adminGate` takes just the gates named.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { OPENINGS, OPEN_TO_ALL, TABLE, type Opening } from './openings';

const ROOT = resolve(__dirname, '../../..');
const COPY = join(ROOT, '.local/gates');
const RESULTS = join(COPY, 'results.json');

/** A call of a surface and the function that guards it. */
export interface GuardedCall {
  readonly surface: string;
  readonly key: string;
  readonly gate: string;
}

export interface GateRemoval {
  /** Removals noticed, of all tried: one for each call of a surface and one for each check beside them. */
  readonly noticed: number;
  readonly tried: number;
  readonly problems: readonly string[];
}

/** Tries the gates of these names, all of them without any. */
export function removeGates(names: readonly string[] = []): GateRemoval {
  const calls = guardedCalls();
  const wanted = ({ gate }: { gate: string }): boolean => names.length === 0 || names.includes(gate);
  const problems = [...misfits()];
  if (problems.length > 0) return { noticed: 0, tried: 0, problems };
  let [noticed, tried] = [0, 0];
  copyApp();
  for (const opening of OPENINGS.filter(wanted)) {
    const behind = calls.filter(({ gate }) => gate === opening.gate);
    const expected = behind.map(({ surface, key }) => `${surface} ${key}`);
    const { suite, tests } = opening.noticedBy ?? { suite: TABLE, tests: `(${expected.join('|')})$` };
    const red = withOpening(opening, () => failuresOf(suite, tests));
    const parts = opening.noticedBy === undefined ? expected : [opening.gate];
    const missed = parts.filter((part) =>
      opening.noticedBy === undefined ? !red.some((name) => name.endsWith(part)) : red.length === 0,
    );
    tried += parts.length;
    noticed += parts.length - missed.length;
    problems.push(...missed.map((part) => `${part}: nobody notices without ${opening.gate}`));
  }
  return { noticed, tried, problems };
}

/** Reads from the handlers which gate guards which key; a surface's calls may come from other files. */
export function guardedCalls(): readonly GuardedCall[] {
  const folder = join(ROOT, 'src/handlers');
  const sources = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
  return sources.flatMap((source) => {
    const surface = /surface<\w+>\('([\w-]+)'/.exec(source)?.[1];
    if (surface === undefined) return [];
    const parts = [...source.matchAll(/\.\.\.(\w+Calls)\b/g)].map(([, name]) => {
      const part = sources.find((other) => other.includes(`export const ${String(name)}`));
      if (part === undefined) throw new Error(`no handler exports ${String(name)}`);
      return part;
    });
    const module = surface === 'level-field' ? 'impact' : surface;
    return [source, ...parts].flatMap((text) =>
      [...text.matchAll(/^ {2}(\w+): call\(\{\s*gate: (\w+)/gm)].map(([, key = '', gate = '']) => ({
        surface: module,
        key,
        gate,
      })),
    );
  });
}

/** Everything that the suites read, beside the packages, which stay where they are. */
function copyApp(): void {
  rmSync(COPY, { recursive: true, force: true });
  mkdirSync(COPY, { recursive: true });
  for (const part of ['src', 'test', 'static', 'manifest.yml', 'package.json', 'tsconfig.json']) {
    cpSync(join(ROOT, part), join(COPY, part), { recursive: true });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(COPY, 'node_modules'));
  writeFileSync(
    join(COPY, 'jest.gates.json'),
    JSON.stringify({
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testEnvironment: 'node',
      testTimeout: 60_000,
      transform: { '^.+\\.tsx?$': '<rootDir>/test/trust/transform.cjs' },
    }),
  );
}

/**
 * What would be forgotten: gates of calls that have no opening, files that ask who may and have none, functions that people
 * reach and that are neither a surface's nor listed here; and the openings that fit no longer.
 */
export function misfits(): readonly string[] {
  const without = guardedCalls().filter(({ gate }) => !OPENINGS.some((opening) => opening.gate === gate));
  const unfit = OPENINGS.filter(({ file, from }) => readFileSync(join(ROOT, file), 'utf8').split(from).length !== 2);
  return [
    ...new Set(without.map(({ gate }) => `${gate} has no opening`)),
    ...filesThatAskWhoMay()
      .filter((path) => !OPENINGS.some(({ file }) => file === path))
      .map((path) => `${path} asks who may, and has no opening`),
    ...unguardedFunctions().map(
      (name) => `${name} is reached by people, and is no surface, no opening and not open to all`,
    ),
    ...unfit.map(({ gate, file }) => `the opening of ${gate} does not fit ${file}`),
  ];
}

/** The files of src that ask Jira about the caller, or a service that does. */
function filesThatAskWhoMay(): readonly string[] {
  const asking =
    /\bports\.permissions\.\w|import \{[^}]*\b[a-z]\w*[^}]*\} from '(?:\.|\.\.\/services)\/authorize(?:-form)?'/;
  return ['src/handlers', 'src/services'].flatMap((folder) =>
    readdirSync(join(ROOT, folder))
      .map((file) => `${folder}/${file}`)
      .filter((file) => asking.test(readFileSync(join(ROOT, file), 'utf8').replace(/\btype \w+,?/g, ''))),
  );
}

/** The handlers that modules of the manifest name, without the surfaces and what has an opening or a reason of its own. */
function unguardedFunctions(): readonly string[] {
  const manifest = readFileSync(join(ROOT, 'manifest.yml'), 'utf8');
  const reached = [
    ...manifest.matchAll(/(?:resolver|dynamicProperties|searchSuggestions):\n\s+function: ([\w-]+)-fn/g),
  ];
  return [...new Set(reached.map(([, name = '']) => name))].filter((name) => {
    const isSurface = readFileSync(join(ROOT, `src/handlers/${name}.ts`), 'utf8').includes('= surface<');
    const isOpened = OPENINGS.some(({ file }) => file === `src/handlers/${name}.ts`);
    return !isSurface && !isOpened && !Object.hasOwn(OPEN_TO_ALL, name);
  });
}

function withOpening<T>({ file, from, to }: Opening, run: () => T): T {
  const path = join(COPY, file);
  const source = readFileSync(path, 'utf8');
  writeFileSync(
    path,
    source.replace(from, () => to),
  );
  try {
    return run();
  } finally {
    writeFileSync(path, source);
  }
}

interface JestResults {
  readonly testResults: readonly {
    readonly message: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/** The full names of the tests that fail. Throws where none of that name ran. */
function failuresOf(suite: string, tests: string): readonly string[] {
  rmSync(RESULTS, { force: true });
  const jest = require.resolve('jest/bin/jest');
  const asked = ['-c', 'jest.gates.json', '--json', `--outputFile=${RESULTS}`, '-w', '1', suite, '-t', tests];
  spawnSync(process.execPath, [jest, ...asked], { cwd: COPY, stdio: 'ignore' });
  const results = (JSON.parse(readFileSync(RESULTS, 'utf8')) as JestResults).testResults;
  const ran = results.flatMap(({ assertionResults }) => assertionResults.filter(({ status }) => status !== 'pending'));
  if (ran.length === 0) throw new Error(`${suite}: no test ran for ${tests}\n${results[0]?.message ?? ''}`);
  return ran.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName);
}

if (require.main === module) {
  const { noticed, tried, problems } = removeGates(process.argv.slice(2));
  console.log(problems.join('\n'));
  console.log(`${noticed} of ${tried} removed gates noticed`);
  process.exitCode = noticed < tried || problems.length > 0 ? 1 : 0;
}
