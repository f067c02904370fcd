import { handlingOrder } from '../policy/matrix';
import type { EpochMillis } from '../time/instant';
import { advance } from './clock-run';
import { clockView } from './clock-view';
import type { LedgerEntry } from './ledger';
import { priorityToWrite } from './priority';
import { nextDueOf, slaStatus } from './sla-status';
import type { FoldInput, TicketFold } from './ticket-fold';
import { planChanges } from './ticket-plan';
import { createTicket, stepTicket, type TicketState } from './ticket-state';
import { timelineOf } from './timeline';

/**
 * A ticket's clocks, priority, plan and ledger as of `input.now` (rules.md §4 to §8): a pure fold of its history, of the
 * policy versions and of the assignments. The order of the lists and doubles in them change nothing, and what happens
 * after `now` is not looked at. Two instants of one fold that differ only in `now` differ only in what happened between.
 *
 * Example: P1 for a BASE customer, created on Tuesday 9 December 2025 at 10:00 in Toronto, resolution 8 h of the hours
 * 08:30 to 16:30, waiting for the customer from 11:00 to 12:00. At 13:00 two hours are used and six remain; the due time
 * is Wednesday 11:00.
 *
 * Throws RangeError for an empty list of policies, for NaN in place of an instant, for an edit that sets a value without
 * saying what it was, and for a goal on a calendar that its policy does not have; TimeError where a calendar has no open
 * time or its compiled range is too short.
 */
export function foldTicket(input: FoldInput): TicketFold {
  const timeline = timelineOf(input.history, input.policies, planChanges(input), input.now);
  const ledger: LedgerEntry[] = [];
  const write = (entry: LedgerEntry): void => void ledger.push(entry);
  const ticket = createTicket(input, timeline, write);
  for (let i = 1; i < timeline.instants.length; i++) stepTicket(ticket, i);
  for (const run of ticket.runs) if (run.stop === null) advance(run, timeline.until, write);
  putInOrder(ledger);
  return result(ticket, timeline.until, ledger);
}

/**
 * Time is counted lazily, clock by clock, so a threshold is written down after later events of the other clock: few
 * entries move, by few places, and those of one instant keep their order.
 */
function putInOrder(ledger: LedgerEntry[]): void {
  let latest = -Infinity;
  for (let i = 0; i < ledger.length; i++) {
    const entry = ledger[i] as LedgerEntry;
    const { at } = entry;
    if (at >= latest) {
      latest = at;
      continue;
    }
    let to = i;
    for (; to > 0 && (ledger[to - 1] as LedgerEntry).at > at; to--) ledger[to] = ledger[to - 1] as LedgerEntry;
    ledger[to] = entry;
  }
}

function result(ticket: TicketState, at: EpochMillis, ledger: readonly LedgerEntry[]): TicketFold {
  const { handling, policy, plan, runs, closedCycles } = ticket;
  const { priority, outcome, duty } = handling;
  const { document } = policy;
  const { impact, urgency } = priority;
  const { effective } = outcome;
  const clocks = runs.map((run) => clockView(run, duty));
  return {
    at,
    impact,
    urgency,
    priority: outcome,
    priorityToWrite: priorityToWrite(priority, outcome, document),
    plan,
    clocks,
    closedCycles: closedCycles.map((run) => clockView(run, duty)),
    status: slaStatus(clocks),
    nextDue: nextDueOf(clocks),
    handlingOrder: effective === null ? null : handlingOrder(document, effective, impact, urgency),
    unavailable: duty.open,
    pastUnavailable: duty.past,
    reportedApart: isReportedApart(ticket),
    ledger,
  };
}

/** By the policy that the closed ticket was judged by. */
function isReportedApart({ runs, resolutionId }: TicketState): boolean {
  const judged = runs.find(({ metric }) => metric === 'resolution')?.stop?.document;
  return judged !== undefined && resolutionId !== null && judged.resolutionIdsApart.includes(resolutionId);
}
