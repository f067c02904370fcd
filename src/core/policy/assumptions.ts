import { isAlways, type WeeklyHours } from '../time/calendar';
import { durationMillis } from '../time/duration';
import type { Millis } from '../time/instant';
import { parseDuration } from '../time/parse-duration';
import { isEverOpen } from './checks/ever-open';
import { goalsOf } from './checks/goals-of';
import type {
  CalendarKey,
  NamedCalendar,
  PlanKey,
  PolicyDocument,
  PortalVisibility,
  PriorityKey,
  Threshold,
} from './document';
import { calendarOf } from './lookup';
import type { Place } from './place';
import type { Language } from './text';

/** The value Cadran goes by, typed for the words that i18n has by key. */
export type AssumptionValue =
  /** A rule of Cadran's own, without a setting. */
  | { readonly kind: 'rule' }
  | {
      readonly kind: 'hours';
      readonly calendar: CalendarKey;
      readonly timeZone: string;
      readonly weeklyHours: WeeklyHours;
    }
  | { readonly kind: 'holidays'; readonly calendar: CalendarKey; readonly source: NamedCalendar['holidaySource'] }
  | { readonly kind: 'calendar'; readonly calendar: CalendarKey }
  | { readonly kind: 'length'; readonly length: Millis; readonly calendar: CalendarKey }
  | { readonly kind: 'time-zone'; readonly timeZone: string }
  | { readonly kind: 'statuses'; readonly statusIds: readonly string[] }
  | { readonly kind: 'mode'; readonly mode: string }
  | { readonly kind: 'switch'; readonly on: boolean }
  | { readonly kind: 'thresholds'; readonly thresholds: readonly Threshold[] }
  /** Null for all. */
  | { readonly kind: 'priorities'; readonly priorities: readonly PriorityKey[] | null }
  | { readonly kind: 'plan'; readonly plan: PlanKey }
  | {
      readonly kind: 'visibility';
      readonly plans: readonly { readonly plan: PlanKey; readonly visibility: PortalVisibility }[];
    }
  | { readonly kind: 'language'; readonly language: Language | 'mixed' };

/** What an assumption is about; i18n has its sentence. */
export type AssumptionKey =
  | 'business-hours'
  | 'holidays'
  | 'around-the-clock'
  | 'working-day'
  | 'due-at-closing'
  | 'first-response'
  | 'resolution'
  | 'pause-statuses'
  | 'retarget'
  | 'reopen'
  | 'duty'
  | 'unset-levels'
  | 'override'
  | 'downgrade'
  | 'thresholds'
  | 'quiet-hours'
  | 'told-priorities'
  | 'default-plan'
  | 'several-plans'
  | 'plan-days'
  | 'later-plan'
  | 'out-of-subscription'
  | 'adoption'
  | 'portal-visibility'
  | 'other-plans'
  | 'prepared-replies'
  | 'prevailing-language';

/** Something the policy does not say and Cadran decides, with the setting that changes it. */
export interface Assumption {
  readonly key: AssumptionKey;
  /** Where an admin changes it; null for a rule without a setting. */
  readonly setting: Place | null;
  readonly value: AssumptionValue;
}

/**
 * Everything that Cadran assumes under this policy, in the order in which an admin meets it: hours, clocks, priority,
 * warnings, plans, publication. Those on hours are left out while the default calendar has none.
 */
export function assumptionsOf(document: PolicyDocument): readonly Assumption[] {
  return [
    ...ofHours(document),
    ...ofClocks(document),
    ...ofPriority(),
    ...ofWarnings(document),
    ...ofPlans(document),
    ...ofPublication(document),
  ];
}

function ofHours(document: PolicyDocument): readonly Assumption[] {
  const { defaultCalendar: key } = document;
  const named = calendarOf(document, key);
  const setting: Place = { kind: 'calendar', calendar: key };
  const always = Object.entries(document.calendars).filter(([, { calendar }]) => isAlways(calendar));
  const aroundTheClock: readonly Assumption[] = always.map(([calendar]) => ({
    key: 'around-the-clock',
    setting: { kind: 'calendar', calendar },
    value: { kind: 'calendar', calendar },
  }));
  if (named === undefined || !isEverOpen(named.calendar)) return aroundTheClock;
  const { calendar, holidaySource } = named;
  const day = durationMillis({ unit: 'days', amount: 1 }, calendar);
  const ofWeek: readonly Assumption[] = isAlways(calendar)
    ? []
    : [
        {
          key: 'business-hours',
          setting,
          value: { kind: 'hours', calendar: key, timeZone: calendar.timeZone, weeklyHours: calendar.weeklyHours },
        },
        { key: 'holidays', setting, value: { kind: 'holidays', calendar: key, source: holidaySource } },
      ];
  return [
    ...ofWeek,
    ...aroundTheClock,
    { key: 'working-day', setting, value: { kind: 'length', length: day, calendar: key } },
  ];
}

