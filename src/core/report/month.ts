import { calendarOf } from '../policy/lookup';
import type { PolicyDocument, PolicyVersion } from '../policy/document';
import type { EpochMillis } from '../time/instant';
import { instantOfLocal, localDateAt } from '../time/zone';

/** A month of a wall calendar, `YYYY-MM`. */
export type Month = string;

/**
 * The month that an instant counts for: in the zone of the default calendar of the policy in force then (the first one, for
 * the time before it), so that a later change of the zone moves nothing that is already reported.
 */
export function monthOf(policies: readonly PolicyVersion[], at: EpochMillis): Month {
  const inForce = policies.findLast(({ publishedAt }) => publishedAt <= at) ?? policies[0];
  if (inForce === undefined) throw new RangeError('a month needs at least one policy version');
  return monthAt(reportZone(inForce.document), at);
}

/** The zone that a policy's months begin and end in: its default calendar's. */
export function reportZone(document: PolicyDocument): string {
  return calendarOf(document, document.defaultCalendar)?.calendar.timeZone ?? 'UTC';
}

export function monthAt(timeZone: string, at: EpochMillis): Month {
  return localDateAt(timeZone, at).slice(0, 7);
}

/** The month so many months later; a negative number goes back. */
export function monthPlus(month: Month, months: number): Month {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const at = year * 12 + (number - 1) + months;
  return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`;
}

/** So many months up to one, oldest first. */
export function monthsUpTo(until: Month, count: number): readonly Month[] {
  return Array.from({ length: count }, (_, i) => monthPlus(until, i + 1 - count));
}

/** First instant of a month and of the next one. */
export function boundsOf(timeZone: string, month: Month): { readonly from: EpochMillis; readonly to: EpochMillis } {
  const first = (of: Month): EpochMillis => instantOfLocal(timeZone, `${of}-01`);
  return { from: first(month), to: first(monthPlus(month, 1)) };
}
