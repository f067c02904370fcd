import type { CalendarKey, PolicyDocument } from '../../../src/core/policy/document';
import { calendarOf } from '../../../src/core/policy/lookup';
import { durationMillis, type Duration } from '../../../src/core/time/duration';
import { TimeError } from '../../../src/core/time/time-error';
import { hoursText } from '../admin-words';

/** A target in days as working time of its calendar (`16 h`); null for other units and where the calendar gives none. */
export function targetLength(target: Duration, calendar: CalendarKey, policy: PolicyDocument): string | null {
  const found = calendarOf(policy, calendar)?.calendar;
  if (target.unit !== 'days' || found === undefined) return null;
  try {
    return hoursText(durationMillis(target, found));
  } catch (error) {
    // A calendar without open hours is a finding of its own.
    if (error instanceof TimeError) return null;
    throw error;
  }
}
