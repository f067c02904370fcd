/**
 * What people and schedules have the app do, one of each kind that stores or queues anything: what faults are tried on. One
 * table, so one file.
 */
import type { AdminPageApi, ImportLineRequest } from '../../../src/contract/admin-page';
import type { AgentPanelApi } from '../../../src/contract/agent-panel';
import type { Answer, ErrorCode } from '../../../src/contract/answer';
import type { CustomerPanelApi } from '../../../src/contract/customer-panel';
import type { ReportApi } from '../../../src/contract/report';
import { isAlways } from '../../../src/core/time/calendar';
import { DAY, HOUR, MINUTE, type Millis } from '../../../src/core/time/instant';
import type { PolicyDocument } from '../../../src/core/policy/document';
import { instant } from '../../builders/ticket';
import { publish, type SiteDump } from '../app-site';
import { startFaultySite, type FaultySite } from './faulty-site';

export const MORNING = instant('2025-12-09T10:00 Toronto');
const P1 = { impact: 'extended', urgency: 'critical' };

export interface Deed {
  readonly name: string;
  /** The site before it. */
  readonly before: () => Promise<SiteDump>;
  /** Does it; what the person is told, null where nobody waits for an answer. */
  readonly act: (site: FaultySite) => Promise<Answer<unknown> | null>;
  /** What a person who does it again may be told, having done it already. */
  readonly again?: readonly ErrorCode[];
  /** How long it may take until what was left of it is found; a day and a little where nothing is said. */
  readonly found?: Millis;
}

/** The site as it is, to go on from. */
async function left(site: FaultySite): Promise<SiteDump> {
  const dump = site.dump();
  await site.close();
  return dump;
}

const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | null = null;
  return () => (made ??= make());
};

/** Two incidents, a feature request and a ticket that was resolved; flags are told by comment and mail. */
const morning = once(async () => {
  const site = await startFaultySite({ startAt: MORNING - HOUR, policy: null });
  const feature = site.jira.addRequestType({ projectKey: 'SUP', name: 'Ask for a feature', fields: [] });
  await publish(site, (proposed) => ({
    ...proposed,
    alerts: { ...proposed.alerts, comment: true, notify: true },
    scope: [
      { projectId: site.projectId, requestTypeId: site.requestTypeId, issueTypeId: null, kind: 'incident' },
      { projectId: site.projectId, requestTypeId: feature.id, issueTypeId: null, kind: 'feature' },
    ],
  }));
  await site.moveTo(MORNING - 25 * MINUTE);
  const { customer, stranger, agent } = site.people;
  await site.raise(customer, 'Lenteur', { impact: 'moderate', urgency: 'medium' });
  await site.raise(stranger, 'Panne', P1);
  await rest(site, customer, 'POST', '/rest/servicedeskapi/request', {
    serviceDeskId: site.serviceDeskId,
    requestTypeId: feature.id,
    requestFieldValues: { summary: 'Exporter les stages' },
  });
  const { sainteRose, nord } = site.organizations;
  await rest(site, agent, 'PUT', '/rest/api/3/issue/SUP-3', {
    fields: { customfield_10002: [Number(sainteRose), Number(nord)] },
  });
  await site.raise(customer, 'Réglé', P1);
  for (const key of ['SUP-1', 'SUP-2']) {
    await rest(site, site.people.admin, 'PUT', `/rest/api/3/issue/${key}`, {
      fields: { assignee: { accountId: agent.accountId } },
    });
  }
  await site.moveTo(MORNING - 20 * MINUTE);
  await resolve(site, 'SUP-4');
  await site.moveTo(MORNING);
  return left(site);
});

/** Just installed, with a calendar whose holidays run out within the years to come. */
const newborn = once(async () => {
  const site = await startFaultySite({
    startAt: MORNING - HOUR,
    policy: (proposed) => withFewHolidays(proposed),
  });
  return left(site);
});

function withFewHolidays(policy: PolicyDocument): PolicyDocument {
  const calendars = Object.entries(policy.calendars).map(([key, named]) => {
    const { calendar } = named;
    if (isAlways(calendar)) return [key, named] as const;
    const holidays = calendar.holidays.filter(({ date }) => date < '2027');
    return [key, { ...named, calendar: { ...calendar, holidays } }] as const;
  });
  return { ...policy, calendars: Object.fromEntries(calendars) };
}

/** A cost proposed to two organizations, nobody's answer yet. */
const proposed = once(async () => {
  const site = await startFaultySite({ startAt: 0, from: await morning() });
  await propose(site);
  await site.moveTo(MORNING + MINUTE);
  return left(site);
});

