import { businessDayClose } from '../../time/business-days';
import { calendarFingerprint, isAlways, type SlaCalendar } from '../../time/calendar';
import { compileCalendar } from '../../time/compile-calendar';
import { durationMillis, type Duration } from '../../time/duration';
import { DAY, MINUTE, type EpochMillis, type Millis } from '../../time/instant';
import { addWorkingTime } from '../../time/working-time-queries';
import type { GoalSetting, PolicyDocument } from '../document';
import { calendarOf } from '../lookup';
import { isEverOpen } from './ever-open';

/** A target on its calendar, both fit to be counted. */
export interface Measured {
  readonly duration: Duration;
  readonly calendar: SlaCalendar;
}

const WEEK: Millis = 7 * DAY;
/** Any week will do, since ordinary weeks are compared; this one begins on a Monday in every zone's reckoning or a day off. */
const SAMPLE_WEEK: EpochMillis = Date.UTC(2024, 0, 1);
/** Opening hours are seldom set finer. */
const SAMPLE_STEP: Millis = 15 * MINUTE;

/** Some twenty years: what takes longer falls due after everything else, and needs no calendar so far ahead. */
const MOST_WEEKS = 1000;

/** The target ready to be compared; undefined where its calendar or its amount has a fault that another check reports. */
export function measured(document: PolicyDocument, { target, calendar }: GoalSetting): Measured | undefined {
  const found = calendarOf(document, calendar)?.calendar;
  if (found === undefined || !(target.amount > 0) || !isEverOpen(found)) return undefined;
  return { duration: target, calendar: ordinary(found) };
}

/** The target's length in working time of its calendar; undefined for business days, which end with a day. */
export function lengthOf({ duration, calendar }: Measured): Millis | undefined {
  return duration.unit === 'business-days' ? undefined : durationMillis(duration, calendar);
}

/**
 * Whether `a` can fall due later than `b` for some ticket. On one calendar the longer target does; across calendars every
 * quarter hour of an ordinary week is tried as a start, holidays aside, since 4 h around the clock and 8 h of office hours
 * compare by when they end and not by their figures.
 */
export function canBeLater(a: Measured, b: Measured): boolean {
  const [lengthA, lengthB] = [lengthOf(a), lengthOf(b)];
  if (lengthA !== undefined && lengthB !== undefined) {
    if (calendarFingerprint(a.calendar) === calendarFingerprint(b.calendar)) return lengthA > lengthB;
    // Around the clock a length takes no longer than itself, and on any calendar no less.
    if (isAlways(a.calendar) && lengthA <= lengthB) return false;
  }
  const dueA = dueOf(a);
  const dueB = dueOf(b);
  for (let start = SAMPLE_WEEK; start < SAMPLE_WEEK + WEEK; start += SAMPLE_STEP) {
    if (dueA(start) > dueB(start)) return true;
  }
  return false;
}

function dueOf(goal: Measured): (start: EpochMillis) => EpochMillis {
  const { duration, calendar } = goal;
  const length = lengthOf(goal);
  const aWeek = compileCalendar(calendar, SAMPLE_WEEK, SAMPLE_WEEK + WEEK);
  // Three weeks more than it takes: the sampled week itself, one begun, and one in which the clocks may change.
  const weeks = (length === undefined ? duration.amount / openDays(calendar) : length / aWeek.total) + 3;
  if (weeks > MOST_WEEKS) return () => Infinity;
  const workingTime = compileCalendar(calendar, SAMPLE_WEEK, SAMPLE_WEEK + Math.ceil(weeks) * WEEK);
  return length === undefined
    ? (start) => businessDayClose(workingTime, calendar, start, duration.amount)
    : (start) => addWorkingTime(workingTime, start, length);
}

function openDays(calendar: SlaCalendar): number {
  return isAlways(calendar) ? 7 : Object.values(calendar.weeklyHours).filter((hours) => hours.length > 0).length;
}

function ordinary(calendar: SlaCalendar): SlaCalendar {
  return isAlways(calendar) ? calendar : { ...calendar, holidays: [], exceptions: [] };
}
