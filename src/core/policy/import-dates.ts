import { epochDayOf, type LocalDate } from '../time/local-date';

export type DateFault =
  | { readonly code: 'bad-date'; readonly column: 'from' | 'to'; readonly text: string }
  /** Day and month may be either, and no other date of the file tells which order it uses. */
  | { readonly code: 'ambiguous-date'; readonly column: 'from' | 'to'; readonly text: string };

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const NUMBERS = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;

type Order = 'day-first' | 'month-first';

/**
 * Reads the dates of one file: `2026-01-31` as it stands, and what spreadsheets make of it, `31/01/2026` or `1/31/2026`. Which
 * order a file uses follows from those of its dates that only one of the two can read; where none tells, `3/4/2026` is
 * ambiguous and `4/4/2026` is not.
 */
export function dateReader(texts: readonly string[]): (column: 'from' | 'to', text: string) => LocalDate | DateFault {
  const order = orderOf(texts);
  return (column, text) => {
    const iso = ISO.exec(text);
    if (iso !== null) return dateOf(iso[1], iso[2], iso[3]) ?? { code: 'bad-date', column, text };
    const found = NUMBERS.exec(text);
    if (found === null) return { code: 'bad-date', column, text };
    const [, first, second, year] = found;
    const dayFirst = dateOf(year, second, first);
    const monthFirst = dateOf(year, first, second);
    if (dayFirst !== null && monthFirst !== null && dayFirst !== monthFirst && order === null) {
      return { code: 'ambiguous-date', column, text };
    }
    return (
      (order === 'month-first' ? monthFirst : order === 'day-first' ? dayFirst : (dayFirst ?? monthFirst)) ?? {
        code: 'bad-date',
        column,
        text,
      }
    );
  };
}

/** Null where nothing tells, or where the file uses both. */
function orderOf(texts: readonly string[]): Order | null {
  const orders = new Set<Order>();
  for (const text of texts) {
    const found = NUMBERS.exec(text);
    if (found === null) continue;
    const [, first, second, year] = found;
    const dayFirst = dateOf(year, second, first);
    const monthFirst = dateOf(year, first, second);
    if (dayFirst !== null && monthFirst === null) orders.add('day-first');
    if (monthFirst !== null && dayFirst === null) orders.add('month-first');
  }
  const [only] = orders;
  return orders.size === 1 && only !== undefined ? only : null;
}

function dateOf(year = '', month = '', day = ''): LocalDate | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return epochDayOf(date) === undefined ? null : date;
}
