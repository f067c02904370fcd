import fc from 'fast-check';
import { countdown, type Countdown } from '../../../src/core/clock/countdown';
import { foldTicket } from '../../../src/core/clock/fold';
import type { SlaClock } from '../../../src/core/clock/clock';
import { MINUTE } from '../../../src/core/time/instant';
import { workingTimeFromJson, workingTimeToJson } from '../../../src/core/time/working-time-json';
import type { WorkingTime } from '../../../src/core/time/working-time';
import { buildPolicy } from '../../builders/policy';
import { hm, instant } from '../../builders/ticket';
import { clockOf, fold, foldClock, workingTimeOf } from './folding';
import { randomTicket } from './random-ticket';
import { sampleCount } from '../sample-count';

const RUNS = sampleCount(300, 10_000);
const P1 = { createdAt: '2025-12-09T11:00 Toronto', impact: 'extended', urgency: 'critical' };
const at = (time: string, day = '09'): string => `2025-12-${day}T${time} Toronto`;

/** As a browser has it: sent as JSON and read back. */
function inBrowser(workingTime: WorkingTime): WorkingTime {
  return workingTimeFromJson(JSON.parse(JSON.stringify(workingTimeToJson(workingTime))));
}

const business = inBrowser(workingTimeOf(buildPolicy().calendars['business-hours']!.calendar));

function changing({ state, elapsedTime, remainingTime, breachTime, breached, late }: SlaClock | Countdown): Countdown {
  return { state, elapsedTime, remainingTime, breachTime, breached, late };
}

describe('the worked example of countdown', () => {
  const folded = fold({ ...P1, now: at('13:00') });

  it('two hours of eight used at 13:00; on Wednesday at 09:00 six are used and two remain, near breach', () => {
    expect(clockOf(folded, 'resolution').elapsedTime).toBe(hm(2));
    expect(countdown(clockOf(folded, 'resolution'), business, folded.at, instant(at('09:00', '10')))).toMatchObject({
      elapsedTime: hm(6),
      remainingTime: hm(2),
      state: 'near-breach',
    });
  });
});

describe('a clock as of a later instant, without the server', () => {
  it.each<[string, object, string, string]>([
    ['running on', {}, at('11:10'), at('12:00')],
    ['over the night', {}, at('16:00'), at('09:00', '10')],
    ['to its first threshold', {}, at('11:10'), at('09:00', '10')],
    ['to its due time exactly', {}, at('11:10'), at('11:00', '10')],
    ['past it', {}, at('11:10'), at('12:00', '10')],
    ['already late', {}, at('12:00', '10'), at('15:00', '11')],
    ['paused', { edits: [{ at: at('12:00'), statusId: 'waiting' }] }, at('12:30'), at('15:00', '11')],
    [
      'paused and late',
      { edits: [{ at: at('12:00', '10'), statusId: 'waiting' }] },
      at('12:30', '10'),
      at('15:00', '11'),
    ],
    ['stopped', { edits: [{ at: at('12:00'), statusId: 'resolved' }] }, at('12:30'), at('15:00', '11')],
    ['at the very instant of the fold', {}, at('12:00'), at('12:00')],
  ])('%s', (_how, spec, now, later) => {
    const clock = foldClock('resolution', { ...P1, ...spec, now });
    const counted = countdown(clock, business, instant(now), instant(later));

    expect(changing(counted)).toEqual(changing(foldClock('resolution', { ...P1, ...spec, now: later })));
  });

  it('an earlier instant gives the clock as it was folded', () => {
    const clock = foldClock('resolution', { ...P1, now: at('13:00') });

    expect(changing(countdown(clock, business, instant(at('13:00')), instant(at('12:00'))))).toEqual(changing(clock));
  });

  it('without a goal nothing counts down', () => {
    const clock = foldClock('resolution', { ...P1, impact: null, now: at('13:00') });

    expect(changing(countdown(clock, business, instant(at('13:00')), instant(at('14:00'))))).toEqual(changing(clock));
  });

  it('says what a fold then says, on random tickets', () => {
    const minutes = fc.integer({ min: 0, max: 12 * 24 * 60 });

    fc.assert(
      fc.property(randomTicket, minutes, (input, later) => {
        const events = [...input.history.edits, ...input.history.comments].map((event) => event.at);
        const now = Math.max(
          input.now,
          ...events,
          ...input.policies.map(({ publishedAt }) => publishedAt),
          ...input.assignments.map(({ recordedAt, removedAt }) => removedAt ?? recordedAt),
          Date.UTC(2026, 2, 7),
        );
        const folded = foldTicket({ ...input, now });
        const after = foldTicket({ ...input, now: now + later * MINUTE });
        for (const [i, clock] of folded.clocks.entries()) {
          if (clock.goal === null) continue;
          const document = input.policies.at(-1)!.document;
          const counted = countdown(
            clock,
            workingTimeOf(document.calendars[clock.goal.calendar]!.calendar),
            now,
            after.at,
          );
          expect(changing(counted)).toEqual(changing(after.clocks[i]!));
        }
      }),
      { seed: 3, numRuns: RUNS },
    );
  });
});
