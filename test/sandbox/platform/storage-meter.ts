import type { Instant } from '../seam';
import { RateWindow } from './rate-window';
import { StorageError } from './storage-errors';

const UNIT_BYTES = 10 * 1024;
const EMPTY_READ_BYTES = 1024;
const UNITS_A_MINUTE = 4_000;
const BATCHES_A_MINUTE = 45;

/**
 * Counts the store's reads and writes and holds them to 4,000 each a minute in units of 10 KB, rounded up per item
 * (once for a batch or a page), and batches to 45 a minute. The documented 1,000 requests a second are not held: how
 * many this machine manages in a second says nothing of the cloud.
 */
export class StorageMeter {
  readonly counts = { reads: 0, writes: 0, readBytes: 0, writeBytes: 0 };
  private readonly reads = new RateWindow(UNITS_A_MINUTE);
  private readonly writes = new RateWindow(UNITS_A_MINUTE);
  private readonly batches = new RateWindow(BATCHES_A_MINUTE);

  constructor(
    private readonly now: () => Instant,
    private readonly enforced: boolean,
  ) {}

  /** Counts a read of so many bytes; an empty one is billed as 1 KB. Throws a StorageError over the rate. */
  read(bytes: number): void {
    this.hold(this.reads, unitsOf(bytes), 'reads');
    this.counts.reads += unitsOf(bytes);
    this.counts.readBytes += Math.max(bytes, EMPTY_READ_BYTES);
  }

  /** Counts a write of items of these sizes, each rounded up for itself. Throws a StorageError over the rate. */
  write(sizes: readonly number[]): void {
    const units = sizes.reduce((sum, bytes) => sum + unitsOf(bytes), 0);
    this.hold(this.writes, units, 'writes');
    this.counts.writes += units;
    this.counts.writeBytes += sizes.reduce((sum, bytes) => sum + bytes, 0);
  }

  /** Counts a batch request. Throws a StorageError over the rate. */
  batch(): void {
    this.hold(this.batches, 1, 'batch operations');
  }

  private hold(window: RateWindow, units: number, what: string): void {
    if (this.enforced && !window.take(this.now(), units)) {
      throw new StorageError('RATE_LIMIT_EXCEEDED', `Too many storage ${what} in this minute.`);
    }
  }
}

function unitsOf(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / UNIT_BYTES));
}
