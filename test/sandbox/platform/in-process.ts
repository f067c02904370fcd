import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { format } from 'node:util';
import { TARGET_HEADER } from './child-protocol';
import { FunctionError } from './function-error';
import type { FunctionHost, Invocation, InvocationRequest } from './functions';
import type { GatewayAnswer, GatewayCall } from './gateway';
import type { HostAround } from './platform';
import { runtimeOf, type Running } from './runtime-globals';

type Handler = (payload: unknown, environment: unknown) => unknown;

/** A call as it leaves a function. */
export interface Outgoing {
  readonly to: 'storage' | 'queue' | 'jira';
  readonly method: string;
  readonly path: string;
  readonly body: string;
  readonly functionKey: string;
}

/** What a test has happen to the calls of functions. */
export interface Mishap {
  /** Answers a call, as the site would or otherwise. `die` ends the function: it hears no answer any more, and its caller that it crashed. */
  around(call: Outgoing, answer: () => Promise<GatewayAnswer>, die: () => void): Promise<GatewayAnswer>;
  /** Hears how long each function took of the site's time, and how long it might have. */
  ended?(run: EndedRun): void;
}

export interface EndedRun {
  readonly functionKey: string;
  readonly payload: unknown;
  readonly millis: number;
  readonly mostMillis: number;
}

interface Live extends Running {
  readonly host: InProcessFunctions;
  readonly end: (error: FunctionError) => void;
  isOver: boolean;
}

const running = new AsyncLocalStorage<Live>();

/**
 * Runs the app's functions in the process of the test, from their sources: no process to start, so that hundreds of sites
 * live and die in a suite, and every call of a function passes through the test's hands. Time is the site's, and it stands
 * still unless a mishap moves it.
 */
export class InProcessFunctions implements FunctionHost {
  private handlers: ReadonlyMap<string, Handler> = new Map();
  private readonly byToken = new Map<string, Invocation>();
  readonly pid = process.pid;

  /** `load` gives the files that handlers name, with what they export. */
  constructor(
    private readonly around: HostAround,
    private readonly load: () => Promise<Readonly<Record<string, Readonly<Record<string, unknown>>>>>,
    private readonly mishap: () => Mishap | null,
  ) {}

  async start(): Promise<void> {
    installGlobals();
    const files = Object.entries(await this.load());
    this.handlers = new Map(
      files.flatMap(([file, exported]) =>
        Object.entries(exported).map(([name, value]) => [`${file}.${name}`, value as Handler] as const),
      ),
    );
    const missing = [...this.around.functions.values()].filter(({ handler }) => !this.handlers.has(handler));
    if (missing.length > 0) throw new Error(`No file of src has ${missing.map(({ handler }) => handler).join(', ')}.`);
  }

  invocationOf(token: string): Invocation | undefined {
    return this.byToken.get(token);
  }

  async run(request: InvocationRequest): Promise<unknown> {
    const { functionKey, moduleKey, moduleType, accountId, userAuthority, chain } = request;
    const fn = this.around.functions.get(functionKey);
    const handler = this.handlers.get(fn?.handler ?? '');
    if (fn === undefined || handler === undefined) throw new Error(`There is no function ${functionKey}.`);
    const identity = {
      invocationId: randomUUID(),
      token: randomUUID(),
      functionKey,
      moduleKey,
      moduleType,
      accountId,
    };
    const startedAt = this.now();
    this.byToken.set(identity.token, { identity, userAuthority, chain });
    try {
      return await new Promise((resolve, reject) => {
        const live: Live = {
          identity,
          deadline: startedAt + request.timeoutMillis,
          host: this,
          end: reject,
          isOver: false,
        };
        running
          .run(live, async () => handler(structuredClone(request.payload), structuredClone(request.environment)))
          .then(
            (value) => resolve(value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown)),
            (error: unknown) => {
              const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
              if (!live.isOver) this.around.log.write('error', functionKey, message, identity.invocationId);
              reject(new FunctionError(functionKey, 'threw', message));
            },
          );
      });
    } finally {
      this.byToken.delete(identity.token);
      const millis = this.now() - startedAt;
      this.around.usage.functionRan(functionKey, millis, fn.memoryMegabytes);
      const { payload, timeoutMillis: mostMillis } = request;
      this.mishap()?.ended?.({ functionKey, payload, millis, mostMillis });
    }
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  now(): number {
    return this.around.now();
  }

  runtime(live: Live): unknown {
    return runtimeOf(live, this.around.app, 'http://in.process', () => live.deadline - this.now());
  }

  write(level: string, text: string, { identity }: Live): void {
    this.around.log.write(level, identity.functionKey, text, identity.invocationId);
  }

  async fetch(live: Live, target: object, path: string, init: RequestInit = {}): Promise<Response> {
    const headers = Object.fromEntries(new Headers(init.headers));
    const call: GatewayCall = {
      method: init.method ?? 'GET',
      path,
      headers: {
        ...headers,
        authorization: `Bearer ${live.identity.token}`,
        [TARGET_HEADER]: JSON.stringify(target),
      },
      body: typeof init.body === 'string' ? init.body : '',
    };
    const answer = (): Promise<GatewayAnswer> => this.around.answer(call);
    const die = (): void => {
      const { functionKey } = live.identity;
      live.isOver = true;
      live.end(new FunctionError(functionKey, 'crashed', `${functionKey} died`));
    };
    if (hasEnded(live)) return never();
    const { method, body } = call;
    const outgoing = { to: addresseeOf(target), method, path, body, functionKey: live.identity.functionKey };
    const given = await (this.mishap()?.around(outgoing, answer, die) ?? answer());
    return hasEnded(live) ? never() : responseOf(given);
  }
}

function addresseeOf(target: object): Outgoing['to'] {
  if ('type' in target && target.type === 'kvs') return 'storage';
  return 'remote' in target && target.remote === 'jira' ? 'jira' : 'queue';
}

/** Asked anew after each wait, since a function may die meanwhile. */
function hasEnded({ isOver }: Live): boolean {
  return isOver;
}

/** What a call of a dead function waits for. */
function never<T>(): Promise<T> {
  return new Promise(() => undefined);
}

/** As much of a Response as the SDK reads, without a stream: its body is there at once. */
function responseOf({ status, headers = {}, body = '' }: GatewayAnswer): Response {
  const part = {
    status,
    statusText: '',
    ok: status >= 200 && status < 300,
    headers: new Headers(headers),
    text: () => Promise.resolve(body),
    json: () => Promise.resolve().then((): unknown => JSON.parse(body)),
  };
  return part as unknown as Response;
}

let isInstalled = false;

/** The two globals that the published @forge packages look for, time and the console, each the running function's own. */
function installGlobals(): void {
  if (isInstalled) return;
  isInstalled = true;
  Object.defineProperty(globalThis, '__forge_fetch__', {
    value: (target: object, path: string, init?: RequestInit) => {
      const live = running.getStore();
      if (live === undefined) throw new Error('Forge can be called only while a function runs.');
      return live.host.fetch(live, target, path, init);
    },
  });
  Object.defineProperty(globalThis, '__forge_runtime__', {
    get: () => {
      const live = running.getStore();
      return live?.host.runtime(live);
    },
  });
  const systemNow = Date.now;
  Date.now = () => running.getStore()?.host.now() ?? systemNow();
  for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    const print = console[level].bind(console);
    console[level] = (...parts: unknown[]) => {
      const live = running.getStore();
      if (live === undefined) print(...parts);
      else live.host.write(level, format(...parts), live);
    };
  }
}
