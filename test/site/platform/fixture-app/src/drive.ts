import api, { assumeTrustedRoute, getAppContext } from '@forge/api';
import { Queue } from '@forge/events';
import kvs, { Filter, FilterConditions, Sort, WhereConditions, type GetOptions } from '@forge/kvs';

/** One SDK call by name with its arguments, as a test asks for it. */
export interface Step {
  call: string;
  args?: readonly unknown[];
}

/** What the errors of the SDKs carry beside a message. */
interface SdkDetails {
  code?: string;
  status?: number;
  responseDetails?: { status?: number };
}

interface Outcome {
  value?: unknown;
  error?: { name: string; message: string; code: string | undefined; status: number | undefined };
}

type Action = (...args: never[]) => unknown;

async function summary(response: { status: number; text(): Promise<string> }): Promise<unknown> {
  return { status: response.status, body: await response.text() };
}

const route = (path: string) => assumeTrustedRoute(path);
const queue = new Queue({ key: 'track-issue' });

const ACTIONS: Record<string, Action> = {
  'jira.asApp': async (path: string, init?: RequestInit) =>
    summary(await api.asApp().requestJira(route(path), init as never)),
  'jira.asUser': async (path: string, accountId?: string) =>
    summary(await api.asUser(accountId).requestJira(route(path))),
  'jira.anonymous': async (path: string) => summary(await api.requestJira(route(path))),
  'kvs.get': (key: string, options?: GetOptions) => (options === undefined ? kvs.get(key) : kvs.get(key, options)),
  'kvs.set': (key: string, value: unknown, options?: never) => kvs.set(key, value, options),
  'kvs.clear': async () => {
    const { results } = await kvs.query().limit(100).getMany();
    for (const { key } of results) await kvs.delete(key);
  },
  'kvs.delete': (key: string) => kvs.delete(key),
  'kvs.setSecret': (key: string, value: unknown) => kvs.setSecret(key, value),
  'kvs.getSecret': (key: string) => kvs.getSecret(key),
  'kvs.deleteSecret': (key: string) => kvs.deleteSecret(key),
  'kvs.query': (prefix: string, limit: number, cursor?: string) => {
    const query = kvs.query().where('key', WhereConditions.beginsWith(prefix)).limit(limit);
    return (cursor === undefined ? query : query.cursor(cursor)).getMany();
  },
  'kvs.batchSet': (items: never) => kvs.batchSet(items),
  'kvs.batchGet': (items: never) => kvs.batchGet(items),
  'kvs.batchDelete': (items: never) => kvs.batchDelete(items),
  'entity.get': (name: string, key: string, options?: GetOptions) =>
    options === undefined ? kvs.entity(name).get(key) : kvs.entity(name).get(key, options),
  'entity.set': (name: string, key: string, value: unknown, options?: never) =>
    kvs.entity(name).set(key, value, options),
  'entity.delete': (name: string, key: string) => kvs.entity(name).delete(key),
  'entity.query': (name: string, wanted: EntityQuery) => entityQuery(name, wanted),
  'kvs.transact': (operations: TransactionOperation[]) => transact(operations),
  'queue.push': (events: never) => queue.push(events),
  'queue.stats': (jobId: string) => queue.getJob(jobId).getStats(),
  'queue.cancel': (jobId: string) => queue.getJob(jobId).cancel(),
  'queue.pushTo': (key: string, events: never) => new Queue({ key }).push(events),
  'app.context': () => {
    const { moduleKey, environmentType, permissions } = getAppContext();
    return { moduleKey, environmentType, scopes: permissions?.scopes };
  },
  'clock.now': () => ({
    now: Date.now(),
    constructed: new Date().getTime(),
    isDate: new Date() instanceof Date,
    parsed: new Date('2025-12-09T15:00:00Z').getTime(),
    text: typeof Date(),
  }),
  'fetch.global': async (url: string) => (await fetch(url)).status,
  'fetch.api': async (url: string) => (await api.fetch(url)).status,
  wait: (millis: number) => new Promise((resolve) => setTimeout(resolve, millis)),
  spin: () => {
    for (;;);
  },
  exit: () => process.exit(4),
  log: (text: string) => console.log(text),
  echo: (value: unknown) => value,
  'echo.big': (bytes: number) => 'x'.repeat(bytes),
  throw: (message: string) => {
    throw new Error(message);
  },
};

interface EntityQuery {
  index: string;
  partition?: (string | number | boolean)[];
  where?: [condition: keyof typeof WhereConditions, ...values: never[]];
  filters?: {
    mode: 'and' | 'or';
    items: [property: string, condition: keyof typeof FilterConditions, ...values: never[]][];
  };
  sort?: 'ASC' | 'DESC';
  limit?: number;
  cursor?: string;
}

function entityQuery(name: string, wanted: EntityQuery): Promise<unknown> {
  let query = kvs
    .entity<Record<string, unknown>>(name)
    .query()
    .index(wanted.index, wanted.partition === undefined ? undefined : { partition: wanted.partition });
  if (wanted.where !== undefined) {
    const [condition, ...values] = wanted.where;
    query = query.where((WhereConditions[condition] as unknown as (...given: never[]) => never)(...values));
  }
  if (wanted.filters !== undefined) query = query.filters(filterOf(wanted.filters) as never);
  if (wanted.sort !== undefined) query = query.sort(Sort[wanted.sort]);
  if (wanted.limit !== undefined) query = query.limit(wanted.limit);
  if (wanted.cursor !== undefined) query = query.cursor(wanted.cursor);
  return query.getMany();
}

function filterOf({ mode, items }: NonNullable<EntityQuery['filters']>): unknown {
  let filter = new Filter<Record<string, unknown>>() as unknown as Record<
    'and' | 'or',
    (...given: unknown[]) => typeof filter
  >;
  for (const [property, condition, ...values] of items) {
    filter = filter[mode](
      property,
      (FilterConditions[condition] as unknown as (...given: never[]) => unknown)(...values),
    );
  }
  return filter;
}

interface TransactionOperation {
  kind: 'set' | 'delete' | 'check';
  key: string;
  value?: unknown;
  entityName?: string;
  conditions?: EntityQuery['filters'];
}

function transact(operations: TransactionOperation[]): Promise<void> {
  let transaction = kvs.transact();
  for (const { kind, key, value, entityName, conditions } of operations) {
    const entity =
      entityName === undefined
        ? undefined
        : { entityName, ...(conditions === undefined ? {} : { conditions: filterOf(conditions) }) };
    if (kind === 'set') transaction = transaction.set(key, value, entity as never);
    else if (kind === 'delete') transaction = transaction.delete(key, entity as never);
    else transaction = transaction.check(key, entity as never);
  }
  return transaction.execute();
}

/** Runs the steps one after the other, and gives what each gave or threw, with the context that the resolver saw. */
export async function drive(
  { steps }: { steps: Step[] },
  context: unknown,
): Promise<{ context: unknown; outcomes: Outcome[] }> {
  const outcomes: Outcome[] = [];
  for (const { call, args = [] } of steps) outcomes.push(await outcomeOf(call, args));
  return { context, outcomes };
}

async function outcomeOf(call: string, args: readonly unknown[]): Promise<Outcome> {
  const action = ACTIONS[call];
  if (action === undefined) throw new Error(`The fixture app knows no ${call}.`);
  try {
    return { value: await action(...(args as never[])) };
  } catch (error) {
    const { name, message, code, status, responseDetails } = error as Error & SdkDetails;
    return { error: { name, message, code, status: responseDetails?.status ?? status } };
  }
}
