import { randomUUID } from 'node:crypto';
import type { Failure, Instant } from '../seam';
import { FunctionError } from './function-error';
import type { Invocation } from './functions';
import { isObject, jsonCopy, type JsonObject } from './json';
import { JobBook, type Job } from './job-book';
import type { ConsumerModule } from './manifest';
import { RateWindow } from './rate-window';
import { readPush, type PushedEvent } from './queue-push';
import {
  backoffSeconds,
  MOST_APP_RETRIES,
  platformRetryReason,
  readRetry,
  RETENTION_MILLIS,
  type RetryContext,
} from './retry';
import type { Usage } from './usage';
import type { Work, WorkSource } from './work';

export interface QueueAnswer {
  status: number;
  body?: unknown;
}

interface QueuedEvent extends PushedEvent {
  eventId: string;
  jobId: string;
  queueName: string;
  pushedAt: Instant;
  dueAt: Instant;
  order: number;
  attempts: number;
  appRetries: number;
  retryContext: RetryContext | null;
  chain: { pushes: number };
}

export interface QueueDump {
  events: QueuedEvent[];
  jobs: [string, Job][];
}

export interface QueueSettings {
  now: () => Instant;
  consumers: readonly ConsumerModule[];
  /** Functions whose timeout is above 55 s: their events have at most 100 KB. */
  isLongRunning: (functionKey: string) => boolean;
  invoke: (consumer: ConsumerModule, event: JsonObject, chain: { pushes: number }) => Promise<unknown>;
  fail: (failure: Failure) => void;
  usage: Usage;
}

const EVENTS_A_MINUTE = 500;
const MOST_CHAINED_PUSHES = 1_000;

/**
 * Forge's async events (forge-facts §5): publish, statistics and cancel for the SDK, and due events for the platform.
 * An event is delivered to its queue's consumer; a consumer that returns InvocationError gets it again when it asked,
 * up to four times; one that throws, times out or dies gets it again with growing pauses, for 24 hours.
 * (Long for one class: an event's whole way, from the push to its last attempt, is one state.)
 */
export class EventQueue implements WorkSource {
  private events: QueuedEvent[] = [];
  private readonly jobs = new JobBook();
  private readonly busyKeys = new Map<string, number>();
  private readonly rate = new RateWindow(EVENTS_A_MINUTE);
  private order = 0;

  constructor(private readonly settings: QueueSettings) {}

  /** Answers the three webhooks of @forge/events; the placeholders in their paths are the platform's to fill. */
  answer(path: string, body: unknown, invocation: Invocation): QueueAnswer {
    const route = /^\/webhook\/queue\/(publish|stats|cancel)\//.exec(path)?.[1];
    if (route === undefined || !isObject(body)) {
      return { status: 400, body: { message: `The local site has no ${path}.`, code: 400 } };
    }
    if (route === 'publish') return this.publish(body, invocation);
    const jobId = String(body['jobId']);
    const job = this.jobs.get(jobId);
    if (job === undefined || job.queueName !== body['queueName']) {
      return { status: 404, body: { message: `There is no job ${jobId}.` } };
    }
    if (route === 'cancel') return this.cancel(jobId, job);
    return { status: 200, body: { success: job.success, inProgress: job.inProgress, failed: job.failed } };
  }

  readyAt(now: Instant): Instant | null {
    return this.firstReady(now)?.dueAt ?? null;
  }

  take(now: Instant): Work {
    const event = this.firstReady(now);
    if (event === undefined) throw new Error('No event is due.');
    this.events = this.events.filter((other) => other !== event);
    this.occupy(event, 1);
    return { run: () => this.deliver(event).finally(() => this.occupy(event, -1)) };
  }

  nextDueAt(): Instant | null {
    return this.events.length === 0 ? null : Math.min(...this.events.map((event) => event.dueAt));
  }

  dump(): QueueDump {
    return jsonCopy({ events: this.events, jobs: this.jobs.dump() });
  }

  restore(dump: QueueDump): void {
    this.events = dump.events;
    this.order = Math.max(0, ...dump.events.map((event) => event.order));
    this.jobs.restore(dump.jobs);
  }

  private publish(body: JsonObject, invocation: Invocation): QueueAnswer {
    const queueName = String(body['queueName']);
    const consumer = this.consumerOf(queueName);
    if (consumer === undefined) {
      return {
        status: 400,
        body: { message: `The manifest declares no consumer of the queue ${queueName}.`, code: 400 },
      };
    }
    const push = readPush(body, this.settings.isLongRunning(consumer.functionKey));
    if ('status' in push) return push;
    if (invocation.chain.pushes >= MOST_CHAINED_PUSHES) return { status: 405, body: { message: 'Cyclic limit.' } };
    if (!this.rate.take(this.settings.now(), push.events.length))
      return { status: 429, body: { message: 'Too many.' } };
    invocation.chain.pushes += 1;
    this.settings.usage.add('queue.pushes');
    this.settings.usage.add('queue.events', push.events.length);
    for (const event of push.events) this.enqueue(event, queueName, push.jobId, invocation.chain);
    this.jobs.open(push.jobId, queueName, push.events.length);
    return push.failed.length === 0 ? { status: 201 } : { status: 202, body: { failedEvents: push.failed } };
  }

