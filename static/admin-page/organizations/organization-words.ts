import type { OrganizationView } from '../../../src/contract/admin-page';
import type { PlanAssignment, PolicyDocument } from '../../../src/core/policy/document';
import type { EpochMillis } from '../../../src/core/time/instant';
import type { LocalDate } from '../../../src/core/time/local-date';
import { calendarOf } from '../../../src/core/policy/lookup';
import type { AdminWords } from '../admin-words';
import type { Names } from '../names';

/** What applies to an organization today. */
export interface TodayWords {
  readonly kind: OrganizationView['today']['kind'];
  readonly label: string;
  readonly note: string | null;
}

/** What a ticket created today would get, in words. */
export function todayWords(
  { today }: OrganizationView,
  policy: PolicyDocument,
  words: AdminWords,
  names: Names,
): TodayWords {
  const plan = names.plan(policy.defaultPlan);
  switch (today.kind) {
    case 'plan':
      return { kind: 'plan', label: names.plan(today.plan), note: null };
    case 'none':
      return {
        kind: 'none',
        label: words.say('organizations.noPlan'),
        note: words.say('organizations.noPlanNote', { plan }),
      };
    case 'ended':
      return {
        kind: 'ended',
        label: words.say('organizations.ended'),
        note:
          policy.modes.outOfSubscription === 'default-plan'
            ? words.say('organizations.endedDefault', { plan })
            : words.say('organizations.endedNothing'),
      };
  }
}

/** An assignment's days: `from Jan 1, 2026`, `Jan 1, 2025 to Dec 31, 2025`. */
export function daysWords({ from, to }: Pick<PlanAssignment, 'from' | 'to'>, words: AdminWords): string {
  const date = (day: LocalDate): string => words.format.date(day);
  return to === null
    ? words.say('organizations.fromOn', { from: date(from) })
    : words.say('organizations.fromTo', { from: date(from), to: date(to) });
}

/** Where an assignment's days stand to today: dates compare as texts. */
export function standing({ from, to }: PlanAssignment, today: LocalDate): 'current' | 'later' | 'past' {
  if (today < from) return 'later';
  return to !== null && to < today ? 'past' : 'current';
}

/** The day it is in the default calendar's zone, which gives assignments their days. */
export function todayIn(policy: PolicyDocument, at: EpochMillis): LocalDate {
  const timeZone = calendarOf(policy, policy.defaultCalendar)?.calendar.timeZone ?? 'UTC';
  // The Canadian English short date is `YYYY-MM-DD`.
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(at);
}
