/**
 * `npm run bench -- pipeline`: what the pipeline costs on the local site's stand-ins, counted, and how late flags are at real
 * time. `-- --json` prints one object.
 */
import { HOUR, MINUTE } from '../../src/core/time/instant';
import { instant } from '../builders/ticket';
import { startAppSite } from '../site/app-site';
import { costOf } from '../site/pipeline/cost';
import { sweepIdle } from '../site/pipeline/idle';
import { measureLateness } from '../site/pipeline/lateness';
import { fieldsAlone } from '../site/pipeline/quiet-policy';
import { passSlot, siteBeforeSlot } from '../site/pipeline/slot';
import type { Target } from './target';

const TICKETS = 100_000;
/** 3 x 20 kinds of tickets, each so often: 16,020 thresholds. */
const KINDS = 20;
const COPIES = 267;
const LATENESS = { seconds: 40, aSecond: 20 };

export interface PipelineFigures {
  readonly eventCalls: number;
  readonly eventPoints: number;
  readonly eventGbSeconds: number;
  readonly unchangedEventPoints: number;
  readonly irrelevantEventCalls: number;
  readonly idleSweepTickets: number;
  readonly idleSweepJiraCalls: number;
  readonly idleSweepReads: number;
  readonly idleSweepGbSeconds: number;
  readonly slotFlagged: number;
  readonly slotSweeps: number;
  readonly slotPointsPerFlag: number;
  readonly slotWritesPerFlag: number;
  readonly slotQueueEvents: number;
  readonly slotGbSeconds: number;
  readonly latenessFlags: number;
  readonly latenessP50Ms: number;
  readonly latenessP99Ms: number;
}

/** All figures of the pipeline; takes some two minutes, of which one is real time passing. */
export async function measurePipeline(): Promise<PipelineFigures> {
  const events = await measureEvents();
  const idle = await sweepIdle(TICKETS);
  const slot = await passSlot(await siteBeforeSlot(KINDS), COPIES);
  const lateness = await measureLateness(LATENESS.seconds, LATENESS.aSecond);
  return {
    ...events,
    idleSweepTickets: idle.tickets,
    idleSweepJiraCalls: idle.jiraCalls,
    idleSweepReads: idle.storageReads,
    idleSweepGbSeconds: idle.gbSeconds,
    slotFlagged: slot.flagged,
    slotSweeps: slot.sweeps,
    slotPointsPerFlag: slot.points / slot.flags,
    slotWritesPerFlag: slot.storageWrites / slot.flags,
    slotQueueEvents: slot.queueEvents,
    slotGbSeconds: slot.gbSeconds,
    latenessFlags: lateness.flags,
    latenessP50Ms: lateness.p50,
    latenessP99Ms: lateness.p99,
  };
}

/** What the project promises of these figures. */
export function pipelineTargets(figures: PipelineFigures): readonly Target[] {
  const most = (what: string, name: keyof PipelineFigures, limit: number): Target => ({
    what: `${what}: at most ${String(limit)}`,
    found: figures[name].toLocaleString('en', { maximumFractionDigits: 2 }),
    isMet: figures[name] <= limit,
  });
  return [
    most('calls of an event', 'eventCalls', 3),
    most('points of an event', 'eventPoints', 4),
    most('points where nothing changes', 'unchangedEventPoints', 2),
    most('calls of an irrelevant event', 'irrelevantEventCalls', 0),
    most('calls of an idle sweep', 'idleSweepJiraCalls', 0),
    most('storage reads of an idle sweep', 'idleSweepReads', 2),
    most('sweeps of the slot', 'slotSweeps', 2),
    most('points a flag', 'slotPointsPerFlag', 1.1),
    most('storage writes a flag', 'slotWritesPerFlag', 2),
    most('lateness, median, ms', 'latenessP50Ms', 2_000),
    most('lateness, 99th percentile, ms', 'latenessP99Ms', 10_000),
  ];
}

async function measureEvents(): Promise<
  Pick<
    PipelineFigures,
    'eventCalls' | 'eventPoints' | 'eventGbSeconds' | 'unchangedEventPoints' | 'irrelevantEventCalls'
  >
> {
  const morning = instant('2025-12-09T10:00 Toronto');
  const site = await startAppSite({ startAt: morning - HOUR, policy: fieldsAlone });
  try {
    await site.moveTo(morning);
    // What the publication and the day's reconciliation set off is over by now.
    await site.moveTo(morning + MINUTE);
    const levels = { impact: 'extended', urgency: 'critical' };
    let key = '';
    const created = await costOf(site, async () => {
      ({ key } = await site.raise(site.people.stranger, 'Un billet', levels));
    });
    const edit = (fields: Record<string, unknown>) =>
      costOf(site, () => site.rest(site.people.agent, 'PUT', `/rest/api/3/issue/${key}`, { fields }));
    const moved = await edit({ [site.jira.fieldId('urgency')]: 'high' });
    const unchanged = await edit({ summary: 'Le même billet' });
    site.jira.addProject({ key: 'DEV', name: 'Development', type: 'software' });
    const reporterId = site.people.agent.accountId;
    const irrelevant = await costOf(site, () => {
      site.jira.seedIssue({ projectKey: 'DEV', summary: 'Build', reporterId, created: site.clock.now() }, true);
      return site.moveTo(site.clock.now() + MINUTE);
    });
    return {
      eventCalls: Math.max(created.calls.length, moved.calls.length),
      eventPoints: Math.max(created.points, moved.points),
      eventGbSeconds: Math.max(Number(created['gbSeconds']), Number(moved['gbSeconds'])),
      unchangedEventPoints: unchanged.points,
      irrelevantEventCalls: irrelevant.calls.length,
    };
  } finally {
    await site.close();
  }
}
