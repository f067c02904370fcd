import type { PolicyDocument } from '../core/policy/document';
import { tellsOf } from '../core/policy/told-priorities';
import { MINUTE, SECOND, type EpochMillis, type Millis } from '../core/time/instant';
import { armSoon } from './arm-soon';
import { lookLater } from './look-later';
import {
  BusyError,
  NewerDataError,
  type Ports,
  type StatusGroup,
  type TicketRow,
  type TrackingSettings,
} from './ports';
import { trackIssue } from './track-issue';

export interface FireResult {
  /** Rows whose threshold was due. */
  readonly fired: number;
  /** Of them, those looked at anew, since the forecast no longer held. */
  readonly looked: number;
  /** Rows that had moved on: handled, paused, retargeted or gone. */
  readonly stale: number;
}

/** A queue may deliver this much before its time by this function's clock. */
const EARLY: Millis = 5 * SECOND;

/** The sweep reads this far ahead and runs every five minutes: what is nearer after a flag arms itself. */
const BEFORE_NEXT_SWEEP: Millis = 6 * MINUTE;

/** Looks at a time, and for how long new ones are begun: a look is a handful of calls, and the function has two minutes. */
const LOOKS_AT_ONCE = 5;
const LOOKING: Millis = MINUTE;

/**
 * Fires the thresholds of these issues (at most 100) that are due now. Rows are read strictly: one that moved on costs no
 * call to Jira. Where an issue has not changed since it was last seen, under the same policy, the row's own forecast is
 * what a fold would say: one bulk read finds those, one call writes their SLA status, then their rows are written. Every
 * other issue is looked at anew.
 * Errors: BusyError; what was fired stays fired, so a retry takes up the rest.
 */
export async function fireThresholds(ports: Ports, issueIds: readonly string[]): Promise<FireResult> {
  const due = await dueRows(ports, issueIds);
  if (due.length === 0) return { fired: 0, looked: 0, stale: issueIds.length };
  const { held, doubtful } = await splitByForecast(ports, due);
  const conflicts = await flagByForecast(ports, held);
  const toLookAt = due.filter((row) => doubtful.includes(row) || conflicts.has(row.issueId));
  await lookAtAll(
    ports,
    toLookAt.map(({ issueId }) => issueId),
  );
  return { fired: due.length, looked: toLookAt.length, stale: issueIds.length - due.length };
}

/** Most urgent first. A threshold that the queue brought a moment early is armed again. */
async function dueRows(ports: Ports, issueIds: readonly string[]): Promise<readonly TicketRow[]> {
  const rows = await Promise.all(issueIds.map((issueId) => rowUnlessNewer(ports, issueId)));
  const timed = rows.filter((row): row is TicketRow & { nextAt: EpochMillis } => row !== null && row.nextAt !== null);
  const now = ports.now();
  await armSoon(
    ports,
    timed.filter(({ nextAt }) => nextAt > now),
    EARLY,
  );
  return timed.filter(({ nextAt }) => nextAt <= now).sort((a, b) => a.priorityRank - b.priorityRank);
}

/** A row that a newer release wrote is that one's, and holds up no other. */
async function rowUnlessNewer(
  { tickets, log }: Pick<Ports, 'tickets' | 'log'>,
  issueId: string,
): Promise<TicketRow | null> {
  try {
    return await tickets.get(issueId);
  } catch (error) {
    if (!(error instanceof NewerDataError)) throw error;
    log.warn('newer-data', { issueId });
    return null;
  }
}

interface Split {
  readonly held: { readonly rows: readonly TicketRow[]; readonly tracking: TrackingSettings | null };
  readonly doubtful: readonly TicketRow[];
}

/** Parts the rows whose forecast still holds from those that need a look. */
async function splitByForecast(ports: Ports, due: readonly TicketRow[]): Promise<Split> {
  const tracking = await ports.policies.tracking();
  const document = tracking === null ? null : (await ports.policies.version(tracking.version)).document;
  const forecast = due.filter(
    (row) =>
      document !== null &&
      row.policyVersion === tracking?.version &&
      row.ahead[0]?.at === row.nextAt &&
      isFlaggedByFieldsAlone(row, document),
  );
  const updated = await updatedOf(
    ports,
    forecast.map(({ issueId }) => issueId),
  );
  const rows = forecast.filter((row) => updated.get(row.issueId) === row.seenUpdatedAt);
  return { held: { rows, tracking }, doubtful: due.filter((row) => !rows.includes(row)) };
}

