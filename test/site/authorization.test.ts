/**
 * Who may call what: every resolver key x every kind of caller, the allowed cells written by hand; the same table with Jira
 * failing to say who may; and payloads that name another issue. A key without a row fails. Refusals are alike, and nothing
 * is read as the app before a refusal but what design.md §5 names. One table, so one file, however long it grows.
 */
import type { ErrorCode } from '../../src/contract/answer';
import type { SlaGadgetApi } from '../../src/contract/sla-gadget';
import { SECOND } from '../../src/core/time/instant';
import { instant } from '../builders/ticket';
import type { Json } from '../sandbox/jira/model';
import type { CountedCall } from '../sandbox/seam';
import { startAppSite, type AppSite, type Person } from './app-site';
import { resolverKeys } from './resolver-keys';

const KINDS = [
  'admin',
  'agent',
  'outsider',
  'unassigned',
  'customer',
  'participant',
  'colleague',
  'stranger',
  'employee',
  'passer-by',
  'none',
] as const;
type Kind = (typeof KINDS)[number];
type Surface = 'agent-panel' | 'admin-page' | 'customer-panel' | 'request-form' | 'impact' | 'sla-board' | 'sla-gadget';
const ALL_INCIDENTS = {
  state: null,
  priority: null,
  plan: null,
  organizationId: null,
  assignee: null,
  search: '',
};

/**
 * The request is the customer's, shared with the colleague's hospital; the participant and the employee without licence take
 * part in it. The stranger is of another organization, the passer-by an employee without licence and part in it. The admin is
 * an agent too, the outsider one of another project; the unassigned has a licence and no project.
 */
