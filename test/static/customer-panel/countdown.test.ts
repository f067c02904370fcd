import type { CustomerTicketView } from '../../../src/contract/customer-panel';
import { HOUR, MINUTE, SECOND } from '../../../src/core/time/instant';
import { nextAsk, remainingNow } from '../../../static/customer-panel/countdown';
import { answered, customerTicket, resolutionClock, responseClock, TUESDAY_TEN } from './customer-ticket';

const HALF_MINUTE = 30 * SECOND;
const night: CustomerTicketView = customerTicket({ at: TUESDAY_TEN + 10 * HOUR });
const aroundTheClock = customerTicket({
  at: night.at,
  hours: { kind: 'around-the-clock', timeZone: 'America/Toronto' },
});
const always = responseClock({ aroundTheClock: true });

describe('time left, half a minute after the answer', () => {
  test.each([
    ['counts down in support hours', customerTicket(), null, HOUR - HALF_MINUTE],
    ['stands still at night', night, null, HOUR],
    [
      'stands still on a holiday that the last two answers show',
      customerTicket(),
      customerTicket({ at: TUESDAY_TEN - MINUTE }),
      HOUR,
    ],
    [
      'counts down on a night with hours of its own that the last two answers show',
      night,
      { ...night, at: night.at - MINUTE, clocks: [responseClock({ remaining: HOUR + MINUTE })] },
      HOUR - HALF_MINUTE,
    ],
    [
      'forgets the answer before when the goal changed',
      customerTicket(),
      customerTicket({ at: TUESDAY_TEN - MINUTE, clocks: [responseClock({ target: { unit: 'hours', amount: 1 } })] }),
      HOUR - HALF_MINUTE,
    ],
  ])('%s', (_, view, earlier, left) => {
    expect(remainingNow(view, earlier, responseClock(), HALF_MINUTE)).toBe(left);
  });

  test.each([
    ['alone', aroundTheClock],
    ['beside a clock in support hours', night],
  ])('counts down at night around the clock, %s', (_, view) => {
    expect(remainingNow(view, null, always, HALF_MINUTE)).toBe(HOUR - HALF_MINUTE);
  });

  test.each([
    ['paused', resolutionClock({ state: 'paused', due: null }), 15 * HOUR],
    ['late', resolutionClock({ state: 'late', remaining: -HOUR }), -HOUR],
    ['stopped', answered, null],
    ['without times', responseClock({ remaining: null }), null],
  ])('stays as it is when %s', (_, clock, left) => {
    expect(remainingNow(customerTicket(), null, clock, HALF_MINUTE)).toBe(left);
  });

  test('never falls under zero before the server says late', () => {
    expect(remainingNow(customerTicket(), null, responseClock({ remaining: SECOND }), HALF_MINUTE)).toBe(0);
  });
});

describe('the next question', () => {
  test.each([
    ['comes after a minute', {}, MINUTE],
    [
      'comes just after a due time that is nearer',
      { clocks: [responseClock({ due: TUESDAY_TEN + 20 * SECOND })] },
      21 * SECOND,
    ],
    ['does not hurry for a time that is past', { clocks: [responseClock({ due: TUESDAY_TEN - SECOND })] }, MINUTE],
    ['does not hurry for a stopped clock', { clocks: [{ ...answered, due: TUESDAY_TEN + 20 * SECOND }] }, MINUTE],
  ])('%s', (_, changes, wait) => {
    expect(nextAsk(customerTicket(changes), TUESDAY_TEN)).toBe(wait);
  });
});
