import { join } from 'node:path';
import type { Caller, Failure, ModuleContext, ProductEvent, SiteClock, StandInJira, StandInPlatform } from '../seam';
import { bundleForNode } from './bundle';
import type { AppIdentity, Bundles } from './child-protocol';
import type { DeliveryRules } from './delivery';
import { EventInbox, type InboxDump } from './events';
import { FunctionRunner, type FunctionHost } from './functions';
import { answerGateway, startGateway, type GatewayAnswer, type GatewayCall, type GatewaySettings } from './gateway';
import { KeyValueStore, type StorageDump } from './kvs';
import { LogBook, type LogLine } from './log-book';
import { readManifest, type Manifest } from './manifest';
import { egressOf, identityOf, siteUrlOf, timeoutOf } from './platform-facts';
import { EventQueue, type QueueDump } from './queue';
import { RateWindow } from './rate-window';
import * as resolver from './resolver';
import { Schedule, type ScheduleDump } from './schedule';
import { StorageMeter } from './storage-meter';
import { Usage } from './usage';
import { settleWork, type WorkSource } from './work';

export interface PlatformOptions {
  /** Whether storage rates and invocation rates are held to the cloud's limits; true by default. */
  rates?: boolean;
  /** Milliseconds by which entity indexes lag behind the next write; a seeded draw in a test. 0 by default. */
  indexLag?: () => number;
  /** Milliseconds for which an expired value can still be read; 48 h by default, the most the cloud admits. */
  expiryLag?: number;
  /** Most queue events, product events and scheduled triggers that run side by side; 1 by default: one order, always. */
  parallelism?: number;
  /** How product events are delivered; at once, once and in order by default. */
  delivery?: DeliveryRules;
  /** False where the app is known to have no licence. True by default. */
  isLicensed?: boolean;
  /** Milliseconds that replace the limits of functions, so that a test of them need not wait: by function key. */
  timeouts?: Readonly<Record<string, number>>;
  cloudId?: string;
  installationId?: string;
  siteUrl?: string;
  /** Another site's platform, whose process runs this site's functions too, as the cloud's warm functions may. */
  neighbour?: LocalPlatform;
  /** Where functions run, if not in a process of their own. */
  host?: (around: HostAround) => FunctionHost;
}

/** What a function host is given of the platform around it. */
export interface HostAround {
  readonly app: AppIdentity;
  readonly functions: Manifest['functions'];
  readonly now: () => number;
  readonly log: LogBook;
  readonly usage: Usage;
  /** Answers one call of a function that runs. */
  readonly answer: (call: GatewayCall) => Promise<GatewayAnswer>;
}

export interface PlatformSettings {
  manifestPath: string;
  /** The app's bundles, as `bundleForNode` makes them of the handler files. */
  bundles: Bundles;
  clock: SiteClock;
  jira: StandInJira;
  /** What `dump` gave before a restart. */
  state?: unknown;
  options?: PlatformOptions;
}

/** What the site and its tests may ask of the platform beside the seam. */
export interface LocalPlatform extends StandInPlatform {
  readonly manifest: Manifest;
  readonly app: AppIdentity;
  readonly runner: FunctionHost;
  /** `view.getContext()` of a module. */
  viewContext(context: ModuleContext, caller: Caller): Record<string, unknown>;
  /** The earliest instant at which a product event or a queue event is due: what no schedule would bring anyway. */
  nextDeliveryAt(): number | null;
  setDelivery(rules: DeliveryRules): void;
  logs(): readonly LogLine[];
  peekValues(): { key: string; value: unknown }[];
}

interface PlatformDump {
  storage: StorageDump;
  queue: QueueDump;
  inbox: InboxDump;
  schedule: ScheduleDump;
}

const SECOND = 1_000;
const LONG_RUNNING_MILLIS = 55 * SECOND;
const EXPIRY_LAG_MILLIS = 48 * 3_600 * SECOND;
const INVOCATIONS_A_MINUTE = 5_000;
const INVOCATIONS_A_MINUTE_AND_USER = 1_200;
const CHILD_SOURCE = join(__dirname, 'child.ts');

