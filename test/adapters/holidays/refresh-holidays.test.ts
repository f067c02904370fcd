import { refreshHolidays } from '../../../src/adapters/holidays/refresh-holidays';
import type { NamedCalendar } from '../../../src/core/policy/document';
import { stagePlus } from '../../../src/core/policy/presets/stage-plus';
import { isAlways, type Holiday, type WeeklyCalendar } from '../../../src/core/time/calendar';
import { compileCalendar, workingTimeBetween } from '../../../src/core/time/working-time';

const NEW_YEAR_2030 = Date.UTC(2030, 0, 2);

const preset = stagePlus();
const business = preset.calendars[preset.defaultCalendar] as NamedCalendar;
const weekly = (named: NamedCalendar): WeeklyCalendar => {
  if (isAlways(named.calendar)) throw new Error('a weekly calendar was expected');
  return named.calendar;
};
const withHolidays = (holidays: readonly Holiday[], named = business): NamedCalendar => ({
  ...named,
  calendar: { ...weekly(named), holidays },
});

describe('holidays of the preset, looked at in January 2030', () => {
  const result = refreshHolidays(business, NEW_YEAR_2030);
  if (result.kind !== 'refreshed') throw new Error(result.kind);

  it('reach to the end of 2035, both languages named', () => {
    const years = [...new Set(result.added.map(({ date }) => Number(date.slice(0, 4))))];
    expect(years).toEqual([2033, 2034, 2035]);
    expect(result.added.filter(({ date }) => date === '2033-06-24')).toEqual([
      { date: '2033-06-24', name: { en: expect.any(String) as string, fr: 'Fête nationale du Québec' } },
    ]);
  });

  it('change no day that was entered before', () => {
    expect(weekly(result.calendar).holidays.slice(0, weekly(business).holidays.length)).toEqual(
      weekly(business).holidays,
    );
    const [from, to] = [Date.UTC(2029, 0, 1), Date.UTC(2033, 0, 1)];
    const hours = (named: NamedCalendar) => workingTimeBetween(compileCalendar(named.calendar, from, to), from, to - 1);
    expect(hours(result.calendar)).toBe(hours(business));
  });
});

it('keeps what an admin took out or put in', () => {
  const own = [{ date: '2029-12-24', name: { en: 'Inventory', fr: 'Inventaire' } }];
  const result = refreshHolidays(withHolidays(own), NEW_YEAR_2030);
  const dates = result.kind === 'refreshed' ? weekly(result.calendar).holidays.map(({ date }) => date) : [];
  expect(dates.filter((date) => date < '2030-01-01')).toEqual(['2029-12-24']);
  expect(dates).toContain('2030-12-25');
});

it.each([
  ['a calendar that reaches far enough', business, Date.UTC(2026, 0, 1)],
  ['24x7', { ...business, calendar: { timeZone: 'America/Toronto', always: true as const } }, NEW_YEAR_2030],
  ['one that observes none', withHolidays([]), NEW_YEAR_2030],
  ['one without a source', { ...business, holidaySource: null }, NEW_YEAR_2030],
])('leaves %s as it is', (_case, named, at) => {
  expect(refreshHolidays(named, at)).toEqual({ kind: 'unchanged' });
});

it('names a source that is not known', () => {
  const named = { ...business, holidaySource: { country: 'ZZ', region: null } };
  expect(refreshHolidays(named, NEW_YEAR_2030)).toEqual({ kind: 'unknown-source', code: 'unknown-country' });
});
