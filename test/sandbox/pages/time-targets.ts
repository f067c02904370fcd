import { DAY, HOUR } from '../../../src/core/time/instant';
import { epochDayOf, localDateOf, weekdayOf } from '../../../src/core/time/local-date';
import { instantOfLocal, localAt, zoneTransitions } from '../../../src/core/time/zone';
import type { Instant } from '../seam';

/** Where the site's clock may be sent, always onwards. */
export const MOVE_TARGETS = ['now', 'next-threshold', 'hour', 'day', 'monday', 'clock-change'] as const;
export type MoveTarget = (typeof MOVE_TARGETS)[number];

/** The zone that the site's clock is shown in. */
export const SITE_ZONE = 'America/Toronto';

const OPENING_MINUTES = 8 * 60 + 30;
const MORNING_MINUTES = 10 * 60;
const MONDAY = 1;
/** Every zone that changes its clocks does so within a year. */
const CLOCK_CHANGE_REACH = 400 * DAY;

/** What a target depends on besides the present. */
export interface Known {
  readonly now: Instant;
  /** The machine's own time. */
  readonly realNow: Instant;
  readonly nextThreshold: Instant | null;
}

/** The instant of a target, or null where it would not lie ahead: nobody's history can be undone. */
export function targetInstant(target: MoveTarget, known: Known): Instant | null {
  const wanted = wantedInstant(target, known);
  return wanted !== null && wanted > known.now ? wanted : null;
}

function wantedInstant(target: MoveTarget, { now, realNow, nextThreshold }: Known): Instant | null {
  switch (target) {
    case 'now':
      return realNow;
    case 'next-threshold':
      return nextThreshold;
    case 'hour':
      return now + HOUR;
    case 'day':
      return now + DAY;
    case 'monday':
      return mondayAfter(now);
    case 'clock-change':
      return morningAfterClockChange(now);
  }
}

/** Opening time of the next Monday that is not today. */
function mondayAfter(now: Instant): Instant {
  const today = dayOf(now);
  const days = ((MONDAY - weekdayOf(today) + 6) % 7) + 1;
  return instantOfLocal(SITE_ZONE, localDateOf(today + days), OPENING_MINUTES);
}

/** Ten o'clock on the day on which the zone's clocks next change. */
function morningAfterClockChange(now: Instant): Instant | null {
  for (const change of zoneTransitions(SITE_ZONE, now, now + CLOCK_CHANGE_REACH)) {
    const morning = instantOfLocal(SITE_ZONE, localAt(SITE_ZONE, change).date, MORNING_MINUTES);
    if (morning > now) return morning;
  }
  return null;
}

function dayOf(at: Instant): number {
  const day = epochDayOf(localAt(SITE_ZONE, at).date);
  if (day === undefined) throw new Error(`no day at ${String(at)}`);
  return day;
}
