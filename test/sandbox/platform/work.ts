import type { Instant } from '../seam';

/** One invocation that is due: run once; never rejects, since its source decides what a failure means. */
export interface Work {
  run(): Promise<void>;
}

/** Where due work comes from: the inbox of product events, the queues, the schedules. */
export interface WorkSource {
  /** When the earliest work that could start now was due, or null where none can start. */
  readyAt(now: Instant): Instant | null;
  /** Takes that work. Called only after `readyAt` gave an instant. */
  take(now: Instant): Work;
  /** The earliest instant of work still to come or due, or null. */
  nextDueAt(): Instant | null;
}

/**
 * Runs what is due in order of time, at most `parallelism` at once, until nothing is due and nothing runs. Work that
 * becomes due meanwhile, also through the clock's own pace, is run too.
 */
export async function settleWork(
  sources: readonly WorkSource[],
  now: () => Instant,
  parallelism: number,
): Promise<void> {
  const running = new Set<Promise<void>>();
  for (;;) {
    const next = running.size < parallelism ? earliest(sources, now()) : null;
    if (next !== null) {
      const work = next.take(now());
      const done: Promise<void> = work.run().finally(() => running.delete(done));
      running.add(done);
    } else if (running.size > 0) {
      await Promise.race(running);
    } else {
      return;
    }
  }
}

function earliest(sources: readonly WorkSource[], now: Instant): WorkSource | null {
  let found: { source: WorkSource; at: Instant } | null = null;
  for (const source of sources) {
    const at = source.readyAt(now);
    if (at !== null && (found === null || at < found.at)) found = { source, at };
  }
  return found?.source ?? null;
}
