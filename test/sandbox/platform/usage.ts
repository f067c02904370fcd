/** What the app used, as Forge would bill it: GB-seconds by configured memory, and what each function took. */
export class Usage {
  private readonly counts = new Map<string, number>();
  private peakMemoryBytes = 0;

  /** Adds to a counter, which begins at 0. */
  add(name: string, amount = 1): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + amount);
  }

  /** One run of a function of so much configured memory. */
  functionRan(functionKey: string, millis: number, memoryMegabytes: number): void {
    this.add('invocations');
    this.add(`invocations.${functionKey}`);
    this.add('functionMillis', millis);
    this.add('gbSeconds', (memoryMegabytes / 1_024) * (millis / 1_000));
  }

  /** The heap of the function host when a function ended; what all functions of the moment share. */
  memorySeen(bytes: number): void {
    this.peakMemoryBytes = Math.max(this.peakMemoryBytes, bytes);
  }

  counters(): Record<string, number> {
    return { ...Object.fromEntries(this.counts), peakHeapBytes: this.peakMemoryBytes };
  }
}