interface Row {
  readonly surface: Surface;
  readonly key: string;
  readonly payload: unknown;
  readonly may: readonly Kind[];
}
const ALLOWED: readonly Row[] = [
  { surface: 'agent-panel', key: 'view', payload: {}, may: ['admin', 'agent'] },
  { surface: 'agent-panel', key: 'setLevels', payload: { impact: 'minor', urgency: 'low' }, may: ['admin', 'agent'] },
  { surface: 'agent-panel', key: 'sendReply', payload: { text: '' }, may: ['admin', 'agent'] },
  {
    surface: 'agent-panel',
    key: 'act',
    payload: { action: { kind: 'downgrade', levels: 1, reasonCode: 'no-access' }, note: '' },
    may: ['admin', 'agent'],
  },
  { surface: 'agent-panel', key: 'recompute', payload: {}, may: ['admin', 'agent'] },
  { surface: 'agent-panel', key: 'proposalForm', payload: {}, may: ['admin', 'agent'] },
  { surface: 'agent-panel', key: 'findOrganizations', payload: { search: '', start: 0 }, may: ['admin', 'agent'] },
  {
    surface: 'agent-panel',
    key: 'propose',
    payload: {
      total: { cents: 100, currency: 'CAD' },
      orderedBy: null,
      basis: 'equal',
      organizationIds: [],
      words: null,
      baseVersion: 0,
      asksAgain: false,
    },
    may: ['admin', 'agent'],
  },
  { surface: 'agent-panel', key: 'withdraw', payload: { version: 1 }, may: ['admin', 'agent'] },
  { surface: 'admin-page', key: 'view', payload: {}, may: ['admin'] },
  { surface: 'admin-page', key: 'check', payload: { document: {} }, may: ['admin'] },
  {
    surface: 'admin-page',
    key: 'publish',
    payload: { document: {}, baseVersion: 1, adopt: 'new-tickets' },
    may: ['admin'],
  },
  {
    surface: 'admin-page',
    key: 'startPreview',
    payload: { document: {}, adopt: 'new-tickets' },
    may: ['admin'],
  },
  { surface: 'admin-page', key: 'previewStatus', payload: { runId: 'preview:0.0' }, may: ['admin'] },
  { surface: 'admin-page', key: 'recomputeStatus', payload: {}, may: ['admin'] },
  { surface: 'admin-page', key: 'stopRecompute', payload: {}, may: ['admin'] },
  { surface: 'admin-page', key: 'startRecompute', payload: {}, may: ['admin'] },
  { surface: 'admin-page', key: 'fieldPlan', payload: { projectIds: [] }, may: ['admin'] },
  { surface: 'admin-page', key: 'addFields', payload: { projectIds: [], screenIds: [] }, may: ['admin'] },
  { surface: 'admin-page', key: 'readPolicy', payload: { text: '{}' }, may: ['admin'] },
  { surface: 'admin-page', key: 'versions', payload: {}, may: ['admin'] },
  { surface: 'admin-page', key: 'versionDocument', payload: { version: 1 }, may: ['admin'] },
  { surface: 'admin-page', key: 'organizations', payload: { start: 0 }, may: ['admin'] },
  { surface: 'admin-page', key: 'organizationNames', payload: { start: 0 }, may: ['admin'] },
  { surface: 'admin-page', key: 'assignments', payload: { after: null }, may: ['admin'] },
  { surface: 'admin-page', key: 'uploadImport', payload: { importId: null, part: 0, lines: [] }, may: ['admin'] },
  { surface: 'admin-page', key: 'startImport', payload: { importId: '1', parts: 1 }, may: ['admin'] },
  { surface: 'admin-page', key: 'importStatus', payload: {}, may: ['admin'] },
  { surface: 'admin-page', key: 'stopImport', payload: { runId: 'import:1' }, may: ['admin'] },
  { surface: 'admin-page', key: 'resumeImport', payload: { runId: 'import:1' }, may: ['admin'] },
  {
    surface: 'admin-page',
    key: 'assignPlan',
    payload: { organizationId: '1', plan: 'PLUS', from: '2026-01-01', to: null, calendar: null },
    may: ['admin'],
  },
  { surface: 'admin-page', key: 'proposals', payload: { state: 'proposed', page: null }, may: ['admin'] },
  { surface: 'admin-page', key: 'proposalStatement', payload: { issueId: '1' }, may: ['admin'] },
  { surface: 'admin-page', key: 'establishments', payload: { search: '', start: 0 }, may: ['admin'] },
  {
    surface: 'admin-page',
    key: 'saveEstablishment',
    payload: { organizationId: '1', fee: 100, users: null },
    may: ['admin'],
  },
  { surface: 'admin-page', key: 'establishmentGroups', payload: {}, may: ['admin'] },
  {
    surface: 'admin-page',
    key: 'saveEstablishmentGroup',
    payload: { code: 'R06', organizationIds: [] },
    may: ['admin'],
  },
  { surface: 'admin-page', key: 'removeEstablishmentGroup', payload: { code: 'R06' }, may: ['admin'] },
  {
    surface: 'admin-page',
    key: 'removeAssignment',
    payload: { organizationId: '1', from: '2026-01-01' },
    may: ['admin'],
  },
  { surface: 'admin-page', key: 'searchGroups', payload: { search: '' }, may: ['admin'] },
  { surface: 'admin-page', key: 'startFlagPreview', payload: { document: {} }, may: ['admin'] },
  { surface: 'admin-page', key: 'flagPreviewStatus', payload: { runId: 'flags:0.0' }, may: ['admin'] },
  { surface: 'admin-page', key: 'health', payload: { part: 'engine' }, may: ['admin'] },
  { surface: 'admin-page', key: 'ticketKinds', payload: { projectId: '10000' }, may: ['admin'] },
  { surface: 'admin-page', key: 'selectFields', payload: {}, may: ['admin'] },
  { surface: 'admin-page', key: 'fieldOptions', payload: { fieldId: 'customfield_1' }, may: ['admin'] },
  { surface: 'admin-page', key: 'resolutions', payload: {}, may: ['admin'] },
  { surface: 'admin-page', key: 'countries', payload: {}, may: ['admin'] },
  { surface: 'admin-page', key: 'regions', payload: { country: 'CA' }, may: ['admin'] },
  {
    surface: 'admin-page',
    key: 'holidays',
    payload: { country: 'CA', region: 'QC', years: [2029] },
    may: ['admin'],
  },
  {
    surface: 'admin-page',
    key: 'readCalendarFile',
    payload: { file: 'BEGIN:VCALENDAR', timeZone: 'America/Toronto', from: '2026-01-01', to: '2026-12-31' },
    may: ['admin'],
  },
  { surface: 'admin-page', key: 'calendarUse', payload: { calendar: 'business-hours' }, may: ['admin'] },
  { surface: 'sla-board', key: 'view', payload: {}, may: ['admin', 'agent'] },
  {
    surface: 'sla-board',
    key: 'incidents',
    payload: { filter: ALL_INCIDENTS, order: 'handling', page: null },
    may: ['admin', 'agent'],
  },
  { surface: 'sla-board', key: 'outlook', payload: { filter: ALL_INCIDENTS }, may: ['admin', 'agent'] },
  { surface: 'sla-board', key: 'choices', payload: {}, may: ['admin', 'agent'] },
  { surface: 'sla-gadget', key: 'view', payload: { made: null }, may: ['admin', 'agent'] },
  // A list of what the person browses anyway, empty for the last two.
  { surface: 'sla-gadget', key: 'projects', payload: {}, may: ['admin', 'agent', 'outsider', 'unassigned'] },
  { surface: 'sla-board', key: 'reportChoices', payload: {}, may: ['admin', 'agent'] },
  {
    surface: 'sla-board',
    key: 'report',
    payload: { month: '2025-12', by: 'organization', filter: {}, made: null },
    may: ['admin', 'agent'],
  },
  {
    surface: 'sla-board',
    key: 'reportTrend',
    payload: { until: '2025-12', months: 12, filter: {}, made: null },
    may: ['admin', 'agent'],
  },
  { surface: 'sla-board', key: 'reportProgress', payload: { runId: 'report:2025-12:1' }, may: ['admin', 'agent'] },
  {
    surface: 'sla-board',
    key: 'reportTickets',
    payload: { month: '2025-12', filter: {}, metric: 'response', figure: 'missed', from: 0 },
    may: ['admin', 'agent'],
  },
  {
    surface: 'sla-board',
    key: 'organizationMonth',
    payload: { month: '2025-12', organizationId: '1', made: null },
    may: ['admin', 'agent'],
  },
  {
    surface: 'sla-board',
    key: 'organizationMonthTickets',
    payload: { month: '2025-12', organizationId: '1', from: 0 },
    may: ['admin', 'agent'],
  },
  { surface: 'customer-panel', key: 'view', payload: {}, may: ['customer', 'participant', 'colleague', 'employee'] },
  {
    surface: 'customer-panel',
    key: 'answerProposal',
    payload: { answer: 'accept', version: 1, organizationId: '1', language: 'en' },
    may: ['customer', 'participant', 'colleague', 'employee'],
  },
  {
    surface: 'request-form',
    key: 'view',
    payload: {},
    may: ['admin', 'agent', 'customer', 'colleague', 'stranger', 'employee', 'passer-by'],
  },
  {
    surface: 'impact',
    key: 'view',
    payload: {},
    may: [
      'admin',
      'agent',
      'outsider',
      'unassigned',
      'customer',
      'participant',
      'colleague',
      'stranger',
      'employee',
      'passer-by',
    ],
  },
];

