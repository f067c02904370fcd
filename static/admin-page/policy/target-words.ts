import { isAlways } from '../../../src/core/time/calendar';
import { parseDuration } from '../../../src/core/time/parse-duration';
import type { GoalSetting, Plan, PolicyDocument } from '../../../src/core/policy/document';
import { goalSetting } from '../../../src/core/policy/goals';
import type { GoalPlace } from '../../../src/core/policy/place';
import { calendarOf } from '../../../src/core/policy/lookup';
import type { AdminWords } from '../admin-words';
import { hoursInZone } from '../assumptions/assumption-words';
import type { Names } from '../names';
import { targetLength } from './target-length';

/** What a cell of the table of targets says beside its target. */
export interface TargetWords {
  /** What the policy in force has, where the draft differs. */
  readonly before: string | null;
  /** The published cells, where one says another length of time than the target. */
  readonly published: readonly string[];
}

/** What differs in a target from the policy in force and from the publication. */
export function targetWords(
  place: GoalPlace,
  policy: PolicyDocument,
  inForce: PolicyDocument,
  words: AdminWords,
): TargetWords {
  const setting = goalSetting(policy, place.plan, place.priority, place.metric);
  const before = goalSetting(inForce, place.plan, place.priority, place.metric);
  const text = (goal: GoalSetting | undefined): string | null => (goal ? words.duration(goal.target) : null);
  return {
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
export function priceWords(price: Plan['price'], words: AdminWords): string {
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
