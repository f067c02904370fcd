import { HOUR, MINUTE } from '../core/time/instant';
import { takeUp } from './job-runs';
import type { Ports } from './ports';
import { startRecompute } from './recompute';

type Needs = Pick<Ports, 'now' | 'policies' | 'jobs' | 'queue'>;

/** Sweeps come every five minutes; one of each hour looks. */
const EVERY = HOUR;
const SWEEPS_APART = 5 * MINUTE;

/**
 * Once an hour, has jobs go on that fell silent (a function that died, a queue that took nothing), and a publication
 * recompute that died before it asked for it. Jobs that used up their share wait for the day's reconciliation.
 */
export async function takeUpJobs(ports: Needs): Promise<void> {
  if (ports.now() % EVERY >= SWEEPS_APART) return;
  for (const run of await ports.jobs.inState('running')) await takeUp(ports, run);
  await startRecompute(ports);
}