let site: AppSite;
let people: Readonly<Record<Exclude<Kind, 'none'>, Person>>;
let issueKey: string;
beforeAll(async () => {
  site = await startAppSite({ startAt: instant('2025-12-09T10:00 Toronto') });
  const join = (kind: 'agent' | 'customer' | 'unlicensed', displayName: string): Person => ({
    accountId: site.jira.addUser({ kind, displayName }).accountId,
    accountType: kind === 'agent' ? 'licensed' : kind,
  });
  people = {
    ...site.people,
    unassigned: join('agent', 'Ulysse Unassigned'),
    participant: join('customer', 'Paul Participant'),
    'passer-by': join('unlicensed', 'Pia Passer-by'),
  };
  site.jira.addProject({
    key: 'OPS',
    name: 'Operations',
    type: 'service_desk',
    roles: { agent: [people.outsider.accountId], administrator: [people.outsider.accountId] },
  });
  await site.moveTo(instant('2025-12-09T11:00 Toronto'));
  ({ key: issueKey } = await site.raise(people.customer, 'Panne'));
  const added = await site.rest(people.agent, 'POST', `/rest/servicedeskapi/request/${issueKey}/participant`, {
    accountIds: [people.employee.accountId, people.participant.accountId],
  });
  expect(added.status).toBe(200);
  await site.platform.settle();
}, 60_000);
afterAll(() => site.close());

