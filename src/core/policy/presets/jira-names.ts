import type { Duration } from '../../time/duration';
import type { OpenHours } from '../../time/calendar';
import type { GoalSetting, Level, Plan, PolicyDocument } from '../document';
import { unpublished } from './published';

const OFFICE: readonly OpenHours[] = [{ start: '09:00', end: '17:00' }];

function level(key: string, label: readonly [string, string], description: readonly [string, string]): Level {
  return { key, label: unpublished(...label), description: unpublished(...description) };
}

const minutes = (amount: number): Duration => ({ unit: 'minutes', amount });
const hours = (amount: number): Duration => ({ unit: 'hours', amount });
const days = (amount: number): Duration => ({ unit: 'days', amount });

function goal(target: Duration, calendar = 'business-hours'): GoalSetting {
  return { target, calendar, published: { en: null, fr: null } };
}

const STANDARD: Plan = {
  key: 'STANDARD',
  label: unpublished('Standard', 'Standard'),
  rank: 1,
  goals: {
    highest: { response: goal(hours(1)), resolution: goal(hours(8)) },
    high: { response: goal(hours(4)), resolution: goal(days(2)) },
    medium: { response: goal(hours(8)), resolution: goal(days(5)) },
    low: { response: goal(days(2)), resolution: goal(days(10)) },
    lowest: { response: goal(days(4)), resolution: goal(days(20)) },
  },
  entitlements: [],
  portalVisibility: 'state-and-times',
  price: { kind: 'included' },
};

const PREMIUM: Plan = {
  key: 'PREMIUM',
  label: unpublished('Premium', 'Premium'),
  rank: 2,
  goals: {
    highest: { response: goal(minutes(30), 'around-the-clock'), resolution: goal(hours(4), 'around-the-clock') },
    high: { response: goal(hours(2)), resolution: goal(days(1)) },
    medium: { response: goal(hours(4)), resolution: goal(days(3)) },
    low: { response: goal(days(1)), resolution: goal(days(5)) },
    lowest: { response: goal(days(2)), resolution: goal(days(10)) },
  },
  entitlements: [],
  portalVisibility: 'state-and-times',
  price: { kind: 'percent-of-subscription', percent: 20 },
};

/**
 * A policy in Jira Service Management's own words, five priorities for four levels a side, for a site without a support
 * policy of its own. Published by nobody: every text and figure here is Cadran's proposal.
 */
export function jiraNames(): PolicyDocument {
  return {
    schemaVersion: 1,
    key: 'jira-names',
    title: unpublished('Support policy', 'Politique de support'),
    updated: null,
    clauses: [],
    impacts: [
      level(
        'extensive',
        ['Extensive / Widespread', 'Étendu / Généralisé'],
        ['Everyone, or a service that everyone needs.', 'Tout le monde, ou un service dont tout le monde a besoin.'],
      ),
      level(
        'significant',
        ['Significant / Large', 'Important / Grand'],
        ['Most people, or a whole site.', 'La plupart des gens, ou tout un établissement.'],
      ),
      level(
        'moderate',
        ['Moderate / Limited', 'Modéré / Limité'],
        ['Several people or one team.', 'Plusieurs personnes ou une équipe.'],
      ),
      level(
        'minor',
        ['Minor / Localized', 'Mineur / Localisé'],
        ['One person or a few.', 'Une personne ou quelques-unes.'],
      ),
    ],
    urgencies: [
      level('critical', ['Critical', 'Critique'], ['Work has stopped.', 'Le travail est arrêté.']),
      level('high', ['High', 'Élevée'], ['Essential work is held up.', 'Un travail essentiel est retardé.']),
      level('medium', ['Medium', 'Moyenne'], ['Work goes on with difficulty.', 'Le travail se poursuit avec peine.']),
      level('low', ['Low', 'Faible'], ['Work goes on.', 'Le travail se poursuit.']),
    ],
    matrix: {
      extensive: { critical: 'highest', high: 'highest', medium: 'high', low: 'medium' },
      significant: { critical: 'highest', high: 'high', medium: 'medium', low: 'low' },
      moderate: { critical: 'high', high: 'medium', medium: 'low', low: 'lowest' },
      minor: { critical: 'medium', high: 'low', medium: 'lowest', low: 'lowest' },
    },
    priorities: [
      { key: 'highest', label: { en: 'Highest', fr: 'La plus élevée' }, jiraPriorityId: null },
      { key: 'high', label: { en: 'High', fr: 'Élevée' }, jiraPriorityId: null },
      { key: 'medium', label: { en: 'Medium', fr: 'Moyenne' }, jiraPriorityId: null },
      { key: 'low', label: { en: 'Low', fr: 'Faible' }, jiraPriorityId: null },
      { key: 'lowest', label: { en: 'Lowest', fr: 'La plus faible' }, jiraPriorityId: null },
    ],
    plans: [STANDARD, PREMIUM],
    defaultPlan: STANDARD.key,
    calendars: {
      'business-hours': {
        label: { en: 'Business hours', fr: 'Heures ouvrables' },
        calendar: {
          timeZone: 'America/New_York',
          weeklyHours: { 1: OFFICE, 2: OFFICE, 3: OFFICE, 4: OFFICE, 5: OFFICE },
          holidays: [],
          exceptions: [],
        },
        holidaySource: null,
      },
      'around-the-clock': {
        label: { en: 'Around the clock', fr: 'En tout temps' },
        calendar: { timeZone: 'America/New_York', always: true },
        holidaySource: null,
      },
    },
    defaultCalendar: 'business-hours',
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
    duty: { priorities: [], text: unpublished('', '') },
    reasons: [
      {
        key: 'no-answer',
        label: { en: 'We are waiting for an answer', fr: 'Nous attendons une réponse' },
      },
    ],
    orderingBodies: [],
    levelFields: { impact: null, urgency: null },
    alerts: {
      comment: true,
      notify: true,
      unassignedGroup: null,
      language: 'en',
      quietOutsideHours: true,
      priorities: null,
    },
    portal: { showOtherPlans: false, preparedReplies: false },
    accepted: [],
  };
}
