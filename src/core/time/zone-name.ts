/** Zones named by region (`America/Toronto`, `UTC`); an offset such as `+05:00` names no zone with rules of its own. */
const ZONE_NAME = /^[A-Za-z]/;

/**
 * Whether this run time knows the IANA zone of that name.
 * Apart from zone.ts so that a browser can check a calendar without luxon.
 */
export function isKnownZone(timeZone: string): boolean {
  if (!ZONE_NAME.test(timeZone)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    return false;
  }
}
