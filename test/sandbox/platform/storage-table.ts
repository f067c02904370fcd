import type { Instant } from '../seam';
import { jsonCopy } from './json';

export interface Row {
  value: unknown;
  createdAt: Instant;
  updatedAt: Instant;
  expiresAt: Instant | null;
}

/** What an index still shows of a key until `until`: its row before the write, or null where there was none. */
interface Shadow {
  until: Instant;
  row: Row | null;
}

/**
 * One namespace of rows by key. Reads by key are strictly consistent; `indexed` is what the indexes show, which lags
 * behind each write by what `lag` says (0 for none). An expired row stays readable for `expiryLag` milliseconds, since
 * the cloud deletes up to 48 hours late and an app must not take expiry for absence.
 */
export class StorageTable {
  private readonly rows = new Map<string, Row>();
  private readonly shadows = new Map<string, Shadow[]>();

  constructor(
    private readonly now: () => Instant,
    private readonly lag: () => number,
    private readonly expiryLag: number,
  ) {}

  get(key: string): Row | undefined {
    const row = this.rows.get(key);
    const expiresAt = row?.expiresAt ?? null;
    if (expiresAt !== null && expiresAt + this.expiryLag <= this.now()) {
      this.rows.delete(key);
      return undefined;
    }
    return row;
  }

  set(key: string, value: unknown, expiresAt: Instant | null): Row {
    const now = this.now();
    const before = this.get(key);
    this.shadow(key, before);
    const row = { value: jsonCopy(value), createdAt: before?.createdAt ?? now, updatedAt: now, expiresAt };
    this.rows.set(key, row);
    return row;
  }

  delete(key: string): boolean {
    const before = this.get(key);
    if (before === undefined) return false;
    this.shadow(key, before);
    return this.rows.delete(key);
  }

  /** Every row by key order, as the store itself holds them. */
  all(): [string, Row][] {
    const keys = [...this.rows.keys()].sort();
    return keys.flatMap((key) => {
      const row = this.get(key);
      return row === undefined ? [] : [[key, row] as [string, Row]];
    });
  }

  /** Every row by key order, as the indexes show them now. */
  indexed(): [string, Row][] {
    const now = this.now();
    const shown = new Map(this.all());
    for (const [key, shadows] of this.shadows) {
      const left = shadows.filter((shadow) => shadow.until > now);
      if (left.length === 0) this.shadows.delete(key);
      else this.shadows.set(key, left);
      const oldest = left[0];
      if (oldest === undefined) continue;
      if (oldest.row === null) shown.delete(key);
      else shown.set(key, oldest.row);
    }
    return [...shown].sort(([a], [b]) => (a < b ? -1 : 1));
  }

  restore(rows: readonly [string, Row][]): void {
    for (const [key, row] of rows) this.rows.set(key, row);
  }

  private shadow(key: string, row: Row | undefined): void {
    const lag = this.lag();
    if (lag <= 0) return;
    const shadows = this.shadows.get(key) ?? [];
    this.shadows.set(key, [...shadows, { until: this.now() + lag, row: row ?? null }]);
  }
}