/**
 * Starts the stand-in for the Forge platform: reads the manifest, loads the app's bundle in a child process and serves
 * what the bundle calls. It takes product events only through `deliver` (whoever composes the site hands it Jira's),
 * and runs queues, events and schedules only in `settle`. Rejects where the manifest or the bundle would not deploy.
 * (The file is long since it is where every part is joined; none of them is here.)
 */
export async function createPlatform(settings: PlatformSettings): Promise<LocalPlatform> {
  const { clock, jira, options = {} } = settings;
  const now = (): number => clock.now();
  const manifest = readManifest(settings.manifestPath);
  const app = identityOf(manifest, options);
  const usage = new Usage();
  const log = new LogBook(now);
  const failures: Failure[] = [];
  const fail = (failure: Failure): void => {
    failures.push(failure);
    usage.add('failures');
  };
  const rates = options.rates ?? true;
  const meter = new StorageMeter(now, rates);
  const store = new KeyValueStore({
    now,
    meter,
    entities: manifest.entities,
    indexLag: options.indexLag ?? (() => 0),
    expiryLag: options.expiryLag ?? EXPIRY_LAG_MILLIS,
  });
  const isLicensed = options.isLicensed ?? true;
  const installContext = `ari:cloud:jira::site/${app.cloudId}`;
  const environment = { installContext, installation: { contexts: [{ cloudId: app.cloudId }] } };

  const background = (
    functionKey: string,
    moduleKey: string,
    moduleType: string,
    payload: unknown,
    chain = { pushes: 0 },
  ) =>
    runner.run({
      functionKey,
      moduleKey,
      moduleType,
      payload,
      environment,
      accountId: null,
      userAuthority: null,
      timeoutMillis: timeoutOf(manifest, functionKey, moduleType, options),
      chain,
    });
  const queue = new EventQueue({
    now,
    consumers: manifest.consumers,
    isLongRunning: (key) => (manifest.functions.get(key)?.timeoutSeconds ?? 0) * SECOND > LONG_RUNNING_MILLIS,
    invoke: (consumer, event, chain) => background(consumer.functionKey, consumer.key, 'consumer', event, chain),
    fail,
    usage,
  });
  const inbox = new EventInbox({
    now,
    triggers: manifest.triggers,
    invoke: (trigger, event) => background(trigger.functionKey, trigger.key, 'trigger', event),
    fail,
    log,
    usage,
    isLicensed,
  });
  inbox.setRules(options.delivery ?? {});
  const schedule = new Schedule({
    now,
    triggers: manifest.scheduled,
    invoke: (trigger) => {
      const payload = { context: { cloudId: app.cloudId, moduleKey: trigger.key }, contextToken: 'local' };
      return background(trigger.functionKey, trigger.key, 'scheduledTrigger', payload);
    },
    fail,
    isLicensed,
  });
  restore(settings.state, { store, queue, inbox, schedule });

  const doors: GatewaySettings = {
    manifest,
    clock,
    jira,
    store,
    answerQueue: (path, body, invocation) => queue.answer(path, body, invocation),
    invocationOf: (token) => runner.invocationOf(token),
  };
  const gateway = await startGateway(doors);
  const around = { app, functions: manifest.functions, now, log, usage };
  const neighbour = options.neighbour?.runner;
  const runner: FunctionHost =
    options.host?.({ ...around, answer: (call) => answerGateway(doors, call) }) ??
    new FunctionRunner({
      ...around,
      childPath: (await bundleForNode(CHILD_SOURCE)).path,
      bundles: settings.bundles,
      gatewayOrigin: () => gateway.origin,
      neighbour: neighbour instanceof FunctionRunner ? neighbour : null,
      egress: egressOf(manifest),
    });
  await runner.start().catch(async (error: unknown) => {
    await gateway.close();
    throw error;
  });

  const perInstallation = new RateWindow(INVOCATIONS_A_MINUTE);
  const perUser = new Map<string, RateWindow>();
  const asCaller = async (functionKey: string, moduleKey: string, type: string, payload: unknown, caller: Caller) => {
    const accountId = resolver.accountIdOf(caller);
    const own = perUser.get(accountId) ?? new RateWindow(INVOCATIONS_A_MINUTE_AND_USER);
    perUser.set(accountId, own);
    if (rates && !(own.take(now(), 1) && perInstallation.take(now(), 1))) throw new Error('Too many invocations.');
    const value = await runner.run({
      functionKey,
      moduleKey,
      moduleType: type,
      payload,
      environment: { ...environment, principal: { accountId } },
      accountId,
      userAuthority: resolver.userAuthorityOf(caller),
      timeoutMillis: timeoutOf(manifest, functionKey, type, options),
      chain: { pushes: 0 },
    });
    return resolver.carriedValue(value);
  };

  let settling: Promise<void> = Promise.resolve();
  return {
    manifest,
    app,
    runner,
    async invokeResolver(context, caller, key, payload) {
      const module = resolver.uiModuleOf(manifest, context.moduleKey);
      const functionKey = module.resolverFunctionKey;
      if (functionKey === null) throw new Error(`The module ${module.key} has no resolver.`);
      const carried = resolver.carriedPayload(payload);
      const resolverContext = resolver.resolverContext(module, context, caller, app, siteUrlOf(options));
      const call = { call: { functionKey: key, payload: carried }, context: resolverContext };
      try {
        return await asCaller(functionKey, module.key, module.type, call, caller);
      } catch (error) {
        // The words that @forge/bridge's invoke rejects with on a live site.
        const message = error instanceof Error ? error.message : String(error);
        throw new Error(`There was an error invoking the function - ${message}`, { cause: error });
      }
    },
    invokeFunction: (functionKey, payload, caller) =>
      asCaller(functionKey, functionKey, 'function', resolver.carriedPayload(payload), caller),
    deliver: (event: ProductEvent) => inbox.deliver(event),
    settle() {
      settling = settling
        .catch(() => undefined)
        .then(() => settleWork([inbox, queue, schedule], now, options.parallelism ?? 1));
      return settling;
    },
    nextDueAt: () => earliestOf([inbox, queue, schedule]),
    nextDeliveryAt: () => earliestOf([inbox, queue]),
    takeFailures: () => failures.splice(0),
    counters: () => ({
      ...usage.counters(),
      'storage.reads': meter.counts.reads,
      'storage.writes': meter.counts.writes,
      'storage.readBytes': meter.counts.readBytes,
      'storage.writeBytes': meter.counts.writeBytes,
      'log.lost': log.lost,
    }),
    peekEntity: (entityName) => store.peekEntity(entityName),
    peekValues: () => store.peekValues(),
    viewContext: (context, caller) =>
      resolver.viewContext(resolver.uiModuleOf(manifest, context.moduleKey), context, caller, app, siteUrlOf(options)),
    setDelivery: (rules) => inbox.setRules(rules),
    logs: () => log.lines,
    dump: (): PlatformDump => ({
      storage: store.dump(),
      queue: queue.dump(),
      inbox: inbox.dump(),
      schedule: schedule.dump(),
    }),
    async close() {
      await runner.close();
      await gateway.close();
    },
  };
}

function earliestOf(sources: readonly WorkSource[]): number | null {
  const due = sources.flatMap((source) => source.nextDueAt() ?? []);
  return due.length === 0 ? null : Math.min(...due);
}

interface Parts {
  store: KeyValueStore;
  queue: EventQueue;
  inbox: EventInbox;
  schedule: Schedule;
}

function restore(state: unknown, parts: Parts): void {
  if (state === undefined || state === null) return;
  const dump = state as PlatformDump;
  parts.store.restore(dump.storage);
  parts.queue.restore(dump.queue);
  parts.inbox.restore(dump.inbox);
  parts.schedule.restore(dump.schedule);
}
