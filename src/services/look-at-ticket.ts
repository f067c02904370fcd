import { foldTicket } from '../core/clock/fold';
import type { HistoryComment, TicketHistory } from '../core/clock/history';
import type { FoldInput, TicketFold } from '../core/clock/ticket-fold';
import { lastEventAt } from '../core/clock/timeline';
import type { PolicyDocument, PolicyVersion } from '../core/policy/document';
import type { EpochMillis } from '../core/time/instant';
import { answersToCopy, type AnsweredLevels } from './form-answers';
import type { Ports, TicketReading, TicketRow, TrackingSettings } from './ports';
import { scopeOf } from './scope';
import { workingTimesFor } from './working-times';

export type TicketLook =
  /** No policy is published. */
  | { readonly kind: 'not-configured' }
  /** Deleted, or out of the app's sight. */
  | { readonly kind: 'gone' }
  | UntrackedLook
  | TrackedLook;

/** A ticket without clocks: outside every scope or older than the adoption, or a feature request (rules.md §9). */
export interface UntrackedLook {
  readonly kind: 'out-of-scope' | 'feature';
  readonly tracking: TrackingSettings;
  readonly reading: TicketReading;
  /** Left over from when it was tracked. */
  readonly row: TicketRow | null;
}

export interface TrackedLook {
  readonly kind: 'tracked';
  readonly tracking: TrackingSettings;
  readonly reading: TicketReading;
  readonly row: TicketRow | null;
  readonly policies: readonly PolicyVersion[];
  /** The document in force now. */
  readonly document: PolicyDocument;
  readonly reporterOrganizationIds: readonly string[] | null;
  /** Every organization that the fold could draw a plan from. */
  readonly organizationIds: readonly string[];
  /** Answers of the portal's form that the fields do not hold yet; the fold already counts them. */
  readonly answers: AnsweredLevels;
  readonly input: FoldInput;
  readonly fold: TicketFold;
}

type Needs = Pick<Ports, 'now' | 'jira' | 'policies' | 'assignments' | 'tickets'>;

/**
 * Reads a ticket once and folds its clocks as of now. Writes nothing, so every surface and every event can share it.
 * `written` are comments just written, which Jira's own list may not show yet; the fold drops doubles.
 * Errors: BusyError and RefusedError of the ports.
 */
export async function lookAtTicket(
  ports: Needs,
  issueId: string,
  written: readonly HistoryComment[] = [],
): Promise<TicketLook> {
  const tracking = await ports.policies.tracking();
  if (tracking === null) return { kind: 'not-configured' };
  const newest = await ports.policies.version(tracking.version);
  const { levelFields } = newest.document;
  const [reading, row] = await Promise.all([
    ports.jira.readTicket(issueId, tracking.fields, levelFields),
    ports.tickets.get(issueId),
  ]);
  if (reading === null) return { kind: 'gone' };
  const kind = scopeOf(tracking.scope, reading);
  const tooOld = reading.history.createdAt < tracking.trackedFrom;
  if (kind !== 'incident' || tooOld) {
    return { kind: kind === 'feature' ? 'feature' : 'out-of-scope', tracking, reading, row };
  }

  const reporterOrganizationIds = await reporterOrganizations(ports, reading, row);
  const policies = await versionsSince(ports, tracking, reading.history.createdAt);
  const answers = answersToCopy(reading, newest.document);
  const history = {
    ...reading.history,
    current: { ...reading.history.current, ...answers },
    comments: [...reading.history.comments, ...written],
    reporterOrganizationIds: reporterOrganizationIds ?? [],
  };
  const organizationIds = organizationsOf(history);
  const assignments = await ports.assignments.ofOrganizations(organizationIds);
  // Jira's clock may be ahead of this function's: what it already tells has happened.
  const now = Math.max(ports.now(), lastEventAt(history));
  const workingTimeOf = workingTimesFor(history.createdAt, now);
  const input: FoldInput = { history, policies, assignments, workingTimeOf, now };
  return {
    kind: 'tracked',
    tracking,
    reading,
    row,
    policies,
    document: newest.document,
    reporterOrganizationIds,
    organizationIds,
    answers,
    input,
    fold: foldTicket(input),
  };
}

/** The organizations that a ticket names, has named, or has through its reporter. */
function organizationsOf({ current, edits, reporterOrganizationIds }: TicketHistory): readonly string[] {
  const named = edits.flatMap(({ set, was }) => [...(set.organizationIds ?? []), ...(was.organizationIds ?? [])]);
  return [...new Set([...current.organizationIds, ...named, ...reporterOrganizationIds])];
}

/** Captured once, at the first look at a ticket that names no organization; kept on the row from then on (rules.md §4). */
async function reporterOrganizations(
  ports: Needs,
  reading: TicketReading,
  row: TicketRow | null,
): Promise<readonly string[] | null> {
  if (row?.reporterOrganizationIds != null) return row.reporterOrganizationIds;
  if (reading.history.current.organizationIds.length > 0 || reading.reporterAccountId === null) return null;
  return ports.jira.reporterOrganizations(reading.reporterAccountId);
}

/** The version in force at an instant (the first, for the time before it) and all later ones, oldest first. */
async function versionsSince(
  ports: Needs,
  tracking: TrackingSettings,
  since: EpochMillis,
): Promise<readonly PolicyVersion[]> {
  const before = tracking.versions.filter((entry) => entry.publishedAt <= since).length;
  const needed = tracking.versions.slice(Math.max(0, before - 1));
  return Promise.all(needed.map((entry) => ports.policies.version(entry.version)));
}
