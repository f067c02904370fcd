import type { NamedCalendar } from '../../../src/core/policy/document';
import type { OpenHours } from '../../../src/core/time/calendar';
import { DAY, MINUTE } from '../../../src/core/time/instant';
import { epochDayOf, type LocalDate, type Weekday } from '../../../src/core/time/local-date';
import { DAY_MINUTES, minutesOf, type DayMinutes } from '../../../src/core/time/open-hours';
import { createFormatter } from '../../../src/i18n/format';
import type { MessageValues } from '../../../src/i18n/message';
import type { AdminWords } from '../admin-words';
import type { CalendarsKey } from '../messages';

/** Monday 5 January 1970: its week names the weekdays. */
const SOME_MONDAY = 4;

/** The words of the calendar editor for one reader. */
export interface CalendarWords {
  readonly say: (key: CalendarsKey, values?: MessageValues) => string;
  readonly weekdayName: (weekday: Weekday, style?: 'long' | 'short' | 'narrow') => string;
  /** `January`, by its number from 0. */
  readonly monthName: (month: number) => string;
  /** `Monday, June 25, 2029` */
  readonly dayName: (date: LocalDate) => string;
  /** `25`, in French also `1er`: as in the day's name, so that what is read aloud has in it what is seen. */
  readonly dayNumber: (date: LocalDate) => string;
  /** Minutes after midnight as a time of day; past 24:00 as that of the next day. */
  readonly timeText: (minutes: DayMinutes) => string;
  /** `8:30 AM – 4:30 PM, 6:00 PM – 9:00 PM`, or that the day is closed. */
  readonly hoursText: (hours: readonly OpenHours[]) => string;
  /** A country, or a region in it by its code where no name is at hand. */
  readonly sourceName: (source: NonNullable<NamedCalendar['holidaySource']>) => string;
}

/** The words of the calendar editor, on those of the page. */
export function createCalendarWords(words: AdminWords): CalendarWords {
  const { reader } = words.format;
  const utc = createFormatter({ ...reader, timeZone: 'UTC' });
  const say: CalendarWords['say'] = (key, values) => words.translate(`calendars.${key}`, values);
  const dated = (epochDay: number, options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(reader.intlLocale, { timeZone: 'UTC', ...options }).format(epochDay * DAY);
  const timeText = (minutes: DayMinutes): string => {
    const time = utc.time((minutes % DAY_MINUTES) * MINUTE);
    return minutes > DAY_MINUTES ? say('nextDay', { time }) : time;
  };
  return {
    say,
    weekdayName: (weekday, style = 'long') => dated(SOME_MONDAY + weekday - 1, { weekday: style }),
    monthName: (month) => dated(Date.UTC(2001, month) / DAY, { month: 'long' }),
    dayName: (date) => {
      const name = dated(epochDayOf(date) ?? NaN, { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' });
      return reader.language === 'fr' ? name.replace(' 1 ', ' 1er ') : name;
    },
    dayNumber: (date) => {
      const day = Number(date.slice(8));
      return reader.language === 'fr' && day === 1 ? '1er' : String(day);
    },
    timeText,
    hoursText: (hours) =>
      hours.length === 0
        ? say('closed')
        : hours
            .map(({ start, end }) => `${timeText(minutesOf(start, 23) ?? 0)} – ${timeText(minutesOf(end, 47) ?? 0)}`)
            .join(', '),
    sourceName: ({ country, region }) => {
      const name = new Intl.DisplayNames(reader.intlLocale, { type: 'region' }).of(country) ?? country;
      return region === null ? name : `${name} (${region})`;
    },
  };
}
