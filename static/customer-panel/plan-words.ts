import type { CustomerTicketView } from '../../src/contract/customer-panel';
import type { Duration } from '../../src/core/time/duration';
import { HOUR, MINUTE } from '../../src/core/time/instant';
import { clockOf } from './lead';
import { weeklyHoursWords } from './support-hours';
import { lengthWords, type Words } from './words';

/** A line of *About your plan*: what, and what is promised of it. */
export interface PlanLine {
  readonly name: string;
  readonly value: string;
}

/** What the plan promises this request: its two targets and the hours they count in, where times are shown. */
export function planPromises(view: CustomerTicketView, words: Words): readonly PlanLine[] {
  const targets = (['response', 'resolution'] as const).flatMap((metric) => {
    const target = clockOf(view, metric)?.target ?? null;
    return target === null
      ? []
      : [{ name: words.message(`plan.${metric}`), value: targetWords(target, view.hours, words) }];
  });
  return [...targets, ...supportTime(view, words)];
}

/** What the plan includes, does not include, or leaves open. */
export function planEntitlements(view: CustomerTicketView, words: Words): readonly PlanLine[] {
  const { language } = words.format.reader;
  const inclusion = {
    included: 'plan.included',
    'not-included': 'plan.notIncluded',
    'not-stated': 'plan.notStated',
  } as const;
  return (view.plan?.entitlements ?? []).map((entitlement) => ({
    name: entitlement.label[language],
    value: words.message(inclusion[entitlement.inclusion]),
  }));
}

/** A target in words: `2 h of support time`, `2 working days`, `4 h, day and night`. */
export function targetWords(target: Duration, hours: CustomerTicketView['hours'], words: Words): string {
  const always = hours?.kind === 'around-the-clock';
  switch (target.unit) {
    case 'business-days':
      return words.message('target.business-days', { count: target.amount });
    case 'days':
      return words.message(always ? 'target.calendarDays' : 'target.days', { count: target.amount });
    case 'hours':
    case 'minutes': {
      const amount = lengthWords(target.amount * (target.unit === 'hours' ? HOUR : MINUTE));
      return words.message(always ? 'target.dayAndNight' : 'target.inSupportTime', { amount });
    }
  }
}

function supportTime({ hours }: CustomerTicketView, words: Words): readonly PlanLine[] {
  if (hours === null) return [];
  const name = words.message('plan.supportTime');
  if (hours.kind === 'around-the-clock') return [{ name, value: words.message('plan.dayAndNight') }];
  return [{ name, value: weeklyHoursWords(hours.weeklyHours, words.format, words.message) }];
}
