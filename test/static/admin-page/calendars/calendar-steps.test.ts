import type { NamedCalendar } from '../../../../src/core/policy/document';
import { isAlways, type WeeklyCalendar } from '../../../../src/core/time/calendar';
import { layDraft, withoutStep, withStep, type Draft } from '../../../../static/admin-page/draft/draft';
import type { Step } from '../../../../static/admin-page/draft/step';
import { newCalendar, newKey } from '../../../../static/admin-page/calendars/new-calendar';
import { fittedPolicy } from '../admin-site';

const base = fittedPolicy();
const KEY = 'business-hours';
const night = [{ start: '22:00', end: '30:00' }];

function drafted(...steps: readonly Step[]): Draft {
  return steps.reduce<Draft>((draft, step) => withStep(draft, base, step), { baseVersion: 1, steps: [] });
}
const calendarOf = (draft: Draft, key = KEY): NamedCalendar | undefined =>
  layDraft(base, draft.steps).document.calendars[key];
const weeklyOf = (draft: Draft, key = KEY): WeeklyCalendar => {
  const calendar = calendarOf(draft, key)?.calendar;
  if (calendar === undefined || isAlways(calendar)) throw new Error('a weekly calendar was expected');
  return calendar;
};

describe('the steps of a calendar', () => {
  it('hours of a weekday, and none', () => {
    const draft = drafted(
      { kind: 'calendar-hours', calendar: KEY, weekday: 6, hours: night },
      { kind: 'calendar-hours', calendar: KEY, weekday: 1, hours: [] },
    );
    expect(weeklyOf(draft).weeklyHours[6]).toEqual(night);
    expect(Object.keys(weeklyOf(draft).weeklyHours)).toEqual(['2', '3', '4', '5', '6']);
  });

  it('a step back to what is in force is none', () => {
    const usual = [{ start: '08:30', end: '16:30' }];
    const draft = drafted(
      { kind: 'calendar-hours', calendar: KEY, weekday: 1, hours: night },
      { kind: 'calendar-hours', calendar: KEY, weekday: 1, hours: usual },
    );
    expect(draft.steps).toEqual([]);
  });

  it('an exception, in order of dates, and out again', () => {
    const on = (date: string): Step => ({ kind: 'calendar-exception', calendar: KEY, date, hours: [] });
    const draft = drafted(on('2026-12-31'), on('2026-12-24'));
    expect(weeklyOf(draft).exceptions.map(({ date }) => date)).toEqual(['2026-12-24', '2026-12-31']);
    const out = withStep(draft, base, { kind: 'calendar-exception', calendar: KEY, date: '2026-12-24', hours: null });
    expect(weeklyOf(out).exceptions.map(({ date }) => date)).toEqual(['2026-12-31']);
  });

  it('name, zone, holidays and their source', () => {
    const draft = drafted(
      { kind: 'calendar-label', calendar: KEY, label: { en: 'Day', fr: 'Jour' } },
      { kind: 'calendar-zone', calendar: KEY, timeZone: 'Europe/Paris' },
      {
        kind: 'calendar-holidays',
        calendar: KEY,
        holidays: [{ date: '2026-07-14' }],
        source: { country: 'FR', region: null },
      },
    );
    expect(calendarOf(draft)).toMatchObject({
      label: { en: 'Day', fr: 'Jour' },
      calendar: { timeZone: 'Europe/Paris', holidays: [{ date: '2026-07-14' }] },
      holidaySource: { country: 'FR', region: null },
    });
  });

  it('an added calendar can be changed; undone, its changes go with it', () => {
    const key = newKey('calendar', [base]);
    const add: Step = { kind: 'calendar', calendar: key, named: newCalendar('weekly', { en: 'N', fr: 'N' }, base) };
    const draft = drafted(add, { kind: 'calendar-hours', calendar: key, weekday: 6, hours: night });
    expect(weeklyOf(draft, key).weeklyHours[6]).toEqual(night);
    expect(withoutStep(draft, base, add).steps).toEqual([]);
  });

  it('a removed calendar is gone, and back when that is undone', () => {
    const remove: Step = { kind: 'calendar', calendar: KEY, named: null };
    const draft = drafted(remove);
    expect(calendarOf(draft)).toBeUndefined();
    expect(calendarOf(withoutStep(draft, base, remove))).toEqual(base.calendars[KEY]);
  });

  it('hours of a 24x7 calendar have no place', () => {
    expect(drafted({ kind: 'calendar-hours', calendar: 'around-the-clock', weekday: 1, hours: night }).steps).toEqual(
      [],
    );
  });
});

describe('keys of new calendars', () => {
  it('are free in every document, and never too long', () => {
    const taken = { ...base, calendars: { ...base.calendars, 'calendar-2': base.calendars[KEY]! } };
    expect(newKey('calendar', [base, taken])).toBe('calendar-3');
    expect(newKey('calendar-2', [taken])).toBe('calendar-3');
    expect(newKey('a'.repeat(40), [base]).length).toBeLessThanOrEqual(40);
  });
});
