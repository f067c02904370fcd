/**
 * How much of the app's code the suites run: seen by jest where a suite imports it, by the engine itself where the real
 * bundles run, in the stand-in platform's processes and in the browser. `npx tsx test/trust/lines/lines.ts` prints the
 * figures; each part is kept in .local/coverage until a file changes, so that a run that was broken off goes on where it
 * was, and `lines.ts site` measures one part alone. `--missed src/core` prints the lines that nothing runs.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ROOT } from '../check';
import type { ScriptRun } from './ranges';
import { Statements, type Instrumented, type Tally } from './statements';

const FOLDER = join(ROOT, '.local/coverage');
const MAPS = join(FOLDER, 'maps');

/** Least share of lines, in percent. */
export const LEAST = { core: 95, rest: 85 } as const;

const PARTS = {
  units: ['core', 'services', 'adapters', 'handlers', 'i18n', 'static'],
  site: ['site'],
  browser: ['browser'],
} as const;
type Part = keyof typeof PARTS;
const ALL_PARTS = Object.keys(PARTS) as readonly Part[];

export interface Coverage {
  /** Percent of lines run, by folder of src, and of static. */
  readonly byFolder: Readonly<Record<string, number>>;
  readonly core: number;
  readonly rest: number;
  /** The files with the most lines that nothing runs. */
  readonly emptiest: readonly string[];
}

/** Runs the suites whose figures are not known yet, and counts. Throws where one fails: a red run says nothing. */
export function measureCoverage(): Coverage {
  for (const part of ALL_PARTS) measure(part);
  return figuresOf(counted());
}

/** Runs the suites of one part, unless that was done since the last change of a file. */
function measure(part: Part): void {
  const folder = join(FOLDER, part);
  const stamp = join(folder, 'stamp');
  const state = stateOfCode();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  if (part === 'browser') buildWithMaps();
  const suites = PARTS[part].map((name) => `test/${name}/`);
  const { status } = spawnSync(
    process.execPath,
    [require.resolve('jest/bin/jest'), ...suites, ...HOW[part], '--silent'],
    {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, CADRAN_COVERAGE: folder, NODE_OPTIONS: `--require ${JSON.stringify(PRELOAD)}` },
    },
  );
  if (status !== 0) throw new Error(`not every suite of ${suites.join(', ')} is green, so nothing is counted`);
  writeFileSync(stamp, state);
}

const PRELOAD = join(__dirname, 'child-coverage.cjs');

/** The root as a regular expression. */
const IN_ROOT = ROOT.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const HOW: Readonly<Record<Part, readonly string[]>> = {
  units: [
    '--coverage',
    `--coverageDirectory=${join(FOLDER, 'units')}`,
    '--coverageReporters=json',
    `--config=${JSON.stringify({
      rootDir: ROOT,
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/test/**/*.test.tsx'],
      testTimeout: 60_000,
      // The suites as ever, since mocks have to be lifted; the code by the transformer that checks no types again.
      transform: {
        [`^${IN_ROOT}/test/.+\\.tsx?$`]: ['ts-jest', { tsconfig: 'test/tsconfig.jest.json', diagnostics: false }],
        [`^${IN_ROOT}/(?:src|static)/.+\\.tsx?$`]: '<rootDir>/test/trust/transform.cjs',
      },
      modulePathIgnorePatterns: ['<rootDir>/.local/'],
      collectCoverageFrom: ['src/**/*.ts', 'static/**/*.{ts,tsx}', '!static/dist/**', '!static/build.ts'],
    })}`,
  ],
  site: [],
  browser: [`--setupFilesAfterEnv=${join(__dirname, 'note-browsers.ts')}`],
};

