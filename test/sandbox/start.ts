/**
 * `npm start`: builds the surfaces, starts the local site and prints its address. PORT chooses the port; --reset begins
 * anew, --empty does so before anybody has set the app up.
 */
import { join, resolve } from 'node:path';
import { buildSurfaces } from '../../static/build';
import { createSite } from './site';
import { StartProblem } from './start-problem';

const DEFAULT_PORT = 8080;
const STATE_FILE = join('.local', 'site.json');

async function main(): Promise<void> {
  process.chdir(resolve(__dirname, '../..'));
  const from = Date.now();
  const port = portOf(process.env['PORT']);
  const isEmpty = process.argv.includes('--empty');
  // Side by side: a taken port is told at once, and two cores are two.
  const [site] = await Promise.all([
    createSite({
      port,
      stateFile: STATE_FILE,
      reset: isEmpty || process.argv.includes('--reset'),
      setUp: !isEmpty,
    }),
    buildSurfaces(),
  ]);
  const seconds = ((Date.now() - from) / 1_000).toFixed(1);
  console.log(`\n  Cadran is at ${site.origin}  (started in ${seconds} s; Ctrl+C stops it)`);
  if (isEmpty) console.log(`  Nobody has set Cadran up yet: ${site.origin}/as/admin?to=/admin begins with it.`);
  console.log(`  State is kept in ${STATE_FILE}; npm start -- --reset begins anew.\n`);
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    site.close().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
}

function portOf(given: string | undefined): number {
  if (given === undefined || given === '') return DEFAULT_PORT;
  const port = Number(given);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new StartProblem(`PORT must be a number from 1 to 65535, not "${given}".`);
}

function fail(error: unknown): never {
  console.error(error instanceof StartProblem ? `\n  ${error.message}\n` : error);
  process.exit(1);
}

main().catch(fail);
