/**
 * Twenty incidents of a real service desk (test/fixtures/real) through the whole way, time moving, under that log's own
 * 3 x 3 matrix and names: each derived priority equals the log's, each clock an independent count made here. It shows
 * that nothing is hard-wired to 4 x 4, to P1 or to Quebec.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AgentPanelApi } from '../../src/contract/agent-panel';
import type { PolicyDocument } from '../../src/core/policy/document';
import type { PolicyText } from '../../src/core/policy/text';
import { instantOfLocal } from '../../src/core/time/zone';
import { granted, startAppSite, type AppSite } from './app-site';

const ZONE = 'America/Sao_Paulo';
const OPEN_FROM = 8 * 60;
const OPEN_UNTIL = 18 * 60;
const MINUTE = 60_000;

interface LogLine {
  number: string;
  state: string;
  openedAt: number;
  at: number;
  impact: string;
  urgency: string;
  priority: string;
}

const LINES: LogLine[] = readFileSync(join(__dirname, '../fixtures/real/incidents-20.csv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [number = '', state = '', , , , opened = '', updated = '', impact = '', urgency = '', priority = ''] =
      line.split(',');
    const key = (level: string): string => level.slice(4).toLowerCase();
    return {
      number,
      state,
      openedAt: instantOf(opened),
      at: instantOf(updated),
      impact: key(impact),
      urgency: key(urgency),
      priority: key(priority),
    };
  });

/** `29-02-2016 01:16` in São Paulo. */
function instantOf(text: string): number {
  const [, day, month, year, hours, minutes] = /^(\d+)-(\d+)-(\d+) (\d+):(\d+)$/.exec(text) ?? [];
  return instantOfLocal(ZONE, `${year}-${month}-${day}`, Number(hours) * 60 + Number(minutes));
}

const label = (key: string): PolicyText => ({ published: { en: null, fr: null }, shown: { en: key, fr: key } });

/** The log's own levels and matrix (ServiceNow's), with targets of our choosing, in hours of 08:00 to 18:00. */
function logPolicy(proposed: PolicyDocument): PolicyDocument {
  const levels = ['high', 'medium', 'low'].map((key) => ({ key, label: label(key), description: label(key) }));
  const targets = { critical: [1, 4], high: [2, 12], moderate: [4, 30], low: [10, 60] };
  const none = { en: null, fr: null };
  const goal = (hours = 0) => ({
    target: { unit: 'hours' as const, amount: hours },
    calendar: 'office',
    published: none,
  });
  return {
    ...proposed,
    impacts: levels,
    urgencies: levels,
    matrix: {
      high: { high: 'critical', medium: 'high', low: 'moderate' },
      medium: { high: 'high', medium: 'moderate', low: 'low' },
      low: { high: 'moderate', medium: 'low', low: 'low' },
    },
    priorities: Object.keys(targets).map((key, index) => ({
      key,
      label: { en: key, fr: key },
      jiraPriorityId: String(index + 1),
    })),
    plans: [
      {
        key: 'DESK',
        label: label('Desk'),
        rank: 1,
        goals: Object.fromEntries(
          Object.entries(targets).map(([key, [response, resolution]]) => [
            key,
            { response: goal(response), resolution: goal(resolution) },
          ]),
        ),
        entitlements: [],
        portalVisibility: 'state-and-times',
        price: { kind: 'included' },
      },
    ],
    defaultPlan: 'DESK',
    calendars: {
      office: {
        label: { en: 'Office', fr: 'Bureau' },
        calendar: {
          timeZone: ZONE,
          weeklyHours: Object.fromEntries([1, 2, 3, 4, 5].map((day) => [day, [{ start: '08:00', end: '18:00' }]])),
          holidays: [],
          exceptions: [],
        },
        holidaySource: null,
      },
    },
    defaultCalendar: 'office',
    duty: { ...proposed.duty, priorities: ['critical', 'high'] },
  };
}

/** Working minutes of an interval by looking at every minute; São Paulo had no clock change in these weeks. */
function countMinutes(from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += MINUTE) {
    const local = new Date(at - 3 * 3_600_000);
    const minute = local.getUTCHours() * 60 + local.getUTCMinutes();
    const day = local.getUTCDay();
    if (day >= 1 && day <= 5 && minute >= OPEN_FROM && minute < OPEN_UNTIL) count += 1;
  }
  return count;
}

