import type { OpenHours, WeeklyHours } from '../../../src/core/time/calendar';
import { DAY, HOUR } from '../../../src/core/time/instant';
import {
  hoursWords,
  openByWeeklyHours,
  weeklyHoursWords,
  zoneWords,
} from '../../../static/customer-panel/support-hours';
import type { Words } from '../../../static/customer-panel/words';
import { TUESDAY_TEN, wordsOf } from './customer-ticket';

const days = (weekdays: readonly number[], ...hours: OpenHours[]): WeeklyHours =>
  Object.fromEntries(weekdays.map((day) => [day, hours]));
const day: OpenHours = { start: '08:30', end: '16:30' };
const weekdays = days([1, 2, 3, 4, 5], day);
const nights = days([2], { start: '22:00', end: '30:00' });
const plain = (text: string) => text.replace(/\u00A0/g, ' ');

describe('weekly hours in words', () => {
  test.each<[string, WeeklyHours, string, string]>([
    [
      'days alike are one group',
      weekdays,
      'Monday to Friday, 8:30 a.m. to 4:30 p.m.',
      'du lundi au vendredi, de 8 h 30 à 16 h 30',
    ],
    [
      'a day of its own is named alone',
      { ...weekdays, 6: [{ start: '09:00', end: '12:00' }] },
      'Monday to Friday, 8:30 a.m. to 4:30 p.m.; Saturday, 9:00 a.m. to 12:00 p.m.',
      'du lundi au vendredi, de 8 h 30 à 16 h 30; samedi, de 9 h 00 à 12 h 00',
    ],
    [
      'a break at noon makes two spans',
      days([1, 2], { start: '08:00', end: '12:00' }, { start: '13:00', end: '17:00' }),
      'Monday to Tuesday, 8:00 a.m. to 12:00 p.m. and 1:00 p.m. to 5:00 p.m.',
      'du lundi au mardi, de 8 h 00 à 12 h 00 et de 13 h 00 à 17 h 00',
    ],
    [
      'a shift past midnight ends in the morning',
      nights,
      'Tuesday, 10:00 p.m. to 6:00 a.m.',
      'mardi, de 22 h 00 à 6 h 00',
    ],
  ])('%s', (_, weekly, en, fr) => {
    const inWords = ({ format, message }: Words) => plain(weeklyHoursWords(weekly, format, message));
    expect([inWords(wordsOf('en')), inWords(wordsOf('fr'))]).toEqual([en, fr]);
  });
});

describe('open by weekly hours, in Toronto', () => {
  test.each<[string, WeeklyHours, number, boolean]>([
    ['Tuesday at ten', weekdays, TUESDAY_TEN, true],
    ['Tuesday at opening', weekdays, TUESDAY_TEN - 1.5 * HOUR, true],
    ['Tuesday at closing', weekdays, TUESDAY_TEN + 6.5 * HOUR, false],
    ['Sunday at ten', weekdays, TUESDAY_TEN - 2 * DAY, false],
    ['Wednesday at two, in the shift of Tuesday', nights, TUESDAY_TEN + 16 * HOUR, true],
    ['Tuesday at two, with no shift on Monday', nights, TUESDAY_TEN - 8 * HOUR, false],
    ['Monday at ten in July, an hour earlier in UTC', weekdays, Date.UTC(2025, 6, 7, 12, 30), true],
  ])('%s', (_, weekly, at, open) => {
    expect(openByWeeklyHours(weekly, 'America/Toronto', at)).toBe(open);
  });
});

describe('the zones, where they differ', () => {
  test.each([
    ['the same zone needs no word', 'America/Toronto', []],
    ['nor does another name for the same clocks', 'America/New_York', []],
    [
      'a reader further east',
      'America/Halifax',
      ['Times are yours (Atlantic Time).', 'For our support team it is 1 h earlier (Eastern Time).'],
    ],
    [
      'a reader half an hour further still',
      'America/St_Johns',
      ['Times are yours (Newfoundland Time).', 'For our support team it is 1 h 30 earlier (Eastern Time).'],
    ],
    [
      'a reader further west',
      'America/Vancouver',
      ['Times are yours (Pacific Time).', 'For our support team it is 3 h later (Eastern Time).'],
    ],
  ])('%s', (_, zone, sentences) => {
    expect(zoneWords('America/Toronto', [], TUESDAY_TEN, wordsOf('en', zone)).map(plain)).toEqual(sentences);
  });

  test('in French', () => {
    expect(zoneWords('America/Toronto', [], TUESDAY_TEN, wordsOf('fr', 'America/Halifax')).map(plain)).toEqual([
      'Les heures sont les vôtres (heure de l’Atlantique).',
      'Pour notre équipe de support, il est 1 h plus tôt (heure de l’Est).',
    ]);
  });

  test('a difference that only a time shown has is named: Saskatchewan keeps no summer time', () => {
    const winter = TUESDAY_TEN;
    const summer = Date.UTC(2026, 6, 7, 15);
    const words = wordsOf('en', 'America/Regina');
    expect(plain(zoneWords('America/Chicago', [summer], winter, words).join(' '))).toContain('it is 1 h later');
    expect(zoneWords('America/Chicago', [], winter, words)).toEqual([]);
  });
});

describe('the hours beside a promise', () => {
  const hours = {
    kind: 'business-hours',
    timeZone: 'America/Toronto',
    weeklyHours: days([1, 2, 3, 4, 5], { start: '08:30', end: '16:30' }),
    exceptHolidays: true,
    label: { en: '', fr: '' },
  } as const;
  const winter = Date.UTC(2026, 1, 10, 15);
  const summer = Date.UTC(2026, 6, 10, 15);

  test.each([
    ['America/Toronto', [winter, summer], 'du lundi au vendredi, de 8 h 30 à 16 h 30, sauf les jours fériés'],
    ['America/Halifax', [winter], 'du lundi au vendredi, de 8 h 30 à 16 h 30, sauf les jours fériés (heure de l’Est)'],
    // Panama keeps Toronto's winter time all year: the two part when the clocks change.
    ['America/Panama', [winter], 'du lundi au vendredi, de 8 h 30 à 16 h 30, sauf les jours fériés'],
    [
      'America/Panama',
      [winter, summer],
      'du lundi au vendredi, de 8 h 30 à 16 h 30, sauf les jours fériés (heure de l’Est)',
    ],
  ])('read in %s', (zone, instants, words) => {
    expect(hoursWords(hours, instants, wordsOf('fr', zone)).replace(/\u00A0/g, ' ')).toBe(words);
  });

  test('without holidays none are named', () => {
    const always = hoursWords({ ...hours, exceptHolidays: false }, [winter], wordsOf('en'));
    expect(always.replace(/\u00A0/g, ' ')).toBe('Monday to Friday, 8:30 a.m. to 4:30 p.m.');
  });
});