/** A bulk read that Jira refuses says nothing of any issue: each is then asked for by itself. */
async function updatedOf(
  ports: Pick<Ports, 'jira'>,
  issueIds: readonly string[],
): Promise<ReadonlyMap<string, EpochMillis>> {
  try {
    return await ports.jira.lookUp(issueIds);
  } catch (error) {
    if (error instanceof BusyError) throw error;
    return new Map();
  }
}

/** Comments and mails say more than a row knows: a flag that either tells of is raised by a look. */
function isFlaggedByFieldsAlone({ priorityRank }: TicketRow, { alerts, priorities }: PolicyDocument): boolean {
  return !tellsOf(alerts, priorities[priorityRank]?.key ?? null);
}

/** Writes fields, then rows. Gives the ids that need a look after all: written by another meanwhile, or refused by Jira. */
async function flagByForecast(ports: Ports, { rows, tracking }: Split['held']): Promise<ReadonlySet<string>> {
  if (rows.length === 0 || tracking === null) return new Set();
  const now = ports.now();
  const after = rows.map((row) => rowAfterFlags(row, now));
  const shown = after.filter((row, index) => row.status !== rows[index]?.status);
  try {
    await ports.jira.writeSlaStatus(tracking.fields, groupedByStatus(shown));
  } catch (error) {
    if (error instanceof BusyError) throw error;
    // One issue that the app may no longer see refuses the whole call: each is then asked for by itself.
    return new Set(rows.map(({ issueId }) => issueId));
  }
  const conflicts = await ports.tickets.saveAll(after);
  const saved = after.filter(({ issueId }) => !conflicts.has(issueId));
  await armSoon(ports, saved, BEFORE_NEXT_SWEEP);
  const lates = rows.map(({ nextAt }) => now - (nextAt ?? now));
  const late = Math.max(0, ...lates);
  ports.diary.flagged(lates);
  ports.log.info('flagged-by-forecast', { tickets: saved.length, late });
  return conflicts;
}

function rowAfterFlags(row: TicketRow, now: EpochMillis): TicketRow {
  const passed = row.ahead.filter(({ at }) => at <= now);
  const ahead = row.ahead.slice(passed.length);
  const keys = passed.map(({ key }) => key).filter((key) => !row.handled.includes(key));
  return {
    ...row,
    rev: row.rev + 1,
    handled: [...row.handled, ...keys],
    ahead,
    nextAt: ahead[0]?.at ?? null,
    status: passed.at(-1)?.status ?? row.status,
  };
}

function groupedByStatus(rows: readonly TicketRow[]): readonly StatusGroup[] {
  return [...new Set(rows.map(({ status }) => status))].map((status) => ({
    status,
    issueIds: rows.filter((row) => row.status === status).map(({ issueId }) => issueId),
  }));
}

/**
 * Looks at these issues, a few at a time, for as long as the function has; the rest goes back to the queue as one event.
 * One that fails does not hold up the others.
 */
async function lookAtAll(ports: Ports, issueIds: readonly string[]): Promise<void> {
  const until = ports.now() + LOOKING;
  const left = [...issueIds];
  const refusals: BusyError[] = [];
  const work = async (): Promise<void> => {
    while (refusals.length === 0 && ports.now() < until) {
      const issueId = left.shift();
      if (issueId === undefined) return;
      try {
        await trackIssue(ports, issueId);
      } catch (error) {
        if (error instanceof BusyError) refusals.push(error);
        else await lookLater(ports, issueId, error);
      }
    }
  };
  await Promise.all(Array.from({ length: LOOKS_AT_ONCE }, work));
  const [refusal] = refusals;
  if (refusal !== undefined) throw refusal;
  if (left.length > 0) await ports.queue.fire(left.map((issueId) => ({ issueId, delay: 0 })));
}
