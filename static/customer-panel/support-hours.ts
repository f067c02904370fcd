import type { CustomerHours } from '../../src/contract/customer-panel';
import type { OpenHours, WeeklyHours } from '../../src/core/time/calendar';
import { DAY, HOUR, MINUTE, type EpochMillis, type Millis } from '../../src/core/time/instant';
import type { Weekday } from '../../src/core/time/local-date';
import { createFormatter, type Formatter } from '../../src/i18n/format';
import type { MessageValues } from '../../src/i18n/message';
import { lengthWords, type Words } from './words';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const satisfies readonly Weekday[];

/** Monday 5 January 1970: its week gives names to weekdays, and its midnight in UTC times of day to minutes. */
const SOME_MONDAY: EpochMillis = 4 * DAY;

/** Whether weekly hours are open at an instant; knows no holidays and no exceptions. */
export function openByWeeklyHours(weekly: WeeklyHours, timeZone: string, at: EpochMillis): boolean {
  const { weekday, minutes } = wallClock(timeZone, at);
  const before: Weekday = weekday === 1 ? 7 : ((weekday - 1) as Weekday);
  return covers(weekly[weekday], minutes) || covers(weekly[before], minutes + DAY / MINUTE);
}

/** The messages that hours are worded with; each surface that shows hours has them. */
export type SayHours = (key: `hours.${'days' | 'span' | 'and' | 'spans'}`, values: MessageValues) => string;

/** The week in words: `Monday to Friday, 8:30 AM to 4:30 PM`; groups of days are joined by semicolons. */
export function weeklyHoursWords(weekly: WeeklyHours, format: Formatter, say: SayHours): string {
  return groups(weekly)
    .map(({ first, last, hours }) => {
      const from = weekdayName(first, format);
      const days = first === last ? from : say('hours.days', { from, to: weekdayName(last, format) });
      const spans = hours.map((span) => spanWords(span, format, say));
      const joined = spans.reduce((before, next) => say('hours.and', { first: before, second: next }));
      return say('hours.spans', { days, hours: joined });
    })
    .join('; ');
}

type BusinessHours = Extract<CustomerHours, { readonly kind: 'business-hours' }>;

/**
 * The week in words, with what does not count, and in whose zone where the reader's clocks show another time at any of the
 * instants.
 */
export function hoursWords(hours: BusinessHours, instants: readonly EpochMillis[], words: Words): string {
  const weekly = weeklyHoursWords(hours.weeklyHours, words.format, words.message);
  const counted = hours.exceptHolidays ? words.message('hours.exceptHolidays', { hours: weekly }) : weekly;
  const zones = instants.map((at) => words.format.otherZone(hours.timeZone, at));
  const zone = zones.find((name) => name !== null) ?? null;
  return zone === null ? counted : words.message('hours.inZone', { hours: counted, zone });
}

/**
 * The sentences that name zones, where the support's clocks show another time than the reader's at any of the instants
 * shown; none where both agree.
 */
export function zoneWords(timeZone: string, shown: readonly EpochMillis[], now: EpochMillis, words: Words): string[] {
  const own = words.format.reader.timeZone;
  const at = [now, ...shown].find((instant) => offset(timeZone, instant) !== offset(own, instant));
  if (at === undefined) return [];
  const support = words.format.otherZone(timeZone, at) ?? timeZone;
  const yours = createFormatter({ ...words.format.reader, timeZone }).otherZone(own, at) ?? own;
  const difference = offset(timeZone, at) - offset(own, at);
  const values = { difference: lengthWords(Math.abs(difference)), support };
  return [
    words.message('zone.yours', { yours }),
    words.message(difference < 0 ? 'zone.supportEarlier' : 'zone.supportLater', values),
  ];
}

function covers(hours: readonly OpenHours[] | undefined, minutes: number): boolean {
  return (hours ?? []).some(({ start, end }) => minutesOf(start) <= minutes && minutes < minutesOf(end));
}

function groups(weekly: WeeklyHours): readonly { first: Weekday; last: Weekday; hours: readonly OpenHours[] }[] {
  const found: { first: Weekday; last: Weekday; hours: readonly OpenHours[] }[] = [];
  for (const weekday of WEEKDAYS) {
    const hours = weekly[weekday] ?? [];
    const last = found.at(-1);
    if (hours.length === 0) continue;
    if (last?.last === weekday - 1 && JSON.stringify(last.hours) === JSON.stringify(hours)) last.last = weekday;
    else found.push({ first: weekday, last: weekday, hours });
  }
  return found;
}

function weekdayName(weekday: Weekday, format: Formatter): string {
  const at = SOME_MONDAY + (weekday - 1) * DAY;
  return new Intl.DateTimeFormat(format.reader.intlLocale, { timeZone: 'UTC', weekday: 'long' }).format(at);
}

function spanWords({ start, end }: OpenHours, format: Formatter, say: SayHours): string {
  const utc = createFormatter({ ...format.reader, timeZone: 'UTC' });
  const time = (wall: string): string => utc.time(SOME_MONDAY + minutesOf(wall) * MINUTE);
  return say('hours.span', { from: time(start), to: time(end) });
}

function minutesOf(wall: string): number {
  return Number(wall.slice(0, 2)) * 60 + Number(wall.slice(3, 5));
}

/** How far a zone's clocks are ahead of UTC. */
function offset(timeZone: string, at: EpochMillis): Millis {
  const { day, minutes } = wallClock(timeZone, at);
  return day + minutes * MINUTE - Math.floor(at / MINUTE) * MINUTE;
}

function wallClock(timeZone: string, at: EpochMillis): { day: EpochMillis; weekday: Weekday; minutes: number } {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  const parts = format.formatToParts(at);
  const value = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.find((part) => part.type === type)?.value);
  const day = Date.UTC(value('year'), value('month') - 1, value('day'));
  const weekday = (((day - SOME_MONDAY) / DAY) % 7) + 1;
  return {
    day,
    weekday: (weekday < 1 ? weekday + 7 : weekday) as Weekday,
    minutes: value('hour') * (HOUR / MINUTE) + value('minute'),
  };
}
