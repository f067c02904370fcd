/**
 * Mutation testing of core: Stryker changes the code in thousands of small ways and counts how many of them some test
 * notices. Runs with core's own suites alone, few random cases each, in a transformer that checks no types.
 * `npx tsx test/trust/mutation/mutation.ts src/core/clock/goal.ts` takes just some files; without names, all of core.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { installTools } from '../install-tools';

const ROOT = resolve(__dirname, '../../..');
const FOLDER = join(ROOT, '.local/mutation');
const REPORT = join(FOLDER, 'report.json');
/** The last major version that runs on Node 20. */
const PINNED = { '@stryker-mutator/core': '9.6.1', '@stryker-mutator/mocha-runner': '9.6.1', mocha: '11.8.0' };

/** Percent of mutants that must be noticed. */
export const LEAST_SCORE = 85;

export interface MutationResult {
  /** Noticed mutants in percent of all that compile and are reached or not. */
  readonly score: number;
  readonly killed: number;
  readonly survived: number;
  /** The place and kind of each mutant that no test noticed. */
  readonly survivors: readonly string[];
}

/** Runs Stryker over the files (all of core without any). Throws where it does not end. */
export function mutateCore(files: readonly string[] = []): MutationResult {
  installTools(FOLDER, PINNED);
  mkdirSync(FOLDER, { recursive: true });
  const config = join(FOLDER, 'stryker.json');
  writeFileSync(config, JSON.stringify(settings(files), null, 2));
  const stryker = join(FOLDER, 'node_modules/@stryker-mutator/core/bin/stryker.js');
  const { status } = spawnSync(process.execPath, [stryker, 'run', config], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, CADRAN_MUTATION: '1' },
  });
  if (status !== 0) throw new Error(`Stryker ended with ${String(status)}`);
  return resultOf(JSON.parse(readFileSync(REPORT, 'utf8')) as Report);
}

function settings(files: readonly string[]): object {
  return {
    plugins: [join(__dirname, 'in-place-runner.mjs')],
    testRunner: 'mocha',
    mochaOptions: { require: ['./test/trust/mutation/jest-words.cjs'], spec: ['test/core/**/*.test.ts'] },
    coverageAnalysis: 'perTest',
    // Code that runs once, when a module loads, would need a new process for each mutant: constants, which types hold.
    ignoreStatic: true,
    concurrency: availableParallelism(),
    mutate: files.length > 0 ? files : ['src/core/**/*.ts', '!src/core/**/presets/**'],
    ignorePatterns: [
      '/.*',
      '/static',
      '/test/browser',
      '/test/sandbox',
      '/test/screenshots',
      '/test/site',
      '/test/static',
    ],
    tempDirName: '.local/mutation/tmp',
    incremental: true,
    incrementalFile: join(FOLDER, 'incremental.json'),
    reporters: ['progress-append-only', 'json'],
    jsonReporter: { fileName: REPORT },
    disableTypeChecks: false,
    timeoutMS: 20_000,
    warnings: { unknownOptions: false },
  };
}

interface Report {
  readonly files: Readonly<
    Record<
      string,
      {
        readonly mutants: readonly {
          readonly status: string;
          readonly mutatorName: string;
          readonly replacement?: string;
          readonly location: { readonly start: { readonly line: number } };
        }[];
      }
    >
  >;
}

function resultOf({ files }: Report): MutationResult {
  const mutants = Object.entries(files).flatMap(([file, { mutants }]) =>
    mutants.map((mutant) => ({ ...mutant, place: `${file}:${String(mutant.location.start.line)}` })),
  );
  const isKilled = ({ status }: { status: string }): boolean => status === 'Killed' || status === 'Timeout';
  const isLeft = ({ status }: { status: string }): boolean => status === 'Survived' || status === 'NoCoverage';
  const killed = mutants.filter(isKilled).length;
  const left = mutants.filter(isLeft);
  return {
    score: (100 * killed) / (killed + left.length),
    killed,
    survived: left.length,
    survivors: left.map(
      ({ place, mutatorName, replacement }) => `${place} ${mutatorName}: ${(replacement ?? '').split('\n')[0] ?? ''}`,
    ),
  };
}

if (require.main === module) {
  const { score, killed, survived, survivors } = mutateCore(process.argv.slice(2));
  console.log(survivors.join('\n'));
  console.log(`${score.toFixed(1)} % of ${String(killed + survived)} mutants noticed, ${String(survived)} not`);
  process.exitCode = score < LEAST_SCORE ? 1 : 0;
}
