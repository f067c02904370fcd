import type { Instant } from '../seam';
import { jsonCopy } from './json';

export interface Row {
  value: unknown;
  createdAt: Instant;
  updatedAt: Instant;
  expiresAt: Instant | null;
}

/** A change that the indexes do not show before `at`; no row for a deletion. */
interface PendingChange {
  at: Instant;
  key: string;
  row: Row | undefined;
}

/** Hears of each change as the indexes see it: the row of a key before and after. */
export type IndexObserver = (key: string, before: Row | undefined, after: Row | undefined) => void;

/**
 * One namespace of rows by key. Reads by key are strictly consistent; the indexes lag behind each write by what `lag`
 * says (0 for none), the writes of one key in their order. An expired row stays readable for `expiryLag` milliseconds,
 * since the cloud deletes up to 48 hours late and an app must not take expiry for absence.
 */
export class StorageTable {
  private readonly rows = new Map<string, Row>();
  private readonly shown = new Map<string, Row>();
  private readonly observers: IndexObserver[] = [];
  private pending: PendingChange[] = [];

  constructor(
    private readonly now: () => Instant,
    private readonly lag: () => number,
    private readonly expiryLag: number,
  ) {}

  get(key: string): Row | undefined {
    const row = this.rows.get(key);
    if (row === undefined || !this.isGone(row)) return row;
    this.delete(key);
    return undefined;
  }

  set(key: string, value: unknown, expiresAt: Instant | null): Row {
    const now = this.now();
    const before = this.get(key);
    const row = { value: jsonCopy(value), createdAt: before?.createdAt ?? now, updatedAt: now, expiresAt };
    this.rows.set(key, row);
    this.change(key, row);
    return row;
  }

  delete(key: string): boolean {
    if (!this.rows.delete(key)) return false;
    this.change(key, undefined);
    return true;
  }

  /** Every row by key order, as the store itself holds them. */
  all(): [string, Row][] {
    return [...this.rows].filter(([, row]) => !this.isGone(row)).sort(byKey);
  }

  /** Every row by key order, as the indexes show them now. */
  indexed(): [string, Row][] {
    this.catchUp();
    return [...this.shown].filter(([, row]) => !this.isGone(row)).sort(byKey);
  }

  /** Whether a row that an index shows has outlived its time. */
  isGone({ expiresAt }: Row): boolean {
    return expiresAt !== null && expiresAt + this.expiryLag <= this.now();
  }

  /** Tells an index of every row that is shown, and from now on of each change when it shows. */
  observe(observer: IndexObserver): void {
    for (const [key, row] of this.shown) observer(key, undefined, row);
    this.observers.push(observer);
  }

  /** Shows the indexes what is due to be shown; asked before each query. */
  catchUp(): void {
    const now = this.now();
    const due = this.pending.filter(({ at }) => at <= now);
    if (due.length === 0) return;
    this.pending = this.pending.filter(({ at }) => at > now);
    for (const { key, row } of due) this.show(key, row);
  }

  restore(rows: readonly [string, Row][]): void {
    for (const [key, row] of rows) {
      this.rows.set(key, row);
      this.show(key, row);
    }
  }

  private change(key: string, row: Row | undefined): void {
    const lag = this.lag();
    const earlier = this.pending.filter((change) => change.key === key).map(({ at }) => at);
    if (lag <= 0 && earlier.length === 0) {
      this.show(key, row);
      return;
    }
    this.pending.push({ at: Math.max(this.now() + lag, ...earlier), key, row });
  }

  private show(key: string, row: Row | undefined): void {
    const before = this.shown.get(key);
    if (row === undefined) this.shown.delete(key);
    else this.shown.set(key, row);
    for (const observer of this.observers) observer(key, before, row);
  }
}

function byKey([a]: [string, Row], [b]: [string, Row]): number {
  return a < b ? -1 : 1;
}
