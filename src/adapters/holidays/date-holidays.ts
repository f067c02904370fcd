import Holidays from 'date-holidays';
import type { HolidayAnswer, HolidayQuestion, PublicHoliday } from '../../core/time/holiday-sources';
import { DAY, HOUR } from '../../core/time/instant';
import { epochDayOf, localDateOf, type LocalDate } from '../../core/time/local-date';
import { findPlace } from './places';
import { withQuebecSubstitutes } from './quebec-substitutes';

// Loading this file costs some 60 ms and 2 MB: it is for the bundle of the admin's functions, never for events and sweeps.

/** The tables for lunar calendars end before 2077. */
const FIRST_YEAR = 1970;
const LAST_YEAR = 2076;

/**
 * The public holidays of a country or region in the given years, in order of date, one entry a date. Only type `public`,
 * and by date string: the library's instants are in its own idea of a region's zone, an hour off in Quebec (rules.md §3).
 * Quebec's legal substitutes, which the library lacks, are added.
 */
export function holidaysFor({ country, region, years }: HolidayQuestion): HolidayAnswer {
  const place = findPlace(country, region);
  if (!place.ok) return place;
  if (!years.every((year) => Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR)) {
    return { ok: false, code: 'bad-year' };
  }
  const source = new Holidays({ country, ...place.divisions });
  // A feast at the end of December may run on into the next year.
  const asked = new Set(years.flatMap((year) => [year - 1, year]));
  const isWanted = ({ date }: { readonly date: LocalDate }): boolean => years.includes(Number(date.slice(0, 4)));
  const found = [...asked].flatMap((year) => publicHolidays(source, year));
  const partDays = found.flatMap((holiday) => (holiday.from === undefined ? [] : [{ ...holiday, from: holiday.from }]));
  const wholeDays = found
    .filter(({ from }) => from === undefined)
    .flatMap(daysOf)
    .filter(isWanted);
  const isQuebec = country === 'CA' && place.divisions.state === 'QC';
  const holidays = onePerDate(isQuebec ? withQuebecSubstitutes(wholeDays) : wholeDays);
  return {
    ok: true,
    holidays,
    partDays: partDays
      .filter(isWanted)
      .map(({ date, name, from }) => ({ date, name, from }))
      .sort(byDate),
  };
}

type Found = PublicHoliday & { readonly from: string | undefined; readonly days: number };

function publicHolidays(source: Holidays, year: number): readonly Found[] {
  const french = new Map(source.getHolidays(year, 'fr').map((holiday) => [`${holiday.date} ${holiday.rule}`, holiday]));
  return source
    .getHolidays(year, 'en')
    .filter(({ type }) => type === 'public')
    .map((holiday) => {
      const time = holiday.date.slice(11, 16);
      return {
        date: holiday.date.slice(0, 10),
        name: { en: holiday.name, fr: french.get(`${holiday.date} ${holiday.rule}`)?.name ?? holiday.name },
        isSubstitute: holiday.substitute ?? false,
        from: time === '00:00' ? undefined : time,
        // A day with a change of clocks is an hour longer or shorter; a half day at the end still needs its date.
        days: Math.max(1, Math.ceil((holiday.end.getTime() - holiday.start.getTime() - HOUR) / DAY)),
      };
    });
}

/** A feast of several days is one entry in the library. */
function daysOf({ date, name, isSubstitute, days }: Found): readonly PublicHoliday[] {
  const first = epochDayOf(date) ?? NaN;
  return Array.from({ length: days }, (_, i) => ({ date: localDateOf(first + i), name, isSubstitute }));
}

/** Two holidays on one date become one with both names; it is a substitute only if both are. */
function onePerDate(holidays: readonly PublicHoliday[]): readonly PublicHoliday[] {
  const byDay = new Map<LocalDate, PublicHoliday>();
  for (const holiday of holidays) {
    const other = byDay.get(holiday.date);
    byDay.set(holiday.date, other ? joined(other, holiday) : holiday);
  }
  return [...byDay.values()].sort(byDate);
}

function joined(a: PublicHoliday, b: PublicHoliday): PublicHoliday {
  const both = (one: string, other: string): string => (one === other ? one : `${one}, ${other}`);
  return {
    date: a.date,
    name: { en: both(a.name.en, b.name.en), fr: both(a.name.fr, b.name.fr) },
    isSubstitute: a.isSubstitute && b.isSubstitute,
  };
}

function byDate(a: { readonly date: LocalDate }, b: { readonly date: LocalDate }): number {
  return a.date < b.date ? -1 : Number(a.date > b.date);
}
