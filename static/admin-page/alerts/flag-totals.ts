import type { FlagCount } from '../../../src/contract/alerts';

/** What was told, summed over some counts. */
export interface FlagTotals {
  readonly flags: number;
  readonly comments: number;
  readonly mails: number;
}

/** The sums of those counts that are wanted. */
export function flagTotals(counts: readonly FlagCount[], isWanted: (count: FlagCount) => boolean): FlagTotals {
  return counts.filter(isWanted).reduce(
    (sums, count) => ({
      flags: sums.flags + count.flags,
      comments: sums.comments + count.comments,
      mails: sums.mails + count.mails,
    }),
    { flags: 0, comments: 0, mails: 0 },
  );
}

/** Each warning that was reached, the breach last. */
export function thresholdsIn(counts: readonly FlagCount[]): readonly FlagCount['threshold'][] {
  const byText = new Map(counts.map(({ threshold }) => [JSON.stringify(threshold), threshold]));
  return [...byText.entries()]
    .sort(
      ([a, { kind }], [b, other]) => rankOf(kind) - rankOf(other.kind) || a.localeCompare(b, 'en', { numeric: true }),
    )
    .map(([, threshold]) => threshold);
}

const rankOf = (kind: FlagCount['threshold']['kind']): number => ['percent', 'remaining', 'breach'].indexOf(kind);
