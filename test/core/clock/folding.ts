import { foldTicket } from '../../../src/core/clock/fold';
import type { SlaClock } from '../../../src/core/clock/clock';
import type { LedgerEntry } from '../../../src/core/clock/ledger';
import type { FoldInput, TicketFold } from '../../../src/core/clock/ticket-fold';
import type { PlanAssignment, SlaMetric } from '../../../src/core/policy/document';
import type { SlaCalendar } from '../../../src/core/time/calendar';
import { compileCalendar, type WorkingTime } from '../../../src/core/time/working-time';
import { buildPolicyVersion } from '../../builders/policy';
import { buildTicket, instant, type TicketSpec, type When } from '../../builders/ticket';

const FROM = Date.UTC(2025, 0, 1);
const TO = Date.UTC(2028, 0, 1);
const compiled = new WeakMap<SlaCalendar, WorkingTime>();

/** Working time over the years of these tests, each calendar compiled once. */
export function workingTimeOf(calendar: SlaCalendar): WorkingTime {
  const known = compiled.get(calendar) ?? compileCalendar(calendar, FROM, TO);
  compiled.set(calendar, known);
  return known;
}

export type FoldSpec = TicketSpec & { readonly now: When } & Partial<Pick<FoldInput, 'policies' | 'assignments'>>;

/** What foldTicket needs, with one policy (test/builders/policy.ts) and no assignments unless the test says otherwise. */
export function foldInput({ now, policies, assignments, ...ticket }: FoldSpec): FoldInput {
  return {
    history: buildTicket(ticket),
    policies: policies ?? [buildPolicyVersion()],
    assignments: assignments ?? [],
    workingTimeOf,
    now: instant(now),
  };
}

export function fold(spec: FoldSpec): TicketFold {
  return foldTicket(foldInput(spec));
}

export function clockOf({ clocks }: TicketFold, metric: SlaMetric): SlaClock {
  const clock = clocks.find((candidate) => candidate.metric === metric);
  if (clock === undefined) throw new Error(`no ${metric} clock`);
  return clock;
}

/** One clock of a folded ticket. */
export function foldClock(metric: SlaMetric, spec: FoldSpec): SlaClock {
  return clockOf(fold(spec), metric);
}

type Kind = LedgerEntry['kind'];

/** The ledger's entries of some kinds, in order. */
export function entries<K extends Kind>({ ledger }: TicketFold, ...kinds: K[]): Extract<LedgerEntry, { kind: K }>[] {
  return ledger.filter((entry): entry is Extract<LedgerEntry, { kind: K }> =>
    kinds.some((kind) => kind === entry.kind),
  );
}

/** PLUS for one organization, recorded before any ticket of these tests. */
export function plusFor(organizationId: string, overrides: Partial<PlanAssignment> = {}): PlanAssignment {
  return { organizationId, plan: 'PLUS', from: '2025-01-01', to: null, calendar: null, recordedAt: FROM, ...overrides };
}
