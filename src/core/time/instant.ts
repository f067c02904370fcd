/** Milliseconds since 1970-01-01T00:00:00Z: a point in time, the same everywhere. */
export type EpochMillis = number;

/** A length of time in milliseconds. */
export type Millis = number;

export const SECOND: Millis = 1000;
export const MINUTE: Millis = 60 * SECOND;
export const HOUR: Millis = 60 * MINUTE;
/** Twenty-four hours: a length, not a calendar day, which a change of clocks makes shorter or longer. */
export const DAY: Millis = 24 * HOUR;
