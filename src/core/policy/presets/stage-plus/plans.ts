import type { Duration } from '../../../time/duration';
import type { CalendarKey, Entitlement, GoalSetting, Plan } from '../../document';
import { asPublished, unpublished } from '../published';

export const BUSINESS_HOURS: CalendarKey = 'business-hours';
export const AROUND_THE_CLOCK: CalendarKey = 'around-the-clock';

/** A cell of the table of targets; the target is the French figure, which prevails (rules.md §2). */
function goal(en: string, fr: string, target: Duration, calendar: CalendarKey = BUSINESS_HOURS): GoalSetting {
  return { target, calendar, published: { en, fr } };
}

const minutes = (amount: number): Duration => ({ unit: 'minutes', amount });
const hours = (amount: number): Duration => ({ unit: 'hours', amount });
const days = (amount: number): Duration => ({ unit: 'days', amount });

/** The marks that said which plan has them are lost in both texts. */
const ACCESS_ROWS: readonly Entitlement[] = [
  {
    key: 'support-portal',
    label: asPublished('Access to our support portal', 'Accès à notre portail de support'),
    inclusion: 'not-stated',
  },
  {
    key: 'guides',
    label: asPublished('Access to guides and documentation', 'Accès aux guides et à la documentation'),
    inclusion: 'not-stated',
  },
  {
    key: 'interim-versions',
    label: asPublished('Access to interim versions', 'Accès aux versions intérimaires'),
    inclusion: 'not-stated',
  },
];

/** The PLAN DE BASE column of the specifications, with its half of the table of targets. */
export const BASE: Plan = {
  key: 'BASE',
  label: unpublished('BASE', 'BASE'),
  rank: 1,
  goals: {
    P1: { response: goal('1hr', '1h', hours(1)), resolution: goal('8hr', '8h', hours(8)) },
    P2: { response: goal('2hr', '2h', hours(2)), resolution: goal('2d', '2j', days(2)) },
    P3: { response: goal('8hr', '8h', hours(8)), resolution: goal('4hr', '4h', hours(4)) },
    P4: { response: goal('4d', '16h', hours(16)), resolution: goal('10d', '10j', days(10)) },
  },
  entitlements: ACCESS_ROWS,
  portalVisibility: 'state-and-times',
  price: { kind: 'included' },
};

/** The PLAN PLUS column. */
export const PLUS: Plan = {
  key: 'PLUS',
  label: unpublished('PLUS', 'PLUS'),
  rank: 2,
  goals: {
    P1: {
      response: goal('30min (24x7)', '30min (24x7)', minutes(30), AROUND_THE_CLOCK),
      resolution: goal('4hr (24x7)', '4h (24x7)', hours(4), AROUND_THE_CLOCK),
    },
    P2: { response: goal('1hr', '1h', hours(1)), resolution: goal('1d', '1j', days(1)) },
    P3: { response: goal('4hr', '4h', hours(4)), resolution: goal('2d', '2j', days(2)) },
    P4: { response: goal('8hr', '8h', hours(8)), resolution: goal('5d', '5j', days(5)) },
  },
  entitlements: ACCESS_ROWS,
  portalVisibility: 'state-and-times',
  price: { kind: 'percent-of-subscription', percent: 20 },
};
