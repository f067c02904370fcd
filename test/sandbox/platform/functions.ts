import { fork, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import type { Instant } from '../seam';
import type { AppIdentity, Bundles, ChildStart, FromChild, InvocationIdentity, ToChild } from './child-protocol';
import { FunctionError } from './function-error';
import type { FunctionModule } from './manifest';
import type { LogBook } from './log-book';
import type { Usage } from './usage';

/** Who and what an invocation stands for: what the gateway grants its calls by. */
export interface Invocation {
  identity: InvocationIdentity;
  /** Whose authority `asUser()` has; null where nobody is signed in, or nobody waits. */
  userAuthority: string | null;
  /** Shared by all that one first invocation set off: the pushes so far (forge-facts §5, the cyclic limit). */
  chain: { pushes: number };
}

export interface InvocationRequest {
  functionKey: string;
  moduleKey: string;
  moduleType: string;
  payload: unknown;
  environment: unknown;
  accountId: string | null;
  userAuthority: string | null;
  timeoutMillis: number;
  chain: { pushes: number };
}

/** Where the app's functions run. */
export interface FunctionHost {
  /** Checks that every handler is there; throws where one is not. */
  start(): Promise<void>;
  /** The process in which functions run; undefined while there is none. */
  readonly pid: number | undefined;
  /** The invocation of a token while it runs; undefined once it has ended or was given up. */
  invocationOf(token: string): Invocation | undefined;
  /** Runs a function and gives its value as JSON carries it; rejects with a FunctionError. */
  run(request: InvocationRequest): Promise<unknown>;
  close(): Promise<void>;
}

interface Pending {
  invocation: Invocation;
  startedAt: number;
  settle: (outcome: { value: unknown } | { error: FunctionError }) => void;
}

export interface FunctionRunnerSettings {
  childPath: string;
  /** The app's bundles by the handler file that each is made of. */
  bundles: Bundles;
  gatewayOrigin: () => string;
  app: AppIdentity;
  /** Another site's, whose process serves this site too, as a warm function of the cloud may; null for a process of its own. */
  neighbour: FunctionRunner | null;
  egress: string[];
  functions: ReadonlyMap<string, FunctionModule>;
  now: () => Instant;
  log: LogBook;
  usage: Usage;
}

const CHILD_HEAP_MEGABYTES = 1_024;
const PING_PATIENCE_MILLIS = 2_000;

/**
 * Runs the app's functions in a child process: each invocation with a token of its own, all side by side as the cloud
 * runs them. One that takes longer than its module may is given up: its token dies, so that what it still tries is
 * refused; a child that no longer answers is ended. A child that dies fails what ran in it and is started again.
 */
export class FunctionRunner implements FunctionHost {
  private child: ChildProcess | null = null;
  private starting: Promise<ChildProcess> | null = null;
  private closed = false;
  private readonly pending = new Map<string, Pending>();
  private readonly byToken = new Map<string, Invocation>();

  constructor(private readonly settings: FunctionRunnerSettings) {}

  /** Starts the child and checks that the bundles export every handler; throws where it does not. */
  async start(): Promise<void> {
    await this.ready();
  }

  /** The process in which functions run; undefined while there is none. */
  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** The invocation of a token while it runs; undefined once it has ended or was given up. */
  invocationOf(token: string): Invocation | undefined {
    return this.byToken.get(token);
  }

  /** Runs a function and gives its value as JSON carries it; rejects with a FunctionError. */
  async run(request: InvocationRequest): Promise<unknown> {
    const fn = this.settings.functions.get(request.functionKey);
    if (fn === undefined) throw new Error(`The manifest declares no function ${request.functionKey}.`);
    const child = await this.ready();
    const identity: InvocationIdentity = {
      invocationId: randomUUID(),
      token: randomUUID(),
      functionKey: request.functionKey,
      moduleKey: request.moduleKey,
      moduleType: request.moduleType,
      accountId: request.accountId,
    };
    const invocation = { identity, userAuthority: request.userAuthority, chain: request.chain };
    this.byToken.set(identity.token, invocation);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.giveUp(identity.invocationId, request.timeoutMillis), request.timeoutMillis);
      const startedAt = Date.now();
      this.pending.set(identity.invocationId, {
        invocation,
        startedAt,
        settle: (outcome) => {
          clearTimeout(timer);
          this.pending.delete(identity.invocationId);
          this.byToken.delete(identity.token);
          this.settings.usage.functionRan(request.functionKey, Date.now() - startedAt, fn.memoryMegabytes);
          if ('error' in outcome) reject(outcome.error);
          else resolve(outcome.value);
        },
      });
      const message: ToChild = {
        kind: 'invoke',
        site: { gatewayOrigin: this.settings.gatewayOrigin(), app: this.settings.app },
        identity,
        handler: fn.handler,
        payload: request.payload,
        environment: request.environment,
        remainingMillis: request.timeoutMillis,
        clockOffset: this.settings.now() - Date.now(),
      };
      child.send(message);
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    const child = this.child;
    if (child === null || this.settings.neighbour !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill();
    await ended;
  }

  private ready(): Promise<ChildProcess> {
    if (this.closed) throw new Error('The platform is closed.');
    if (this.child !== null) return Promise.resolve(this.child);
    this.starting ??= (this.settings.neighbour === null ? this.launch() : this.join(this.settings.neighbour)).finally(
      () => {
        this.starting = null;
      },
    );
    return this.starting;
  }

  /** Takes part in another site's process: hears of its own invocations alone. */
  private async join(neighbour: FunctionRunner): Promise<ChildProcess> {
    const child = await neighbour.ready();
    child.on('message', (message: FromChild) => this.receive(message));
    child.once('exit', (code) => this.failAll(code, ''));
    this.child = child;
    return child;
  }

  private failAll(code: number | null, lastWords: string): void {
    const { log } = this.settings;
    this.child = null;
    if (!this.closed) log.write('error', null, `The function host ended with code ${code}. ${lastWords}`);
    for (const waiting of [...this.pending.values()]) {
      const key = waiting.invocation.identity.functionKey;
      waiting.settle({ error: new FunctionError(key, 'crashed', `The function host ended. ${lastWords}`.trim()) });
    }
  }

  private launch(): Promise<ChildProcess> {
    const { settings } = this;
    const start: ChildStart = { bundles: settings.bundles, egress: settings.egress };
    const child = fork(settings.childPath, [JSON.stringify(start)], {
      execArgv: ['--enable-source-maps', `--max-old-space-size=${CHILD_HEAP_MEGABYTES}`],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let lastWords = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      lastWords = (lastWords + chunk.toString()).slice(-4_000);
    });
    return new Promise((resolve, reject) => {
      child.on('message', (message: FromChild) => {
        if (message.kind !== 'ready') {
          this.receive(message);
          return;
        }
        const missing = [...settings.functions.values()].filter((fn) => !message.handlers.includes(fn.handler));
        if (missing.length === 0) {
          this.child = child;
          resolve(child);
          return;
        }
        child.kill();
        reject(new Error(`No bundle of src has ${missing.map((fn) => fn.handler).join(', ')}.`));
      });
      // A message that no longer reaches a dying child: its exit fails what waits for an answer.
      child.on('error', (error) => settings.log.write('warn', null, error.message));
      child.once('exit', (code) => {
        reject(new Error(`The app's bundle could not be loaded: ${lastWords}`));
        this.failAll(code, lastWords);
      });
    });
  }

  private receive(message: FromChild): void {
    if (message.kind === 'log' && (message.cloudId ?? this.settings.app.cloudId) === this.settings.app.cloudId) {
      this.settings.log.write(message.level, message.functionKey, message.text, message.invocationId);
    }
    if (message.kind !== 'result' && message.kind !== 'failed') return;
    this.settings.usage.memorySeen(message.memoryBytes);
    const waiting = this.pending.get(message.invocationId);
    if (waiting === undefined) return;
    const key = waiting.invocation.identity.functionKey;
    if (message.kind === 'result') {
      waiting.settle({ value: message.value });
      return;
    }
    this.settings.log.write('error', key, message.stack, message.invocationId);
    waiting.settle({ error: new FunctionError(key, 'threw', message.message) });
  }

  private giveUp(invocationId: string, timeoutMillis: number): void {
    const waiting = this.pending.get(invocationId);
    if (waiting === undefined) return;
    const key = waiting.invocation.identity.functionKey;
    waiting.settle({
      error: new FunctionError(key, 'timed-out', `${key} took longer than ${timeoutMillis / 1_000} s.`),
    });
    this.endIfStuck();
  }

  /** A handler that never yields would block every other function: a child that does not answer is ended. */
  private endIfStuck(): void {
    const child = this.child;
    if (child === null) return;
    const id = Date.now();
    const timer = setTimeout(() => child.kill('SIGKILL'), PING_PATIENCE_MILLIS);
    const onMessage = (message: FromChild): void => {
      if (message.kind !== 'pong' || message.id !== id) return;
      clearTimeout(timer);
      child.off('message', onMessage);
    };
    child.on('message', onMessage);
    child.once('exit', () => clearTimeout(timer));
    const ping: ToChild = { kind: 'ping', id };
    child.send(ping);
  }
}
