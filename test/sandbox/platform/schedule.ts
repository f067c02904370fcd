import type { Failure, Instant } from '../seam';
import type { ScheduledModule, ScheduleInterval } from './manifest';
import type { Work, WorkSource } from './work';

export type ScheduleDump = [triggerKey: string, dueAt: Instant][];

export interface ScheduleSettings {
  now: () => Instant;
  triggers: readonly ScheduledModule[];
  invoke: (trigger: ScheduledModule) => Promise<unknown>;
  fail: (failure: Failure) => void;
  /** False where the app is known to have no licence: triggers that ask for one do not run. */
  isLicensed: boolean;
}

const INTERVAL_MILLIS: Record<ScheduleInterval, number> = {
  fiveMinute: 5 * 60_000,
  hour: 3_600_000,
  day: 24 * 3_600_000,
  week: 7 * 24 * 3_600_000,
};
const FIRST_RUN_MILLIS = 5 * 60_000;

/**
 * Scheduled triggers on the site's clock: first five minutes after deployment, then at their interval. A failure is
 * reported and not retried. Occurrences that a leap of the clock passed over are one run, as for a machine that slept:
 * whoever wants each of them moves the clock from `nextDueAt` to `nextDueAt`.
 */
export class Schedule implements WorkSource {
  private readonly dueAt = new Map<string, Instant>();

  constructor(private readonly settings: ScheduleSettings) {
    const first = settings.now() + FIRST_RUN_MILLIS;
    for (const trigger of settings.triggers) this.dueAt.set(trigger.key, first);
  }

  /** Takes up a former schedule; one of other triggers than the manifest's is dropped, as a deployment resets it. */
  restore(dump: ScheduleDump): void {
    const known = new Set(this.settings.triggers.map((trigger) => trigger.key));
    if (dump.length !== known.size || dump.some(([key]) => !known.has(key))) return;
    for (const [key, dueAt] of dump) this.dueAt.set(key, dueAt);
  }

  dump(): ScheduleDump {
    return [...this.dueAt];
  }

  readyAt(now: Instant): Instant | null {
    const next = this.nextDueAt();
    return next !== null && next <= now ? next : null;
  }

  nextDueAt(): Instant | null {
    return this.dueAt.size === 0 ? null : Math.min(...this.dueAt.values());
  }

  take(now: Instant): Work {
    const next = this.nextDueAt();
    const trigger = this.settings.triggers.find(({ key }) => this.dueAt.get(key) === next);
    if (trigger === undefined || next === null) throw new Error('No scheduled trigger is due.');
    const interval = INTERVAL_MILLIS[trigger.interval];
    const passed = Math.max(0, Math.floor((now - next) / interval));
    this.dueAt.set(trigger.key, next + (passed + 1) * interval);
    return { run: () => this.run(trigger) };
  }

  private async run(trigger: ScheduledModule): Promise<void> {
    if (trigger.appIsLicensed && !this.settings.isLicensed) return;
    try {
      await this.settings.invoke(trigger);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.settings.fail({ functionKey: trigger.functionKey, message });
    }
  }
}