/** A plan that stands, of the organization whose customer raised the first incident. */
const planned = once(async () => {
  const site = await startFaultySite({ startAt: 0, from: await morning() });
  await assign(site, 'PLUS');
  await site.moveTo(MORNING + MINUTE);
  return left(site);
});

/** Two groups and what an organization counts. */
const grouped = once(async () => {
  const site = await startFaultySite({ startAt: 0, from: await morning() });
  await admin(site, 'saveEstablishmentGroup', { code: 'R06', organizationIds: [site.organizations.nord] });
  return left(site);
});

async function rest(site: FaultySite, ...call: Parameters<FaultySite['rest']>): Promise<void> {
  const { status, body } = await site.rest(...call);
  if (status >= 300) throw new Error(`${call[2]}: ${String(status)} ${body}`);
}

const TRANSITIONS = '/transitions';
async function transition(site: FaultySite, key: string, name: string): Promise<void> {
  const path = `/rest/api/3/issue/${key}${TRANSITIONS}`;
  const { body } = await site.rest(site.people.agent, 'GET', path);
  const { transitions } = JSON.parse(body) as { transitions: { id: string; to: { name: string } }[] };
  const found = transitions.find(({ to }) => to.name === name);
  if (found === undefined) throw new Error(`no way to ${name}: ${transitions.map(({ to }) => to.name).join()}`);
  await rest(site, site.people.agent, 'POST', path, { transition: { id: found.id } });
}

const resolve = (site: FaultySite, key: string): Promise<void> => transition(site, key, 'Resolved');

const admin = <Key extends keyof AdminPageApi>(site: FaultySite, key: Key, payload: AdminPageApi[Key]['request']) =>
  site.ask<AdminPageApi, Key>('admin-page', site.people.admin, key, payload);

const agent = <Key extends keyof AgentPanelApi>(
  site: FaultySite,
  issueKey: string,
  key: Key,
  payload: AgentPanelApi[Key]['request'],
) => site.ask<AgentPanelApi, Key>('agent-panel', site.people.agent, key, payload, { issueKey });

const answer = (site: FaultySite, given: 'accept' | 'decline') =>
  site.ask<CustomerPanelApi, 'answerProposal'>(
    'customer-panel',
    site.people.customer,
    'answerProposal',
    { answer: given, version: 1, organizationId: site.organizations.sainteRose, language: 'fr' },
    { issueKey: 'SUP-3' },
  );

const propose = (site: FaultySite) =>
  agent(site, 'SUP-3', 'propose', {
    total: { cents: 1_000_001, currency: 'CAD' },
    orderedBy: 'msss',
    basis: 'equal',
    organizationIds: [site.organizations.sainteRose, site.organizations.nord],
    words: { en: 'Regional export', fr: 'Exportation régionale' },
    baseVersion: 0,
    asksAgain: false,
  });

const assign = (site: FaultySite, plan: string) =>
  admin(site, 'assignPlan', {
    organizationId: site.organizations.sainteRose,
    plan,
    from: '2025-01-01',
    to: null,
    calendar: null,
  });

/** A draft of the first version with another target, as the admin's browser keeps it whatever is published. */
async function draft(site: FaultySite): Promise<AdminPageApi['publish']['request']> {
  const view = await admin(site, 'view', {});
  if (!view.ok) throw new Error(view.code);
  const { document } = view.data;
  const response = document.plans[0]?.goals['P1']?.response;
  if (response !== undefined) Object.assign(response, { target: { unit: 'hours', amount: 2 } });
  return { document, baseVersion: 1, adopt: 'new-tickets' };
}

async function importPlans(site: FaultySite): Promise<Answer<unknown>> {
  const lines = [site.organizations.sainteRose, site.organizations.nord].map(
    (organizationId, index): ImportLineRequest => ({
      line: index + 2,
      organizationId,
      plan: 'PLUS',
      // A plan recorded later reaches open tickets from then on; this one is of tickets to come.
      from: '2026-01-01',
      to: null,
      calendar: null,
    }),
  );
  let importId: string | null = null;
  for (const [part, line] of lines.entries()) {
    const uploaded: Answer<AdminPageApi['uploadImport']['response']> = await admin(site, 'uploadImport', {
      importId,
      part,
      lines: [line],
    });
    if (!uploaded.ok) return uploaded;
    ({ importId } = uploaded.data);
  }
  return admin(site, 'startImport', { importId: importId ?? '', parts: lines.length });
}

