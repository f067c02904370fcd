import type { SlaGoal } from '../core/clock/clock';
import type { PolicyDocument } from '../core/policy/document';
import type { Language } from '../core/policy/text';
import { MINUTE } from '../core/time/instant';
import { createFormatter, type Formatter } from '../i18n/format';
import { createTranslate, type Translate } from '../i18n/message';
import { readerOf } from '../i18n/reader';
import english from '../i18n/en-US.json';
import french from '../i18n/fr-FR.json';
import type { Flag } from './flags-to-tell';
import type { TrackedLook } from './look-at-ticket';
import type { FlagText } from './ports';

const MESSAGES = { en: { flags: english.flags }, fr: { flags: french.flags } };
type Words = Translate<typeof MESSAGES.en>;

/** What people are told of a flag: what, when, why, and how late where it comes late; in the language the admin chose. */
export function flagText(look: TrackedLook, flag: Flag): FlagText {
  const { language } = look.document.alerts;
  const { goal } = flag.clock;
  const t = createTranslate(language, MESSAGES);
  const { document } = look.policies.find(({ version }) => version === goal?.policyVersion) ?? look;
  const zone = document.calendars[goal?.calendar ?? document.defaultCalendar]?.calendar.timeZone ?? 'UTC';
  const format = createFormatter(readerOf(language === 'fr' ? 'fr-FR' : 'en-US', zone));
  const what = whatText(t, format, flag);
  return {
    subject: t('flags.subject', { issue: look.reading.issueKey, what }),
    lines: [
      what,
      whenText(t, format, flag, look.fold.at),
      ...(goal === null ? [] : [whyText(t, format, goal, document, language)]),
      ...(flag.late >= MINUTE ? [t('flags.late', { late: format.length(flag.late) })] : []),
    ],
  };
}

function whatText(t: Words, format: Formatter, { threshold: { metric, threshold } }: Flag): string {
  switch (threshold.kind) {
    case 'percent':
      return t(`flags.what.${metric}.percent`, { share: format.percent(threshold.percent / 100) });
    case 'remaining':
      return t(`flags.what.${metric}.remaining`, { left: format.duration(threshold.remaining) });
    case 'breach':
      return t(`flags.what.${metric}.breach`);
  }
}

/** Times in the calendar's zone, which is named: a comment has many readers. */
function whenText(t: Words, format: Formatter, { threshold, clock }: Flag, now: number): string {
  const at = (instant: number): string => format.ledgerInstant(instant, now);
  const { timeZone } = format.reader;
  const zone = createFormatter({ ...format.reader, timeZone: 'UTC' }).otherZone(timeZone, now) ?? 'UTC';
  if (threshold.threshold.kind === 'breach') return t('flags.when.breach', { due: at(threshold.at), zone });
  return clock.breachTime === null
    ? t('flags.when.paused', { reached: at(threshold.at), zone })
    : t('flags.when.due', { reached: at(threshold.at), due: at(clock.breachTime), zone });
}

function whyText(t: Words, format: Formatter, goal: SlaGoal, document: PolicyDocument, language: Language): string {
  const plan = document.plans.find(({ key }) => key === goal.plan)?.label.shown[language] ?? goal.plan;
  const calendar = document.calendars[goal.calendar]?.label[language] ?? goal.calendar;
  return t('flags.why', { priority: goal.priority, plan, target: format.duration(goal.duration), calendar });
}
