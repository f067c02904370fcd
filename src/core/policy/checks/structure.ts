import type { PolicyDocument } from '../document';
import type { KeyKind, Reported } from '../finding';
import { calendarOf, planOf, priorityOf } from '../lookup';
import type { LevelAxis } from '../matrix';

const LEAST_LEVELS = 2;
const MOST_LEVELS = 6;

/** Keys that name nothing or two things, and lists that are too short or too long to work with (rules.md §2). */
export function checkStructure(document: PolicyDocument): readonly Reported[] {
  const { priorities, plans } = document;
  return [
    ...levelCount('impact', document.impacts.length),
    ...levelCount('urgency', document.urgencies.length),
    ...(priorities.length === 0 ? [nothingDefined('priorities')] : []),
    ...(plans.length === 0 ? [nothingDefined('plans')] : []),
    ...repeatedKeys(document),
    ...unknownKeys(document),
    ...badThresholds(document),
  ];
}

function levelCount(axis: LevelAxis, count: number): readonly Reported[] {
  if (count >= LEAST_LEVELS && count <= MOST_LEVELS) return [];
  const setting = axis === 'impact' ? 'impacts' : 'urgencies';
  const facts = { axis, count, least: LEAST_LEVELS, most: MOST_LEVELS };
  return [{ code: 'level-count', place: { kind: 'setting', setting }, facts }];
}

function nothingDefined(what: 'priorities' | 'plans'): Reported {
  return { code: 'nothing-defined', place: { kind: 'setting', setting: what }, facts: { what } };
}

function repeatedKeys(document: PolicyDocument): readonly Reported[] {
  const lists: readonly (readonly [KeyKind, string, readonly { readonly key: string }[]])[] = [
    ['impact', 'impacts', document.impacts],
    ['urgency', 'urgencies', document.urgencies],
    ['priority', 'priorities', document.priorities],
    ['plan', 'plans', document.plans],
    ['clause', 'clauses', document.clauses],
    ['reason', 'reasons', document.reasons],
    ['ordering-body', 'orderingBodies', document.orderingBodies],
    ...document.plans.map(
      ({ key, entitlements }) => ['entitlement', `plans.${key}.entitlements`, entitlements] as const,
    ),
  ];
  return lists.flatMap(([what, setting, list]) => {
    const keys = list.map(({ key }) => key);
    const repeated = new Set(keys.filter((key, i) => keys.indexOf(key) < i));
    return [...repeated].map((key): Reported => ({
      code: 'repeated-key',
      place: { kind: 'setting', setting },
      facts: { what, key },
    }));
  });
}

/** A goal's calendar is reported by the calendar checks, since it has a place of its own. */
function unknownKeys(document: PolicyDocument): readonly Reported[] {
  const has = {
    impact: (key: string) => document.impacts.some((level) => level.key === key),
    urgency: (key: string) => document.urgencies.some((level) => level.key === key),
    priority: (key: string) => priorityOf(document, key) !== undefined,
    plan: (key: string) => planOf(document, key) !== undefined,
    calendar: (key: string) => calendarOf(document, key) !== undefined,
  };
  const findings: Reported[] = [];
  const look = (what: keyof typeof has, key: string, place: Reported['place']): void => {
    if (!has[what](key)) findings.push({ code: 'unknown-key', place, facts: { what, key } });
  };
  const setting = (name: string): Reported['place'] => ({ kind: 'setting', setting: name });

  for (const [impact, row] of Object.entries(document.matrix)) {
    look('impact', impact, setting('matrix'));
    for (const [urgency, priority] of Object.entries(row)) {
      look('urgency', urgency, setting(`matrix.${impact}`));
      look('priority', priority, { kind: 'cell', impact, urgency });
    }
  }
  for (const { key, goals } of document.plans) {
    for (const priority of Object.keys(goals)) look('priority', priority, setting(`plans.${key}.goals`));
  }
  look('plan', document.defaultPlan, setting('defaultPlan'));
  look('calendar', document.defaultCalendar, setting('defaultCalendar'));
  for (const priority of document.duty.priorities) look('priority', priority, setting('duty.priorities'));
  for (const priority of document.alerts.priorities ?? []) look('priority', priority, setting('alerts.priorities'));
  for (const axis of ['impact', 'urgency'] as const) {
    for (const level of Object.values(document.levelFields[axis]?.options ?? {})) {
      look(axis, level, setting(`levelFields.${axis}`));
    }
  }
  return findings;
}

function badThresholds({ thresholds }: PolicyDocument): readonly Reported[] {
  return thresholds.flatMap((threshold, i): readonly Reported[] => {
    const isSound =
      threshold.kind === 'percent'
        ? threshold.percent > 0 && threshold.percent < 100
        : threshold.remaining.amount > 0 && threshold.remaining.unit !== 'business-days';
    if (isSound) return [];
    return [{ code: 'bad-threshold', place: { kind: 'setting', setting: `thresholds.${i}` }, facts: { threshold } }];
  });
}
