import type { GoalSetting, PolicyDocument } from '../../../src/core/policy/document';
import { calendarOf } from '../../../src/core/policy/lookup';
import { isAlways, type WeeklyHours } from '../../../src/core/time/calendar';
import { DAY } from '../../../src/core/time/instant';
import type { AdminWords } from '../admin-words';
import { targetLength } from './target-length';

/** What days of a target come to: `2 d = 16 h of Mon–Fri 08:30–16:30`; null for other units. */
export function workingDayWords(
  { target, calendar: key }: GoalSetting,
  policy: PolicyDocument,
  words: AdminWords,
): string | null {
  const { say } = words;
  if (target.unit === 'business-days') {
    return say('targets.closeOf', { count: target.amount, amount: words.format.number(target.amount) });
  }
  const length = targetLength(target, key, policy);
  const calendar = calendarOf(policy, key)?.calendar;
  if (length === null || calendar === undefined) return null;
  const days = words.duration(target);
  return isAlways(calendar)
    ? say('targets.daysAlways', { days, length })
    : say('targets.daysOf', { days, length, hours: shortHours(calendar.weeklyHours, words.format.reader.intlLocale) });
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** A week in a cell's room: `Mon–Fri 08:30–16:30`, days of the same hours together. */
function shortHours(weekly: WeeklyHours, locale: string): string {
  const name = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  // 1 January 1970 was a Thursday, so that the fifth day of that year begins a week.
  const named = (weekday: number): string => name.format((weekday + 3) * DAY);
  const groups: { first: number; last: number; hours: string }[] = [];
  for (const weekday of WEEKDAYS) {
    const hours = (weekly[weekday] ?? []).map(({ start, end }) => `${start}–${end}`).join(', ');
    const group = groups.at(-1);
    if (group?.hours === hours) group.last = weekday;
    else groups.push({ first: weekday, last: weekday, hours });
  }
  return groups
    .filter(({ hours }) => hours !== '')
    .map(({ first, last, hours }) => `${named(first)}${first === last ? '' : `–${named(last)}`} ${hours}`)
    .join('; ');
}