/** Working time the resolution clock must have used: neither paused (awaiting somebody) nor closed. */
function countUsed(lines: LogLine[]): { used: number; response: number; isOpen: boolean } {
  let used = 0;
  let since = lines[0]?.openedAt ?? 0;
  let counting = true;
  let firstDone: number | null = null;
  for (const { state, at } of lines) {
    if (counting) used += countMinutes(since, at);
    since = at;
    counting = state === 'New' || state === 'Active';
    if (firstDone === null && isDone(state)) firstDone = at;
  }
  return {
    used,
    response: countMinutes(lines[0]?.openedAt ?? 0, firstDone ?? since),
    isOpen: !isDone(lines.at(-1)?.state ?? ''),
  };
}

const isDone = (state: string): boolean => state === 'Resolved' || state === 'Closed';

/** The log's states as Jira's statuses of the stand-in, with the transitions that lead there. */
const TRANSITIONS: Record<string, string[]> = {
  New: ['61', '31'],
  Active: ['11', '101'],
  Awaiting: ['21'],
  Resolved: ['71'],
  Closed: ['91', '71'],
};

describe('twenty real incidents', () => {
  let site: AppSite;
  const keys = new Map<string, string>();
  const incidents = [...new Set(LINES.map(({ number }) => number))];
  const mismatches: string[] = [];

  beforeAll(async () => {
    site = await startAppSite({
      startAt: Math.min(...LINES.map(({ openedAt }) => openedAt)) - MINUTE,
      policy: logPolicy,
    });
    const opened = incidents.map((number) => {
      const line = LINES.find((candidate) => candidate.number === number) as LogLine;
      return { ...line, at: line.openedAt, opens: true };
    });
    const events = [...opened, ...LINES.map((line) => ({ ...line, opens: false }))].sort((a, b) => a.at - b.at);
    for (const event of events) {
      await site.moveTo(event.at);
      if (event.opens) {
        const { key } = await site.raise(site.people.customer, event.number, {
          impact: event.impact,
          urgency: event.urgency,
        });
        keys.set(event.number, key);
      } else {
        await bringTo(event);
      }
      await site.moveTo(event.at);
      const derived = (await site.fields(keys.get(event.number) ?? ''))['priority'];
      const expected = String(['critical', 'high', 'moderate', 'low'].indexOf(event.priority) + 1);
      if (derived !== expected)
        mismatches.push(`${event.number} at ${event.at}: ${String(derived)}, the log says ${expected}`);
    }
  }, 240_000);
  afterAll(() => site.close());

  async function bringTo(event: LogLine): Promise<void> {
    const path = `/rest/api/3/issue/${keys.get(event.number)}`;
    const fields = await site.fields(keys.get(event.number) ?? '');
    if (fields['impact'] !== event.impact || fields['urgency'] !== event.urgency) {
      const levels = { [site.jira.fieldId('impact')]: event.impact, [site.jira.fieldId('urgency')]: event.urgency };
      expect((await site.rest(site.people.agent, 'PUT', path, { fields: levels })).status).toBe(204);
    }
    const wanted = TRANSITIONS[event.state.split(' ')[0] ?? ''] ?? [];
    const offered = await site.rest(site.people.agent, 'GET', `${path}/transitions`);
    const { transitions } = JSON.parse(offered.body) as { transitions: { id: string }[] };
    const taken = wanted.find((id) => transitions.some((transition) => transition.id === id));
    if (taken !== undefined) {
      expect(
        (await site.rest(site.people.agent, 'POST', `${path}/transitions`, { transition: { id: taken } })).status,
      ).toBe(204);
    }
  }

  it('derive the priority that the log has, at every event', () => {
    expect(keys.size).toBe(20);
    expect(mismatches).toEqual([]);
    expect(site.platform.takeFailures()).toEqual([]);
  });

  it.each(incidents)('%s: both clocks equal an independent count', async (number) => {
    const lines = LINES.filter((line) => line.number === number);
    const expected = countUsed(lines);
    const view = granted(
      await site.ask<AgentPanelApi, 'view'>(
        'agent-panel',
        site.people.agent,
        'view',
        {},
        { issueKey: keys.get(number) ?? '' },
      ),
    );
    if (view.state !== 'tracked') throw new Error(`${number} is ${view.state}`);
    const [response, resolution] = view.clocks;
    expect(expected.isOpen).toBe(false);
    expect(resolution?.stopTime).not.toBeNull();
    expect((resolution?.elapsedTime ?? 0) / MINUTE).toBe(expected.used);
    expect((response?.elapsedTime ?? 0) / MINUTE).toBe(expected.response);
  });
});
