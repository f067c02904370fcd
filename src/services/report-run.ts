import type { ReportInTheMaking } from '../contract/report';
import { boundsOf, reportZone } from '../core/report/month';
import type { Millis } from '../core/time/instant';
import { newRun, pushOrLeave, takeUp } from './job-runs';
import type { ChangeMark, JobRun, JobTask, Ports } from './ports';

type Needs = Pick<Ports, 'now' | 'policies' | 'jobs' | 'queue'>;
type Report = Extract<JobTask, { readonly kind: 'report' }>;

const runIdOf = (month: string): string => `report:${month}`;

/** One run a month, used again and again: this names what it was started for. */
export function reportRunName({ runId, startedAt }: JobRun): string {
  return `${runId}:${String(startedAt)}`;
}

/** Has a month's digest made, after a wait; where that is under way already, the run that does it. */
export async function makeDigest(
  ports: Needs,
  month: string,
  { mark }: ChangeMark,
  wait: Millis = 0,
): Promise<ReportInTheMaking> {
  const runId = runIdOf(month);
  const before = await ports.jobs.get(runId);
  if (before?.state === 'running' || before?.state === 'paused') return inTheMaking(await takeUp(ports, before));
  const now = ports.now();
  const bounds = boundsOf(await zoneInForce(ports), month);
  const task: Report = {
    kind: 'report',
    month,
    from: bounds.from,
    to: Math.min(now, bounds.to),
    mark,
    pages: 0,
    parts: [],
    reached: bounds.from,
  };
  const begun = newRun(runId, task, now);
  // Steps count on, so that a late double of an earlier making's event is nobody's step.
  const run: JobRun = {
    ...begun,
    rev: (before?.rev ?? 0) + 1,
    step: before === null ? 0 : before.step + 1,
    dueAt: now + wait,
  };
  if ((await ports.jobs.save(run)) === 'saved') await pushOrLeave(ports, run, wait);
  return inTheMaking((await ports.jobs.get(runId)) ?? run);
}

/** How far a making has come, one that died taken up; null when it has ended. */
export async function reportProgress(ports: Needs, name: string): Promise<ReportInTheMaking | null> {
  const [, runId = '', startedAt] = /^(report:\d{4}-\d{2}):(\d+)$/.exec(name) ?? [];
  const run = await ports.jobs.get(runId);
  if (run === null || String(run.startedAt) !== startedAt) return null;
  const isUnderWay = run.state === 'running' || run.state === 'paused';
  return isUnderWay ? inTheMaking(await takeUp(ports, run)) : null;
}

/** Results come in the order of their stops, so the last one read tells how much of the month is done. */
function inTheMaking(run: JobRun): ReportInTheMaking {
  const { task } = run;
  const share = task.kind === 'report' && task.to > task.from ? (task.reached - task.from) / (task.to - task.from) : 0;
  return { kind: 'making', runId: reportRunName(run), share: Math.min(1, Math.max(0, share)) };
}

async function zoneInForce(ports: Pick<Ports, 'policies'>): Promise<string> {
  const tracking = await ports.policies.tracking();
  return tracking === null ? 'UTC' : reportZone((await ports.policies.version(tracking.version)).document);
}
