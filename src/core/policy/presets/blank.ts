import type { PolicyDocument } from '../document';
import { unpublished } from './published';

/** Names nothing yet: checkPolicy asks for a plan and a calendar before anything can be published. */
export const TO_COME = 'none';

/** A policy with nothing in it, to be written by hand; what has a usual setting has it. */
export function blankPolicy(): PolicyDocument {
  return {
    schemaVersion: 1,
    key: 'policy',
    title: unpublished('', ''),
    updated: null,
    clauses: [],
    impacts: [],
    urgencies: [],
    matrix: {},
    priorities: [],
    plans: [],
    defaultPlan: TO_COME,
    calendars: {},
    defaultCalendar: TO_COME,
    thresholds: [],
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
    reasons: [],
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
