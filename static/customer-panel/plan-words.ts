import type { CustomerCorrection, CustomerPlan, CustomerTicketView } from '../../src/contract/customer-panel';
import type { Duration } from '../../src/core/time/duration';
import { HOUR, MINUTE } from '../../src/core/time/instant';
import { clockOf, instantsShown } from './lead';
import { hoursWords } from './support-hours';
import { lengthWords, type Words } from './words';

/** A line of *About your plan*: what, and what is promised of it. */
export interface PlanLine {
  readonly name: string;
  readonly value: string;
}

/** What the plan promises this request: its two targets and the hours they count in, where times are shown. */
export function planPromises(view: CustomerTicketView, words: Words): readonly PlanLine[] {
  const targets = (['response', 'resolution'] as const).flatMap((metric) => {
    const clock = clockOf(view, metric);
    if (!clock?.target) return [];
    return [
      { name: words.message(`plan.${metric}`), value: targetWords(clock.target, clock.aroundTheClock === true, words) },
    ];
  });
  return [...targets, ...supportTime(view, words)];
}

/** What the plan includes, does not include, or leaves open. */
export function planEntitlements({ entitlements }: CustomerPlan, words: Words): readonly PlanLine[] {
  const { language } = words.format.reader;
  const inclusion = {
    included: 'plan.included',
    'not-included': 'plan.notIncluded',
    'not-stated': 'plan.notStated',
  } as const;
  return entitlements.map((entitlement) => ({
    name: entitlement.label[language],
    value: words.message(inclusion[entitlement.inclusion]),
  }));
}

/** What other plans would promise this request; empty unless an admin allows it. */
export function otherPlans({ otherPlans: plans }: CustomerPlan, words: Words): readonly PlanLine[] {
  const { language } = words.format.reader;
  return plans.flatMap(({ label, targets }) =>
    targets.map(({ metric, target, aroundTheClock }) => ({
      name: words.message('plan.withPlan', { plan: label[language], metric: words.message(`plan.${metric}`) }),
      value: targetWords(target, aroundTheClock, words),
    })),
  );
}

/** When and in which version a bug is or was corrected. */
export function correctionWords({ version, date, released }: CustomerCorrection, words: Words): string {
  const state = released ? 'released' : 'planned';
  return date === null
    ? words.message(`plan.${state}`, { version })
    : words.message(`plan.${state}On`, { version, date: words.format.date(date) });
}

/** A target in words: `2 h of support time`, `2 working days`, `4 h, day and night`. */
export function targetWords(target: Duration, aroundTheClock: boolean, words: Words): string {
  switch (target.unit) {
    case 'business-days':
      return words.message('target.business-days', { count: target.amount });
    case 'days':
      return words.message(aroundTheClock ? 'target.calendarDays' : 'target.days', { count: target.amount });
    case 'hours':
    case 'minutes': {
      const amount = lengthWords(target.amount * (target.unit === 'hours' ? HOUR : MINUTE));
      return words.message(aroundTheClock ? 'target.dayAndNight' : 'target.inSupportTime', { amount });
    }
  }
}

function supportTime(view: CustomerTicketView, words: Words): readonly PlanLine[] {
  const { hours } = view;
  if (hours === null) return [];
  const name = words.message('plan.supportTime');
  if (hours.kind === 'around-the-clock') return [{ name, value: words.message('plan.dayAndNight') }];
  return [{ name, value: hoursWords(hours, [view.at, ...instantsShown(view)], words) }];
}
