/** Many thresholds in one five-minute slot, as after a weekend: what the app does of them and what it costs. */
import { HOUR, MINUTE, SECOND, type EpochMillis, type Millis } from '../../../src/core/time/instant';
import { instant } from '../../builders/ticket';
import { createSiteClock } from '../../sandbox/site-clock';
import { createStage, type StageDump } from '../../sandbox/stage';
import { startAppSite } from '../app-site';
import { multiplied, storedTickets, type StoredTicket } from './many-tickets';
import { fieldsAlone } from './quiet-policy';

/** The sweep of this instant sees the slot that begins with it. */
export const SLOT = instant('2025-12-10T15:00 Toronto');
const SLOT_LENGTH = 5 * MINUTE;
const SWEEPS_APART = 5 * MINUTE;
/** From three quarters to nine tenths of an hour. */
const SECOND_WARNING = 9 * MINUTE;

/** Of each priority, how long before its first warning a ticket of the default plan is raised: three quarters of its response. */
const RAISED_BEFORE: readonly { readonly levels: Record<string, string>; readonly before: Millis }[] = [
  { levels: { impact: 'extended', urgency: 'critical' }, before: 45 * MINUTE },
  { levels: { impact: 'important', urgency: 'critical' }, before: 90 * MINUTE },
  { levels: { impact: 'moderate', urgency: 'high' }, before: 6 * HOUR },
];

/** A site shortly before the slot, with `kinds` tickets of each of three priorities whose first warnings fill it evenly. */
export async function siteBeforeSlot(kinds: number): Promise<StageDump> {
  const site = await startAppSite({ startAt: SLOT - 7 * HOUR, policy: fieldsAlone });
  try {
    const wanted = RAISED_BEFORE.flatMap(({ levels, before }) =>
      Array.from({ length: kinds }, (_none, index) => ({
        levels,
        at: SLOT + Math.floor((index * SLOT_LENGTH) / kinds) - before,
      })),
    ).sort((a, b) => a.at - b.at);
    for (const { levels, at } of wanted) {
      await site.moveTo(at);
      await site.raise(site.people.stranger, 'Des milliers comme celui-ci', levels);
    }
    await site.moveTo(SLOT - 4 * MINUTE);
    const failures = site.platform.takeFailures();
    if (failures.length > 0) throw new Error(JSON.stringify(failures[0]));
    return { jira: site.jira.dump(), platform: site.platform.dump() };
  } finally {
    await site.close();
  }
}

export interface SlotResult {
  readonly tickets: number;
  /** Tickets whose warning of the slot was flagged. */
  readonly flagged: number;
  /** Sweeps from the slot's beginning until the last of them. */
  readonly sweeps: number;
  /** All flags of these minutes: the slot's, and the next ones of tickets whose target is short. */
  readonly flags: number;
  readonly points: number;
  readonly storageWrites: number;
  readonly storageReads: number;
  readonly queueEvents: number;
  readonly retries: number;
  readonly failures: number;
  readonly gbSeconds: number;
  /** By rank of the priority, how long after its time the latest of the slot's warnings was flagged. */
  readonly worstLateness: readonly Millis[];
  /** Tickets with a flag that came twice. */
  readonly twice: number;
}

/** Lets the slot pass with so many copies of each ticket, and counts. */
export async function passSlot(before: StageDump, copies: number): Promise<SlotResult> {
  const clock = createSiteClock(SLOT - 4 * MINUTE, () => 0);
  const { jira, platform } = await createStage({ clock, dump: multiplied(before, copies) });
  const moveTo = async (until: EpochMillis): Promise<void> => {
    for (let next = platform.nextDueAt(); next !== null && next <= until; next = platform.nextDueAt()) {
      clock.set(Math.max(next, clock.now()));
      await platform.settle();
    }
    clock.set(until);
  };
  try {
    const start = new Map(storedTickets(platform).map((row) => [row.issueId, row]));
    const flaggedAt = new Map<string, EpochMillis>();
    const note = (): readonly StoredTicket[] => {
      const rows = storedTickets(platform);
      for (const { issueId, handled, writtenAt } of rows) {
        const isNew = handled.length > (start.get(issueId)?.handled.length ?? 0);
        if (isNew && !flaggedAt.has(issueId)) flaggedAt.set(issueId, writtenAt);
      }
      return rows;
    };
    const used = platform.counters();
    jira.resetCalls();
    // Before the most urgent tickets have their second warning, which would hide when the first was flagged.
    await moveTo(SLOT + SECOND_WARNING - SECOND);
    note();
    await moveTo(SLOT + 12 * MINUTE);
    const rows = note();
    const after = platform.counters();
    const spent = (name: string): number => (after[name] ?? 0) - (used[name] ?? 0);
    const lateness = (rank: number): readonly Millis[] =>
      rows
        .filter(({ priorityRank }) => priorityRank === rank)
        .map(({ issueId }) => (flaggedAt.get(issueId) ?? Infinity) - (start.get(issueId)?.nextAt ?? 0));
    return {
      tickets: rows.length,
      flagged: flaggedAt.size,
      sweeps: Math.floor((Math.max(...flaggedAt.values()) - SLOT) / SWEEPS_APART) + 1,
      flags: flagsOf(rows) - flagsOf([...start.values()]),
      points: jira.calls().reduce((sum, { points }) => sum + points, 0),
      storageWrites: spent('storage.writes'),
      storageReads: spent('storage.reads'),
      queueEvents: spent('queue.events'),
      retries: spent('queue.retries'),
      failures: platform.takeFailures().length,
      gbSeconds: spent('gbSeconds'),
      worstLateness: RAISED_BEFORE.map((_kind, rank) => Math.max(...lateness(rank))),
      twice: rows.filter(({ handled }) => new Set(handled).size < handled.length).length,
    };
  } finally {
    await platform.close();
  }
}

function flagsOf(rows: readonly StoredTicket[]): number {
  return rows.reduce((sum, { handled }) => sum + handled.length, 0);
}
