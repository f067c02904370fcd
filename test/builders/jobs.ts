import { runJobStep } from '../../src/services/run-job';
import { trackIssue } from '../../src/services/track-issue';
import type { Memory } from './memory-ports';

/** Runs the queue's job steps in their order, letting the delays pass, until none is left or `most` ran; how many ran. */
export async function runJobs(site: Memory, most = 1_000): Promise<number> {
  let ran = 0;
  for (; ran < most; ran += 1) {
    const next = site.jobs.shift();
    if (next === undefined) break;
    site.now += next.delay;
    await runJobStep(site.ports, next);
  }
  return ran;
}

/** Looks at every issue that was asked for, each once. */
export async function runLooks(site: Memory): Promise<void> {
  const asked = new Set(site.tracked.splice(0));
  for (const issueId of asked) await trackIssue(site.ports, issueId);
}

/** The writes of a service: calls that change something outside it. */
export function isWrite(call: string): boolean {
  return /\.(?:save\w*|remove|write\w+|track|fire|job|publish|addComment|notify)$/.test(call);
}
