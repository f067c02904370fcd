import type { CalendarProblem, CalendarProblemCode } from './calendar';
import type { EpochMillis, Millis } from './instant';

/** Why a question about time was refused. A calendar that cannot be read is refused with its first problem's code. */
export type TimeErrorCode =
  | CalendarProblemCode
  /** An instant or a length that is NaN or infinite. */
  | 'not-a-number'
  | 'negative-duration'
  /** A number of business days that is not 1 or more and whole. */
  | 'bad-business-days'
  /** The range to compile is empty, reversed, or outside the years 1000 to 9999. */
  | 'bad-range'
  /** The range to compile is longer than 400 years. */
  | 'range-too-long'
  /** The instant lies outside the range that was compiled. */
  | 'outside-range'
  /** The calendar has no open time in the whole compiled range. */
  | 'no-open-time'
  /** The calendar is open, but the compiled range ends before the duration is used up. */
  | 'range-exhausted'
  /** A compiled working time in JSON that cannot be read back. */
  | 'bad-working-time';

/** What a TimeError says beside its code; only what the code concerns is there. */
export type TimeErrorData = {
  /** The name given to compileCalendar, else the calendar's zone and content fingerprint. */
  readonly calendar?: string;
  readonly problems?: readonly CalendarProblem[];
  readonly at?: EpochMillis;
  readonly duration?: Millis;
  readonly from?: EpochMillis;
  readonly to?: EpochMillis;
  readonly timeZone?: string;
};

/** The one error of core/time. Its message is for logs; people read a text chosen by `code`. */
export class TimeError extends Error {
  override readonly name = 'TimeError';

  constructor(
    readonly code: TimeErrorCode,
    readonly data: TimeErrorData,
    message: string,
  ) {
    super(message);
  }
}
