/** A site with very many open tickets of which none is due. */
import { HOUR, MINUTE } from '../../../src/core/time/instant';
import { instant } from '../../builders/ticket';
import { createSiteClock } from '../../sandbox/site-clock';
import { createStage } from '../../sandbox/stage';
import { startAppSite } from '../app-site';
import { multiplied, storedTickets } from './many-tickets';
import { fieldsAlone } from './quiet-policy';

const EVENING = instant('2025-12-09T17:00 Toronto');

export interface IdleSweep {
  readonly tickets: number;
  readonly sweeps: number;
  readonly jiraCalls: number;
  readonly storageReads: number;
  readonly storageWrites: number;
  readonly queueEvents: number;
  readonly gbSeconds: number;
}

/** One sweep in the evening over so many tickets whose next threshold is tomorrow. The stand-in sorts its index before. */
export async function sweepIdle(tickets: number): Promise<IdleSweep> {
  const site = await startAppSite({ startAt: EVENING - HOUR, policy: fieldsAlone });
  await site.moveTo(EVENING);
  await site.raise(site.people.stranger, 'Demain', { impact: 'minor', urgency: 'low' });
  await site.moveTo(EVENING + MINUTE);
  const dump = { jira: site.jira.dump(), platform: site.platform.dump() };
  await site.close();

  const clock = createSiteClock(EVENING + MINUTE, () => 0);
  const { jira, platform } = await createStage({ clock, dump: multiplied(dump, tickets) });
  try {
    const nextSweep = async (): Promise<void> => {
      clock.set(platform.nextDueAt() ?? 0);
      await platform.settle();
    };
    await nextSweep();
    const before = platform.counters();
    await nextSweep();
    const after = platform.counters();
    const spent = (name: string): number => (after[name] ?? 0) - (before[name] ?? 0);
    return {
      tickets: storedTickets(platform).length,
      sweeps: spent('invocations.sweep-fn'),
      jiraCalls: jira.calls().length,
      storageReads: spent('storage.reads'),
      storageWrites: spent('storage.writes'),
      queueEvents: spent('queue.events'),
      gbSeconds: spent('gbSeconds'),
    };
  } finally {
    await platform.close();
  }
}
