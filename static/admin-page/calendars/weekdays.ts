import type { Weekday } from '../../../src/core/time/local-date';

/** From Monday on, as calendars are stored. */
export const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
