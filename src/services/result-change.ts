import { resultName, type StoredResult } from '../core/report/stored-result';
import { fingerprint } from '../core/time/fingerprint';
import type { ResultChange, ResultPrint, TicketRow } from './ports';

/** A transaction of the store has room for 25 writes, the row's among them. */
const MOST_AT_ONCE = 20;

/** How the results kept with a row come to be those of the fold. */
export interface ResultUpdate {
  /** What the row then remembers of them. */
  readonly prints: readonly ResultPrint[];
  /** Null where nothing changes. */
  readonly change: ResultChange | null;
  /** Whether the change is only a part of it: another look takes the rest. */
  readonly isPartial: boolean;
}

/**
 * What has to be written for a ticket's stored results to be `results`: those that are new or say something else, and those
 * that are no more, since their clock runs again. Done twice, the second time changes nothing.
 */
export function resultUpdate(row: TicketRow | null, results: readonly StoredResult[]): ResultUpdate {
  const before = new Map((row?.results ?? []).map((print) => [print.name, print]));
  const wanted = results.map((result) => ({ result, print: printOf(result) }));
  const names = new Set(wanted.map(({ print }) => print.name));
  const changed = wanted.filter(({ print }) => before.get(print.name)?.print !== print.print);
  const gone = [...before.values()].filter(({ name }) => !names.has(name));
  if (changed.length + gone.length === 0)
    return { prints: wanted.map(({ print }) => print), change: null, isPartial: false };

  const put = changed.slice(0, MOST_AT_ONCE);
  const remove = gone.slice(0, MOST_AT_ONCE - put.length);
  // A result that moves to another month leaves the one it was in, which is to notice.
  const moved = put.flatMap(({ print }) => leftMonth(before.get(print.name), print));
  for (const { name } of remove) before.delete(name);
  for (const { print } of put) before.set(print.name, print);
  return {
    prints: [...before.values()],
    change: { put: put.map(({ result }) => result), remove, moved },
    isPartial: put.length + remove.length < changed.length + gone.length,
  };
}

function printOf(result: StoredResult): ResultPrint {
  return { name: resultName(result), month: result.month, print: fingerprint(JSON.stringify(result)) };
}

function leftMonth(before: ResultPrint | undefined, { month }: ResultPrint): readonly string[] {
  return before === undefined || before.month === month ? [] : [before.month];
}