const personOf = (kind: Kind): Person | null => (kind === 'none' ? null : people[kind]);

/** Jira takes 100 questions a second of one kind, and the site's clock stands still between the rows. */
const letASecondPass = (): Promise<void> => site.moveTo(site.clock.now() + SECOND);

/** What a gate may read as the app: of an employee without licence, whom nobody can ask as (design.md §5). */
const ASKED_AS_APP = /^\/rest\/servicedeskapi\/(?:request\/[^/]+(?:\/participant\?.*)?|servicedesk\/\d+)$/;

/** The app's calls since the last reset that a refusal must not have made: writes, and reads as the app. */
function callsBeyondTheGate(kind: Kind): readonly string[] {
  const isGates = ({ as, method, path }: CountedCall): boolean =>
    method === 'GET' && (as !== 'app' || (personOf(kind)?.accountType === 'unlicensed' && ASKED_AS_APP.test(path)));
  return site.jira.calls().flatMap((call) => (isGates(call) ? [] : [`${call.as} ${call.method} ${call.path}`]));
}

/** Past the gate: an answer, or a refusal of the input that only someone let in is told. */
async function isLetIn({ surface, key, payload }: Row, kind: Kind): Promise<boolean> {
  site.jira.resetCalls();
  const answer = await site.ask(surface, personOf(kind), key, payload, { issueKey });
  if (answer.ok || answer.code === 'invalid-input' || answer.code === 'conflict') return true;
  expect(answer).toEqual({ ok: false, code: 'refused' });
  expect(callsBeyondTheGate(kind)).toEqual([]);
  return false;
}

describe('the authorization table', () => {
  it('has a row for every key that a handler answers', () => {
    const named = (rows: readonly { surface: string; key: string }[]) =>
      rows.map(({ surface, key }) => `${surface} ${key}`).sort();
    expect(named(ALLOWED)).toEqual(named(resolverKeys()));
  });

  it.each(ALLOWED)('$surface $key', async (row) => {
    await letASecondPass();
    const letIn: Kind[] = [];
    for (const kind of KINDS) if (await isLetIn(row, kind)) letIn.push(kind);
    expect(letIn).toEqual(row.may);
  });
});

