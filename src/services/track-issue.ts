import { dueThresholds, nextThreshold, type TimedThreshold } from '../core/clock/thresholds';
import { MINUTE, type EpochMillis, type Millis } from '../core/time/instant';
import { lookAtTicket, type TrackedLook, type UntrackedLook } from './look-at-ticket';
import { BusyError, type Ports, type TicketRow } from './ports';
import { changedSlaFields, NO_SLA_FIELDS, slaFieldsOf } from './sla-fields';

/** A threshold nearer than this arms itself: entity queries are eventually consistent (design.md §6, freshness). */
export const ARM_AHEAD: Millis = 15 * MINUTE;

/** Looks at one ticket that two functions wrote at once, before leaving it to the next look. */
const ATTEMPTS = 3;

export type TrackResult =
  | { readonly kind: 'not-configured' | 'gone' | 'out-of-scope' | 'feature' }
  | {
      readonly kind: 'tracked';
      /** Thresholds that this look flagged, with how late it was. */
      readonly flagged: readonly { readonly key: string; readonly late: Millis }[];
      readonly wrote: { readonly priority: boolean; readonly fields: boolean };
      readonly nextAt: EpochMillis | null;
    };

/**
 * Looks at an issue again and brings Jira and the row up to what the fold says: priority, read-only fields, row, next
 * threshold, in that order and only where they differ. A crash at any point is healed by the next look, because nothing
 * counts as handled before the row says so.
 * Errors: BusyError when Jira or the store asks to wait; the caller retries.
 */
export async function trackIssue(ports: Ports, issueId: string): Promise<TrackResult> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const look = await lookAtTicket(ports, issueId);
    if (look.kind === 'gone') await ports.tickets.remove(issueId);
    if (look.kind === 'out-of-scope' || look.kind === 'feature') await forget(ports, look);
    if (look.kind !== 'tracked') return { kind: look.kind };
    const result = await bringUpToDate(ports, look);
    if (result !== 'conflict') return result;
  }
  throw new BusyError('track-issue', MINUTE);
}

/** A ticket that was tracked and no longer is: its fields go empty, then its row goes. */
async function forget(ports: Ports, { reading, row, tracking }: UntrackedLook): Promise<void> {
  if (row === null) return;
  const changed = changedSlaFields(NO_SLA_FIELDS, reading.slaFields);
  if (changed !== null) await ports.jira.writeSlaFields(reading.issueId, tracking.fields, changed);
  await ports.tickets.remove(reading.issueId);
}

async function bringUpToDate(ports: Ports, look: TrackedLook): Promise<TrackResult | 'conflict'> {
  const { fold, reading, row } = look;
  const { issueId } = reading;
  if (fold.priorityToWrite !== null) await ports.jira.writePriority(issueId, fold.priorityToWrite);
  const changed = changedSlaFields(slaFieldsOf(fold), reading.slaFields);
  if (changed !== null) await ports.jira.writeSlaFields(issueId, look.tracking.fields, changed);

  const due = dueThresholds(fold, row?.handled ?? [], fold.at);
  const next = rowAfter(look, due);
  if (!sameRow(row, next) && (await ports.tickets.save(next)) === 'conflict') return 'conflict';
  if (next.nextAt !== null && next.nextAt - fold.at <= ARM_AHEAD) {
    await ports.queue.fire([{ issueId, delay: Math.max(0, next.nextAt - fold.at) }]);
  }
  const flagged = due.map(({ key, at }) => ({ key, late: fold.at - at }));
  for (const flag of flagged) ports.log.info('flagged', { issueId, key: flag.key, late: flag.late });
  return {
    kind: 'tracked',
    flagged,
    wrote: { priority: fold.priorityToWrite !== null, fields: changed !== null },
    nextAt: next.nextAt,
  };
}

function rowAfter(look: TrackedLook, due: readonly TimedThreshold[]): TicketRow {
  const { fold, reading, row, document } = look;
  const handled = [...(row?.handled ?? []), ...due.map((threshold) => threshold.key)];
  const open = fold.clocks.some((clock) => clock.stopTime === null);
  const rank = document.priorities.findIndex((priority) => priority.key === fold.priority.effective);
  return {
    issueId: reading.issueId,
    projectId: reading.projectId,
    state: open ? 'open' : 'stopped',
    nextAt: nextThreshold(fold, handled)?.at ?? null,
    rev: (row?.rev ?? 0) + 1,
    handled,
    reporterOrganizationIds: look.reporterOrganizationIds,
    seenUpdatedAt: reading.updatedAt,
    priorityRank: rank === -1 ? document.priorities.length : rank,
  };
}

/** Whether a row says the same but for its revision and when Jira last changed the issue. */
function sameRow(before: TicketRow | null, after: TicketRow): boolean {
  if (before === null) return false;
  const plain = (row: TicketRow): string => JSON.stringify({ ...row, rev: 0, seenUpdatedAt: 0 });
  return plain(before) === plain(after);
}
