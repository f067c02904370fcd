import { isObject } from './json';
import type { EntityIndex } from './manifest';
import { compareScalars } from './storage-conditions';
import type { Row, StorageTable } from './storage-table';

export interface IndexEntry {
  key: string;
  row: Row;
  /** The range attributes' values, then the key: where the entry stands in its partition. */
  position: readonly unknown[];
}

/**
 * One index of an entity, kept in order as rows change. A row that lacks one of the index's attributes is not in it.
 */
export class SortedIndex {
  private readonly partitions = new Map<string, IndexEntry[]>();

  constructor(
    private readonly index: EntityIndex,
    table: StorageTable,
  ) {
    table.observe((key, before, after) => {
      if (before !== undefined) this.remove(key, before);
      if (after !== undefined) this.insert(key, after);
    });
  }

  /** The entries of a partition in ascending order; the list is the index's own. */
  entriesOf(partition: readonly unknown[]): readonly IndexEntry[] {
    return this.partitions.get(JSON.stringify(partition)) ?? [];
  }

  private insert(key: string, row: Row): void {
    const partition = this.partitionOf(row);
    if (partition === null) return;
    const entries = this.partitions.get(partition) ?? [];
    this.partitions.set(partition, entries);
    const position = this.positionOf(key, row);
    entries.splice(firstAt(entries, position), 0, { key, row, position });
  }

  private remove(key: string, row: Row): void {
    const partition = this.partitionOf(row);
    const entries = partition === null ? undefined : this.partitions.get(partition);
    entries?.splice(firstAt(entries, this.positionOf(key, row)), 1);
  }

  private partitionOf(row: Row): string | null {
    const attributes = isObject(row.value) ? row.value : {};
    const { partition, range } = this.index;
    const isWhole = [...partition, ...range].every((name) => attributes[name] !== undefined);
    return isWhole ? JSON.stringify(partition.map((name) => attributes[name])) : null;
  }

  private positionOf(key: string, row: Row): unknown[] {
    const attributes = isObject(row.value) ? row.value : {};
    return [...this.index.range.map((name) => attributes[name]), key];
  }
}

/** The place of the first entry that does not come before the position. */
export function firstAt(entries: readonly IndexEntry[], position: readonly unknown[]): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const entry = entries[middle];
    if (entry !== undefined && comparePositions(entry.position, position) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Order of two positions, value by value. */
export function comparePositions(a: readonly unknown[], b: readonly unknown[]): number {
  for (const [place, value] of a.entries()) {
    const order = compareScalars(value, b[place]);
    if (order !== 0) return order;
  }
  return 0;
}
