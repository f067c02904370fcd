/** The pipeline on memory ports, with a small platform around it: time, events, queues, sweeps and what goes wrong there. */
import type { HistoryComment, TicketValues } from '../../src/core/clock/history';
import { DAY, MINUTE, SECOND, type EpochMillis, type Millis } from '../../src/core/time/instant';
import { fireThresholds } from '../../src/services/fire-thresholds';
import { BusyError } from '../../src/services/ports';
import { receiveIssueEvent } from '../../src/services/receive-issue-event';
import { reconcile } from '../../src/services/reconcile';
import { runJobStep } from '../../src/services/run-job';
import { sweep } from '../../src/services/sweep';
import { trackIssue } from '../../src/services/track-issue';
import { addIssue, edit, FIELD_IDS, memorySite, type Memory, type MemoryIssue } from '../builders/memory-ports';
import { buildPolicy, buildPolicyVersion, SCOPE, STATUS } from '../builders/policy';
import { buildTicket, instant } from '../builders/ticket';

const START = instant('2025-12-09T10:00 Toronto');
const SWEEPS_APART = 5 * MINUTE;

/** What happens to the ticket, minutes after its creation. The creation is the first event. */
const DEEDS: readonly {
  readonly after: number;
  readonly set?: Partial<TicketValues>;
  readonly says?: 'agent' | 'customer';
}[] = [
  { after: 0 },
  { after: 20, set: { impact: 'extended' } },
  { after: 21, set: { statusId: STATUS.inProgress } },
  { after: 22, says: 'customer' },
  { after: 50, set: { statusId: STATUS.waiting } },
  { after: 51, says: 'customer' },
  { after: 90, set: { statusId: STATUS.inProgress } },
  { after: 95, set: { priorityId: '2' } },
  { after: 120, says: 'agent' },
  { after: 180, set: { statusId: STATUS.resolved, resolutionId: 'fixed' } },
  { after: 240, set: { statusId: STATUS.inProgress, resolutionId: null } },
  { after: 242, set: { urgency: 'high' } },
];

/** How many events the ticket raises. */
export const EVENTS = DEEDS.length;

export interface Mishaps {
  /** When the deliveries of the event of a deed arrive, after the deed: none, one or several. */
  readonly deliveries?: (deed: number) => readonly Millis[];
  /** When the events of the queues arrive, after they are due. */
  readonly queueDelays?: () => readonly Millis[];
  /** The sweeps of an instant: two where the platform runs one twice, none where it misses one. */
  readonly sweeps?: (at: EpochMillis) => number;
  /** Called before each call of a port; throws where the function dies there. */
  readonly before?: (call: string) => void;
  /** Whether a queue brings an event again whose function died. */
  readonly redelivers?: boolean;
}

export interface Outcome {
  readonly handled: readonly string[];
  readonly doubled: readonly string[];
  readonly state: string | undefined;
  readonly nextAt: EpochMillis | null | undefined;
  readonly status: string | undefined;
  readonly fields: unknown;
  readonly priorityId: string | null;
  /** The results kept for reports. */
  readonly results: unknown;
  /** Calls of ports, in order. */
  readonly calls: readonly string[];
  /** When each SLA status was first shown, after the creation. */
  readonly shownAt: Readonly<Record<string, Millis>>;
}

/** A crash of the function: not an answer of Jira or the store. */
export class Crash extends Error {}

