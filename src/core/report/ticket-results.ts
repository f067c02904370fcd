import type { TicketHistory } from '../clock/history';
import type { LedgerEntry } from '../clock/ledger';
import { clockResults, type ClockResult } from '../clock/report';
import type { TicketFold } from '../clock/ticket-fold';
import type { PlanKey, PolicyVersion, PriorityKey } from '../policy/document';
import type { EpochMillis } from '../time/instant';
import { monthOf } from './month';
import type { DutyInterval, StoredResult } from './stored-result';

/** What a ticket's results are made of, besides its fold. */
export interface ResultFacts {
  readonly issueId: string;
  readonly projectId: string;
  readonly history: TicketHistory;
  readonly policies: readonly PolicyVersion[];
}

/** Intervals that a result keeps, the latest: more than an agent opens by hand, and a bound to its size. */
const MOST_INTERVALS = 20;

/**
 * The results of a ticket as reports keep them, one for each that the clocks have (core/clock/report.ts). Each says what held
 * when its clock stopped, so that nothing that happens later to another clock, plan or organization changes it. Same fold,
 * same results.
 */
export function ticketResults(fold: TicketFold, facts: ResultFacts): readonly StoredResult[] {
  return clockResults(fold).map((result) => {
    const { metric, cycle, outcome, goal, startTime, stopTime: stoppedAt, lateBy, apart } = result;
    const held = heldAtStop(fold.ledger, result);
    return {
      issueId: facts.issueId,
      metric,
      cycle,
      month: monthOf(facts.policies, stoppedAt),
      projectId: facts.projectId,
      organizationId: held.organizationId ?? organizationAt(facts.history, stoppedAt),
      plan: goal?.plan ?? held.plan,
      priority: goal?.priority ?? held.priority,
      outcome,
      createdAt: facts.history.createdAt,
      stoppedAt,
      lateBy,
      duty: dutyWithin(fold, startTime, stoppedAt),
      apart,
    };
  });
}

interface Held {
  readonly plan: PlanKey | null;
  readonly organizationId: string | null;
  readonly priority: PriorityKey | null;
}

/** What the ledger says of the ticket before its line of the stop, which comes first of its instant (rules.md §7). */
function heldAtStop(ledger: readonly LedgerEntry[], { metric, stopTime }: ClockResult): Held {
  const stop = ledger.findLastIndex(
    (entry) => entry.kind === 'stopped' && entry.metric === metric && entry.at === stopTime,
  );
  let held: Held = { plan: null, organizationId: null, priority: null };
  for (const entry of ledger.slice(0, stop)) {
    if (entry.kind === 'plan') held = { ...held, plan: entry.plan, organizationId: entry.organizationId };
    else if (entry.kind === 'created') held = { ...held, priority: entry.priority };
    else if (setsPriority(entry)) held = { ...held, priority: entry.to };
  }
  return held;
}

type PriorityLine = Extract<
  LedgerEntry,
  { readonly kind: 'priority' | 'downgraded' | 'downgrade-lifted' | 'returned-to-matrix' }
>;

function setsPriority(entry: LedgerEntry): entry is PriorityLine {
  return (
    entry.kind === 'priority' ||
    entry.kind === 'downgraded' ||
    entry.kind === 'downgrade-lifted' ||
    entry.kind === 'returned-to-matrix'
  );
}

/**
 * The organization that a ticket without an assigned plan counts for: one it named when the clock stopped, else one of its
 * reporter; of several the first by id, as for plans. So each ticket counts for one organization, and rows add up.
 */
function organizationAt({ current, edits, reporterOrganizationIds }: TicketHistory, at: EpochMillis): string | null {
  const [changedNext] = edits
    .filter((edit) => edit.at >= at && edit.was.organizationIds !== undefined)
    .sort((a, b) => a.at - b.at || Number(a.id) - Number(b.id));
  const named = changedNext?.was.organizationIds ?? current.organizationIds;
  return [...(named.length > 0 ? named : reporterOrganizationIds)].sort()[0] ?? null;
}

function dutyWithin(
  { at, unavailable, pastUnavailable }: TicketFold,
  from: EpochMillis,
  to: EpochMillis,
): readonly DutyInterval[] {
  const open = unavailable === null ? [] : [{ from: unavailable.since, to: at, reasonCode: unavailable.reasonCode }];
  return [...pastUnavailable, ...open]
    .map((interval) => ({ ...interval, from: Math.max(from, interval.from), to: Math.min(to, interval.to) }))
    .filter((interval) => interval.from < interval.to)
    .slice(-MOST_INTERVALS);
}
