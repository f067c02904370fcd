import type { SlaClock } from '../core/clock/clock';
import type { TimedThreshold } from '../core/clock/thresholds';
import { tellsOf } from '../core/policy/told-priorities';
import { nextOpening, workingTimeBetween, type WorkingTime } from '../core/time/working-time-queries';
import { MINUTE, type EpochMillis, type Millis } from '../core/time/instant';
import type { TrackedLook } from './look-at-ticket';
import type { PendingFlag } from './ports';
import { scopeOf } from './scope';

/** For so long a flag is told by the look that took it: longer than any function of the app may run. */
export const CLAIM: Millis = 5 * MINUTE;

/** A threshold that was reached on a clock that is still open. */
export interface Flag {
  readonly threshold: TimedThreshold;
  readonly clock: SlaClock;
  /** For how long it could have been told and was not: quiet hours do not count. */
  readonly late: Millis;
}

export interface FlagsToTell {
  /** To be told by this look. */
  readonly now: readonly Flag[];
  /** What the row keeps meanwhile: flags held or claimed, so that a look that dies leaves none untold. */
  readonly pending: readonly PendingFlag[];
}

/**
 * Which flags people are to be told of, now and later (rules.md §8). Of several on one clock only the last is told: the
 * warning at 75 % says nothing after the one at 90 %. A clock that stopped and a goal that is no more need no telling, nor
 * does what was past before the ticket came into scope: installing raises no storm (rules.md §1).
 */
export function flagsToTell(look: TrackedLook, newlyDue: readonly TimedThreshold[]): FlagsToTell {
  const { alerts } = look.document;
  const before = new Map((look.row?.pending ?? []).map(({ key, from }) => [key, from]));
  const since = inScopeSince(look);
  const fresh = new Set(newlyDue.filter(({ at }) => at > since).map(({ key }) => key));
  const flags = look.fold.clocks
    .filter(({ stopTime, goal }) => stopTime === null && tellsOf(alerts, goal?.priority ?? null))
    .flatMap((clock) => {
      const told = clock.thresholds.filter(isReached(look.fold.at));
      const threshold = told.findLast(({ key }) => fresh.has(key) || before.has(key));
      return threshold === undefined ? [] : [timed(look, clock, threshold, before.get(threshold.key))];
    });
  const now = flags.filter(({ from }) => from <= look.fold.at).map(({ flag }) => flag);
  const held = flags.filter(({ from }) => from > look.fold.at);
  return {
    now,
    pending: [
      ...held.map(({ flag, from }) => ({ key: flag.threshold.key, from })),
      // A comment is looked up before it is repeated, so it may be tried again; mail alone is claimed by forgetting it.
      ...(alerts.comment ? now.map(({ threshold }) => ({ key: threshold.key, from: look.fold.at + CLAIM })) : []),
    ],
  };
}

const isReached =
  (at: EpochMillis) =>
  (threshold: SlaClock['thresholds'][number]): threshold is TimedThreshold =>
    threshold.at !== null && threshold.at <= at;

/** A flag with the instant from which this look may tell it, and how late that is now. */
function timed(
  look: TrackedLook,
  clock: SlaClock,
  threshold: TimedThreshold,
  pendingFrom: EpochMillis = 0,
): { readonly flag: Flag; readonly from: EpochMillis } {
  const { at } = look.fold;
  const hours = tellingHours(look, clock);
  const from = Math.max(pendingFrom, hours === null ? at : (nextOpening(hours, at) ?? at));
  const late = hours === null ? at - threshold.at : workingTimeBetween(hours, threshold.at, at);
  return { flag: { threshold, clock, late }, from };
}

/** When people may be told: the hours of the goal's own calendar, which is never quiet where it never closes; null: always. */
export function tellingHours(look: TrackedLook, { goal }: SlaClock): WorkingTime | null {
  if (!look.document.alerts.quietOutsideHours || goal === null) return null;
  const { document } = look.policies.find(({ version }) => version === goal.policyVersion) ?? look;
  const named = document.calendars[goal.calendar];
  return named === undefined ? null : look.input.workingTimeOf(named.calendar);
}

/** The publication that brought the ticket into scope; the beginning of time where it was raised in scope. */
export function inScopeSince({ policies, reading }: TrackedLook): EpochMillis {
  const outside = policies.findLastIndex(({ document }) => scopeOf(document.scope, reading) !== 'incident');
  return policies[outside + 1]?.publishedAt ?? 0;
}
