import type { SlaClock } from '../core/clock/clock';
import type { TimedThreshold } from '../core/clock/thresholds';
import type { PriorityKey } from '../core/policy/document';
import { tellsOf } from '../core/policy/told-priorities';
import { nextOpening } from '../core/time/working-time-queries';
import type { EpochMillis } from '../core/time/instant';
import { inScopeSince, tellingHours } from './flags-to-tell';
import type { TrackedLook } from './look-at-ticket';

/** A flag that a ticket raised, or would have. */
export interface PastFlag {
  readonly threshold: TimedThreshold['threshold'];
  readonly priority: PriorityKey;
  /** When people were told or, of a flag that only the fields show, when it was reached. */
  readonly at: EpochMillis;
  readonly told: boolean;
}

/**
 * The flags of a ticket after `from`, as they would have been told under the alerts of its policy (rules.md §8): of several at
 * once the last; one that waits for opening hours only where by then nothing later was reached and the clock still ran.
 */
export function pastFlags(look: TrackedLook, from: EpochMillis): readonly PastFlag[] {
  const since = Math.max(from, inScopeSince(look));
  const clocks = [...look.fold.clocks, ...look.fold.closedCycles];
  return clocks.flatMap((clock) => flagsOf(look, clock)).filter(({ at }) => at > since);
}

function flagsOf(look: TrackedLook, clock: SlaClock): readonly PastFlag[] {
  const { goal, stopTime } = clock;
  if (goal === null) return [];
  const end = stopTime ?? look.fold.at;
  const isTold = tellsOf(look.document.alerts, goal.priority);
  const hours = tellingHours(look, clock);
  const reached = clock.thresholds.filter(
    (threshold): threshold is TimedThreshold => (threshold.at ?? Infinity) <= end,
  );
  return reached.flatMap(({ threshold, at }, i): readonly PastFlag[] => {
    const next = reached[i + 1]?.at ?? Infinity;
    if (next <= at) return [];
    const tellAt = hours === null ? at : (nextOpening(hours, at) ?? at);
    const told = isTold && tellAt < next && tellAt <= look.fold.at && (stopTime === null || tellAt < stopTime);
    return [{ threshold, priority: goal.priority, at: told ? tellAt : at, told }];
  });
}
