/** What a fresh Jira Service Management site has before anyone adds to it. */
import type { Field, Priority, Resolution, SiteState, Status, Transition, Workflow } from './model';
import { systemFields } from './fields/system-fields';

const byId = <T extends { id: string }>(items: readonly T[]): Record<string, T> =>
  Object.fromEntries(items.map((item) => [item.id, item]));

const STATUSES: readonly Status[] = [
  { id: '10004', name: 'Waiting for support', category: 'new' },
  { id: '4', name: 'Reopened', category: 'new' },
  { id: '10000', name: 'To Do', category: 'new' },
  { id: '3', name: 'In progress', category: 'indeterminate' },
  { id: '10005', name: 'Waiting for customer', category: 'indeterminate' },
  { id: '10006', name: 'Escalated', category: 'indeterminate' },
  { id: '10007', name: 'Pending', category: 'indeterminate' },
  { id: '5', name: 'Resolved', category: 'done' },
  { id: '6', name: 'Closed', category: 'done' },
  { id: '10008', name: 'Canceled', category: 'done' },
  { id: '10009', name: 'Done', category: 'done' },
];

const PRIORITIES: readonly Priority[] = [
  { id: '1', name: 'Highest', statusColor: '#d04437' },
  { id: '2', name: 'High', statusColor: '#f15C75' },
  { id: '3', name: 'Medium', statusColor: '#f79232' },
  { id: '4', name: 'Low', statusColor: '#707070' },
  { id: '5', name: 'Lowest', statusColor: '#999999' },
];

const RESOLUTIONS: readonly Resolution[] = [
  { id: '10000', name: 'Done' },
  { id: '10001', name: "Won't Do" },
  { id: '10002', name: 'Duplicate' },
  { id: '10003', name: 'Declined' },
  { id: '10004', name: 'Cannot Reproduce' },
];

const OPEN = ['10004', '4', '3', '10005', '10006', '10007'];

/** A transition that agents may take, and customers only where said so. */
const transition = (
  id: string,
  name: string,
  from: 'any' | string[],
  to: string,
  forCustomers = false,
): Transition => ({
  id,
  name,
  from,
  to,
  forCustomers,
});

const SERVICE_WORKFLOW: Workflow = {
  id: 'service',
  initialStatusId: '10004',
  transitions: [
    transition('11', 'Start progress', ['10004', '4', '10005', '10006', '10007'], '3'),
    transition('21', 'Respond to customer', ['10004', '4', '3', '10006', '10007'], '10005'),
    transition('31', 'Respond to support', ['10005'], '10004', true),
    transition('41', 'Escalate this issue', ['10004', '4', '3', '10005', '10007'], '10006', true),
    transition('51', 'Pending', ['10004', '4', '3', '10005', '10006'], '10007'),
    transition('61', 'Back to support', ['3', '10006', '10007'], '10004'),
    transition('71', 'Resolve this issue', OPEN, '5', true),
    transition('81', 'Cancel request', OPEN, '10008', true),
    transition('91', 'Close', ['5', '10008'], '6'),
    transition('101', 'Reopen', ['5', '6', '10008'], '4', true),
  ],
};

const SOFTWARE_WORKFLOW: Workflow = {
  id: 'software',
  initialStatusId: '10000',
  transitions: [
    transition('11', 'To Do', 'any', '10000'),
    transition('21', 'In Progress', 'any', '3'),
    transition('31', 'Done', 'any', '10009'),
  ],
};

/** A site without projects or people; `appFields` are the custom fields made by the app's installation. */
export function emptySite(language: 'en' | 'fr' | 'ko', appFields: readonly Field[]): SiteState {
  return {
    lastId: 10_100,
    users: {},
    projects: {},
    issueTypes: byId([
      { id: '10001', name: '[System] Incident' },
      { id: '10011', name: '[System] Service request' },
      { id: '10012', name: 'Task' },
      { id: '10013', name: 'Bug' },
    ]),
    statuses: byId(STATUSES),
    priorities: byId(PRIORITIES),
    priorityOrder: PRIORITIES.map((priority) => priority.id),
    prioritySchemes: byId([
      { id: '1', name: 'Default priority scheme', priorityIds: PRIORITIES.map(({ id }) => id), defaultPriorityId: '3' },
    ]),
    resolutions: byId(RESOLUTIONS),
    versions: {},
    workflows: byId([SERVICE_WORKFLOW, SOFTWARE_WORKFLOW]),
    requestTypes: {},
    screens: {},
    organizations: {},
    fields: byId([...systemFields(language), ...appFields]),
    issues: {},
    permissionOverrides: [],
    notifications: [],
  };
}