/** The surfaces just as they ship, their source maps aside. */
function buildWithMaps(): void {
  const build = [require.resolve('tsx/cli'), 'static/build.ts', '--maps-into', MAPS];
  const { status } = spawnSync(process.execPath, build, { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error('the surfaces do not build');
}

/** Another text as soon as any file changes that a figure depends on. */
function stateOfCode(): string {
  const hash = createHash('sha256').update(readFileSync(join(ROOT, 'package-lock.json')));
  for (const folder of ['src', 'static', 'test']) {
    const files = readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => !file.startsWith(join(ROOT, 'static/dist')));
    for (const file of files.toSorted()) hash.update(file).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** What all parts that were measured saw; the first, by which statements are known, has to be among them. */
function counted(): Statements {
  const instrumented = readFileSync(join(FOLDER, 'units/coverage-final.json'), 'utf8');
  const statements = new Statements(JSON.parse(instrumented) as Instrumented);
  const surfaces = surfaceScripts();
  for (const part of ALL_PARTS) {
    const files = existsSync(join(FOLDER, part)) ? readdirSync(join(FOLDER, part)) : [];
    for (const file of files.filter((name) => /^(?:page|function)-.*\.json$/.test(name))) {
      for (const run of JSON.parse(readFileSync(join(FOLDER, part, file), 'utf8')) as readonly ScriptRun[]) {
        const script = file.startsWith('page-') ? surfaces.get(basename(run.url)) : run.url.replace(/^file:\/\//, '');
        // A script without a map is the local site's own.
        const map = script === undefined ? null : mapOf(script);
        if (script !== undefined && map !== null) statements.addRun(run, script, map);
      }
    }
  }
  return statements;
}

/** The surfaces' scripts by their names, which are unique: each holds a hash of what it contains. */
function surfaceScripts(): ReadonlyMap<string, string> {
  const dist = join(ROOT, 'static/dist');
  const files = existsSync(dist) ? readdirSync(dist, { recursive: true, encoding: 'utf8' }) : [];
  return new Map(files.filter((file) => file.endsWith('.js')).map((file) => [basename(file), join(dist, file)]));
}

function mapOf(script: string): string | null {
  return [`${script}.map`, join(MAPS, `${basename(script)}.map`)].find((file) => existsSync(file)) ?? null;
}

function figuresOf(statements: Statements): Coverage {
  const files = [...statements.tallies()];
  const folders = new Map<string, Tally[]>();
  for (const [file, tally] of files) {
    const [top = '', below = ''] = file.split(/[\\/]/);
    const folder = top === 'src' && !below.endsWith('.ts') ? `src/${below}` : top;
    folders.set(folder, [...(folders.get(folder) ?? []), tally]);
  }
  const core = folders.get('src/core') ?? [];
  const rest = [...folders].flatMap(([folder, tallies]) => (folder === 'src/core' ? [] : tallies));
  return {
    byFolder: Object.fromEntries([...folders].map(([folder, tallies]) => [folder, shareOf(tallies)])),
    core: shareOf(core),
    rest: shareOf(rest),
    emptiest: files
      .toSorted(([, a], [, b]) => b.missed.length - a.missed.length)
      .slice(0, 15)
      .map(([file, { all, missed }]) => `${file}: ${String(missed.length)} of ${String(all)}`),
  };
}

function shareOf(tallies: readonly Tally[]): number {
  const sum = (part: keyof Tally): number => tallies.reduce((total, tally) => total + tally[part], 0);
  return (100 * sum('run')) / Math.max(1, sum('all'));
}

function main(asked: readonly string[]): void {
  const missedUnder = asked.includes('--missed') ? (asked[asked.indexOf('--missed') + 1] ?? '') : null;
  if (missedUnder !== null) {
    for (const [file, { missed }] of counted().tallies()) {
      if (file.startsWith(missedUnder) && missed.length > 0) console.log(`${file}: ${missed.join(' ')}`);
    }
    return;
  }
  const parts = ALL_PARTS.filter((part) => asked.length === 0 || asked.includes(part));
  for (const part of parts) measure(part);
  const { byFolder, core, rest, emptiest } = figuresOf(counted());
  for (const [folder, percent] of Object.entries(byFolder)) console.log(`${folder}: ${percent.toFixed(1)} %`);
  console.log(`core ${core.toFixed(1)} %, the rest ${rest.toFixed(1)} %\nMost lines that nothing runs:`);
  console.log(emptiest.join('\n'));
  process.exitCode = core < LEAST.core || rest < LEAST.rest ? 1 : 0;
}

if (require.main === module) main(process.argv.slice(2));
