import { diary } from '../adapters/diary';
import { jiraAlerts } from '../adapters/jira/alerts';
import { jiraBoard } from '../adapters/jira/board';
import { jiraHealth } from '../adapters/jira/health';
import { jiraPermissions } from '../adapters/jira/permissions';
import { jiraPortal } from '../adapters/jira/portal';
import { jiraScreens } from '../adapters/jira/screens';
import { proposalComments } from '../adapters/jira/proposal-comments';
import { jiraSite } from '../adapters/jira/site';
import { jiraTickets } from '../adapters/jira/tickets';
import { log } from '../adapters/log';
import { workQueue } from '../adapters/queue';
import { assignmentStore } from '../adapters/store/assignment-store';
import { digestStore } from '../adapters/store/digest-store';
import { importStore } from '../adapters/store/import-store';
import { establishmentStore } from '../adapters/store/establishment-store';
import { jobStore } from '../adapters/store/job-store';
import { notesStore } from '../adapters/store/notes-store';
import { policyStore } from '../adapters/store/policy-store';
import { proposalStore } from '../adapters/store/proposal-store';
import { resultStore } from '../adapters/store/result-store';
import { ticketStore } from '../adapters/store/ticket-store';
import { MOST_RETRIES, retryLater } from '../adapters/retry';
import type { Ports } from '../services/ports';

export { MOST_RETRIES, retryLater };

/** The one place that knows which adapter stands behind which port. */
export const ports: Ports = {
  now: () => Date.now(),
  jira: jiraTickets,
  alerts: jiraAlerts,
  proposalComments,
  permissions: jiraPermissions,
  portal: jiraPortal,
  site: jiraSite,
  screens: jiraScreens,
  health: jiraHealth,
  board: jiraBoard,
  policies: policyStore,
  assignments: assignmentStore,
  imports: importStore,
  tickets: ticketStore,
  results: resultStore,
  digests: digestStore,
  proposals: proposalStore,
  establishments: establishmentStore,
  jobs: jobStore,
  queue: workQueue,
  notes: notesStore,
  diary,
  log,
};
