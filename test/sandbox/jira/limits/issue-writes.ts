/** Writes to one issue: no more than 20 in 2 seconds and 100 in 30 seconds. */
interface Window {
  most: number;
  millis: number;
}

export class IssueWrites {
  static readonly SHORT: Window = { most: 20, millis: 2_000 };
  static readonly LONG: Window = { most: 100, millis: 30_000 };
  private readonly writes = new Map<string, number[]>();

  /** Counts a write; gives 0, or the milliseconds until the next is allowed. */
  take(issueId: string, now: number): number {
    const recent = (this.writes.get(issueId) ?? []).filter((at) => at <= now && at > now - IssueWrites.LONG.millis);
    const wait = Math.max(waitFor(recent, now, IssueWrites.SHORT), waitFor(recent, now, IssueWrites.LONG));
    if (wait === 0) recent.push(now);
    this.writes.set(issueId, recent);
    return wait;
  }
}

/** Until the write that fills the window is older than it. */
function waitFor(recent: readonly number[], now: number, { most, millis }: Window): number {
  const filling = recent[recent.length - most];
  return filling === undefined || filling <= now - millis ? 0 : filling + millis - now;
}
