import { AsyncLocalStorage } from 'node:async_hooks';
import { createRequire } from 'node:module';
import { format } from 'node:util';
import { EgressFilteringService } from '@forge/egress';
import {
  CLOCK_HEADER,
  TARGET_HEADER,
  type ChildStart,
  type FromChild,
  type InvokingSite,
  type ToChild,
} from './child-protocol';
import { installSiteDate } from './child-date';
import { runtimeOf, type Running } from './runtime-globals';

/*
 * The process in which the app's bundle runs. It gives the bundle the two globals that the published @forge packages
 * look for, and nothing else of the site: every call leaves it over HTTP with the token of the invocation that made it.
 */

type Handler = (payload: unknown, environment: unknown) => unknown;

interface InvokedHere extends Running {
  site: InvokingSite;
}

const start = JSON.parse(process.argv[2] ?? 'null') as ChildStart;
const running = new AsyncLocalStorage<InvokedHere>();
const systemFetch = globalThis.fetch;
const systemNow = Date.now;
const setClockOffset = installSiteDate();

function send(message: FromChild): void {
  process.send?.(message);
}

async function forgeFetch(target: unknown, path: string, init?: RequestInit): Promise<Response> {
  const current = running.getStore();
  if (current === undefined) throw new Error('Forge can be called only while a function runs.');
  if (!path.startsWith('/')) throw new Error(`The path ${path} must begin with a slash.`);
  const headers = new Headers(init?.headers);
  headers.delete('host');
  headers.set('authorization', `Bearer ${current.identity.token}`);
  headers.set(TARGET_HEADER, JSON.stringify(target));
  const response = await systemFetch(`${current.site.gatewayOrigin}${path}`, { ...init, headers, redirect: 'manual' });
  const offset = response.headers.get(CLOCK_HEADER);
  if (offset !== null) setClockOffset(Number(offset));
  return response;
}

function refusingFetch(): typeof fetch {
  const filter = new EgressFilteringService(start.egress);
  return async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    if (!filter.isValidUrl(url)) throw new Error(`The manifest declares no egress to ${url}.`);
    return systemFetch(input, init);
  };
}

function captureConsole(): void {
  for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    console[level] = (...parts: unknown[]) => {
      const current = running.getStore();
      send({
        kind: 'log',
        level,
        text: format(...parts),
        functionKey: current?.identity.functionKey ?? null,
        invocationId: current?.identity.invocationId ?? null,
        cloudId: current?.site.app.cloudId ?? null,
      });
    };
  }
}

/** Every function of every bundle, by the name that the manifest calls it. */
function loadBundles(): ReadonlyMap<string, Handler> {
  const handlers = new Map<string, Handler>();
  for (const [file, path] of Object.entries(start.bundles)) {
    const exported = createRequire(path)(path) as Record<string, unknown>;
    for (const [name, value] of Object.entries(exported)) {
      if (typeof value === 'function') handlers.set(`${file}.${name}`, value as Handler);
    }
  }
  return handlers;
}

async function invoke(
  message: Extract<ToChild, { kind: 'invoke' }>,
  handlers: ReadonlyMap<string, Handler>,
): Promise<void> {
  setClockOffset(message.clockOffset);
  const { site, identity } = message;
  const { invocationId } = identity;
  const memoryBytes = (): number => process.memoryUsage().heapUsed;
  try {
    const handler = handlers.get(message.handler) as Handler;
    const deadline = systemNow() + message.remainingMillis;
    const value = await running.run({ site, identity, deadline }, async () =>
      handler(message.payload, message.environment),
    );
    refuseNewMembers();
    send({ kind: 'result', invocationId, value, memoryBytes: memoryBytes() });
  } catch (error) {
    const { name, message: text, stack } = error instanceof Error ? error : new Error(String(error));
    send({ kind: 'failed', invocationId, name, message: text, stack: stack ?? '', memoryBytes: memoryBytes() });
  }
}

/** The members that every object, list and function has. */
function membersOfAll(): string[] {
  return [Object.prototype, Array.prototype, Function.prototype].flatMap((prototype) =>
    Reflect.ownKeys(prototype).map(String),
  );
}

/** Fails an invocation that left something in what every object has: all that follow would meet it. */
function refuseNewMembers(): void {
  const added = membersOfAll().filter((member) => !MEMBERS_OF_ALL.has(member));
  if (added.length > 0) throw new Error(`every object now has ${added.join(', ')}`);
}

captureConsole();
globalThis.fetch = refusingFetch();
Object.defineProperty(globalThis, '__forge_fetch__', { value: forgeFetch });
Object.defineProperty(globalThis, '__forge_runtime__', {
  get: () => {
    const current = running.getStore();
    if (current === undefined) return undefined;
    return runtimeOf(current, current.site.app, current.site.gatewayOrigin, () => current.deadline - systemNow());
  },
});

const handlers = loadBundles();
/** As they are once every package has been loaded. */
const MEMBERS_OF_ALL = new Set(membersOfAll());
process.on('message', (message: ToChild) => {
  if (message.kind === 'ping') send({ kind: 'pong', id: message.id });
  else void invoke(message, handlers);
});
process.on('disconnect', () => process.exit());
send({ kind: 'ready', handlers: [...handlers.keys()] });
