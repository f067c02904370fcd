import type { PreparedReplies } from '../contract/agent-panel';
import type { TrackedLook } from './look-at-ticket';
import { languageOf } from '../i18n/reader';

/**
 * In which language replies to the customer are prepared: the request's own, where JSM knows it and Cadran speaks it, else
 * the site's (rules.md §10). Null where an admin has not allowed prepared replies, and for an issue that is no request.
 */
export function preparedReplies({ document, reading }: TrackedLook): PreparedReplies | null {
  if (!document.portal.preparedReplies || reading.requestTypeId === null) return null;
  const { requestLanguage, history } = reading;
  const { statusId } = history.current;
  const isForOthers = document.portal.pausesForOthers?.includes(statusId) ?? false;
  const awaitsCustomer = document.pauseStatusIds.includes(statusId) && !isForOthers;
  if (requestLanguage === null || !/^(en|fr)(?:[-_]|$)/i.test(requestLanguage)) {
    return { language: document.alerts.language, source: 'site', awaitsCustomer };
  }
  return { language: languageOf(requestLanguage), source: 'request', awaitsCustomer };
}
