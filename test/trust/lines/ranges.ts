/** What a JavaScript engine noted of a script, and how often an offset of it ran. */
export interface ScriptRun {
  readonly url: string;
  readonly functions: readonly {
    readonly ranges: readonly { readonly startOffset: number; readonly endOffset: number; readonly count: number }[];
  }[];
}

/** Whether the code at an offset ran: by the innermost of the ranges around it; what no range holds did not. */
export function ranAt({ functions }: ScriptRun): (offset: number) => boolean {
  const ranges = functions
    .flatMap((fn) => fn.ranges)
    .toSorted((a, b) => a.startOffset - b.startOffset || b.endOffset - a.endOffset);
  // From each of these offsets on the answer is the one beside it. Ranges lie within each other or apart.
  const starts: number[] = [];
  const ran: boolean[] = [];
  const around: { end: number; ran: boolean }[] = [];
  const mark = (offset: number, value: boolean): void => {
    starts.push(offset);
    ran.push(value);
  };
  const leaveUntil = (offset: number): void => {
    for (let inner = around.at(-1); inner !== undefined && inner.end <= offset; inner = around.at(-1)) {
      around.pop();
      mark(inner.end, around.at(-1)?.ran ?? false);
    }
  };
  for (const { startOffset, endOffset, count } of ranges) {
    leaveUntil(startOffset);
    around.push({ end: endOffset, ran: count > 0 });
    mark(startOffset, count > 0);
  }
  leaveUntil(Infinity);
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((starts[middle] ?? Infinity) <= offset) low = middle + 1;
      else high = middle;
    }
    return ran[low - 1] ?? false;
  };
}