/** Lets three days pass over the ticket, and tells where it ended. */
export async function run(mishaps: Mishaps = {}): Promise<Outcome> {
  const site = quietSite();
  const agenda: { at: EpochMillis; order: number; work: () => Promise<unknown> }[] = [];
  let order = 0;
  const plan = (at: EpochMillis, work: () => Promise<unknown>): void => {
    agenda.push({ at, order: (order += 1), work });
  };
  const shownAt: Record<string, Millis> = {};
  const issue = raise(site);

  const consume = (due: EpochMillis, work: () => Promise<unknown>): void => {
    for (const delay of mishaps.queueDelays?.() ?? [0]) {
      const attempt = async (): Promise<void> => {
        try {
          await work();
        } catch (error) {
          if (error instanceof Crash && mishaps.redelivers === false) return;
          if (error instanceof BusyError) plan(site.now + Math.max(SECOND, error.retryAfter), attempt);
          else if (error instanceof Crash) plan(site.now + 2 * SECOND, attempt);
          else throw error;
        }
      };
      plan(due + delay, attempt);
    }
  };
  const drain = (): void => {
    for (const issueId of site.tracked.splice(0)) consume(site.now, () => trackIssue(site.ports, issueId));
    for (const { issueId, delay } of site.fired.splice(0)) {
      consume(site.now + Math.ceil(delay / SECOND) * SECOND, () => fireThresholds(site.ports, [issueId]));
    }
    for (const { delay, ...step } of site.jobs.splice(0)) consume(site.now + delay, () => runJobStep(site.ports, step));
  };
  const unlessCrashed = (work: () => Promise<unknown>) => async (): Promise<void> => {
    await work().catch((error: unknown) => {
      if (!(error instanceof Crash)) throw error;
    });
  };

  DEEDS.forEach((deed, index) => {
    const at = START + deed.after * MINUTE;
    plan(at, async () => {
      act(issue, at, deed);
      for (const delay of mishaps.deliveries?.(index) ?? [0]) {
        const event = {
          kind: 'touched',
          issueId: issue.issueId,
          projectId: SCOPE.projectId,
          isLastTry: false,
        } as const;
        consume(at + delay, () => receiveIssueEvent(site.ports, event));
      }
      return Promise.resolve();
    });
  });
  for (let at = START + 2 * MINUTE; at < START + 3 * DAY; at += SWEEPS_APART) {
    for (let times = mishaps.sweeps?.(at) ?? 1; times > 0; times -= 1)
      plan(
        at,
        unlessCrashed(() => sweep(site.ports)),
      );
  }
  for (const days of [1, 2])
    plan(
      START + days * DAY,
      unlessCrashed(() => reconcile(site.ports)),
    );

  site.before = (call) => mishaps.before?.(call);
  while (agenda.length > 0) {
    agenda.sort((a, b) => a.at - b.at || a.order - b.order);
    const next = agenda.shift();
    if (next === undefined || next.at > START + 3 * DAY) break;
    site.now = Math.max(site.now, next.at);
    await next.work();
    drain();
    shownAt[issue.slaFields.slaStatus ?? ''] ??= site.now - START;
  }
  const row = site.rows.get(issue.issueId);
  const handled = row?.handled ?? [];
  return {
    handled: [...handled].sort(),
    doubled: handled.filter((key, index) => handled.indexOf(key) < index),
    state: row?.state,
    nextAt: row?.nextAt,
    status: row?.status,
    fields: issue.slaFields,
    priorityId: issue.history.current.priorityId,
    results: [...site.results].sort(([a], [b]) => (a < b ? -1 : 1)),
    calls: site.calls,
    shownAt,
  };
}

/** A site whose flags are fields alone. */
function quietSite(): Memory {
  const site = memorySite(START);
  const policy = buildPolicy();
  const document = { ...policy, alerts: { ...policy.alerts, comment: false, notify: false } };
  site.versions.set(1, buildPolicyVersion(document));
  const versions = [{ version: 1, publishedAt: 0 }];
  site.tracking = { version: 1, trackedFrom: 0, scope: document.scope, fields: FIELD_IDS, versions };
  return site;
}

function raise(site: Memory): MemoryIssue {
  const ticket = buildTicket({ createdAt: START, impact: 'important', urgency: 'critical', priorityId: '3' });
  return addIssue(site, ticket, { projectId: SCOPE.projectId, requestTypeId: SCOPE.incidentTypeId });
}

function act(issue: MemoryIssue, at: EpochMillis, { set, says }: (typeof DEEDS)[number]): void {
  if (set !== undefined) edit(issue, at, set);
  if (says === undefined) return;
  const comment: HistoryComment = { id: String(at), at, author: says, isPublic: true, action: null };
  issue.history = { ...issue.history, comments: [...issue.history.comments, comment] };
  issue.updatedAt = at;
}
