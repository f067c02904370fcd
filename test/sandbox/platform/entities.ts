import { isObject, listAt, type JsonObject } from './json';
import type { AttributeType, EntityDefinition, EntityIndex } from './manifest';
import { comparePositions, firstAt, type IndexEntry, type SortedIndex } from './sorted-index';
import { conditionHolds, passes, readFilters, readRange } from './storage-conditions';
import { StorageError } from './storage-errors';
import { byteSize, checkValue, DEFAULT_PAGE_ROWS, MOST_PAGE_ROWS } from './storage-limits';
import type { Row, StorageTable } from './storage-table';

const INTEGER_LIMIT = 2 ** 31;
const MOST_PARTITION_BYTES = 1_700;
const MOST_RANGE_BYTES = 900;

/** One page of an index, and where the next starts; null at the end. `bytes` is what was read, before filters. */
export interface EntityPage {
  rows: { key: string; row: Row }[];
  cursor: string | null;
  bytes: number;
}

/**
 * Throws a StorageError where a value is no object, has an undeclared attribute, or one that is not strictly of its
 * declared type: strings non-empty, integers of 32 bits, floats finite (forge-facts §6).
 */
export function checkEntityValue(entity: EntityDefinition, value: unknown): void {
  checkValue(value);
  if (!isObject(value)) throw new StorageError('INVALID_ENTITY_VALUE', `A value of ${entity.name} must be an object.`);
  for (const [attribute, content] of Object.entries(value)) {
    const type = entity.attributes.get(attribute);
    if (type === undefined) {
      throw new StorageError('INVALID_ENTITY_VALUE', `The entity ${entity.name} declares no attribute ${attribute}.`);
    }
    if (!isOfType(type, content)) {
      throw new StorageError('INVALID_ENTITY_VALUE', `${entity.name}.${attribute} must be of type ${type}.`);
    }
  }
  for (const index of entity.indexes.values()) checkIndexed(entity, index, value);
}

function isOfType(type: AttributeType, content: unknown): boolean {
  switch (type) {
    case 'any':
      return true;
    case 'boolean':
      return typeof content === 'boolean';
    case 'string':
      return typeof content === 'string' && content !== '';
    case 'float':
      return typeof content === 'number' && Number.isFinite(content);
    case 'integer':
      return Number.isInteger(content) && Number(content) >= -INTEGER_LIMIT && Number(content) < INTEGER_LIMIT;
  }
}

function checkIndexed(entity: EntityDefinition, index: EntityIndex, value: JsonObject): void {
  const size = (names: readonly string[]): number => names.reduce((sum, name) => sum + byteSize(value[name]), 0);
  if (size(index.partition) > MOST_PARTITION_BYTES || size(index.range) > MOST_RANGE_BYTES) {
    throw new StorageError('MAX_SIZE', `A value is too long for the index ${index.name} of ${entity.name}.`);
  }
}

/**
 * Answers `/api/v1/entity/query` on an entity's indexes. Filters apply to the page read, so a page may be empty; the
 * rows that went or moved since the page before are neither lost nor read twice.
 */
export function queryEntity(
  entity: EntityDefinition,
  table: StorageTable,
  indexes: ReadonlyMap<string, SortedIndex>,
  request: JsonObject,
): EntityPage {
  const index = indexOf(entity, request['indexName']);
  const partition = partitionOf(entity, index, request['partition']);
  const range = readRange(request['range']);
  const filters = readFilters(request['filters'], entity);
  const descending = sortOf(request['sort']);
  const limit = pageLimit(request['limit']);
  const rangeName = index.range[0] ?? '';
  if (range !== null) for (const value of range.values) checkAgainst(entity, rangeName, value);
  const scope = JSON.stringify([entity.name, index.name, partition, request['range'] ?? null, descending]);
  const after = readCursor(request['cursor'], scope);

  table.catchUp();
  const entries = indexes.get(index.name)?.entriesOf(partition) ?? [];
  const page: IndexEntry[] = [];
  const step = descending ? -1 : 1;
  for (let at = startOf(entries, after, descending); page.length <= limit; at += step) {
    const entry = entries[at];
    if (entry === undefined) break;
    if (table.isGone(entry.row)) continue;
    if (range === null || conditionHolds(range, entry.position[0])) page.push(entry);
  }
  const more = page.length > limit;
  if (more) page.pop();
  return {
    rows: filters === null ? page : page.filter(({ row }) => passes(filters, row.value)),
    cursor: more ? encodeCursor(scope, page.at(-1)?.position ?? []) : null,
    bytes: page.reduce((sum, { row }) => sum + byteSize(row.value), 0),
  };
}

