import type { ReasonKey } from '../policy/document';
import type { EpochMillis } from '../time/instant';

/** An interval, half-open, in which the customer did not supply what the duty asks. */
export interface UnavailableInterval {
  readonly from: EpochMillis;
  readonly to: EpochMillis;
  /** The last one given. */
  readonly reasonCode: ReasonKey;
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

/** Ends the open interval, if there is one. What opens and ends at one instant was no time at all. */
export function withAvailable(state: DutyState, at: EpochMillis): DutyState {
  if (state.open === null) return state;
  const { since, reasonCode } = state.open;
  return { open: null, past: since < at ? [...state.past, { from: since, to: at, reasonCode }] : state.past };
}

/** Whether resources were unavailable at some time from `from` to `to`, the instant of the state: while a promise was broken. */
export function wasUnavailable({ open, past }: DutyState, from: EpochMillis, to: EpochMillis): boolean {
  return (open !== null && open.since < to) || past.some((interval) => interval.to > from);
}
