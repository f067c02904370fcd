/** One turn of a benchmark's loop; its result is summed, so that no work can be left out as unused. */
export type Turn = (i: number) => number;

export type Subjects<Name extends string> = Readonly<Record<Name, Turn>>;

/** The one loop that every subject runs in, the floor among them: what a turn costs beside its work is the same for all. */
function run(turn: Turn, turns: number): number {
  let sum = 0;
  for (let i = 0; i < turns; i++) sum += turn(i);
  return sum;
}

/**
 * Turns a second of each subject: the median of the rounds. Subjects take turns by round, so that a slow moment of the
 * machine slows all of them and their ratios hold.
 */
export function turnsPerSecond<Name extends string>(
  subjects: Subjects<Name>,
  { turns, rounds }: { readonly turns: number; readonly rounds: number },
): Readonly<Record<Name, number>> {
  const names = Object.keys(subjects) as Name[];
  // Warm: the loop must have seen every subject before the first is timed, or the first would be built into it.
  for (let i = 0; i < 3; i++) for (const name of names) consume(run(subjects[name], turns));
  const timed = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      const start = process.hrtime.bigint();
      const sum = run(subjects[name], turns);
      timed.get(name)?.push((turns * 1e9) / Number(process.hrtime.bigint() - start));
      consume(sum);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(timed.get(name) ?? [])])) as Record<Name, number>;
}

/** The median time of a call in milliseconds, after some calls that are not timed. */
export function medianMillis(call: () => unknown, times: number): number {
  for (let i = 0; i < 5; i++) call();
  return median(
    Array.from({ length: times }, () => {
      const start = process.hrtime.bigint();
      call();
      return Number(process.hrtime.bigint() - start) / 1e6;
    }),
  );
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;
}

function consume(sum: number): void {
  if (Number.isNaN(sum)) throw new Error('a subject of the bench gave no number');
}
