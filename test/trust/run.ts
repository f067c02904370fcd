/**
 * `npm run trust`: what is too slow or too heavy for `npm test`. Atlassian's own tools, an independent client against the
 * stand-in, each gate removed in turn, coverage, and mutation testing last (`-- --no-mutation` leaves it out). Installs
 * what it needs, pinned, into .local/trust, and says plainly what ran and what did not. `npm run trust -- gates lines` runs
 * just the checks of these keys.
 */
import { spawnSync } from 'node:child_process';
import { TOOLS, ROOT, type Check, type Outcome } from './check';
import { LEAST, measureCoverage } from './lines/lines';
import { bundle, cli, FORGE_TOOLS, lint } from './forge-tools';
import { removeGates } from './gates/remove-gates';
import { installTools } from './install-tools';
import { JIRA_CLIENT, readStrictly } from './jira-js';
import { LEAST_SCORE, mutateCore } from './mutation/mutation';

const CHECKS: readonly Check[] = [
  { key: 'build', name: 'the surfaces build', run: build },
  { key: 'bundler', name: 'Forge’s bundler: src with the root tsconfig', run: bundle },
  {
    key: 'lint',
    name: 'Forge’s lint: manifest, handlers, timeouts, storage, deprecated APIs, scopes of routes written inline',
    run: lint,
  },
  { key: 'cli', name: 'Forge’s CLI: starts', run: cli },
  { key: 'client', name: 'the stand-in Jira, read strictly by jira.js', run: strictly },
  { key: 'gates', name: 'each gate removed is noticed', run: gates },
  {
    key: 'lines',
    name: `lines run: ${String(LEAST.core)} % of core, ${String(LEAST.rest)} % of the rest`,
    run: coverage,
  },
  { key: 'mutation', name: `mutants of core noticed: ${String(LEAST_SCORE)} %`, run: mutation },
];

async function main(): Promise<void> {
  process.chdir(ROOT);
  const keys = process.argv.slice(2).filter((word) => !word.startsWith('--'));
  const unknown = keys.filter((key) => !CHECKS.some((check) => check.key === key));
  if (unknown.length > 0) throw new Error(`No check is called ${unknown.join(', ')}.`);
  installTools(TOOLS, { ...FORGE_TOOLS, ...JIRA_CLIENT });
  let failed = 0;
  for (const { name, run } of CHECKS.filter(({ key }) => keys.length === 0 || keys.includes(key))) {
    const outcome = await outcomeOf(run);
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

/** A check that breaks off fails with what it says; those after it run all the same. */
async function outcomeOf(run: Check['run']): Promise<Outcome> {
  try {
    return await run();
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

/** Forge's lint looks for the resources that the manifest names. */
function build(): Promise<Outcome> {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status, stderr } = spawnSync(npm, ['run', '--silent', 'build'], { encoding: 'utf8' });
  return Promise.resolve(status === 0 ? [] : [stderr]);
}

async function strictly(): Promise<Outcome> {
  const { answers, mismatches } = await readStrictly(TOOLS);
  console.log(`     ${String(answers)} answers, ${String(mismatches.length)} of another shape`);
  return mismatches;
}

function gates(): Promise<Outcome> {
  const { noticed, tried, problems } = removeGates();
  console.log(`     ${String(noticed)} of ${String(tried)} removed gates noticed`);
  return Promise.resolve(problems);
}

function coverage(): Promise<Outcome> {
  const { byFolder, core, rest, emptiest } = measureCoverage();
  const folders = Object.entries(byFolder).map(([folder, percent]) => `${folder} ${percent.toFixed(1)} %`);
  console.log(`     ${folders.join(', ')}; all but core ${rest.toFixed(1)} %`);
  return Promise.resolve(core >= LEAST.core && rest >= LEAST.rest ? [] : emptiest);
}

function mutation(): Promise<Outcome> {
  if (process.argv.includes('--no-mutation')) return Promise.resolve({ skipped: 'left out' });
  const { score, killed, survived, survivors } = mutateCore();
  console.log(`     ${score.toFixed(1)} % of ${String(killed + survived)} mutants, ${String(survived)} not noticed`);
  return Promise.resolve(score >= LEAST_SCORE ? [] : survivors);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
