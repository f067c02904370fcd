import type { PolicyDocument } from '../document';
import { asPublished, inFrenchOnly } from './published';
import { CALENDARS } from './stage-plus/calendars';
import { CLAUSES, DUTY_TEXT } from './stage-plus/clauses';
import { IMPACTS, MATRIX, URGENCIES } from './stage-plus/levels';
import { BASE, BUSINESS_HOURS, PLUS } from './stage-plus/plans';

/**
 * The STAGE+ support policy of 8 December 2023, complete and as published in both languages, with Cadran's assumptions
 * for what it does not say (assumptions.ts). Scope, statuses and Jira's priority ids are the site's: empty until set-up.
 */
export function stagePlus(): PolicyDocument {
  return {
    schemaVersion: 1,
    key: 'stage-plus',
    title: inFrenchOnly('POLITIQUE DE SUPPORT', {
      en: 'STAGE+ support policy',
      fr: 'Politique de support STAGE+',
    }),
    updated: {
      date: '2023-12-08',
      text: asPublished('Updated on December 8, 2023', 'Mise à jour le 8 décembre 2023'),
    },
    clauses: CLAUSES,
    impacts: IMPACTS,
    urgencies: URGENCIES,
    matrix: MATRIX,
    priorities: ['P1', 'P2', 'P3', 'P4'].map((key) => ({ key, label: { en: key, fr: key }, jiraPriorityId: null })),
    plans: [BASE, PLUS],
    defaultPlan: BASE.key,
    calendars: CALENDARS,
    defaultCalendar: BUSINESS_HOURS,
    thresholds: [
      { kind: 'percent', percent: 75 },
      { kind: 'percent', percent: 90 },
    ],
    scope: [],
    pauseStatusIds: [],
    extraDoneStatusIds: [],
    statusCategories: {},
    resolutionIdsApart: [],
    modes: {
      retarget: 'carry',
      reopen: 'continue',
      duty: 'exempt',
      outOfSubscription: 'default-plan',
      laterPlanReachesOpenTickets: false,
    },
    duty: { priorities: ['P1', 'P2'], text: DUTY_TEXT },
    reasons: [
      {
        key: 'resources-not-provided',
        label: {
          en: 'The resources needed were not provided',
          fr: "Les ressources nécessaires n'ont pas été fournies",
        },
      },
      {
        key: 'answer-missing',
        label: {
          en: 'We are waiting for an answer to our questions',
          fr: 'Nous attendons une réponse à nos questions',
        },
      },
      {
        key: 'answer-inadequate',
        label: {
          en: 'The answer does not let us continue',
          fr: 'La réponse reçue ne nous permet pas de poursuivre',
        },
      },
      {
        key: 'no-access',
        label: {
          en: 'We do not have the access needed',
          fr: 'Nous ne disposons pas des accès nécessaires',
        },
      },
    ],
    orderingBodies: [
      {
        key: 'msss',
        label: {
          en: 'Ministère de la Santé et des Services sociaux (MSSS)',
          fr: 'Ministère de la Santé et des Services sociaux (MSSS)',
        },
      },
      { key: 'sante-quebec', label: { en: 'Santé Québec', fr: 'Santé Québec' } },
    ],
    levelFields: { impact: null, urgency: null },
    alerts: {
      comment: true,
      notify: true,
      unassignedGroup: null,
      language: 'fr',
      quietOutsideHours: true,
      priorities: null,
    },
    portal: { showOtherPlans: false, preparedReplies: false },
    accepted: [],
  };
}
