import { isAlways, type SlaCalendar, type WeeklyCalendar } from '../../../src/core/time/calendar';
import { WEEKDAYS } from '../calendars/weekdays';
import type { NamedCalendar, PolicyDocument } from '../../../src/core/policy/document';
import { SLA_METRICS } from '../../../src/core/policy/document';
import { keysOf, LIST_NAMES, type ListName } from '../../../src/core/policy/edit/list-names';
import { calendarOf, levelOf, planOf } from '../../../src/core/policy/lookup';
import { ownTexts, policyTexts } from '../../../src/core/policy/policy-texts';
import { placeKey } from '../../../src/core/policy/place';
import type { Bilingual, Language } from '../../../src/core/policy/text';
import { applyStep, type Step } from '../draft/step';
import { scopeAt } from '../set-up/scope-step';
import { textAt } from '../policy/steps/text-steps';
import { isSameJson } from './same-json';

/** What differs between two policy documents, in the steps by which an admin would turn one into the other. */
export interface Difference {
  readonly steps: readonly Step[];
  /** Members of the document that still differ after all steps: what no step of the page changes. */
  readonly rest: readonly (keyof PolicyDocument)[];
}

const LANGUAGES: readonly Language[] = ['en', 'fr'];

/** Set by the publication itself, and the document's own format: no change of anybody's. */
const NOT_CHANGES: readonly (keyof PolicyDocument)[] = ['schemaVersion', 'statusCategories'];

/**
 * The difference between two documents as a list of draft steps, so that it reads in the very words in which the changes
 * were made. What one step brings with it (a removed level takes its cells along) is not told again. One long file, since it
 * is the one list of all that a document can differ in.
 */
export function stepsBetween(before: PolicyDocument, after: PolicyDocument): Difference {
  const path: Path = { document: before, after, steps: [] };
  for (const part of PARTS) part(path);
  const members = Object.keys(after) as (keyof PolicyDocument)[];
  const rest = members.filter((name) => !NOT_CHANGES.includes(name) && !isSameMember(name, path.document, after));
  return { steps: path.steps, rest };
}

/** The way from one document to the other, as far as it is gone. */
interface Path {
  document: PolicyDocument;
  readonly after: PolicyDocument;
  readonly steps: Step[];
}

/** Goes a step, unless it changes nothing. */
function take(path: Path, step: Step): void {
  const next = applyStep(path.document, step);
  if (isSameJson(next, path.document)) return;
  path.document = next;
  path.steps.push(step);
}

/** In this order: what there is, then what it says, since a step may only change what is there. */
const PARTS: readonly ((path: Path) => void)[] = [
  identity,
  calendars,
  ...LIST_NAMES.map((list) => (path: Path) => items(path, list)),
  texts,
  matrix,
  priorities,
  goals,
  planSettings,
  scope,
  levelFields,
  statuses,
  settings,
  decisions,
];

function identity(path: Path): void {
  const { key, updated } = path.after;
  take(path, { kind: 'policy-key', key });
  if ((path.document.updated?.date ?? null) !== (updated?.date ?? null)) {
    take(path, { kind: 'updated', date: updated?.date ?? null });
  }
}

function items(path: Path, list: ListName): void {
  const wanted = keysOf(path.after, list);
  for (const key of keysOf(path.document, list)) {
    if (!wanted.includes(key)) take(path, { kind: 'remove', list, key });
  }
  const present = keysOf(path.document, list);
  for (const key of wanted) {
    // A row of what plans include needs a plan to stand in; both lists come with the plans.
    if (!present.includes(key)) take(path, { kind: 'add', list, key, label: labelOf(path.after, list, key) });
  }
  if (!isSameJson(keysOf(path.document, list), wanted)) take(path, { kind: 'order', list, keys: wanted });
}

function labelOf(document: PolicyDocument, list: ListName, key: string): Bilingual {
  const none = { en: key, fr: key };
  switch (list) {
    case 'impacts':
    case 'urgencies':
      return levelOf(document, list === 'impacts' ? 'impact' : 'urgency', key)?.label.shown ?? none;
    case 'plans':
      return planOf(document, key)?.label.shown ?? none;
    case 'entitlements': {
      const rows = document.plans.flatMap(({ entitlements }) => entitlements);
      return rows.find((row) => row.key === key)?.label.shown ?? none;
    }
    case 'clauses':
      return document.clauses.find((clause) => clause.key === key)?.text.shown ?? none;
    case 'priorities':
    case 'reasons':
    case 'orderingBodies':
      return document[list].find((item) => item.key === key)?.label ?? none;
  }
}

