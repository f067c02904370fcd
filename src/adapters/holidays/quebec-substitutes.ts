import type { PublicHoliday } from '../../core/time/holiday-sources';
import { epochDayOf, localDateOf, weekdayOf } from '../../core/time/local-date';

/** National Holiday Act, s. 2, and Act respecting labour standards, s. 60. */
const MOVED_FROM_SUNDAY = ['06-24', '07-01'];

/**
 * Quebec's holidays with the legal substitutes: 24 June and 1 July, when on a Sunday, are given on the Monday. No other
 * holiday has one by law; an employer's own choice is an override by the admin. The next such year is 2029, for both.
 */
export function withQuebecSubstitutes(holidays: readonly PublicHoliday[]): readonly PublicHoliday[] {
  return holidays.flatMap((holiday) => {
    const day = epochDayOf(holiday.date);
    const isMoved = MOVED_FROM_SUNDAY.includes(holiday.date.slice(5)) && day !== undefined && weekdayOf(day) === 7;
    if (!isMoved) return [holiday];
    const name = { en: `${holiday.name.en} (substitute day)`, fr: `${holiday.name.fr} (jour de remplacement)` };
    return [holiday, { date: localDateOf(day + 1), name, isSubstitute: true }];
  });
}
