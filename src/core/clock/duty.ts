import type { ReasonKey } from '../policy/document';
import type { EpochMillis } from '../time/instant';

/** An interval, half-open, in which the customer did not supply what the duty asks. */
export interface UnavailableInterval {
  readonly from: EpochMillis;
  readonly to: EpochMillis;
}

/** The customer's resources as of one instant (rules.md §7, duty). */
export interface DutyState {
  readonly open: { readonly since: EpochMillis; readonly reasonCode: ReasonKey } | null;
  readonly past: readonly UnavailableInterval[];
}

export const RESOURCES_AVAILABLE: DutyState = { open: null, past: [] };

/** Opens an interval; one that is open goes on under the new reason. */
export function withUnavailable(state: DutyState, at: EpochMillis, reasonCode: ReasonKey): DutyState {
  return { ...state, open: { since: state.open?.since ?? at, reasonCode } };
}

/** Ends the open interval, if there is one. */
export function withAvailable(state: DutyState, at: EpochMillis): DutyState {
  if (state.open === null) return state;
  return { open: null, past: [...state.past, { from: state.open.since, to: at }] };
}

/** Whether resources were unavailable at some time of (from, to]: how long a promise was broken. */
export function wasUnavailable(state: DutyState, from: EpochMillis, to: EpochMillis): boolean {
  const overlaps = (interval: UnavailableInterval): boolean => interval.from < to && interval.to > from;
  return (state.open !== null && state.open.since < to) || state.past.some(overlaps);
}
