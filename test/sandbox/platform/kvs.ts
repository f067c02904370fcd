import type { Instant } from '../seam';
import { checkEntityValue, pageLimit, queryEntity } from './entities';
import { isObject, listAt, objectAt, type JsonObject } from './json';
import type { EntityDefinition } from './manifest';
import { readSetOptions, type SetOptions } from './storage-options';
import { passes, readFilters, type Filters } from './storage-conditions';
import { StorageError } from './storage-errors';
import {
  byteSize,
  checkedKey,
  checkValue,
  MOST_BATCH_ITEMS,
  MOST_REQUEST_BYTES,
  MOST_TRANSACTION_ITEMS,
} from './storage-limits';
import type { StorageMeter } from './storage-meter';
import { SortedIndex } from './sorted-index';
import { StorageTable, type Row } from './storage-table';

export interface StorageSettings {
  now: () => Instant;
  meter: StorageMeter;
  entities: ReadonlyMap<string, EntityDefinition>;
  /** Milliseconds by which indexes lag behind the next write. */
  indexLag: () => number;
  /** Milliseconds for which an expired value can still be read. */
  expiryLag: number;
}

/** Rows of every namespace, as they survive a restart. */
export type StorageDump = Record<string, [string, Row][]>;

const VALUES = 'value';
const SECRETS = 'secret';

/**
 * Answers Forge's storage wire (local-site.md, the wire table): plain values, secrets, entities, transactions and
 * batches. `answer` gives the JSON to send, or undefined for an empty body; it throws a StorageError to refuse.
 * Its length is the wire's: one class, since the routes share the tables, the meter and the checks of an item.
 */
export class KeyValueStore {
  private readonly tables = new Map<string, StorageTable>();
  private readonly indexes = new Map<string, ReadonlyMap<string, SortedIndex>>();

  constructor(private readonly settings: StorageSettings) {}

  answer(path: string, body: unknown): unknown {
    switch (path) {
      case '/api/v1/get':
        return this.get(VALUES, body);
      case '/api/v1/secret/get':
        return this.get(SECRETS, body);
      case '/api/v1/entity/get':
        return this.get(this.entityNamespace(objectAt(body, 'body')['entityName']), body);
      case '/api/v1/set':
        return this.set(VALUES, body);
      case '/api/v1/secret/set':
        return this.set(SECRETS, body);
      case '/api/v1/entity/set':
        return this.set(this.entityNamespace(objectAt(body, 'body')['entityName']), body);
      case '/api/v1/delete':
        return this.remove(VALUES, body);
      case '/api/v1/secret/delete':
        return this.remove(SECRETS, body);
      case '/api/v1/entity/delete':
        return this.remove(this.entityNamespace(objectAt(body, 'body')['entityName']), body);
      case '/api/v1/query':
        return this.query(objectAt(body, 'body'));
      case '/api/v1/entity/query':
        return this.queryEntity(objectAt(body, 'body'));
      case '/api/v1/transaction':
        return this.transact(objectAt(body, 'body'));
      case '/api/v1/batch/set':
        return this.batch(body, (item) => this.batchSet(item));
      case '/api/v1/batch/get':
        return this.batch(body, (item) => this.batchGet(item));
      case '/api/v1/batch/delete':
        return this.batch(body, (item) => this.batchDelete(item));
      default:
        throw new StorageError('UNKNOWN_ROUTE', `The storage has no route ${path}.`);
    }
  }

  /** Rows of one entity by key; throws a StorageError where the manifest does not declare it. */
  peekEntity(entityName: string): { key: string; value: Record<string, unknown> }[] {
    const rows = this.table(this.entityNamespace(entityName)).all();
    return rows.map(([key, row]) => ({ key, value: isObject(row.value) ? row.value : {} }));
  }

  /** Plain values by key, as the developer console shows them. */
  peekValues(): { key: string; value: unknown }[] {
    return this.table(VALUES)
      .all()
      .map(([key, row]) => ({ key, value: row.value }));
  }

  dump(): StorageDump {
    return Object.fromEntries([...this.tables].map(([namespace, table]) => [namespace, table.all()]));
  }

  restore(dump: StorageDump): void {
    for (const [namespace, rows] of Object.entries(dump)) this.table(namespace).restore(rows);
  }

  private get(namespace: string, body: unknown): unknown {
    const key = checkedKey(objectAt(body, 'body')['key']);
    const row = this.table(namespace).get(key);
    this.settings.meter.read(byteSize(row?.value));
    if (row === undefined) throw new StorageError('KEY_NOT_FOUND', `There is no value of key ${key}.`);
    return shown(key, row);
  }

  private set(namespace: string, body: unknown): unknown {
    const { key, value, options } = this.readItem(namespace, objectAt(body, 'body'));
    const before = this.table(namespace).get(key);
    if (options.failIfExists && before !== undefined) {
      throw new StorageError('KEY_CONFLICT', `There is a value of key ${key} already.`);
    }
    this.settings.meter.write([byteSize(value)]);
    const after = this.table(namespace).set(key, value, options.expiresAt);
    if (options.returned === 'PREVIOUS') return before === undefined ? undefined : shown(key, before);
    return options.returned === 'LATEST' ? shown(key, after) : undefined;
  }