describe('people of the project who may less than its agents', () => {
  const TO_EDITORS = ['setLevels', 'proposalForm', 'findOrganizations', 'propose', 'withdraw'];
  it.each(ALLOWED.filter(({ surface }) => surface === 'agent-panel'))(
    'an agent who may not edit: $surface $key',
    async (row) => {
      await letASecondPass();
      const accountId = people.agent.accountId;
      const may = (granted: boolean): void => {
        site.jira.setPermission({ accountId, permission: 'EDIT_ISSUES', projectId: site.projectId, granted });
      };
      may(false);
      try {
        expect(await isLetIn(row, 'agent')).toBe(!TO_EDITORS.includes(row.key));
      } finally {
        may(true);
      }
    },
  );

  it.each(ALLOWED.filter(({ surface }) => surface === 'agent-panel'))(
    'an agent whom issue security keeps from the ticket, told what a stranger is: $surface $key',
    async (row) => {
      await letASecondPass();
      site.jira.setIssueSecurity(issueKey, [people.admin.accountId]);
      try {
        expect(await isLetIn(row, 'agent')).toBe(false);
        expect(await isLetIn(row, 'admin')).toBe(true);
      } finally {
        site.jira.setIssueSecurity(issueKey, null);
      }
    },
  );

  const REPORTS = /^(?:report|organizationMonth)/;
  const ofTheProject = ALLOWED.filter(({ surface }) => surface === 'agent-panel' || surface === 'sla-board');
  it.each(ofTheProject)('someone who browses it without being its agent: $surface $key', async (row) => {
    await letASecondPass();
    const accountId = people.unassigned.accountId;
    const may = (granted: boolean): void => {
      site.jira.setPermission({ accountId, permission: 'BROWSE_PROJECTS', projectId: site.projectId, granted });
    };
    may(true);
    try {
      expect(await isLetIn(row, 'unassigned')).toBe(row.surface === 'sla-board' && !REPORTS.test(row.key));
    } finally {
      may(false);
    }
  });

  it('someone who browses it without being its agent sees no figures in the gadget', async () => {
    await letASecondPass();
    const on = { accountId: people.unassigned.accountId, permission: 'BROWSE_PROJECTS', projectId: site.projectId };
    site.jira.setPermission({ ...on, granted: true });
    try {
      const view = await site.ask<SlaGadgetApi, 'view'>('sla-gadget', people.unassigned, 'view', { made: null });
      expect(view).toMatchObject({ ok: true, data: { month: { kind: 'not-shown', to: 'agents' } } });
    } finally {
      site.jira.setPermission({ ...on, granted: false });
    }
  });
});

describe('Jira that does not say who may', () => {
  const MALFORMED = { permissions: { ADMINISTER: { havePermission: 'true' } }, issueId: 1, projectId: {}, id: [] };
  const FAILURES: readonly [string, { status: number; headers?: Record<string, string>; body?: Json }, ErrorCode][] = [
    ['throws', { status: 401, headers: { 'forge-proxy-error': 'NEEDS_AUTHENTICATION_ERR' } }, 'unexpected'],
    ['fails', { status: 500 }, 'busy'],
    ['is busy', { status: 429, headers: { 'Retry-After': '1', 'RateLimit-Reason': 'jira-burst-based' } }, 'busy'],
    ['answers nothing', { status: 200 }, 'refused'],
    ['answers an empty object', { status: 200, body: {} }, 'refused'],
    ['answers another shape', { status: 200, body: MALFORMED }, 'refused'],
    ['answers a page', { status: 200, body: '<html>' }, 'refused'],
  ];
  /** These two ask Jira nothing about the caller: what they answer is what Jira shows that user, or what all may read. */
  const asked = ALLOWED.filter(({ surface, key }) => surface !== 'impact' && key !== 'projects');
  const cells = asked.flatMap((row) =>
    (row.surface === 'customer-panel' || row.surface === 'request-form' ? row.may : row.may.slice(0, 1)).map(
      (kind) => ({
        ...row,
        kind,
      }),
    ),
  );

  const stored = (): string =>
    JSON.stringify([
      site.platform.peekValues(),
      ['ticket', 'assignment', 'result', 'proposal', 'job-run'].map((entity) => site.platform.peekEntity(entity)),
    ]);

  describe.each(FAILURES)('but %s', (_how, failure, code) => {
    it.each(cells)('refuses the $kind $surface $key, with nothing read or written', async (cell) => {
      // What a busy Jira asked the app to wait for is over.
      await site.moveTo(site.clock.now() + 5 * SECOND);
      await site.platform.settle();
      const before = stored();
      site.jira.resetCalls();
      site.jira.failNext({ match: /./, times: 100, ...failure });
      try {
        const answer = await site.ask(cell.surface, personOf(cell.kind), cell.key, cell.payload, { issueKey });
        expect(answer).toEqual({ ok: false, code });
      } finally {
        site.jira.clearFailures();
      }
      await site.platform.settle();
      expect(callsBeyondTheGate(cell.kind)).toEqual([]);
      expect(site.jira.calls()).toHaveLength(1);
      expect(stored()).toBe(before);
    });
  });
});

