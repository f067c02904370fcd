import type { CalendarKey, NamedCalendar, PolicyDocument } from '../../../src/core/policy/document';
import { calendarOf } from '../../../src/core/policy/lookup';
import type { Bilingual } from '../../../src/core/policy/text';
import { isAlways, type Holiday, type OpenHours, type WeeklyCalendar } from '../../../src/core/time/calendar';
import type { Weekday } from '../../../src/core/time/local-date';
import type { AdminWords } from '../admin-words';
import type { ChangeScene, ChangeWords, StepKind } from '../draft/step-kind';
import { createCalendarWords } from './calendar-words';

/** A whole calendar: one more, or one less where it is null. */
export interface CalendarStep {
  readonly kind: 'calendar';
  readonly calendar: CalendarKey;
  readonly named: NamedCalendar | null;
}

interface CalendarLabelStep {
  readonly kind: 'calendar-label';
  readonly calendar: CalendarKey;
  readonly label: Bilingual;
}

interface CalendarZoneStep {
  readonly kind: 'calendar-zone';
  readonly calendar: CalendarKey;
  readonly timeZone: string;
}

/** The hours of one weekday; none closes it. */
export interface CalendarHoursStep {
  readonly kind: 'calendar-hours';
  readonly calendar: CalendarKey;
  readonly weekday: Weekday;
  readonly hours: readonly OpenHours[];
}

/** All holidays of a calendar, and where those of later years come from. */
interface CalendarHolidaysStep {
  readonly kind: 'calendar-holidays';
  readonly calendar: CalendarKey;
  readonly holidays: readonly Holiday[];
  readonly source: NamedCalendar['holidaySource'];
}

/** The hours of one date in place of its weekday's; null takes the exception out. */
interface CalendarExceptionStep {
  readonly kind: 'calendar-exception';
  readonly calendar: CalendarKey;
  readonly date: string;
  readonly hours: readonly OpenHours[] | null;
}

export const calendarStep: StepKind<CalendarStep> = {
  kind: 'calendar',
  key: ({ calendar }) => calendar,
  apply: (document, { calendar, named }) => {
    const { [calendar]: present, ...others } = document.calendars;
    if (named === null && present === undefined) throw new RangeError(`the policy has no calendar "${calendar}"`);
    return { ...document, calendars: named === null ? others : { ...document.calendars, [calendar]: named } };
  },
  words: ({ calendar, named }, { base, words }) => {
    const present = calendarOf(base, calendar);
    const { say } = createCalendarWords(words);
    const name = words.pick((named ?? present)?.label ?? { en: calendar, fr: calendar });
    const there = (is: boolean): string => say(is ? 'change.there' : 'change.absent');
    return [
      { place: say('change.calendar', { name }), before: there(present !== undefined), after: there(named !== null) },
    ];
  },
};

export const calendarLabelStep: StepKind<CalendarLabelStep> = {
  kind: 'calendar-label',
  key: ({ calendar }) => calendar,
  apply: (document, { calendar, label }) => withCalendar(document, calendar, (named) => ({ ...named, label })),
  words: ({ calendar, label }, scene) =>
    change(
      scene,
      calendar,
      'change.name',
      (named) => bothLanguages(named.label, scene.words),
      bothLanguages(label, scene.words),
    ),
};

export const calendarZoneStep: StepKind<CalendarZoneStep> = {
  kind: 'calendar-zone',
  key: ({ calendar }) => calendar,
  apply: (document, { calendar, timeZone }) =>
    withCalendar(document, calendar, (named) => ({ ...named, calendar: { ...named.calendar, timeZone } })),
  words: ({ calendar, timeZone }, scene) =>
    change(scene, calendar, 'change.zone', (named) => named.calendar.timeZone, timeZone),
};

