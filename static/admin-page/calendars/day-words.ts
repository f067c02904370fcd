import type { AdminWords } from '../admin-words';
import type { CalendarWords } from './calendar-words';
import { hoursOf } from './day-spans';
import type { YearDay } from './year-days';

/** A day of the year's picture in words: `Monday, June 25, 2029: National Holiday (substitute day), closed`. */
export function dayWords(day: YearDay, words: AdminWords, calendarWords: CalendarWords): string {
  return calendarWords.say('day', { day: calendarWords.dayName(day.date), what: whatWords(day, words, calendarWords) });
}

/** What a day is, without its date. */
export function whatWords(
  { kind, spans, name }: YearDay,
  words: AdminWords,
  { say, hoursText }: CalendarWords,
): string {
  switch (kind) {
    case 'exception':
      return say('dayException', { hours: hoursText(hoursOf(spans)) });
    case 'holiday':
      return name === null ? say('dayHolidayUnnamed') : say('dayHoliday', { name: words.pick(name) });
    case 'open':
    case 'closed':
      return hoursText(hoursOf(spans));
  }
}
