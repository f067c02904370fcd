/** A small site for the stand-in's own tests: one service project, one person of each kind, two organizations. */
import type { DeclaredField, Identity, RestResponse, SiteClock } from '../../sandbox/seam';
import { createJira } from '../../sandbox/jira/create-jira';
import type { JiraOptionsInput } from '../../sandbox/jira/options';

/** Tuesday 9 December 2025, 10:00 in Toronto. */
export const START = Date.UTC(2025, 11, 9, 15, 0);

/** A clock that stands still until it is set. */
export function stillClock(at = START): SiteClock {
  let now = at;
  return { now: () => now, set: (instant) => void (now = instant) };
}

export const APP_FIELDS: readonly DeclaredField[] = [
  { moduleKey: 'impact', name: 'Impact', type: 'string', readOnly: false },
  { moduleKey: 'urgency', name: 'Urgency', type: 'string', readOnly: false },
  { moduleKey: 'sla-status', name: 'SLA status', type: 'string', readOnly: true },
  { moduleKey: 'sla-next-due', name: 'SLA next due', type: 'datetime', readOnly: true },
  { moduleKey: 'handling-order', name: 'Handling order', type: 'number', readOnly: true },
  { moduleKey: 'renewal', name: 'Renewal', type: 'date', readOnly: true },
];

export const APP = 'ari:cloud:ecosystem::app/11111111-1111-4111-8111-111111111111';
export const ENVIRONMENT = '22222222-2222-4222-8222-222222222222';

export interface Asked {
  /** An account id, `app` or `nobody`; by default the agent. */
  as?: string;
  body?: unknown;
  /** The app's scopes; null (by default) for the site's own pages. */
  scopes?: readonly string[] | null;
}

export interface Answered {
  status: number;
  body: unknown;
  headers: Record<string, string>;
}

/** Everything of one site that a test names. */
export type ASite = ReturnType<typeof aSite>;

export function aSite(options: JiraOptionsInput = {}, clock: SiteClock = stillClock()) {
  const jira = createJira({
    clock,
    fields: APP_FIELDS,
    appId: APP,
    environmentId: ENVIRONMENT,
    options: { ...options, limits: { burst: false, perIssueWrites: false, ...options.limits } },
  });
  const admin = jira.addUser({ kind: 'admin', displayName: 'Ada Admin', timeZone: 'UTC' }).accountId;
  const agent = jira.addUser({
    kind: 'agent',
    displayName: 'Alex Agent',
    groups: ['support'],
    timeZone: 'UTC',
  }).accountId;
  const other = jira.addUser({ kind: 'agent', displayName: 'Olga Outside' }).accountId;
  const customer = jira.addUser({ kind: 'customer', displayName: 'Carl Customer', locale: 'fr-CA' }).accountId;
  const colleague = jira.addUser({ kind: 'customer', displayName: 'Cleo Colleague' }).accountId;
  const stranger = jira.addUser({ kind: 'customer', displayName: 'Stan Stranger' }).accountId;
  const employee = jira.addUser({ kind: 'unlicensed', displayName: 'Emma Employee' }).accountId;
  const project = jira.addProject({
    key: 'SUP',
    name: 'Support',
    type: 'service_desk',
    roles: { administrator: [admin], agent: [agent] },
    customerIds: [employee],
  });
  const acme = jira.addOrganization({ name: 'ACME', memberIds: [customer, colleague], projectKeys: ['SUP'] });
  const globex = jira.addOrganization({ name: 'Globex', memberIds: [stranger], projectKeys: ['SUP'] });
  const requestType = jira.addRequestType({
    projectKey: 'SUP',
    name: 'Report a problem',
    fields: [
      { fieldId: 'impact', required: true },
      { fieldId: 'sla-status', required: false },
    ],
  });
  const people = { admin, agent, other, customer, colleague, stranger, employee };
  const ask = async (
    method: string,
    path: string,
    { as = agent, body, scopes = null }: Asked = {},
  ): Promise<Answered> =>
    read(
      await jira.handle(
        {
          method,
          path,
          headers: {},
          body: body === undefined ? '' : JSON.stringify(body),
          identity: identityOf(as),
          scopes,
        },
        scopes === null ? null : 'test-fn',
      ),
    );
  const anIssue = (summary = 'Cannot log in') =>
    jira.seedIssue({ projectKey: 'SUP', summary, reporterId: customer, created: START, requestTypeId: requestType.id });
  return { jira, clock, project, acme, globex, requestType, people, ask, anIssue };
}

function identityOf(as: string): Identity {
  if (as === 'app') return { kind: 'app' };
  return as === 'nobody' ? { kind: 'none' } : { kind: 'user', accountId: as };
}

const read = ({ status, body, headers }: RestResponse): Answered => ({
  status,
  headers,
  body: body === '' ? undefined : (JSON.parse(body) as unknown),
});

/** The part of an answer at a path such as `values.0.items`; `*` gives that part of each item of a list. */
export function at(value: unknown, path: string): unknown {
  const [first, ...rest] = path.split('.');
  if (first === undefined || first === '') return value;
  const deeper = rest.join('.');
  if (first === '*') return Array.isArray(value) ? value.map((item: unknown) => at(item, deeper)) : undefined;
  const isTree = typeof value === 'object' && value !== null && Object.hasOwn(value, first);
  return isTree ? at((value as Record<string, unknown>)[first], deeper) : undefined;
}