  private enqueue(event: PushedEvent, queueName: string, jobId: string, chain: { pushes: number }): void {
    const now = this.settings.now();
    this.order += 1;
    this.events.push({
      ...event,
      eventId: randomUUID(),
      jobId,
      queueName,
      pushedAt: now,
      dueAt: now + (event.delayInSeconds ?? 0) * 1_000,
      order: this.order,
      attempts: 0,
      appRetries: 0,
      retryContext: null,
      chain,
    });
  }

  private cancel(jobId: string, job: Job): QueueAnswer {
    const left = this.events.filter((event) => event.jobId !== jobId);
    job.inProgress -= this.events.length - left.length;
    this.events = left;
    return { status: 204 };
  }

  private async deliver(event: QueuedEvent): Promise<void> {
    const { body, delayInSeconds, concurrency, queueName, jobId, eventId, retryContext } = event;
    const consumer = this.consumerOf(queueName);
    if (consumer === undefined) {
      this.finish(event, 'failed');
      return;
    }
    event.attempts += 1;
    try {
      const value = await this.settings.invoke(
        consumer,
        {
          body,
          ...(delayInSeconds === null ? {} : { delayInSeconds }),
          ...(concurrency === null ? {} : { concurrency }),
          queueName,
          jobId,
          eventId,
          ...(retryContext === null ? {} : { retryContext }),
        },
        event.chain,
      );
      this.onValue(event, consumer, value);
    } catch (error) {
      this.onError(event, consumer, error);
    }
  }

  private onValue(event: QueuedEvent, consumer: ConsumerModule, value: unknown): void {
    const retry = readRetry(value);
    if (retry === null) {
      this.finish(event, 'success');
      return;
    }
    if (retry === 'refused' || event.appRetries >= MOST_APP_RETRIES) {
      const why = retry === 'refused' ? 'retryData is above 4 KB' : `asked for more than ${MOST_APP_RETRIES} retries`;
      this.settings.fail({ functionKey: consumer.functionKey, message: `${event.queueName}: ${why}.` });
      this.finish(event, 'failed');
      return;
    }
    event.appRetries += 1;
    this.again(event, retry.afterSeconds, retry.reason, retry.data);
  }

  private onError(event: QueuedEvent, consumer: ConsumerModule, error: unknown): void {
    const fault = error instanceof FunctionError ? error.fault : 'crashed';
    const message = error instanceof Error ? error.message : String(error);
    this.settings.fail({ functionKey: consumer.functionKey, message });
    this.again(event, backoffSeconds(event.attempts), platformRetryReason(fault), undefined);
  }

  private again(event: QueuedEvent, afterSeconds: number, reason: string, data: unknown): void {
    const dueAt = this.settings.now() + afterSeconds * 1_000;
    const remaining = event.pushedAt + RETENTION_MILLIS - dueAt;
    if (remaining <= 0) {
      this.finish(event, 'failed');
      return;
    }
    this.settings.usage.add('queue.retries');
    const retentionWindow = { startTime: new Date(event.pushedAt).toISOString(), remainingTimeMs: remaining };
    const retryCount = (event.retryContext?.retryCount ?? 0) + 1;
    this.events.push({
      ...event,
      dueAt,
      retryContext: { retryCount, retryReason: reason, retryData: data, retentionWindow },
    });
  }

  private finish(event: QueuedEvent, outcome: 'success' | 'failed'): void {
    this.jobs.close(event.jobId, outcome);
  }

  private firstReady(now: Instant): QueuedEvent | undefined {
    let first: QueuedEvent | undefined;
    for (const event of this.events) {
      if (event.dueAt > now || this.isHeld(event)) continue;
      const earlier = first === undefined || event.dueAt < first.dueAt;
      if (earlier || (event.dueAt === first?.dueAt && event.order < first.order)) first = event;
    }
    return first;
  }

  /** The concurrency key belongs to the installation, not to a queue (forge-facts §5). */
  private isHeld({ concurrency }: QueuedEvent): boolean {
    return concurrency !== null && (this.busyKeys.get(concurrency.key) ?? 0) >= concurrency.limit;
  }

  private occupy({ concurrency }: QueuedEvent, change: 1 | -1): void {
    if (concurrency === null) return;
    const busy = (this.busyKeys.get(concurrency.key) ?? 0) + change;
    if (busy === 0) this.busyKeys.delete(concurrency.key);
    else this.busyKeys.set(concurrency.key, busy);
  }

  private consumerOf(queueName: string): ConsumerModule | undefined {
    return this.settings.consumers.find((consumer) => consumer.queue === queueName);
  }
}
