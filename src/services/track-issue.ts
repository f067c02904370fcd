import { dueThresholds, type TimedThreshold } from '../core/clock/thresholds';
import { ticketResults } from '../core/report/ticket-results';
import { MINUTE, type EpochMillis, type Millis } from '../core/time/instant';
import { armSoon, ARM_AHEAD } from './arm-soon';
import { copyAnswers } from './copy-answers';
import { flagsToTell } from './flags-to-tell';
import { forecastOf } from './forecast';
import { lookAtTicket, type TrackedLook, type UntrackedLook } from './look-at-ticket';
import { lookLater } from './look-later';
import { BusyError, RefusedError, type Ports, type TicketRow } from './ports';
import { raiseFlags, withPending } from './raise-flags';
import { resultUpdate } from './result-change';
import { changedSlaFields, NO_SLA_FIELDS, slaFieldsOf } from './sla-fields';

/** Looks at one ticket that two functions wrote at once, before leaving it to the next look. */
const ATTEMPTS = 3;

export type TrackResult =
  | { readonly kind: 'not-configured' | 'gone' | 'out-of-scope' | 'feature' | 'refused' }
  | {
      readonly kind: 'tracked';
      /** Thresholds that this look flagged, with how late it was. */
      readonly flagged: readonly { readonly key: string; readonly late: Millis }[];
      readonly wrote: { readonly priority: boolean; readonly fields: boolean };
      readonly nextAt: EpochMillis | null;
    };

/**
 * Looks at an issue again and brings Jira and the row up to what the fold says: the portal's answers, priority, read-only
 * fields, row, next threshold, in that order and only where they differ. Results of clocks that stopped are written with the
 * row, all or nothing; those of a clock that runs again go. A crash at any point is healed by the next look, because nothing
 * counts as handled before the row says so. An issue that Jira refuses to the app (403, 410: an access rule) is left alone
 * for an hour.
 * Errors: BusyError when Jira or the store asks to wait; the caller retries.
 */
export async function trackIssue(ports: Ports, issueId: string): Promise<TrackResult> {
  try {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const look = await lookAtTicket(ports, issueId);
      if (look.kind === 'gone') await ports.tickets.remove(issueId);
      if (look.kind === 'out-of-scope' || look.kind === 'feature') await forget(ports, look);
      if (look.kind !== 'tracked') return { kind: look.kind };
      const result = await bringUpToDate(ports, look);
      if (result !== 'conflict' && result !== 'look-again') return result;
    }
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    await lookLater(ports, issueId, error);
    return { kind: 'refused' };
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

async function bringUpToDate(ports: Ports, look: TrackedLook): Promise<TrackResult | 'conflict' | 'look-again'> {
  const { fold, reading, row } = look;
  const { issueId } = reading;
  const isCopied = await copyAnswers(ports, look);
  const priority = await writePriority(ports, look);
  const changed = changedSlaFields(slaFieldsOf(fold), reading.slaFields);
  if (changed !== null) await ports.jira.writeSlaFields(issueId, look.tracking.fields, changed);

  const due = dueThresholds(fold, row?.handled ?? [], fold.at);
  const toTell = flagsToTell(look, due);
  const results = resultUpdate(row, ticketResults(fold, { ...look.input, issueId, projectId: reading.projectId }));
  const next = {
    ...withPending(rowAfter(look, due, priority.updatedAt), toTell.pending),
    results: results.prints,
  };
  // Whoever wrote to Jira moves the row's revision, so that another look at once notices and looks again.
  const isSame = !isCopied && !priority.isWritten && changed === null && sameRow(row, next);
  if (!isSame && (await ports.tickets.save(next, results.change ?? undefined)) === 'conflict') return 'conflict';
  if (results.isPartial) return 'look-again';
  const told = await raiseFlags(ports, look, next, toTell.now);
  await armSoon(ports, [told], ARM_AHEAD);
  const flagged = due.map(({ key, at }) => ({ key, late: fold.at - at }));
  ports.diary.flagged(flagged.map(({ late }) => late));
  for (const flag of flagged) ports.log.info('flagged', { issueId, key: flag.key, late: flag.late });
  return {
    kind: 'tracked',
    flagged,
    wrote: { priority: priority.isWritten, fields: changed !== null },
    nextAt: told.nextAt,
  };
}

/**
 * Writes the priority that the fold asks for. One that the project does not take, or that the app may not set, must not
 * keep the clocks from showing: it is logged, and asked for again at the next look.
 */
async function writePriority(
  ports: Pick<Ports, 'jira' | 'log'>,
  { fold, reading }: TrackedLook,
): Promise<{ readonly isWritten: boolean; readonly updatedAt: EpochMillis }> {
  const unwritten = { isWritten: false, updatedAt: reading.updatedAt };
  if (fold.priorityToWrite === null) return unwritten;
  try {
    const updatedAt = await ports.jira.writePriority(reading.issueId, fold.priorityToWrite);
    return { isWritten: true, updatedAt: updatedAt ?? reading.updatedAt };
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    ports.log.warn('priority-refused', { issueId: reading.issueId });
    return unwritten;
  }
}

function rowAfter(look: TrackedLook, due: readonly TimedThreshold[], seenUpdatedAt: EpochMillis): TicketRow {
  const { fold, reading, row, document, tracking } = look;
  const open = fold.clocks.some((clock) => clock.stopTime === null);
  const ahead = forecastOf(look.input, fold);
  const rank = document.priorities.findIndex((priority) => priority.key === fold.priority.effective);
  return {
    issueId: reading.issueId,
    projectId: reading.projectId,
    state: open ? 'open' : 'stopped',
    nextAt: ahead[0]?.at ?? null,
    rev: (row?.rev ?? 0) + 1,
    handled: [...(row?.handled ?? []), ...due.map((threshold) => threshold.key)],
    reporterOrganizationIds: look.reporterOrganizationIds,
    organizationIds: look.organizationIds,
    ahead,
    status: fold.status,
    policyVersion: tracking.version,
    seenUpdatedAt,
    priorityRank: rank === -1 ? document.priorities.length : rank,
  };
}

/** Whether a row says the same but for its revision. */
function sameRow(before: TicketRow | null, after: TicketRow): boolean {
  if (before === null) return false;
  const plain = (row: TicketRow): string => JSON.stringify(Object.entries({ ...row, rev: 0 }).sort());
  return plain(before) === plain(after);
}