  private remove(namespace: string, body: unknown): unknown {
    const key = checkedKey(objectAt(body, 'body')['key']);
    this.settings.meter.write([0]);
    if (!this.table(namespace).delete(key)) throw new StorageError('KEY_NOT_FOUND', `There is no value of key ${key}.`);
    return undefined;
  }

  private query(body: JsonObject): unknown {
    const limit = pageLimit(body['limit']);
    const where = listAt(body['where'], 'where').map((item) => objectAt(item, 'where[]'));
    const prefixes = where.map((item) => {
      const [prefix] = listAt(item['values'], 'values');
      if (item['property'] !== 'key' || item['condition'] !== 'BEGINS_WITH' || typeof prefix !== 'string') {
        throw new StorageError('INVALID_QUERY', 'Plain values are found by the beginning of their key only.');
      }
      return prefix;
    });
    const after = body['after'] === undefined ? '' : decodeKeyCursor(body['after']);
    const found = this.table(VALUES)
      .indexed()
      .filter(([key]) => key > after && prefixes.every((prefix) => key.startsWith(prefix)));
    return this.page(found.slice(0, limit), found.length > limit, metadataOf(body));
  }

  private page(rows: [string, Row][], more: boolean, metadata: ReadonlySet<string>): unknown {
    this.settings.meter.read(rows.reduce((sum, [, row]) => sum + byteSize(row.value), 0));
    const last = rows.at(-1);
    return {
      data: rows.map(([key, row]) => shownWith(key, row, metadata)),
      ...(more && last !== undefined ? { cursor: Buffer.from(last[0]).toString('base64url') } : {}),
    };
  }

  private queryEntity(body: JsonObject): unknown {
    const namespace = this.entityNamespace(body['entityName']);
    const table = this.table(namespace);
    const page = queryEntity(this.definition(namespace), table, this.indexesOf(namespace, table), body);
    this.settings.meter.read(page.bytes);
    return {
      data: page.rows.map(({ key, row }) => shownWith(key, row, metadataOf(body))),
      ...(page.cursor === null ? {} : { cursor: page.cursor }),
    };
  }

  /** All or nothing: every condition is looked at before the first write. */
  private transact(body: JsonObject): unknown {
    const read = (part: string): JsonObject[] => listAt(body[part], part).map((item) => objectAt(item, `${part}[]`));
    const sets = read('set').map((item) => ({ item, ...this.readItem(this.namespaceOf(item), item) }));
    const others = [...read('delete'), ...read('check')];
    const items = [...sets.map(({ item }) => item), ...others];
    if (items.length === 0) throw new StorageError('INVALID_TRANSACTION', 'A transaction needs an operation.');
    if (items.length > MOST_TRANSACTION_ITEMS) {
      throw new StorageError('INVALID_TRANSACTION', 'A transaction has at most 25 operations.');
    }
    if (byteSize(body) > MOST_REQUEST_BYTES) throw new StorageError('MAX_SIZE', 'A transaction has at most 4 MB.');
    const addresses = items.map((item) => `${this.namespaceOf(item)} ${checkedKey(item['key'])}`);
    if (new Set(addresses).size < addresses.length) {
      throw new StorageError('INVALID_TRANSACTION', 'A transaction may name each key once.');
    }
    for (const item of read('check')) {
      if (item['conditions'] === undefined) throw new StorageError('INVALID_TRANSACTION', 'A check needs conditions.');
    }
    for (const item of items) this.checkConditions(item);
    this.settings.meter.write(items.map((item) => byteSize(item['value'])));
    for (const { item, key, value, options } of sets) {
      this.table(this.namespaceOf(item)).set(key, value, options.expiresAt);
    }
    for (const item of read('delete')) this.table(this.namespaceOf(item)).delete(checkedKey(item['key']));
    return undefined;
  }

  private checkConditions(item: JsonObject): void {
    if (item['conditions'] === undefined) return;
    const namespace = this.namespaceOf(item);
    if (namespace === VALUES) throw new StorageError('INVALID_TRANSACTION', 'Only entities have conditions.');
    const conditions: Filters | null = readFilters(item['conditions'], this.definition(namespace));
    const key = checkedKey(item['key']);
    if (conditions !== null && !passes(conditions, this.table(namespace).get(key)?.value)) {
      throw new StorageError('CONDITION_CHECK_FAILED', `The conditions on ${key} do not hold.`);
    }
  }