describe('a refusal', () => {
  it.each([
    ['agent-panel', 'outsider'],
    ['agent-panel', 'customer'],
    ['admin-page', 'agent'],
    ['sla-board', 'outsider'],
    ['sla-board', 'customer'],
    ['sla-board', 'employee'],
    ['sla-gadget', 'outsider'],
    ['sla-gadget', 'customer'],
    ['customer-panel', 'stranger'],
    ['customer-panel', 'none'],
    ['request-form', 'outsider'],
    ['request-form', 'none'],
  ] as const)('of %s to %s reads nothing as the app and writes nothing', async (surface, kind) => {
    await site.platform.settle();
    site.jira.resetCalls();
    await site.ask(surface, personOf(kind), 'view', {}, { issueKey });
    expect(site.jira.calls().filter(({ as, method }) => as === 'app' || method !== 'GET')).toEqual([]);
  });

  const OTHERS: Partial<Record<Surface, readonly string[]>> = {
    'agent-panel': ['issueId', 'issueKey'],
    'sla-board': ['projectId', 'projectKey'],
    'sla-gadget': ['projectId'],
    'customer-panel': ['requestKey', 'issueKey', 'issueId'],
    'request-form': ['portalId', 'requestTypeId'],
  };
  const disagreeing = ALLOWED.flatMap(({ surface, key, payload, may }) =>
    (OTHERS[surface] ?? []).map((name) => ({ surface, key, payload, name, kind: may[0] ?? 'none' })),
  );

  it.each(disagreeing)(
    'of $surface $key with another $name comes before any call',
    async ({ surface, key, payload, name, kind }) => {
      const ofAnother = { ...(payload as object), [name]: '999' };
      site.jira.resetCalls();
      const answer = await site.ask(surface, personOf(kind), key, ofAnother, { issueKey });
      expect(answer).toEqual({ ok: false, code: 'mismatch' });
      expect(site.jira.calls()).toEqual([]);
    },
  );

  it('meets a request of the customer that is an issue of another organization', async () => {
    const { key } = await site.raise(site.people.stranger, 'Autre');
    expect(await site.ask('customer-panel', site.people.customer, 'view', {}, { issueKey: key })).toEqual({
      ok: false,
      code: 'refused',
    });
  });
});

describe('the customer answer', () => {
  it('has exactly the keys of the contract, and no other', async () => {
    const answer = await site.ask('customer-panel', site.people.customer, 'view', {}, { issueKey });
    expect(Object.keys(answer.ok ? (answer.data as object) : {}).sort()).toEqual([
      'at',
      'clocks',
      'downgrade',
      'duty',
      'hours',
      'impact',
      'plan',
      'priority',
      'state',
      'unavailable',
      'urgency',
      'waitsFor',
      'waitsSince',
    ]);
    const clocks = answer.ok ? (answer.data as { clocks: object[] }).clocks : [];
    expect(clocks).toHaveLength(2);
    for (const clock of clocks) {
      expect(Object.keys(clock).sort()).toEqual([
        'aroundTheClock',
        'due',
        'dueIfResumed',
        'excused',
        'metric',
        'remaining',
        'state',
        'stoppedAt',
        'target',
        'usedShare',
      ]);
    }
  });
});
