import type { AgentAction, CommentAuthor, TicketHistory, TicketValues } from '../../src/core/clock/history';
import { MINUTE, SECOND, type EpochMillis } from '../../src/core/time/instant';
import { instantOfLocal } from '../../src/core/time/zone';

/** An instant: EpochMillis, `2025-12-09T15:00Z`, or a wall clock and its zone: `2025-12-09T10:00 Toronto`. */
export type When = EpochMillis | string;

export interface EditSpec extends Partial<TicketValues> {
  readonly at: When;
  readonly id?: string;
  /** `other` unless said. */
  readonly author?: 'cadran' | 'other';
}

export interface CommentSpec {
  readonly at: When;
  readonly id?: string;
  /** `agent` unless said. */
  readonly author?: CommentAuthor;
  /** True unless said, false where the comment carries an action. */
  readonly isPublic?: boolean;
  readonly action?: AgentAction;
}

export interface TicketSpec extends Partial<TicketValues> {
  readonly issueId?: string;
  readonly createdAt: When;
  readonly edits?: readonly EditSpec[];
  readonly comments?: readonly CommentSpec[];
  readonly reporterOrganizationIds?: readonly string[];
}

/** What a ticket has when created, unless the test says otherwise: nothing set, in a status that is open and not paused. */
const AT_CREATION: TicketValues = {
  impact: null,
  urgency: null,
  priorityId: null,
  statusId: 'open',
  resolutionId: null,
  organizationIds: [],
};

const ZONES: Readonly<Record<string, string>> = {
  Toronto: 'America/Toronto',
  Paris: 'Europe/Paris',
  London: 'Europe/London',
  'Sao Paulo': 'America/Sao_Paulo',
  'Lord Howe': 'Australia/Lord_Howe',
  UTC: 'Etc/UTC',
};

/**
 * A ticket's history from its values at creation and its edits in the order they happened; `was` and `current` follow.
 * Ids count up from 1001 for edits and from 1 for comments.
 *
 *     buildTicket({
 *       createdAt: '2025-12-09T10:00 Toronto', impact: 'extended', urgency: 'critical',
 *       edits: [{ at: '2025-12-09T11:00 Toronto', statusId: 'waiting' }],
 *       comments: [{ at: '2025-12-09T10:20 Toronto' }],
 *     })
 */
export function buildTicket(spec: TicketSpec): TicketHistory {
  const values: TicketValues = { ...AT_CREATION, ...valuesOf(spec) };
  let current = values;
  const edits = (spec.edits ?? []).map((edit, i) => {
    const set = valuesOf(edit);
    const was = pick(current, Object.keys(set));
    current = { ...current, ...set };
    return { id: edit.id ?? String(1001 + i), at: instant(edit.at), author: edit.author ?? 'other', set, was } as const;
  });
  const comments = (spec.comments ?? []).map((comment, i) => ({
    id: comment.id ?? String(1 + i),
    at: instant(comment.at),
    author: comment.author ?? 'agent',
    isPublic: comment.isPublic ?? comment.action === undefined,
    action: comment.action ?? null,
  }));
  return {
    issueId: spec.issueId ?? '10001',
    createdAt: instant(spec.createdAt),
    current,
    edits,
    comments,
    reporterOrganizationIds: spec.reporterOrganizationIds ?? [],
  };
}

/** The instant that a test writes as text: see When. Throws where it cannot be read, so that no test runs at NaN. */
export function instant(when: When): EpochMillis {
  if (typeof when === 'number') return when;
  const local = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{3}))?)? (\D+)$/.exec(when);
  if (local === null) {
    const parsed = /Z$|[+-]\d{2}:\d{2}$/.test(when) ? Date.parse(when) : NaN;
    if (Number.isNaN(parsed)) throw new Error(`"${when}" is not an instant: write 2025-12-09T10:00 Toronto`);
    return parsed;
  }
  const [, date = '', hours, minutes, seconds = '0', millis = '0', zone = ''] = local;
  const minuteOfDay = Number(hours) * 60 + Number(minutes);
  const atMinute = instantOfLocal(ZONES[zone] ?? zone, date, minuteOfDay);
  return atMinute + Number(seconds) * SECOND + Number(millis);
}

/** A length in milliseconds from hours and minutes. */
export function hm(hours: number, minutes = 0): number {
  return (hours * 60 + minutes) * MINUTE;
}

const NAMES = ['impact', 'urgency', 'priorityId', 'statusId', 'resolutionId', 'organizationIds'] as const;

function valuesOf(spec: Partial<TicketValues>): Partial<TicketValues> {
  return pick(
    spec,
    NAMES.filter((name) => spec[name] !== undefined),
  );
}

function pick(values: Partial<TicketValues>, names: readonly string[]): Partial<TicketValues> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));
}
