import fc from 'fast-check';
import { foldTicket } from '../../../src/core/clock/fold';
import type { SlaClock } from '../../../src/core/clock/clock';
import type { FoldInput, TicketFold } from '../../../src/core/clock/ticket-fold';
import { MINUTE } from '../../../src/core/time/instant';
import { buildPolicy, buildPolicyVersion } from '../../builders/policy';
import { instant } from '../../builders/ticket';
import { foldClock } from './folding';
import { randomTicket } from './random-ticket';
import { sampleCount } from '../sample-count';

const RUNS = sampleCount(300, 10_000);
const SETTINGS = { seed: 17, numRuns: RUNS };

function clocksOf({ clocks, closedCycles }: TicketFold): readonly SlaClock[] {
  return [...closedCycles, ...clocks];
}

/** The same facts in another order, some of them twice. */
const shuffled = (input: FoldInput): fc.Arbitrary<FoldInput> => {
  const { history } = input;
  const mixed = <T>(list: readonly T[]): fc.Arbitrary<T[]> =>
    fc
      .shuffledSubarray([...list])
      .chain((twice) => fc.shuffledSubarray([...list, ...twice], { minLength: list.length + twice.length }));
  return fc
    .record({ edits: mixed(history.edits), comments: mixed(history.comments), assignments: mixed(input.assignments) })
    .map(({ assignments, ...lists }) => ({ ...input, assignments, history: { ...history, ...lists } }));
};

describe(`properties of every fold, each on ${RUNS} random tickets`, () => {
  it('shuffling the history and doubling what is in it changes nothing', () => {
    const pairs = randomTicket.chain((input) => shuffled(input).map((mixed) => ({ input, mixed })));

    fc.assert(
      fc.property(pairs, ({ input, mixed }) => {
        expect(foldTicket(mixed)).toEqual(foldTicket(input));
      }),
      SETTINGS,
    );
  });

  it('every millisecond is exactly one of used, outside hours, paused, unavailable, closed', () => {
    fc.assert(
      fc.property(randomTicket, (input) => {
        const fold = foldTicket(input);
        for (const { totals, startTime, stopTime } of clocksOf(fold)) {
          const { used, outsideHours, paused, unavailable, closed } = totals;
          const parts = [used, outsideHours, paused, unavailable, closed];
          expect(parts.every((part) => part >= 0)).toBe(true);
          expect(parts.reduce((sum, part) => sum + part)).toBe((stopTime ?? fold.at) - startTime);
        }
      }),
      SETTINGS,
    );
  });

  it('what happens after the fold is not looked at', () => {
    fc.assert(
      fc.property(randomTicket, (input) => {
        const { history, now } = input;
        const past = <T extends { at: number }>(list: readonly T[]): T[] => list.filter(({ at }) => at <= now);
        const edits = past(history.edits);
        const later = history.edits.filter(({ at }) => at > now);
        const current = later.reduceRight((values, edit) => ({ ...values, ...edit.was }), history.current);

        expect(
          foldTicket({ ...input, history: { ...history, current, edits, comments: past(history.comments) } }),
        ).toEqual(foldTicket(input));
      }),
      SETTINGS,
    );
  });

  it('the ledger is in the order of time and ends by the fold', () => {
    fc.assert(
      fc.property(randomTicket, (input) => {
        const { ledger, at } = foldTicket(input);
        const times = ledger.map((entry) => entry.at);

        expect(times).toEqual([...times].sort((a, b) => a - b));
        expect(times.every((time) => time >= input.history.createdAt && time <= at)).toBe(true);
      }),
      SETTINGS,
    );
  });

  it('a threshold is reached in the ledger when the clock says', () => {
    fc.assert(
      fc.property(randomTicket, (input) => {
        const { clocks, ledger, at } = foldTicket(input);
        const inLedger = ledger.flatMap((entry) =>
          entry.kind === 'threshold' || entry.kind === 'breached' ? [entry.key] : [],
        );

        expect(new Set(inLedger).size).toBe(inLedger.length);
        for (const { key, at: when } of clocks.flatMap(({ thresholds }) => thresholds)) {
          if (when !== null && when <= at) expect(inLedger).toContain(key);
        }
      }),
      SETTINGS,
    );
  });

  it('nothing happens: a fold as of its own next threshold has reached it', () => {
    fc.assert(
      fc.property(randomTicket, (input) => {
        const last = {
          ...input,
          now: Math.max(
            input.now,
            ...input.history.edits.map(({ at }) => at),
            ...input.history.comments.map(({ at }) => at),
            ...input.policies.map(({ publishedAt }) => publishedAt),
            input.now + 12 * 24 * 60 * MINUTE,
          ),
        };
        const before = foldTicket(last);
        for (const [i, clock] of before.clocks.entries()) {
          const breach = clock.thresholds.find(({ threshold }) => threshold.kind === 'breach')?.at ?? null;
          if (breach === null || breach <= before.at) continue;
          expect(foldTicket({ ...last, now: breach - 1 }).clocks[i]?.breached).toBe(false);
          expect(foldTicket({ ...last, now: breach }).clocks[i]).toMatchObject({
            state: 'breached',
            breachTime: clock.breachTime,
          });
        }
      }),
      SETTINGS,
    );
  });

  it('a pause never shortens what remains', () => {
    const minute = fc.integer({ min: 0, max: 10 * 24 * 60 });
    const created = instant('2025-12-09T10:00 Toronto');
    const policies = [buildPolicyVersion(buildPolicy())];

    fc.assert(
      fc.property(minute, minute, minute, fc.constantFrom('critical', 'high', 'low'), (a, b, c, urgency) => {
        const [from, to, now] = [a, b, c].sort((x, y) => x - y).map((m) => created + m * MINUTE) as [
          number,
          number,
          number,
        ];
        const ticket = { createdAt: created, impact: 'extended', urgency, policies, now };
        const edits = [
          { at: from, statusId: 'waiting' },
          { at: to, statusId: 'open' },
        ];
        const plain = foldClock('resolution', ticket);
        const paused = foldClock('resolution', { ...ticket, edits });

        expect(paused.remainingTime).toBeGreaterThanOrEqual(plain.remainingTime ?? NaN);
        expect(paused.breachTime).toBeGreaterThanOrEqual(plain.breachTime ?? NaN);
      }),
      SETTINGS,
    );
  });
});
