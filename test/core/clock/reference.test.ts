import fc from 'fast-check';
import { foldTicket } from '../../../src/core/clock/fold';
import type { SlaClock } from '../../../src/core/clock/clock';
import type { TicketFold } from '../../../src/core/clock/ticket-fold';
import { randomTicket } from './random-ticket';
import { breachAfter, elapsed, isLate, overlaps, reachOf, referenceFold, textOf } from './reference-fold';
import type { ReferenceClock, ReferenceFold } from './reference-fold';
import { MS } from './reference-ticket';
import { sampleCount } from '../sample-count';

const RUNS = sampleCount(150, 10_000);

/** What a fold says of a clock, in the reference's words. */
function ofFold(clock: SlaClock): unknown {
  const { goal } = clock;
  return {
    ...clock,
    goal: goal && { plan: goal.plan, priority: goal.priority, calendar: goal.calendar, target: goal.target },
    thresholds: Object.fromEntries(clock.thresholds.map(({ threshold, at }) => [textOf(threshold), at])),
  };
}

function ofReference(clock: ReferenceClock, { ticket }: ReferenceFold, now: number): unknown {
  const { goal, thresholds } = clock.promise;
  const end = clock.stop ?? now;
  const isOpen = clock.stop === null;
  const isPaused = isOpen && clock.halt !== null;
  const due = goal && (clock.reached.get('due') ?? reachOf(clock, end, goal.target) * MS);
  const isLateNow = isLate(clock);
  const forecast = (text: string, level: number): number | null => {
    const reached = clock.reached.get(text);
    if (reached !== undefined) return reached;
    if (!isOpen || isPaused) return null;
    return text === 'breach' ? breachAfter(clock, now, level) : reachOf(clock, now, level) * MS;
  };
  const levels = goal
    ? [
        ...thresholds.map(
          (t) =>
            [
              textOf(t),
              t.kind === 'percent' ? (goal.target * t.percent) / 100 : Math.max(0, goal.target - t.remaining.amount),
            ] as const,
        ),
        ['breach', goal.target] as const,
      ]
    : [];
  const isWarned = [...clock.reached.keys()].some((text) => text !== 'due');
  const openState = isLateNow ? 'breached' : isPaused ? 'paused' : isWarned ? 'near-breach' : 'running';
  return {
    metric: clock.metric,
    cycle: clock.cycle,
    state: isOpen ? openState : isLateNow ? 'missed' : 'met',
    goal: goal && { ...goal, target: goal.target * MS },
    startTime: clock.start * MS,
    stopTime: clock.stop === null ? null : clock.stop * MS,
    elapsedTime: elapsed(clock) * MS,
    remainingTime: goal && (goal.target - elapsed(clock)) * MS,
    breachTime: isPaused ? null : due,
    paused: isPaused,
    breached: isLateNow,
    late:
      isLateNow && goal && due !== null ? { working: (elapsed(clock) - goal.target) * MS, real: end * MS - due } : null,
    missedWithCustomerUnavailable: isOpen
      ? isLateNow && overlaps(ticket.unavailable(now), due! / MS, now)
      : clock.customerUnavailable,
    thresholds: Object.fromEntries(levels.map(([text, level]) => [text, forecast(text, level)])),
    totals: {
      used: clock.used * MS,
      outsideHours: clock.outsideHours * MS,
      paused: clock.paused * MS,
      unavailable: clock.unavailable * MS,
      closed: clock.closed * MS,
    },
  };
}

function summaryOfFold(fold: TicketFold): unknown {
  const { priority, priorityToWrite, plan, clocks, closedCycles, unavailable } = fold;
  return {
    derived: priority.derived,
    effective: priority.effective,
    source: priority.source,
    downgrade: priority.downgrade,
    priorityToWrite,
    plan: plan.plan,
    calendar: plan.calendar,
    unavailable,
    clocks: clocks.map(ofFold),
    closedCycles: closedCycles.map(ofFold),
    retargets: fold.ledger
      .flatMap((entry) => (entry.kind === 'retarget' ? [`${entry.metric} at ${entry.at / MS}`] : []))
      .sort(),
  };
}

function summaryOfReference(reference: ReferenceFold, now: number): unknown {
  const { ticket, clocks, closedCycles } = reference;
  const { derived, effective, source, downgrade, toWrite } = ticket.priority(now);
  const since = ticket.downgradeSince(now);
  const open = ticket.unavailable(now).find((interval) => interval.to === Infinity);
  return {
    derived,
    effective,
    source,
    downgrade: downgrade && since && { ...downgrade, reasonCode: since.reasonCode, since: since.since * MS },
    priorityToWrite: toWrite,
    ...ticket.plan(now),
    unavailable: open ? { since: open.from * MS, reasonCode: open.reasonCode } : null,
    clocks: clocks.map((clock) => ofReference(clock, reference, now)),
    closedCycles: closedCycles.map((clock) => ofReference(clock, reference, now)),
    retargets: reference.retargets.map(({ at, metric }) => `${metric} at ${at}`).sort(),
  };
}

describe('the fold against an account of the ticket that counts minute by minute', () => {
  it(`agrees on ${RUNS} random tickets`, () => {
    fc.assert(
      fc.property(randomTicket, (input) => {
        expect(summaryOfFold(foldTicket(input))).toEqual(summaryOfReference(referenceFold(input), input.now / MS));
      }),
      { seed: 20251209, numRuns: RUNS },
    );
  });
});
