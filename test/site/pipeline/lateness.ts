/** Flags at real time: the site's clock runs by itself while tickets come in and are worked on. */
import { MINUTE, SECOND, type Millis } from '../../../src/core/time/instant';
import { instant } from '../../builders/ticket';
import { createSiteClock } from '../../sandbox/site-clock';
import { createStage } from '../../sandbox/stage';
import { createTimeMachine } from '../../sandbox/time-machine';
import { startAppSite } from '../app-site';
import { multiplied, storedTickets } from './many-tickets';
import { fieldsAlone } from './quiet-policy';

const NOON = instant('2025-12-10T12:00 Toronto');
const FIRST_WARNING = 45 * MINUTE;

export interface Lateness {
  readonly flags: number;
  /** Edits made by people meanwhile, each an event and a look. */
  readonly edits: number;
  readonly p50: Millis;
  readonly p99: Millis;
  readonly worst: Millis;
}

/**
 * Lateness of the first warnings of P1 tickets, `aSecond` of them due each second for `seconds` seconds, with an edit of
 * some other ticket twice a second all the while. Takes as long as it says, in real time.
 */
export async function measureLateness(seconds: number, aSecond: number): Promise<Lateness> {
  const site = await startAppSite({ startAt: NOON - 2 * 60 * MINUTE, policy: fieldsAlone });
  const begin = NOON + 10 * SECOND;
  for (let second = 0; second < seconds; second += 1) {
    // Not at whole seconds: the queue's delays are.
    await site.moveTo(begin + second * SECOND + ((second * 377) % SECOND) - FIRST_WARNING);
    await site.raise(site.people.stranger, 'À la seconde', { impact: 'extended', urgency: 'critical' });
  }
  // The sweep of noon is the one that sees them all.
  await site.moveTo(NOON - 2 * SECOND);
  const dump = multiplied({ jira: site.jira.dump(), platform: site.platform.dump() }, aSecond);
  const agent = site.people.agent.accountId;
  await site.close();

  const clock = createSiteClock(NOON - 2 * SECOND);
  const failures: unknown[] = [];
  const { jira, platform } = await createStage({ clock, dump, platformOptions: { parallelism: 8 } });
  const time = createTimeMachine(clock, platform, (error) => failures.push(error));
  try {
    const dueAt = new Map(storedTickets(platform).map(({ issueId, nextAt }) => [issueId, nextAt]));
    const edited = await jira.handle(
      {
        method: 'POST',
        path: '/rest/api/3/issue',
        headers: {},
        body: JSON.stringify({
          fields: { project: { key: 'SUP' }, issuetype: { name: '[System] Incident' }, summary: 'Pendant ce temps' },
        }),
        identity: { kind: 'user', accountId: agent },
        scopes: null,
      },
      null,
    );
    const { key } = JSON.parse(edited.body) as { key: string };
    let edits = 0;
    const load = setInterval(() => {
      edits += 1;
      jira.seedStep(
        key,
        { kind: 'edit', at: clock.now(), by: agent, fields: { summary: `Pendant ce temps ${String(edits)}` } },
        true,
      );
    }, SECOND / 2);
    time.start();
    await new Promise((resolve) => setTimeout(resolve, 12 * SECOND + seconds * SECOND + 10 * SECOND));
    clearInterval(load);
    await time.stop();
    const late = storedTickets(platform)
      .filter(({ issueId, handled }) => dueAt.has(issueId) && handled.length > 0)
      .map(({ issueId, writtenAt }) => writtenAt - (dueAt.get(issueId) ?? NaN))
      .sort((a, b) => a - b);
    if (failures.length > 0) throw new Error(String(failures[0]));
    const at = (share: number): Millis => late[Math.min(late.length - 1, Math.floor(late.length * share))] ?? NaN;
    return { flags: late.length, edits, p50: at(0.5), p99: at(0.99), worst: late.at(-1) ?? NaN };
  } finally {
    await platform.close();
  }
}