function ofClocks({ modes, pauseStatusIds, extraDoneStatusIds }: PolicyDocument): readonly Assumption[] {
  return [
    rule('due-at-closing'),
    rule('first-response'),
    {
      key: 'resolution',
      setting: settingOf('extraDoneStatusIds'),
      value: { kind: 'statuses', statusIds: extraDoneStatusIds },
    },
    {
      key: 'pause-statuses',
      setting: settingOf('pauseStatusIds'),
      value: { kind: 'statuses', statusIds: pauseStatusIds },
    },
    mode('retarget', modes.retarget),
    mode('reopen', modes.reopen),
    mode('duty', modes.duty),
  ];
}

function ofPriority(): readonly Assumption[] {
  return [rule('unset-levels'), rule('override'), rule('downgrade')];
}

function ofWarnings({ thresholds, alerts }: PolicyDocument): readonly Assumption[] {
  return [
    { key: 'thresholds', setting: settingOf('thresholds'), value: { kind: 'thresholds', thresholds } },
    {
      key: 'quiet-hours',
      setting: settingOf('alerts.quietOutsideHours'),
      value: { kind: 'switch', on: alerts.quietOutsideHours },
    },
    {
      key: 'told-priorities',
      setting: settingOf('alerts.priorities'),
      value: { kind: 'priorities', priorities: alerts.priorities },
    },
  ];
}

function ofPlans(document: PolicyDocument): readonly Assumption[] {
  const { defaultPlan, modes, plans, defaultCalendar, portal } = document;
  const timeZone = calendarOf(document, defaultCalendar)?.calendar.timeZone;
  const planDays: readonly Assumption[] =
    timeZone === undefined
      ? []
      : [
          {
            key: 'plan-days',
            setting: { kind: 'calendar', calendar: defaultCalendar },
            value: { kind: 'time-zone', timeZone },
          },
        ];
  return [
    { key: 'default-plan', setting: settingOf('defaultPlan'), value: { kind: 'plan', plan: defaultPlan } },
    rule('several-plans'),
    ...planDays,
    {
      key: 'later-plan',
      setting: settingOf('modes.laterPlanReachesOpenTickets'),
      value: { kind: 'switch', on: modes.laterPlanReachesOpenTickets },
    },
    {
      key: 'out-of-subscription',
      setting: settingOf('modes.outOfSubscription'),
      value: { kind: 'mode', mode: modes.outOfSubscription },
    },
    {
      key: 'portal-visibility',
      setting: settingOf('plans'),
      value: {
        kind: 'visibility',
        plans: plans.map(({ key, portalVisibility }) => ({ plan: key, visibility: portalVisibility })),
      },
    },
    {
      key: 'other-plans',
      setting: settingOf('portal.showOtherPlans'),
      value: { kind: 'switch', on: portal.showOtherPlans },
    },
    {
      key: 'prepared-replies',
      setting: settingOf('portal.preparedReplies'),
      value: { kind: 'switch', on: portal.preparedReplies },
    },
  ];
}

function ofPublication(document: PolicyDocument): readonly Assumption[] {
  const language = prevailingLanguage(document);
  const prevailing: readonly Assumption[] =
    language === null
      ? []
      : [{ key: 'prevailing-language', setting: settingOf('plans'), value: { kind: 'language', language } }];
  return [rule('adoption'), ...prevailing];
}

/** Whose figure is in force where the published languages differ; null where they never do. */
function prevailingLanguage(document: PolicyDocument): Language | 'mixed' | null {
  const followed = goalsOf(document).flatMap(({ setting: { published, target } }) => {
    const [en, fr] = [parseDuration(published.en ?? ''), parseDuration(published.fr ?? '')];
    if (!en.ok || !fr.ok || JSON.stringify(en.duration) === JSON.stringify(fr.duration)) return [];
    const inForce = JSON.stringify(target);
    if (inForce === JSON.stringify(fr.duration)) return ['fr' as const];
    return inForce === JSON.stringify(en.duration) ? ['en' as const] : ['mixed' as const];
  });
  const [first] = followed;
  if (first === undefined) return null;
  return followed.every((language) => language === first) ? first : 'mixed';
}

function rule(key: AssumptionKey): Assumption {
  return { key, setting: null, value: { kind: 'rule' } };
}

function mode(key: 'retarget' | 'reopen' | 'duty', value: string): Assumption {
  return { key, setting: settingOf(`modes.${key}`), value: { kind: 'mode', mode: value } };
}

function settingOf(setting: string): Place {
  return { kind: 'setting', setting };
}
