import type { Failure, Instant, ProductEvent } from '../seam';
import { decideDelivery, type DeliveryRules } from './delivery';
import { compileExpression, type EventExpression } from './event-expression';
import { FunctionError } from './function-error';
import { jsonCopy } from './json';
import type { LogBook } from './log-book';
import type { TriggerModule } from './manifest';
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

interface InboxItem {
  triggerKey: string;
  event: ProductEvent;
  raisedAt: Instant;
  dueAt: Instant;
  order: number;
  attempts: number;
  appRetries: number;
  retryContext: RetryContext | null;
}

export type InboxDump = InboxItem[];

export interface InboxSettings {
  now: () => Instant;
  triggers: readonly TriggerModule[];
  invoke: (trigger: TriggerModule, event: ProductEvent) => Promise<unknown>;
  fail: (failure: Failure) => void;
  log: LogBook;
  usage: Usage;
  isLicensed: boolean;
}

const MOST_EVENT_BYTES = 200 * 1024;

/**
 * Product events on their way to the app's triggers: chosen by event name and filter, delivered as `delivery` says
 * (the cloud promises neither order nor a single delivery). A trigger that returns InvocationError gets its event again,
 * up to four times; one that timed out or died with its process gets it again from the platform; one that throws does
 * not (forge-facts §4).
 */
export class EventInbox implements WorkSource {
  private items: InboxItem[] = [];
  private order = 0;
  private rules: DeliveryRules = {};
  private readonly expressions = new Map<string, EventExpression>();

  constructor(private readonly settings: InboxSettings) {
    for (const trigger of settings.triggers) {
      if (trigger.expression === null) continue;
      this.expressions.set(trigger.key, compileExpression(trigger.expression, `trigger ${trigger.key}`));
    }
  }

  /** How events are delivered from now on; the default is at once, once, in order. */
  setRules(rules: DeliveryRules): void {
    this.rules = rules;
  }

  deliver(event: ProductEvent): void {
    if (Buffer.byteLength(JSON.stringify(event)) > MOST_EVENT_BYTES) {
      this.settings.usage.add('events.tooLarge');
      this.settings.log.write('warn', null, `${event.eventType} is above 200 KB and not delivered.`);
      return;
    }
    for (const trigger of this.settings.triggers) {
      if (!this.wants(trigger, event)) continue;
      for (const { delayMillis, order } of decideDelivery(this.rules)) {
        const now = this.settings.now();
        this.order += 1;
        this.items.push({
          triggerKey: trigger.key,
          event: jsonCopy(event),
          raisedAt: now,
          dueAt: now + delayMillis,
          order: order ?? this.order,
          attempts: 0,
          appRetries: 0,
          retryContext: null,
        });
      }
    }
  }

  readyAt(now: Instant): Instant | null {
    return this.firstReady(now)?.dueAt ?? null;
  }

  nextDueAt(): Instant | null {
    return this.items.length === 0 ? null : Math.min(...this.items.map((item) => item.dueAt));
  }

  take(now: Instant): Work {
    const item = this.firstReady(now);
    if (item === undefined) throw new Error('No product event is due.');
    this.items = this.items.filter((other) => other !== item);
    return { run: () => this.run(item) };
  }

  dump(): InboxDump {
    return jsonCopy(this.items);
  }

  restore(dump: InboxDump): void {
    this.items = dump;
    this.order = Math.max(0, ...dump.map((item) => item.order));
  }

  private wants(trigger: TriggerModule, event: ProductEvent): boolean {
    if (!trigger.events.includes(event.eventType)) return false;
    if (trigger.ignoreSelf && event.selfGenerated) return false;
    if (trigger.appIsLicensed && !this.settings.isLicensed) return false;
    return this.passesExpression(trigger, event);
  }

  private passesExpression(trigger: TriggerModule, event: ProductEvent): boolean {
    const expression = this.expressions.get(trigger.key);
    if (expression === undefined) return true;
    const outcome = expression(event);
    if (outcome.kind === 'value') return outcome.value;
    if (trigger.onError === 'IGNORE_AND_LOG' || trigger.onError === 'RECEIVE_AND_LOG') {
      this.settings.log.write('warn', trigger.functionKey, `filter of ${trigger.key}: ${outcome.message}`);
    }
    return trigger.onError === 'RECEIVE' || trigger.onError === 'RECEIVE_AND_LOG';
  }

  /** With the order shuffled the due items have no order but the drawn one. */
  private firstReady(now: Instant): InboxItem | undefined {
    const due = this.items.filter((item) => item.dueAt <= now);
    const byOrder = (a: InboxItem, b: InboxItem): number => a.order - b.order;
    const byTime = (a: InboxItem, b: InboxItem): number => a.dueAt - b.dueAt || byOrder(a, b);
    return due.sort(this.rules.shuffle === undefined ? byTime : byOrder)[0];
  }

  private async run(item: InboxItem): Promise<void> {
    const trigger = this.settings.triggers.find(({ key }) => key === item.triggerKey);
    if (trigger === undefined) return;
    item.attempts += 1;
    this.settings.usage.add('events.delivered');
    const { retryContext } = item;
    const event = retryContext === null ? item.event : { ...item.event, retryContext };
    try {
      this.onValue(item, trigger, await this.settings.invoke(trigger, event));
    } catch (error) {
      const fault = error instanceof FunctionError ? error.fault : 'crashed';
      const message = error instanceof Error ? error.message : String(error);
      this.settings.fail({ functionKey: trigger.functionKey, message });
      if (fault !== 'threw') this.again(item, backoffSeconds(item.attempts), platformRetryReason(fault), undefined);
    }
  }

  private onValue(item: InboxItem, trigger: TriggerModule, value: unknown): void {
    const retry = readRetry(value);
    if (retry === null) return;
    if (retry === 'refused' || item.appRetries >= MOST_APP_RETRIES) {
      const why = retry === 'refused' ? 'retryData is above 4 KB' : `asked for more than ${MOST_APP_RETRIES} retries`;
      this.settings.fail({ functionKey: trigger.functionKey, message: `${trigger.key}: ${why}.` });
      return;
    }
    item.appRetries += 1;
    this.again(item, retry.afterSeconds, retry.reason, retry.data);
  }

  private again(item: InboxItem, afterSeconds: number, reason: string, data: unknown): void {
    const dueAt = this.settings.now() + afterSeconds * 1_000;
    const remaining = item.raisedAt + RETENTION_MILLIS - dueAt;
    if (remaining <= 0) return;
    const retentionWindow = { startTime: new Date(item.raisedAt).toISOString(), remainingTimeMs: remaining };
    const retryCount = (item.retryContext?.retryCount ?? 0) + 1;
    this.items.push({
      ...item,
      dueAt,
      retryContext: { retryCount, retryReason: reason, retryData: data, retentionWindow },
    });
  }
}