/** Rows of a page: 10 where not asked, 1 to 100 otherwise; throws a StorageError. */
export function pageLimit(value: unknown): number {
  if (value === undefined || value === null) return DEFAULT_PAGE_ROWS;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1 || value > MOST_PAGE_ROWS) {
    throw new StorageError('INVALID_QUERY', 'A page has 1 to 100 rows.');
  }
  return value;
}

function indexOf(entity: EntityDefinition, name: unknown): EntityIndex {
  const index = typeof name === 'string' ? entity.indexes.get(name) : undefined;
  if (index === undefined) {
    throw new StorageError('INDEX_NOT_FOUND', `The entity ${entity.name} declares no index ${String(name)}.`);
  }
  return index;
}

function partitionOf(entity: EntityDefinition, index: EntityIndex, value: unknown): readonly unknown[] {
  const partition = listAt(value, 'partition');
  if (partition.length !== index.partition.length) {
    throw new StorageError(
      'INVALID_QUERY',
      `The index ${index.name} of ${entity.name} takes a partition of ${index.partition.length} value(s).`,
    );
  }
  index.partition.forEach((name, place) => checkAgainst(entity, name, partition[place]));
  return partition;
}

function checkAgainst(entity: EntityDefinition, name: string, value: unknown): void {
  const type = entity.attributes.get(name);
  if (type === undefined || !isOfType(type, value)) {
    throw new StorageError('INVALID_QUERY', `${entity.name}.${name} is compared with a value that is not of its type.`);
  }
}

function sortOf(value: unknown): boolean {
  if (value === undefined || value === 'ASC') return false;
  if (value === 'DESC') return true;
  throw new StorageError('INVALID_QUERY', 'Sort is ASC or DESC.');
}

function encodeCursor(scope: string, position: readonly unknown[]): string {
  return Buffer.from(JSON.stringify({ scope, position })).toString('base64url');
}

/** The place of the entry to begin with: the first, or the one behind the cursor's. */
function startOf(entries: readonly IndexEntry[], after: readonly unknown[] | null, descending: boolean): number {
  if (after === null) return descending ? entries.length - 1 : 0;
  const at = firstAt(entries, after);
  if (descending) return at - 1;
  const entry = entries[at];
  return entry !== undefined && comparePositions(entry.position, after) === 0 ? at + 1 : at;
}

/** The position that a cursor stands for, null where there is none; throws a StorageError on another query's. */
function readCursor(cursor: unknown, scope: string): readonly unknown[] | null {
  if (cursor === undefined || cursor === null) return null;
  const decoded = decodeCursor(cursor);
  if (decoded?.scope !== scope) throw new StorageError('INVALID_CURSOR', 'The cursor belongs to another query.');
  return decoded.position;
}

function decodeCursor(cursor: unknown): { scope: string; position: readonly unknown[] } | null {
  if (typeof cursor !== 'string') return null;
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (!isObject(value) || typeof value['scope'] !== 'string' || !Array.isArray(value['position'])) return null;
    return { scope: value['scope'], position: value['position'] as unknown[] };
  } catch {
    return null;
  }
}