async function report(site: FaultySite): Promise<Answer<unknown>> {
  let made: string | null = null;
  for (let asked = 0; asked < 3; asked += 1) {
    const told: Answer<ReportApi['report']['response']> = await site.ask<ReportApi, 'report'>(
      'sla-board',
      site.people.agent,
      'report',
      { month: '2025-12', by: 'organization', filter: {}, made },
    );
    if (!told.ok || told.data.kind === 'ready') return told;
    made = told.data.runId;
    await site.moveTo(site.clock.now() + MINUTE);
  }
  return { ok: false, code: 'busy' };
}

/** Nobody waits for an answer of what an issue's event or a schedule sets off. */
const unasked = (act: (site: FaultySite) => Promise<void>) => async (site: FaultySite) => {
  await act(site);
  return null;
};

export const DEEDS: readonly Deed[] = [
  {
    name: 'a ticket is raised and its flags are told',
    before: morning,
    act: unasked(async (site) => {
      await site.raise(site.people.stranger, 'Encore une panne', P1);
      await site.moveTo(site.clock.now() + 46 * MINUTE);
    }),
  },
  {
    name: 'a ticket is resolved and its results are kept',
    before: morning,
    act: unasked((site) => resolve(site, 'SUP-1')),
  },
  {
    name: 'a resolved ticket runs again and its result goes',
    before: morning,
    act: unasked((site) => transition(site, 'SUP-4', 'Reopened')),
  },
  {
    name: 'a ticket is deleted',
    before: morning,
    act: unasked((site) => rest(site, site.people.admin, 'DELETE', '/rest/api/3/issue/SUP-4')),
  },
  {
    name: 'an agent sets the levels',
    before: morning,
    act: (site) => agent(site, 'SUP-1', 'setLevels', P1),
  },
  {
    name: 'an agent downgrades',
    before: morning,
    act: (site) =>
      agent(site, 'SUP-2', 'act', {
        action: { kind: 'downgrade', levels: 1, reasonCode: 'resources-not-provided' },
        note: '',
      }),
  },
  {
    name: 'an admin publishes a version',
    before: morning,
    act: async (site) => admin(site, 'publish', await draft(site)),
    again: ['conflict'],
  },
  {
    name: 'an admin has a draft weighed',
    before: morning,
    act: async (site) => {
      const { document } = await draft(site);
      return admin(site, 'startPreview', { document, adopt: 'new-tickets' });
    },
  },
  {
    name: 'an admin has the flags of a draft counted',
    before: morning,
    act: async (site) => {
      const { document } = await draft(site);
      return admin(site, 'startFlagPreview', { document });
    },
  },
  { name: 'an admin assigns a plan', before: morning, act: (site) => assign(site, 'PLUS') },
  { name: 'an admin assigns another plan in its place', before: planned, act: (site) => assign(site, 'BASE') },
  {
    name: 'an admin removes a plan',
    before: planned,
    act: (site) =>
      admin(site, 'removeAssignment', { organizationId: site.organizations.sainteRose, from: '2025-01-01' }),
  },
  { name: 'an admin imports plans', before: morning, act: importPlans },
  {
    name: 'an admin records what an establishment counts',
    before: morning,
    act: (site) =>
      admin(site, 'saveEstablishment', { organizationId: site.organizations.nord, fee: 12_000, users: 40 }),
  },
  {
    name: 'an admin saves a group of establishments',
    before: morning,
    act: (site) =>
      admin(site, 'saveEstablishmentGroup', { code: 'R07', organizationIds: [site.organizations.sainteRose] }),
  },
  {
    name: 'an admin removes a group of establishments',
    before: grouped,
    act: (site) => admin(site, 'removeEstablishmentGroup', { code: 'R06' }),
  },
  { name: 'an agent proposes a cost', before: morning, act: propose, again: ['conflict'] },
  { name: 'a customer accepts a proposal', before: proposed, act: (site) => answer(site, 'accept') },
  { name: 'a customer declines a proposal', before: proposed, act: (site) => answer(site, 'decline') },
  {
    name: 'an agent takes a proposal back',
    before: proposed,
    act: (site) => agent(site, 'SUP-3', 'withdraw', { version: 1 }),
    again: ['conflict'],
  },
  { name: 'an agent has a month’s report made', before: morning, act: report },
  {
    name: 'calendars get the holidays of the years to come',
    // The next week's.
    found: 8 * DAY,
    before: newborn,
    act: unasked((site) => site.moveTo(site.clock.now() + 10 * MINUTE)),
  },
  {
    name: 'the day is reconciled',
    before: morning,
    act: unasked((site) => site.moveTo(site.clock.now() + DAY)),
  },
];
