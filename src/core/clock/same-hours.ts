import type { EpochMillis, Millis } from '../time/instant';
import { addWorkingTime, workingTimeBetween, type WorkingTime } from '../time/working-time-queries';

/** Whether two calendars are open at the same times in [from, to): compared opening by opening, closing by closing. */
export function sameHours(a: WorkingTime, b: WorkingTime, from: EpochMillis, to: EpochMillis): boolean {
  if (a === b) return true;
  let at = from;
  while (at < to) {
    const opening = openingAfter(a, at, to);
    if (opening !== openingAfter(b, at, to)) return false;
    if (opening === to) return true;
    at = closingAfter(a, opening, to);
    const open = at - opening;
    if (workingTimeBetween(b, opening, at) !== open) return false;
  }
  return true;
}

/** The first instant of [at, to) that is open; `to` where none is. */
function openingAfter(workingTime: WorkingTime, at: EpochMillis, to: EpochMillis): EpochMillis {
  const isOpenSometime = workingTimeBetween(workingTime, at, to) > 0;
  return isOpenSometime ? addWorkingTime(workingTime, at, ONE_MILLI) - ONE_MILLI : to;
}

const ONE_MILLI: Millis = 1;

/** The end of the open stretch that `opening` begins, `to` at the latest: all of the time up to it is open, so bisect. */
function closingAfter(workingTime: WorkingTime, opening: EpochMillis, to: EpochMillis): EpochMillis {
  const isOpenUntil = (at: EpochMillis): boolean => workingTimeBetween(workingTime, opening, at) === at - opening;
  if (isOpenUntil(to)) return to;
  let open = opening + ONE_MILLI;
  let closed = to;
  while (closed - open > ONE_MILLI) {
    const middle = Math.floor((open + closed) / 2);
    if (isOpenUntil(middle)) open = middle;
    else closed = middle;
  }
  return open;
}
