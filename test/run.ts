/**
 * `npm test`: lint, types and build, then every jest suite, with one browser for all; `--full` runs the full counts.
 * Closes with one line, `N passed, N failed`, each check counting as one beside the tests.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserServer } from 'playwright-core';
import { BROWSER_ENDPOINT, serveBrowser } from './browser/launch';
import { whichBrowser } from './browser/which-browser';

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

const NPM = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const started = Date.now();

async function main(): Promise<void> {
  const full = process.argv.includes('--full');
  // The surfaces must be built before the suites that open them; lint goes on beside the suites.
  const lint = check('lint');
  const types = await check('types');
  const build = await check('build');
  const tests = await withBrowser((endpoint) => jest(full, endpoint));
  const total = [await lint, types, build, tests].reduce(add);
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  console.log(`\n${seconds(started)} in all\n${total.passed} passed, ${total.failed} failed${skipped}`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

/** Runs one script of package.json; its output is shown only when it fails. */
async function check(script: 'lint' | 'types' | 'build'): Promise<Count> {
  const from = Date.now();
  const output: Buffer[] = [];
  const child = spawn(NPM, ['run', '--silent', script], { stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
  const passed = (await exitOf(child)) === 0;
  console.log(`${passed ? 'PASS' : 'FAIL'} ${script} (${seconds(from)})`);
  if (!passed) process.stdout.write(Buffer.concat(output));
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
}

async function withBrowser(run: (endpoint: string | null) => Promise<Count>): Promise<Count> {
  const here = whichBrowser();
  if (here.kind === 'none') {
    console.log(`Browser tests are skipped: ${here.reason}.`);
    return run(null);
  }
  let browser: BrowserServer;
  try {
    browser = await serveBrowser();
  } catch (error) {
    console.log(`FAIL browser\n${error instanceof Error ? error.message : String(error)}`);
    return add(await run(null), { passed: 0, failed: 1, skipped: 0 });
  }
  try {
    return await run(browser.wsEndpoint());
  } finally {
    await browser.close();
  }
}

/** Every suite, in as many workers as the machine has cores, told in jest's own words as they end. */
async function jest(full: boolean, endpoint: string | null): Promise<Count> {
  const folder = mkdtempSync(join(tmpdir(), 'cadran-test-'));
  const results = join(folder, 'results.json');
  const child = spawn(
    process.execPath,
    [require.resolve('jest/bin/jest'), '--maxWorkers=100%', '--json', `--outputFile=${results}`],
    {
      // The JSON would go to standard output too; the story goes to standard error.
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...process.env,
        ...(full ? { CADRAN_FULL: '1' } : {}),
        ...(endpoint === null ? {} : { [BROWSER_ENDPOINT]: endpoint }),
      },
    },
  );
  const exit = await exitOf(child);
  try {
    return countOf(JSON.parse(readFileSync(results, 'utf8')) as JestResults, exit);
  } catch (error) {
    console.log(`FAIL jest gave no results: ${error instanceof Error ? error.message : String(error)}`);
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface JestResults {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  /** Suites that did not even load: their tests are in no other number. */
  numRuntimeErrorTestSuites: number;
}

function countOf(results: JestResults, exit: number | null): Count {
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
  return {
    passed: results.numPassedTests,
    // jest may fail for a reason that is no test's, such as a suite that leaves a rejection behind.
    failed: failed === 0 && exit !== 0 ? 1 : failed,
    skipped: results.numPendingTests + results.numTodoTests,
  };
}

const add = (one: Count, other: Count): Count => ({
  passed: one.passed + other.passed,
  failed: one.failed + other.failed,
  skipped: one.skipped + other.skipped,
});

const exitOf = (child: ReturnType<typeof spawn>): Promise<number | null> =>
  new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));

const seconds = (from: number): string => `${((Date.now() - from) / 1000).toFixed(1)} s`;

void main();