  private batch(body: unknown, one: (item: JsonObject) => JsonObject): unknown {
    const items = listAt(body, 'a batch').map((item) => objectAt(item, 'a batch item'));
    if (items.length === 0 || items.length > MOST_BATCH_ITEMS) {
      throw new StorageError('INVALID_BATCH', 'A batch has 1 to 25 items.');
    }
    if (byteSize(body) > MOST_REQUEST_BYTES) throw new StorageError('MAX_SIZE', 'A batch has at most 4 MB.');
    this.settings.meter.batch();
    const successfulKeys: JsonObject[] = [];
    const failedKeys: JsonObject[] = [];
    for (const item of items) {
      const address = {
        key: item['key'],
        ...(item['entityName'] === undefined ? {} : { entityName: item['entityName'] }),
      };
      try {
        successfulKeys.push({ ...address, ...one(item) });
      } catch (error) {
        if (!(error instanceof StorageError)) throw error;
        failedKeys.push({ ...address, error: { code: error.code, message: error.message } });
      }
    }
    const bytes = byteSize(items.map((item) => item['value'])) + byteSize(successfulKeys.map((item) => item['value']));
    if (successfulKeys.some((item) => 'value' in item)) this.settings.meter.read(bytes);
    else this.settings.meter.write([bytes]);
    return { successfulKeys, failedKeys };
  }

  private batchSet(item: JsonObject): JsonObject {
    const namespace = this.namespaceOf(item);
    const { key, value, options } = this.readItem(namespace, item);
    this.table(namespace).set(key, value, options.expiresAt);
    return {};
  }

  private batchGet(item: JsonObject): JsonObject {
    const key = checkedKey(item['key']);
    const row = this.table(this.namespaceOf(item)).get(key);
    if (row === undefined) throw new StorageError('KEY_NOT_FOUND', `There is no value of key ${key}.`);
    return shown(key, row);
  }

  private batchDelete(item: JsonObject): JsonObject {
    this.table(this.namespaceOf(item)).delete(checkedKey(item['key']));
    return {};
  }

  private readItem(namespace: string, item: JsonObject): { key: string; value: unknown; options: SetOptions } {
    const key = checkedKey(item['key']);
    const value = item['value'];
    if (namespace === VALUES || namespace === SECRETS) checkValue(value);
    else checkEntityValue(this.definition(namespace), value);
    return { key, value, options: readSetOptions(item['options'], this.settings.now()) };
  }

  private namespaceOf(item: JsonObject): string {
    return item['entityName'] === undefined ? VALUES : this.entityNamespace(item['entityName']);
  }

  private entityNamespace(name: unknown): string {
    if (typeof name !== 'string' || !this.settings.entities.has(name)) {
      throw new StorageError('ENTITY_NOT_FOUND', `The manifest declares no entity ${String(name)}.`);
    }
    return `entity:${name}`;
  }

  private definition(namespace: string): EntityDefinition {
    const definition = this.settings.entities.get(namespace.slice('entity:'.length));
    if (definition === undefined) throw new StorageError('ENTITY_NOT_FOUND', `There is no ${namespace}.`);
    return definition;
  }

  /** Made at an entity's first query: from then on they follow the table. */
  private indexesOf(namespace: string, table: StorageTable): ReadonlyMap<string, SortedIndex> {
    const found = this.indexes.get(namespace);
    if (found !== undefined) return found;
    const { indexes } = this.definition(namespace);
    const made = new Map([...indexes].map(([name, index]) => [name, new SortedIndex(index, table)]));
    this.indexes.set(namespace, made);
    return made;
  }

  private table(namespace: string): StorageTable {
    const found = this.tables.get(namespace);
    if (found !== undefined) return found;
    const table = new StorageTable(this.settings.now, this.settings.indexLag, this.settings.expiryLag);
    this.tables.set(namespace, table);
    return table;
  }
}

const ALL_METADATA = new Set(['CREATED_AT', 'UPDATED_AT', 'EXPIRE_TIME']);

/** A row with all it can tell: for single reads the SDK itself drops what was not asked. */
function shown(key: string, row: Row): JsonObject {
  return shownWith(key, row, ALL_METADATA);
}

function shownWith(key: string, row: Row, metadata: ReadonlySet<string>): JsonObject {
  return {
    key,
    value: row.value,
    ...(metadata.has('CREATED_AT') ? { createdAt: row.createdAt } : {}),
    ...(metadata.has('UPDATED_AT') ? { updatedAt: row.updatedAt } : {}),
    ...(metadata.has('EXPIRE_TIME') && row.expiresAt !== null
      ? { expireTime: new Date(row.expiresAt).toISOString() }
      : {}),
  };
}

function metadataOf(body: JsonObject): ReadonlySet<string> {
  const options = isObject(body['options']) ? body['options'] : {};
  return new Set(listAt(options['metadataFields'], 'metadataFields').filter((field) => typeof field === 'string'));
}

function decodeKeyCursor(cursor: unknown): string {
  if (typeof cursor !== 'string') throw new StorageError('INVALID_CURSOR', 'A cursor is a string.');
  return Buffer.from(cursor, 'base64url').toString('utf8');
}
