const FIRST_YEAR = 1970;
const LAST_YEAR = 2076;
const MOST_YEARS = 20;

/** How many years ahead are proposed: as far as calendars are refreshed. */
const PROPOSED = 5;

export interface YearRange {
  readonly from: string;
  readonly to: string;
}

/** This year and the next five, as fields hold them. */
export function proposedYears(at: number): YearRange {
  const year = new Date(at).getUTCFullYear();
  return { from: String(year), to: String(year + PROPOSED) };
}

/** The years of a range as typed; null where they cannot be asked for. */
export function yearsIn({ from, to }: YearRange): readonly number[] | null {
  const [first, last] = [Number(from), Number(to)];
  const isGood =
    Number.isInteger(first) && Number.isInteger(last) && first >= FIRST_YEAR && last <= LAST_YEAR && first <= last;
  if (!isGood || last - first >= MOST_YEARS) return null;
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