export const calendarHoursStep: StepKind<CalendarHoursStep> = {
  kind: 'calendar-hours',
  key: ({ calendar, weekday }) => `${calendar}/${weekday}`,
  apply: (document, { calendar, weekday, hours }) =>
    withWeekly(document, calendar, (weekly) => {
      const { [weekday]: _before, ...others } = weekly.weeklyHours;
      return { ...weekly, weeklyHours: hours.length === 0 ? others : { ...others, [weekday]: hours } };
    }),
  words: ({ calendar, weekday, hours }, scene) => {
    const { weekdayName, hoursText } = createCalendarWords(scene.words);
    const before = (named: NamedCalendar): string =>
      hoursText(isAlways(named.calendar) ? [] : (named.calendar.weeklyHours[weekday] ?? []));
    return change(scene, calendar, 'change.day', before, hoursText(hours), { day: weekdayName(weekday) });
  },
};

export const calendarHolidaysStep: StepKind<CalendarHolidaysStep> = {
  kind: 'calendar-holidays',
  key: ({ calendar }) => calendar,
  apply: (document, { calendar, holidays, source }) =>
    withCalendar(
      withWeekly(document, calendar, (weekly) => ({ ...weekly, holidays })),
      calendar,
      (named) => ({ ...named, holidaySource: source }),
    ),
  words: ({ calendar, holidays, source }, scene) => {
    const { say, sourceName } = createCalendarWords(scene.words);
    const text = (days: readonly Holiday[], from: NamedCalendar['holidaySource']): string =>
      [say('change.days', { count: days.length }), ...(from === null ? [] : [sourceName(from)])].join(' · ');
    const before = (named: NamedCalendar): string =>
      text(isAlways(named.calendar) ? [] : named.calendar.holidays, named.holidaySource);
    return change(scene, calendar, 'change.holidays', before, text(holidays, source));
  },
};

export const calendarExceptionStep: StepKind<CalendarExceptionStep> = {
  kind: 'calendar-exception',
  key: ({ calendar, date }) => `${calendar}/${date}`,
  apply: (document, { calendar, date, hours }) =>
    withWeekly(document, calendar, (weekly) => {
      const others = weekly.exceptions.filter((exception) => exception.date !== date);
      const all = hours === null ? others : [...others, { date, hours }];
      return { ...weekly, exceptions: all.sort((a, b) => (a.date < b.date ? -1 : 1)) };
    }),
  words: ({ calendar, date, hours }, scene) => {
    const { say, hoursText } = createCalendarWords(scene.words);
    const text = (given: readonly OpenHours[] | undefined): string =>
      given === undefined ? say('change.asUsual') : hoursText(given);
    const before = ({ calendar: held }: NamedCalendar): string =>
      text(isAlways(held) ? undefined : held.exceptions.find((exception) => exception.date === date)?.hours);
    const day = scene.words.format.date(date);
    return change(scene, calendar, 'change.day', before, text(hours ?? undefined), { day });
  },
};

function withCalendar(
  document: PolicyDocument,
  key: CalendarKey,
  changed: (named: NamedCalendar) => NamedCalendar,
): PolicyDocument {
  const named = calendarOf(document, key);
  if (named === undefined) throw new RangeError(`the policy has no calendar "${key}"`);
  return { ...document, calendars: { ...document.calendars, [key]: changed(named) } };
}

function withWeekly(
  document: PolicyDocument,
  key: CalendarKey,
  changed: (weekly: WeeklyCalendar) => WeeklyCalendar,
): PolicyDocument {
  return withCalendar(document, key, (named) => {
    if (isAlways(named.calendar)) throw new RangeError(`the calendar "${key}" is open at all times`);
    return { ...named, calendar: changed(named.calendar) };
  });
}

type ChangeKey = 'change.name' | 'change.zone' | 'change.day' | 'change.holidays';

/** One line: what of which calendar, from what the policy in force has, if it has the calendar, to what then stands. */
function change(
  { base, words, names }: ChangeScene,
  calendar: CalendarKey,
  what: ChangeKey,
  before: (named: NamedCalendar) => string,
  after: string,
  values: Readonly<Record<string, string>> = {},
): readonly ChangeWords[] {
  const { say } = createCalendarWords(words);
  const named = calendarOf(base, calendar);
  const place = say(what, { calendar: names.calendar(calendar), ...values });
  return [{ place, before: named === undefined ? say('change.absent') : before(named), after }];
}

function bothLanguages({ en, fr }: Bilingual, words: AdminWords): string {
  return `${words.quote(en)}, ${words.quote(fr)}`;
}
