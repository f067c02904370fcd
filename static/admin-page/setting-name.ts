import type { AdminWords } from './admin-words';
import type { AdminPageKey } from './messages';

/** Members of a policy document that people are told of by name. */
const NAMES: Readonly<Record<string, AdminPageKey>> = {
  accepted: 'setting.accepted',
  alerts: 'setting.alerts',
  'alerts.priorities': 'setting.toldPriorities',
  'alerts.quietOutsideHours': 'setting.quietHours',
  calendars: 'setting.calendars',
  clauses: 'setting.clauses',
  defaultCalendar: 'setting.defaultCalendar',
  defaultPlan: 'setting.defaultPlan',
  duty: 'setting.duty',
  extraDoneStatusIds: 'setting.extraDoneStatusIds',
  impacts: 'setting.impacts',
  levelFields: 'setting.levelFields',
  matrix: 'setting.matrix',
  'modes.duty': 'setting.modeDuty',
  'modes.laterPlanReachesOpenTickets': 'setting.modeLaterPlan',
  'modes.outOfSubscription': 'setting.modeOutOfSubscription',
  'modes.reopen': 'setting.modeReopen',
  'modes.retarget': 'setting.modeRetarget',
  orderingBodies: 'setting.orderingBodies',
  pauseStatusIds: 'setting.pauseStatusIds',
  plans: 'setting.plans',
  portal: 'setting.portal',
  'portal.preparedReplies': 'setting.preparedReplies',
  'portal.showOtherPlans': 'setting.showOtherPlans',
  priorities: 'setting.priorities',
  reasons: 'setting.reasons',
  resolutionIdsApart: 'setting.resolutionIdsApart',
  scope: 'setting.scope',
  thresholds: 'setting.thresholds',
  urgencies: 'setting.urgencies',
};

/** What a member of the document is called; a part of a member (`thresholds.1`) by the member's name. */
export function settingName(setting: string, words: AdminWords): string {
  const parts = setting.split('.');
  for (let length = parts.length; length > 0; length--) {
    const name = parts.slice(0, length).join('.');
    // Of a file that somebody chose, any word may come here.
    const key = Object.hasOwn(NAMES, name) ? NAMES[name] : undefined;
    if (key !== undefined) return words.say(key);
  }
  return words.say('setting.unnamed', { setting });
}
