import { isAlways } from '../../../src/core/time/calendar';
import { parseDuration } from '../../../src/core/time/parse-duration';
import type { GoalSetting, Plan, PolicyDocument, PriorityKey, SlaMetric } from '../../../src/core/policy/document';
import { goalSetting } from '../../../src/core/policy/goals';
import { calendarOf } from '../../../src/core/policy/lookup';
import type { AdminWords } from '../admin-words';
import { hoursInZone } from '../assumptions/assumption-words';
import type { Names } from '../names';
import { targetLength } from './target-length';

/** A cell of the table of targets. */
export interface TargetWords {
  /** Null where the plan promises nothing. */
  readonly target: string | null;
  /** The calendar's name where it is not the policy's default one. */
  readonly calendar: string | null;
  /** What the policy in force has, where the draft differs. */
  readonly before: string | null;
  /** The published cells, where one says another length of time than the target. */
  readonly published: readonly string[];
}

/** The target of a plan for a priority and metric, with what differs from the policy in force and from the publication. */
export function targetWords(
  at: { readonly plan: Plan; readonly priority: PriorityKey; readonly metric: SlaMetric },
  policy: PolicyDocument,
  inForce: PolicyDocument,
  words: AdminWords,
  names: Names,
): TargetWords {
  const setting = goalSetting(policy, at.plan.key, at.priority, at.metric);
  const before = goalSetting(inForce, at.plan.key, at.priority, at.metric);
  const text = (goal: GoalSetting | undefined): string | null => (goal ? words.duration(goal.target) : null);
  const calendar = setting && calendarOf(policy, setting.calendar)?.calendar;
  const isDefault = setting?.calendar === policy.defaultCalendar;
  return {
    target: text(setting),
    calendar:
      setting === undefined || isDefault
        ? null
        : calendar && isAlways(calendar)
          ? words.say('targets.aroundTheClock')
          : names.calendar(setting.calendar),
    before: text(setting) === text(before) ? null : (text(before) ?? words.say('targets.none')),
    published: setting ? differing(setting, words) : [],
  };
}

/** The hours behind the targets, in sentences: what a day is, and what the default calendar's hours are. */
export function hoursWords(policy: PolicyDocument, words: AdminWords, names: Names): readonly string[] {
  const { defaultCalendar } = policy;
  const calendar = calendarOf(policy, defaultCalendar)?.calendar;
  const length = targetLength({ unit: 'days', amount: 1 }, defaultCalendar, policy);
  return [
    ...(length === null ? [] : [words.say('targets.day', { length })]),
    ...(calendar === undefined || isAlways(calendar)
      ? []
      : [
          words.say('targets.hours', {
            calendar: names.calendar(defaultCalendar),
            hours: hoursInZone(calendar.weeklyHours, calendar.timeZone, words),
            holidays: words.say('targets.holidays', { count: calendar.holidays.length }),
          }),
        ]),
  ];
}

/** What a plan costs: `included`, `20 % of the subscription`. */
export function priceWords({ price }: Plan, words: AdminWords): string {
  return price.kind === 'included'
    ? words.say('targets.included')
    : words.say('targets.percent', { percent: words.format.percent(price.percent / 100) });
}

function differing({ published, target }: GoalSetting, words: AdminWords): readonly string[] {
  return (['en', 'fr'] as const).flatMap((language) => {
    const text = published[language];
    if (text === null) return [];
    const parsed = parseDuration(text);
    const isSame = parsed.ok && parsed.duration.unit === target.unit && parsed.duration.amount === target.amount;
    const name = words.say(`language.${language}`);
    return isSame ? [] : [words.say('targets.publishedOne', { language: name, published: text })];
  });
}
