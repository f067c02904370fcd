import type { SiteChoices } from '../../src/contract/admin-page';
import type { LevelAxis } from '../../src/core/policy/matrix';
import { calendarOf, levelOf, planOf, priorityOf, reasonOf } from '../../src/core/policy/lookup';
import type { GoalPlace, Place } from '../../src/core/policy/place';
import type { PolicyDocument } from '../../src/core/policy/document';
import type { Bilingual } from '../../src/core/policy/text';
import type { AdminWords } from './admin-words';
import { settingName } from './setting-name';

/** What the parts of a document and of the site are called, for one reader. A key without a part names itself. */
export interface Names {
  readonly level: (axis: LevelAxis, key: string) => string;
  readonly axis: (axis: LevelAxis) => string;
  readonly priority: (key: string) => string;
  readonly plan: (key: string) => string;
  readonly calendar: (key: string) => string;
  readonly entitlement: (key: string) => string;
  /** `P3 resolution on BASE` */
  readonly goal: (place: GoalPlace) => string;
  readonly place: (place: Place) => string;
  readonly status: (id: string) => string;
  readonly project: (id: string) => string;
  readonly jiraPriority: (id: string) => string;
}

/** The names in a document and on a site. */
export function createNames(policy: PolicyDocument, site: SiteChoices, words: AdminWords): Names {
  const { say, pick } = words;
  const nameIn = (list: readonly { readonly id: string; readonly name: string }[], id: string): string =>
    list.find((item) => item.id === id)?.name ?? id;

  // What has no name yet is known by its key.
  const named = (label: Bilingual | undefined, key: string): string => (label && pick(label)) || key;
  const level: Names['level'] = (axis, key) => named(levelOf(policy, axis, key)?.label.shown, key);
  const axis: Names['axis'] = (which) => say(`axis.${which}`);
  const priority: Names['priority'] = (key) => named(priorityOf(policy, key)?.label, key);
  const plan: Names['plan'] = (key) => named(planOf(policy, key)?.label.shown, key);
  const calendar: Names['calendar'] = (key) => named(calendarOf(policy, key)?.label, key);
  const entitlement: Names['entitlement'] = (key) => {
    const row = policy.plans.flatMap(({ entitlements }) => entitlements).find((found) => found.key === key);
    return named(row?.label.shown, key);
  };
  const goal: Names['goal'] = (place) =>
    say(`goal.${place.metric}`, { priority: priority(place.priority), plan: plan(place.plan) });
  const clause = (key: string): string => {
    const index = policy.clauses.findIndex((found) => found.key === key);
    const found = policy.clauses[index];
    return found === undefined
      ? say('place.clauseGone', { key })
      : say('place.clause', { number: index + 1, start: start(pick(found.text.shown)) });
  };

  const place: Names['place'] = (where) => {
    switch (where.kind) {
      case 'title':
      case 'updated':
      case 'duty':
        return say(`place.${where.kind}`);
      case 'clause':
        return clause(where.clause);
      case 'level-label':
        return say('place.levelLabel', { axis: axis(where.axis), level: level(where.axis, where.level) });
      case 'level-description':
        return say('place.levelDescription', { axis: axis(where.axis), level: level(where.axis, where.level) });
      case 'matrix-label':
        return say('place.matrixLabel', { axis: axis(where.axis), level: level(where.axis, where.level) });
      case 'plan-label':
        return say('place.planLabel', { plan: plan(where.plan) });
      case 'entitlement':
      case 'entitlement-label':
        return say('place.entitlement', { entitlement: entitlement(where.entitlement) });
      case 'priority':
        return say('place.priority', { priority: priority(where.priority) });
      case 'priority-label':
        return say('place.priorityLabel', { priority: priority(where.priority) });
      case 'calendar':
        return say('place.calendar', { calendar: calendar(where.calendar) });
      case 'calendar-label':
        return say('place.calendarLabel', { calendar: calendar(where.calendar) });
      case 'reason-label':
        return say('place.reason', { reason: named(reasonOf(policy, where.reason)?.label, where.reason) });
      case 'ordering-body-label': {
        const body = policy.orderingBodies.find(({ key }) => key === where.body);
        return say('place.orderingBody', { body: named(body?.label, where.body) });
      }
      case 'goal':
        return goal(where);
      case 'cell':
        return `${level('impact', where.impact)} × ${level('urgency', where.urgency)}`;
      case 'setting':
        return settingName(where.setting, words);
    }
  };

  return {
    level,
    axis,
    priority,
    plan,
    calendar,
    entitlement,
    goal,
    place,
    status: (id) => nameIn(site.statuses, id),
    project: (id) => nameIn(site.projects, id),
    jiraPriority: (id) => nameIn(site.priorities, id),
  };
}

/** The first words of a clause, enough to know it by. */
function start(text: string): string {
  const words = text.split(/\s+/);
  return words.length <= 6 ? text : `${words.slice(0, 5).join(' ')}…`;
}
