// What manifest.yml names, and nothing else; functions that know the world’s holidays are in admin.ts.
export { issueEvent } from './handlers/issue-event';
export { trackIssue } from './handlers/track-issue';
export { fireThreshold } from './handlers/fire-threshold';
export { backgroundJob } from './handlers/background-job';
export { sweep } from './handlers/sweep';
export { reconcile } from './handlers/reconcile';
export { agentLozenge } from './handlers/agent-lozenge';
export { agentPanel } from './handlers/agent-panel';
export { customerPanel } from './handlers/customer-panel';
export { requestForm } from './handlers/request-form';
export { slaGadget } from './handlers/sla-gadget';
export { slaBoard } from './handlers/sla-board';
export { levelField } from './handlers/level-field';
export { searchSuggestions } from './handlers/search-suggestions';
