/** Zones named by region (`America/Toronto`, `UTC`); an offset such as `+05:00` names no zone with rules of its own. */
const ZONE_NAME = /^[A-Za-z]/;

/** Names found good before: asking Intl takes a millisecond, and every compilation asks. */
const known = new Set<string>();

/**
 * Whether this run time knows the IANA zone of that name.
 * Apart from zone.ts so that a browser can check a calendar without luxon.
 */
export function isKnownZone(timeZone: string): boolean {
  if (known.has(timeZone)) return true;
  if (!ZONE_NAME.test(timeZone)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone });
  } catch {
    return false;
  }
  known.add(timeZone);
  return true;
}
