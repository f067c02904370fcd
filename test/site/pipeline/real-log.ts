/**
 * The event log of a real service desk (ServiceNow's levels, 3 x 3) and how it is lived again on the local site, time moving,
 * beside an independent count of the same log that knows nothing of the app.
 */
import type { PolicyDocument } from '../../../src/core/policy/document';
import type { PolicyText } from '../../../src/core/policy/text';
import { instantOfLocal } from '../../../src/core/time/zone';
import type { AppSite } from '../app-site';

const ZONE = 'America/Sao_Paulo';
const OPEN_FROM = 8 * 60;
const OPEN_UNTIL = 18 * 60;
const MINUTE = 60_000;

export interface LogLine {
  number: string;
  state: string;
  openedAt: number;
  at: number;
  impact: string;
  urgency: string;
  priority: string;
}

/** The lines of a file of the log, in its own form. */
export function readLog(text: string): LogLine[] {
  return text
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
        // Two incidents of the log were worked on before they were opened: then they are opened first.
        at: Math.max(instantOf(opened), instantOf(updated)),
        impact: key(impact),
        urgency: key(urgency),
        priority: key(priority),
      };
    });
}

/** `29-02-2016 01:16` in São Paulo. */
function instantOf(text: string): number {
  const [, day, month, year, hours, minutes] = /^(\d+)-(\d+)-(\d+) (\d+):(\d+)$/.exec(text) ?? [];
  return instantOfLocal(ZONE, `${year}-${month}-${day}`, Number(hours) * 60 + Number(minutes));
}

const label = (key: string): PolicyText => ({ published: { en: null, fr: null }, shown: { en: key, fr: key } });

/** Hours of response and resolution, of our choosing. */
const TARGETS = { critical: [1, 4], high: [2, 12], moderate: [4, 30], low: [10, 60] };

/** The log's own levels and matrix (ServiceNow's), with our targets, in hours of 08:00 to 18:00. */
export function logPolicy(proposed: PolicyDocument): PolicyDocument {
  const levels = ['high', 'medium', 'low'].map((key) => ({ key, label: label(key), description: label(key) }));
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
    priorities: Object.keys(TARGETS).map((key, index) => ({
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
          Object.entries(TARGETS).map(([key, [response, resolution]]) => [
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

/** From Sunday 16 October 2016 to February 2017 São Paulo had its summer time, UTC-2; before, UTC-3. */
const SUMMER_TIME = Date.UTC(2016, 9, 16, 3);

/** Working minutes of an interval by looking at every minute. */
function countMinutes(from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += MINUTE) {
    const local = new Date(at - (at < SUMMER_TIME ? 3 : 2) * 3_600_000);
    const minute = local.getUTCHours() * 60 + local.getUTCMinutes();
    const day = local.getUTCDay();
    if (day >= 1 && day <= 5 && minute >= OPEN_FROM && minute < OPEN_UNTIL) count += 1;
  }
  return count;
}

/** Working time the resolution clock must have used: neither paused (awaiting somebody) nor closed. */
export function countUsed(lines: readonly LogLine[]): { used: number; response: number; isOpen: boolean } {
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

const WARNINGS = [75, 90];

/** What a clock must have flagged under the goal it ended with. */
export interface CountedFlags {
  readonly metric: 'response' | 'resolution';
  /** The goal's target, as flag keys begin with it. */
  readonly target: string;
  /** The ends of the keys, such as `75%`. */
  readonly ends: readonly string[];
  /**
   * Exactly the target was used: the clock stopped in the very instant after which the promise was broken, and the breach
   * may have been flagged in that instant before the deed that stopped it.
   */
  readonly isUsedUp: boolean;
}

/** A response ends under the priority in force when it stopped, a resolution under the last. */
export function countFlags(lines: readonly LogLine[]): readonly CountedFlags[] {
  const { used, response } = countUsed(lines);
  const firstDone = lines.find(({ state }) => isDone(state)) ?? lines.at(-1);
  const flags = (metric: CountedFlags['metric'], priority: string, minutes: number): CountedFlags => {
    const hours = TARGETS[priority as keyof typeof TARGETS][metric === 'response' ? 0 : 1] ?? NaN;
    const target = hours * 60;
    const warned = WARNINGS.filter((percent) => minutes * 100 >= target * percent);
    const ends = [...warned.map((percent) => `${String(percent)}%`), ...(minutes > target ? ['breach'] : [])];
    return { metric, target: String(target * MINUTE), ends, isUsedUp: minutes === target };
  };
  return [
    flags('response', firstDone?.priority ?? '', response),
    flags('resolution', lines.at(-1)?.priority ?? '', used),
  ];
}

export interface Replay {
  /** Issue keys by incident number. */
  readonly keys: ReadonlyMap<string, string>;
  /** Where the derived priority was not the log's, in words. */
  readonly mismatches: readonly string[];
}

/** Lives the log again on a site: each incident raised, its levels set and its states entered at their own times. */
export async function replay(site: AppSite, lines: readonly LogLine[]): Promise<Replay> {
  const keys = new Map<string, string>();
  const mismatches: string[] = [];
  const first = new Map(lines.toReversed().map((line) => [line.number, line]));
  const opened = [...first.values()].map((line) => ({ ...line, at: line.openedAt, opens: true }));
  const events = [...opened, ...lines.map((line) => ({ ...line, opens: false }))].sort((a, b) => a.at - b.at);
  for (const event of events) {
    await site.moveTo(event.at);
    if (event.opens) {
      const { key } = await site.raise(site.people.customer, event.number, {
        impact: event.impact,
        urgency: event.urgency,
      });
      keys.set(event.number, key);
    } else {
      await bringTo(site, keys.get(event.number) ?? '', event);
    }
    await site.moveTo(event.at);
    const derived = (await site.fields(keys.get(event.number) ?? ''))['priority'];
    const expected = String(Object.keys(TARGETS).indexOf(event.priority) + 1);
    if (derived !== expected) {
      mismatches.push(`${event.number} at ${String(event.at)}: ${String(derived)}, the log says ${expected}`);
    }
  }
  return { keys, mismatches };
}

async function bringTo(site: AppSite, key: string, event: LogLine): Promise<void> {
  const path = `/rest/api/3/issue/${key}`;
  const fields = await site.fields(key);
  if (fields['impact'] !== event.impact || fields['urgency'] !== event.urgency) {
    const levels = { [site.jira.fieldId('impact')]: event.impact, [site.jira.fieldId('urgency')]: event.urgency };
    expect((await site.rest(site.people.agent, 'PUT', path, { fields: levels })).status).toBe(204);
  }
  const wanted = TRANSITIONS[event.state.split(' ')[0] ?? ''] ?? [];
  const offered = await site.rest(site.people.agent, 'GET', `${path}/transitions`);
  const { transitions } = JSON.parse(offered.body) as { transitions: { id: string }[] };
  const taken = wanted.find((id) => transitions.some((transition) => transition.id === id));
  if (taken === undefined) return;
  const moved = await site.rest(site.people.agent, 'POST', `${path}/transitions`, { transition: { id: taken } });
  expect(moved.status).toBe(204);
}