function texts(path: Path): void {
  for (const axis of ['impact', 'urgency'] as const) {
    for (const { key, matrixLabel } of path.after[axis === 'impact' ? 'impacts' : 'urgencies']) {
      const isOn = levelOf(path.document, axis, key)?.matrixLabel !== undefined;
      const on = matrixLabel !== undefined;
      if (isOn !== on) take(path, { kind: 'matrix-label', axis, level: key, on });
    }
  }
  for (const { place, text } of policyTexts(path.after)) {
    for (const language of LANGUAGES) {
      if (textAt(path.document, place)?.published[language] === text.published[language]) continue;
      take(path, { kind: 'published', place, language, text: text.published[language] });
    }
    const shown = textAt(path.document, place)?.shown;
    for (const language of LANGUAGES) {
      if (shown === undefined || shown[language] === text.shown[language]) continue;
      take(path, { kind: 'fix', fix: { kind: 'set-shown', place, shown: { [language]: text.shown[language] } } });
    }
  }
  const own = new Map(ownTexts(path.document).map(({ place, text }) => [placeKey(place), text]));
  for (const { place, text } of ownTexts(path.after)) {
    const present = own.get(placeKey(place));
    for (const language of LANGUAGES) {
      if (present === undefined || present[language] === text[language]) continue;
      take(path, { kind: 'fix', fix: { kind: 'set-shown', place, shown: { [language]: text[language] } } });
    }
  }
}

function matrix(path: Path): void {
  for (const [impact, row] of Object.entries(path.after.matrix)) {
    for (const [urgency, priority] of Object.entries(row)) {
      if (path.document.matrix[impact]?.[urgency] === priority) continue;
      take(path, { kind: 'fix', fix: { kind: 'set-cell', impact, urgency, priority } });
    }
  }
}

function priorities(path: Path): void {
  for (const { key, jiraPriorityId } of path.after.priorities) {
    take(path, { kind: 'jira-priority', priority: key, jiraPriorityId });
    const on = path.after.duty.priorities.includes(key);
    if (path.document.duty.priorities.includes(key) !== on) take(path, { kind: 'duty-priority', priority: key, on });
  }
}

function goals(path: Path): void {
  for (const plan of path.after.plans) {
    for (const { key: priority } of path.after.priorities) {
      for (const metric of SLA_METRICS) {
        const wanted = plan.goals[priority]?.[metric];
        const present = planOf(path.document, plan.key)?.goals[priority]?.[metric];
        const place = { plan: plan.key, priority, metric };
        if (isSameJson(wanted ?? null, present ?? null)) continue;
        if (wanted === undefined || present === undefined) {
          take(path, { kind: 'goal', ...place, setting: wanted ?? null });
          continue;
        }
        take(path, { kind: 'fix', fix: { kind: 'set-goal', ...place, target: wanted.target } });
        take(path, { kind: 'goal-calendar', ...place, calendar: wanted.calendar });
        for (const language of LANGUAGES) {
          take(path, { kind: 'goal-published', ...place, language, text: wanted.published[language] });
        }
      }
    }
  }
}

function planSettings(path: Path): void {
  for (const { key: plan, rank, price, portalVisibility, entitlements } of path.after.plans) {
    take(path, { kind: 'rank', plan, rank });
    take(path, { kind: 'price', plan, price });
    take(path, { kind: 'visibility', plan, visibility: portalVisibility });
    for (const { key: entitlement, inclusion } of entitlements) {
      take(path, { kind: 'inclusion', plan, entitlement, inclusion });
    }
  }
  take(path, { kind: 'default-plan', plan: path.after.defaultPlan });
}

function scope(path: Path): void {
  const places = [...path.document.scope, ...path.after.scope].map(({ projectId, requestTypeId, issueTypeId }) => ({
    projectId,
    ...(requestTypeId === null ? {} : { requestTypeId }),
    ...(issueTypeId === null ? {} : { issueTypeId }),
  }));
  for (const place of places) {
    const wanted = scopeAt(path.after, place);
    if (scopeAt(path.document, place) !== wanted) take(path, { kind: 'scope', ...place, scope: wanted });
  }
}

function levelFields(path: Path): void {
  for (const axis of ['impact', 'urgency'] as const) {
    const wanted = path.after.levelFields[axis];
    // Names are the site's; the document knows ids.
    const field = wanted === null ? null : { id: wanted.fieldId, name: wanted.fieldId };
    take(path, { kind: 'level-field', axis, field });
    if (wanted === null) continue;
    const options = new Set([
      ...Object.keys(path.document.levelFields[axis]?.options ?? {}),
      ...Object.keys(wanted.options),
    ]);
    for (const id of options) {
      take(path, { kind: 'level-option', axis, option: { id, name: id }, level: wanted.options[id] ?? null });
    }
  }
}

