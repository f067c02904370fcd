import type { CustomerClock, CustomerTicketView } from '../../../src/contract/customer-panel';
import { HOUR, MINUTE, type EpochMillis } from '../../../src/core/time/instant';
import type { Language } from '../../../src/core/policy/text';
import { createFormatter } from '../../../src/i18n/format';
import { createWords, type Words } from '../../../static/customer-panel/words';

/** Tuesday 9 December 2025, 10:00 in Toronto. */
export const TUESDAY_TEN: EpochMillis = Date.UTC(2025, 11, 9, 15);

const same = (text: string) => ({ en: text, fr: text });

/** A P2 of the BASE plan, sent at nine, read at ten, in business hours: both clocks run. */
export function customerTicket(changes: Partial<CustomerTicketView> = {}): CustomerTicketView {
  return {
    state: 'tracked',
    at: TUESDAY_TEN,
    waitsFor: 'team',
    waitsSince: null,
    impact: {
      key: 'important',
      label: { en: 'Important', fr: 'Important' },
      description: { en: 'Most users are affected.', fr: 'La plupart des utilisateurs sont touchés.' },
    },
    urgency: {
      key: 'critical',
      label: { en: 'Critical', fr: 'Critique' },
      description: { en: 'No workaround is available.', fr: 'Aucune solution de contournement n’est disponible.' },
    },
    priority: { key: 'P2', label: same('P2') },
    clocks: [responseClock(), resolutionClock()],
    hours: {
      kind: 'business-hours',
      timeZone: 'America/Toronto',
      label: { en: 'Business hours', fr: 'Heures d’affaires' },
      exceptHolidays: true,
      weeklyHours: Object.fromEntries([1, 2, 3, 4, 5].map((day) => [day, [{ start: '08:30', end: '16:30' }]])),
    },
    duty: null,
    unavailable: null,
    downgrade: null,
    plan: {
      label: same('BASE'),
      policyTitle: { en: 'Support policy', fr: 'Politique de support' },
      policyDate: '2023-12-08',
      entitlements: [
        {
          label: { en: 'Access to our support portal', fr: 'Accès à notre portail de support' },
          inclusion: 'included',
        },
        {
          label: { en: 'Access to interim versions', fr: 'Accès aux versions intérimaires' },
          inclusion: 'not-stated',
        },
      ],
      clauses: [
        {
          topic: 'bugs',
          text: { en: 'Bugs are corrected free of charge.', fr: 'Les bogues sont corrigés sans frais.' },
        },
      ],
      corrections: [],
      definitions: { impacts: [], urgencies: [], priorities: [], matrix: {} },
      otherPlans: [],
    },
    ...changes,
  };
}

/** Two hours from nine o'clock, running. */
export function responseClock(changes: Partial<CustomerClock> = {}): CustomerClock {
  return {
    metric: 'response',
    state: 'running',
    excused: false,
    dueIfResumed: null,
    aroundTheClock: false,
    due: TUESDAY_TEN + HOUR,
    stoppedAt: null,
    usedShare: 0.5,
    remaining: HOUR,
    target: { unit: 'hours', amount: 2 },
    ...changes,
  };
}

/** Two working days from nine o'clock, running. */
export function resolutionClock(changes: Partial<CustomerClock> = {}): CustomerClock {
  return {
    metric: 'resolution',
    state: 'running',
    excused: false,
    dueIfResumed: null,
    aroundTheClock: false,
    due: TUESDAY_TEN + 47 * HOUR,
    stoppedAt: null,
    usedShare: 1 / 16,
    remaining: 15 * HOUR,
    target: { unit: 'days', amount: 2 },
    ...changes,
  };
}

/** The response came after fifteen minutes. */
export const answered = responseClock({ state: 'met', stoppedAt: TUESDAY_TEN - 45 * MINUTE, remaining: null });

/** What is left of a clock where the plan shows states without times. */
export function withoutTimes(clock: CustomerClock): CustomerClock {
  return {
    ...clock,
    due: null,
    dueIfResumed: null,
    stoppedAt: null,
    usedShare: null,
    remaining: null,
    target: null,
    aroundTheClock: null,
  };
}

/** Readers of both languages, in the calendar's own zone unless another is given. */
export function wordsOf(language: Language, timeZone = 'America/Toronto'): Words {
  return createWords(createFormatter({ language, intlLocale: language === 'fr' ? 'fr-CA' : 'en-CA', timeZone }));
}
