import type { Millis } from '../time/instant';
import type { Outcome } from '../clock/report';
import type { StoredResult } from './stored-result';

/** How late promises were that were broken: both kinds of a miss. */
export interface LateFigures {
  readonly median: Millis;
  readonly p90: Millis;
  readonly most: Millis;
}

/** Results of one metric, added up. Those reported apart are counted there and nowhere else. */
export interface ReportFigures {
  readonly met: number;
  readonly missed: number;
  readonly missedCustomerUnavailable: number;
  readonly apart: number;
  readonly withoutPromise: number;
  /** Of all promises that were kept or missed, the share kept; null where there was none. See keptShare. */
  readonly kept: number | null;
  /** The same without those missed while the customer's resources were unavailable. Stands beside `kept`, never in its place. */
  readonly keptWithoutUnavailable: number | null;
  /** Null where none was late. */
  readonly late: { readonly working: LateFigures; readonly real: LateFigures } | null;
}

/**
 * The share of `of` that `kept` is, cut down to thousandths: 1,999 of 2,000 is 0.999, so that 99.95 % is shown as 99.9 % and
 * never as 100 %. Null of none.
 */
export function keptShare(kept: number, of: number): number | null {
  if (of === 0) return null;
  const thousands = kept * 1000;
  return (thousands - (thousands % of)) / of / 1000;
}

/**
 * The smallest value that at least this percent of the values do not exceed (nearest rank): always one that occurred, so that
 * it opens to a ticket. The median of an even number is the lower of the middle two. Null of none.
 */
export function percentile(sorted: readonly number[], percent: number): number | null {
  const rank = Math.max(1, Math.ceil((sorted.length * percent) / 100));
  return sorted[rank - 1] ?? null;
}

/** Adds up results: the caller chooses which, usually those of one metric. */
export function figuresOf(results: readonly Pick<StoredResult, 'outcome' | 'apart' | 'lateBy'>[]): ReportFigures {
  const counted = results.filter(({ apart }) => !apart);
  const count = (outcome: Outcome): number => counted.filter((result) => result.outcome === outcome).length;
  const [met, missed, missedCustomerUnavailable] = [
    count('met'),
    count('missed'),
    count('missed-customer-unavailable'),
  ] as const;
  const late = counted.filter(({ outcome }) => outcome === 'missed' || outcome === 'missed-customer-unavailable');
  return {
    met,
    missed,
    missedCustomerUnavailable,
    apart: results.length - counted.length,
    withoutPromise: count('no-promise'),
    kept: keptShare(met, met + missed + missedCustomerUnavailable),
    keptWithoutUnavailable: keptShare(met, met + missed),
    late:
      late.length === 0
        ? null
        : {
            working: lateFigures(late.map(({ lateBy }) => lateBy.working)),
            real: lateFigures(late.map(({ lateBy }) => lateBy.real)),
          },
  };
}

function lateFigures(lengths: readonly Millis[]): LateFigures {
  const sorted = [...lengths].sort((a, b) => a - b);
  return {
    median: percentile(sorted, 50) ?? 0,
    p90: percentile(sorted, 90) ?? 0,
    most: sorted.at(-1) ?? 0,
  };
}