function statuses(path: Path): void {
  const { pauseStatusIds, extraDoneStatusIds, resolutionIdsApart } = path.after;
  for (const [statusId, on] of changes(path.document.pauseStatusIds, pauseStatusIds)) {
    take(path, { kind: 'status', statusId, role: 'pauses', on });
  }
  for (const [statusId, on] of changes(path.document.extraDoneStatusIds, extraDoneStatusIds)) {
    take(path, { kind: 'status', statusId, role: 'stops', on });
  }
  for (const [statusId, on] of changes(waitsForOthers(path.document), waitsForOthers(path.after))) {
    take(path, { kind: 'status', statusId, role: 'others', on });
  }
  for (const [id, on] of changes(path.document.resolutionIdsApart, resolutionIdsApart)) {
    take(path, { kind: 'resolution-apart', resolution: { id, name: id }, on });
  }
}

function waitsForOthers({ portal }: PolicyDocument): readonly string[] {
  return portal.pausesForOthers ?? [];
}

function settings(path: Path): void {
  const { modes, alerts, portal, thresholds } = path.after;
  take(path, { kind: 'thresholds', thresholds });
  for (const mode of Object.keys(modes) as (keyof typeof modes)[]) {
    take(path, { kind: 'mode', mode, modes: { [mode]: modes[mode] } });
  }
  for (const alert of ['comment', 'notify', 'language', 'unassignedGroup'] as const) {
    take(path, { kind: 'alerts', alert, alerts: { [alert]: alerts[alert] } });
  }
  take(path, { kind: 'quiet-hours', on: alerts.quietOutsideHours });
  take(path, { kind: 'told-priorities', priorities: alerts.priorities });
  for (const setting of ['showOtherPlans', 'preparedReplies'] as const) {
    take(path, { kind: 'portal', setting, on: portal[setting] });
  }
}

function decisions(path: Path): void {
  for (const [finding, on] of changes(path.document.accepted, path.after.accepted)) {
    take(path, { kind: 'accept', finding, on });
  }
}

function calendars(path: Path): void {
  const { document, after } = path;
  for (const key of Object.keys(document.calendars)) {
    if (calendarOf(after, key) === undefined) take(path, { kind: 'calendar', calendar: key, named: null });
  }
  for (const [key, named] of Object.entries(after.calendars)) {
    const present = calendarOf(document, key);
    if (present === undefined || isAlways(present.calendar) !== isAlways(named.calendar)) {
      take(path, { kind: 'calendar', calendar: key, named });
    } else calendarDays(path, key, present, named);
  }
}

/** A calendar that both documents have, of the same kind in both. */
function calendarDays(path: Path, calendar: string, present: NamedCalendar, named: NamedCalendar): void {
  take(path, { kind: 'calendar-label', calendar, label: named.label });
  take(path, { kind: 'calendar-zone', calendar, timeZone: named.calendar.timeZone });
  const before = weekly(present.calendar);
  const after = weekly(named.calendar);
  if (before === null || after === null) return;
  for (const weekday of WEEKDAYS) {
    take(path, { kind: 'calendar-hours', calendar, weekday, hours: after.weeklyHours[weekday] ?? [] });
  }
  const { holidays } = after;
  take(path, { kind: 'calendar-holidays', calendar, holidays, source: named.holidaySource });
  const dates = new Set([...before.exceptions, ...after.exceptions].map(({ date }) => date));
  for (const date of dates) {
    const hours = after.exceptions.find((exception) => exception.date === date)?.hours ?? null;
    take(path, { kind: 'calendar-exception', calendar, date, hours });
  }
}

function weekly(calendar: SlaCalendar): WeeklyCalendar | null {
  return isAlways(calendar) ? null : calendar;
}

/** What came into a list (true) and what went out of it (false). */
function changes(before: readonly string[], after: readonly string[]): readonly (readonly [string, boolean])[] {
  return [
    ...before.filter((id) => !after.includes(id)).map((id) => [id, false] as const),
    ...after.filter((id) => !before.includes(id)).map((id) => [id, true] as const),
  ];
}

/** Lists of ids and entries without an order of their own. */
const SETS: readonly (keyof PolicyDocument)[] = [
  'scope',
  'pauseStatusIds',
  'extraDoneStatusIds',
  'resolutionIdsApart',
  'accepted',
];

function isSameMember(name: keyof PolicyDocument, one: PolicyDocument, other: PolicyDocument): boolean {
  if (name === 'portal') return isSameJson(portalOf(one), portalOf(other));
  return SETS.includes(name)
    ? isSameJson(sorted(one[name] as readonly unknown[]), sorted(other[name] as readonly unknown[]))
    : isSameJson(one[name], other[name]);
}

function portalOf(document: PolicyDocument): object {
  return { ...document.portal, pausesForOthers: sorted(waitsForOthers(document)) };
}

function sorted(list: readonly unknown[]): readonly string[] {
  return list.map((item) => JSON.stringify(item)).sort();
}
