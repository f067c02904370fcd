import type { Assumption, AssumptionValue } from '../../../src/core/policy/assumptions';
import type { PolicyDocument } from '../../../src/core/policy/document';
import { isAlways, type WeeklyHours } from '../../../src/core/time/calendar';
import { calendarOf } from '../../../src/core/policy/lookup';
import { weeklyHoursWords } from '../../customer-panel/support-hours';
import { hoursText, type AdminWords } from '../admin-words';
import { MODE_OPTIONS, modeOption, type Modes } from './mode-words';
import { thresholdsText } from '../alerts/thresholds-step';
import { toldText } from '../alerts/told-priorities-step';
import type { Names } from '../names';

/** What Cadran goes by, in words; each line one value. A rule has none beyond its sentence. */
export function assumptionValue(
  { key, value }: Assumption,
  policy: PolicyDocument,
  words: AdminWords,
  names: Names,
): readonly string[] {
  const { say } = words;
  switch (value.kind) {
    case 'rule':
      return [];
    case 'hours':
      return [hoursInZone(value.weeklyHours, value.timeZone, words)];
    case 'holidays':
      return [holidaysText(value, policy, words)];
    case 'calendar':
      return [names.calendar(value.calendar)];
    case 'length':
      return [
        say('assumptions.day', {
          length: hoursText(value.length),
          calendar: words.quote(names.calendar(value.calendar)),
        }),
      ];
    case 'time-zone':
      return [value.timeZone];
    case 'statuses':
      return value.statusIds.length === 0 ? [say('assumptions.noneChosen')] : value.statusIds.map(names.status);
    case 'mode':
      return [modeOption(modeOf(key), value.mode, words)];
    case 'switch':
      return [say(value.on ? 'assumptions.on' : 'assumptions.off')];
    case 'thresholds':
      return [thresholdsText(value.thresholds, words)];
    case 'priorities':
      return [toldText(value.priorities, words, names)];
    case 'plan':
      return [names.plan(value.plan)];
    case 'visibility':
      return value.plans.map(({ plan, visibility }) => `${names.plan(plan)}: ${say(`visibility.${visibility}`)}`);
    case 'language':
      return [value.language === 'mixed' ? say('assumptions.mixed') : say(`language.${value.language}`)];
  }
}

/** The mode that an assumption with options sets. */
export function modeOf(key: Assumption['key']): keyof Modes {
  const mode = key === 'out-of-subscription' ? 'outOfSubscription' : key;
  return (
    (Object.keys(MODE_OPTIONS) as (keyof Modes)[]).find((known) => known === mode) ?? 'laterPlanReachesOpenTickets'
  );
}

/** `Monday to Friday, 8:30 AM to 4:30 PM (America/Toronto)` */
export function hoursInZone(weekly: WeeklyHours, zone: string, words: AdminWords): string {
  return words.say('assumptions.hours', { hours: weeklyHoursWords(weekly, words.format, words.say), zone });
}

type HolidaysValue = Extract<AssumptionValue, { readonly kind: 'holidays' }>;

function holidaysText({ calendar, source }: HolidaysValue, policy: PolicyDocument, words: AdminWords): string {
  const named = source === null ? words.say('assumptions.noSource') : sourceText(source, words);
  const found = calendarOf(policy, calendar)?.calendar;
  const dates = found === undefined || isAlways(found) ? [] : found.holidays.map(({ date }) => date).sort();
  const last = dates.at(-1);
  return last === undefined
    ? named
    : words.say('assumptions.knownUntil', { source: named, date: words.format.date(last) });
}

function sourceText({ country, region }: NonNullable<HolidaysValue['source']>, words: AdminWords): string {
  const name = new Intl.DisplayNames(words.format.reader.intlLocale, { type: 'region' }).of(country) ?? country;
  const place = region === null ? name : words.say('assumptions.region', { country: name, region });
  return words.say('assumptions.source', { country: place });
}
