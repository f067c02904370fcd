import type { SlaCalendar } from '../../../../src/core/time/calendar';
import { canBeLater } from '../../../../src/core/policy/checks/measure';
import { businessDays, days, hours, minutes } from '../changed-policy';

const hoursOf = (start: string, end: string, timeZone = 'America/Toronto'): SlaCalendar => ({
  timeZone,
  weeklyHours: Object.fromEntries([1, 2, 3, 4, 5].map((weekday) => [weekday, [{ start, end }]])),
  holidays: [],
  exceptions: [],
});
const office = hoursOf('08:30', '16:30');
const clock: SlaCalendar = { timeZone: 'America/Toronto', always: true };

describe('whether one target can fall due after another', () => {
  it.each([
    ['the longer on one calendar', days(2), office, hours(15), office, true],
    ['not an equal one on one calendar', days(1), office, hours(8), office, false],
    ['not the shorter on one calendar', minutes(30), clock, hours(1), clock, false],
    ['not 4 h around the clock after one working day', hours(4), clock, days(1), office, false],
    ['one working day after 4 h around the clock', days(1), office, hours(4), clock, true],
    [
      '30 min of office hours after 8 h around the clock, asked on a Friday evening',
      minutes(30),
      office,
      hours(8),
      clock,
      true,
    ],
    ['24 h around the clock after one working day, begun at the opening', hours(24), clock, days(1), office, true],
    ['not 24 h around the clock after two working days', hours(24), clock, days(2), office, false],
    [
      'an hour in another zone, whose office opens later',
      hours(1),
      hoursOf('08:30', '16:30', 'America/Vancouver'),
      hours(1),
      office,
      true,
    ],
    ['the close of the next working day after a working day', businessDays(1), office, days(1), office, true],
    [
      'not the close of the next working day after two working days and a bit',
      businessDays(1),
      office,
      hours(16.5),
      office,
      false,
    ],
    [
      'the close of the second working day after that of the first',
      businessDays(2),
      office,
      businessDays(1),
      office,
      true,
    ],
    ['a target of centuries after any other', days(100_000), office, days(1000), clock, true],
    ['a target of centuries of business days after any other', businessDays(100_000), office, days(9), office, true],
    ['neither of two targets of centuries', days(100_000), office, businessDays(100_000), clock, false],
  ])('%s', (_case, durationA, calendarA, durationB, calendarB, isLater) => {
    const a = { duration: durationA, calendar: calendarA };
    const b = { duration: durationB, calendar: calendarB };
    expect(canBeLater(a, b)).toBe(isLater);
  });
});
