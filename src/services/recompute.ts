import type { JobProgress } from '../contract/admin-page';
import { progressOf, startRun, stopRun, takeUp } from './job-runs';
import type { JobState, Ports } from './ports';

type Needs = Pick<Ports, 'now' | 'policies' | 'jobs' | 'queue'>;

/** The id of the recomputation after a publication. */
export function recomputeId(version: number): string {
  return `recompute:${version}`;
}

/** Has every open ticket looked at under the policy in force. Once for each version, however often it is asked for. */
export async function startRecompute(ports: Needs): Promise<void> {
  const tracking = await ports.policies.tracking();
  if (tracking === null) return;
  const { version } = tracking;
  if ((await ports.jobs.get(recomputeId(version))) !== null) return;
  await startRun(ports, recomputeId(version), { kind: 'recompute', phase: 'issues', version });
}

/** How far the newest publication's recomputation is, taken up where it died or paused; null before the first. */
export function recomputeStatus(ports: Needs): Promise<JobProgress | null> {
  return goOn(ports, ['running', 'paused']);
}

/** Goes on with the newest publication's recomputation, also where it was stopped. */
export function resumeRecompute(ports: Needs): Promise<JobProgress | null> {
  return goOn(ports, ['running', 'paused', 'stopped']);
}

/** Stops the newest publication's recomputation where it is. */
export async function stopRecompute(ports: Needs): Promise<JobProgress | null> {
  const tracking = await ports.policies.tracking();
  const run = tracking === null ? null : await stopRun(ports, recomputeId(tracking.version));
  return run === null ? null : progressOf(run);
}

async function goOn(ports: Needs, from: readonly JobState[]): Promise<JobProgress | null> {
  const tracking = await ports.policies.tracking();
  if (tracking === null) return null;
  await startRecompute(ports);
  const run = await ports.jobs.get(recomputeId(tracking.version));
  return run === null ? null : progressOf(await takeUp(ports, run, from));
}
