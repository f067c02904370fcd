/**
 * Who may call what: every resolver key x every kind of caller, the allowed cells written by hand. A key without a row
 * fails. Refusals are alike, and nothing is read as the app before a refusal but what design.md §5 names.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SECOND } from '../../src/core/time/instant';
import { instant } from '../builders/ticket';
import { startAppSite, type AppSite, type Person } from './app-site';

type Kind = keyof AppSite['people'] | 'none';
const KINDS: Kind[] = ['admin', 'agent', 'outsider', 'customer', 'colleague', 'stranger', 'employee', 'none'];
type Surface = 'agent-panel' | 'admin-page' | 'customer-panel' | 'request-form' | 'impact' | 'sla-board' | 'sla-gadget';
const ALL_INCIDENTS = {
  state: null,
  priority: null,
  plan: null,
  organizationId: null,
  assignee: null,
  search: '',
};

/** The request is the customer's, shared with the hospital; the employee takes part in it. The admin is an agent too. */
const ALLOWED: { surface: Surface; key: string; payload: unknown; may: Kind[] }[] = [
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
  // A list of what the person browses anyway, for the outsider an empty one.
  { surface: 'sla-gadget', key: 'projects', payload: {}, may: ['admin', 'agent', 'outsider'] },
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
    payload: { month: '2025-12', filter: {}, metric: 'response', outcome: 'missed', from: 0 },
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
  { surface: 'customer-panel', key: 'view', payload: {}, may: ['customer', 'colleague', 'employee'] },
  {
    surface: 'customer-panel',
    key: 'answerProposal',
    payload: { answer: 'accept', version: 1, organizationId: '1', language: 'en' },
    may: ['customer', 'colleague', 'employee'],
  },
  {
    surface: 'request-form',
    key: 'view',
    payload: {},
    may: ['admin', 'agent', 'customer', 'colleague', 'stranger', 'employee'],
  },
  {
    surface: 'impact',
    key: 'view',
    payload: {},
    may: ['admin', 'agent', 'outsider', 'customer', 'colleague', 'stranger', 'employee'],
  },
];

let site: AppSite;
let issueKey: string;
beforeAll(async () => {
  site = await startAppSite({ startAt: instant('2025-12-09T10:00 Toronto') });
  await site.moveTo(instant('2025-12-09T11:00 Toronto'));
  ({ key: issueKey } = await site.raise(site.people.customer, 'Panne'));
  const issue = `/rest/servicedeskapi/request/${issueKey}`;
  await site.rest(site.people.agent, 'POST', `${issue}/participant`, { accountIds: [site.people.employee.accountId] });
  await site.platform.settle();
}, 60_000);
afterAll(() => site.close());

const personOf = (kind: Kind): Person | null => (kind === 'none' ? null : site.people[kind]);

/** Past the gate: an answer, or a refusal of the input that only someone let in is told. */
async function isLetIn(surface: Surface, person: Person | null, key: string, payload: unknown): Promise<boolean> {
  const answer = await site.ask(surface, person, key, payload, { issueKey });
  if (answer.ok || answer.code === 'invalid-input' || answer.code === 'conflict') return true;
  expect(answer).toEqual({ ok: false, code: 'refused' });
  return false;
}

describe('the authorization table', () => {
  it('has a row for every key that a handler answers', () => {
    const surfaces = {
      'agent-panel': ['agent-panel'],
      'admin-page': ['admin-page', 'calendars', 'proposals', 'set-up', 'site-choices'],
      'customer-panel': ['customer-panel'],
      'request-form': ['request-form'],
      impact: ['level-field'],
      'sla-gadget': ['sla-gadget'],
      'sla-board': ['sla-board', 'report'],
    };
    for (const [surface, files] of Object.entries(surfaces)) {
      const keys = files.flatMap((file) => {
        const contract = readFileSync(join(__dirname, `../../src/contract/${file}.ts`), 'utf8');
        const api = /export type \w+Api = \{([\s\S]*?)\n\}/.exec(contract)?.[1] ?? '';
        return [...api.matchAll(/^ {2}(\w+): \{/gm)].map(([, key]) => key);
      });
      expect(keys.length).toBeGreaterThan(0);
      expect(
        ALLOWED.filter((row) => row.surface === surface)
          .map(({ key }) => key)
          .sort(),
      ).toEqual(keys.sort());
    }
  });

  it.each(ALLOWED)('$surface $key', async ({ surface, key, payload, may }) => {
    // Jira takes 100 questions a second of one kind, and the site's clock stands still between the rows.
    await site.moveTo(site.clock.now() + SECOND);
    const letIn: Kind[] = [];
    for (const kind of KINDS) if (await isLetIn(surface, personOf(kind), key, payload)) letIn.push(kind);
    expect(letIn).toEqual(may);
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

  it.each([
    ['agent-panel', 'agent', { issueId: '1' }],
    ['agent-panel', 'agent', { issueKey: 'SUP-999' }],
    ['sla-board', 'agent', { projectId: '1' }],
    ['sla-board', 'agent', { projectKey: 'DEV' }],
    ['customer-panel', 'customer', { requestKey: 'SUP-999' }],
  ] as const)('comes before any call when a payload for %s names another issue', async (surface, kind, payload) => {
    site.jira.resetCalls();
    const answer = await site.ask(surface, personOf(kind), 'view', payload, { issueKey });
    expect(answer).toEqual({ ok: false, code: 'mismatch' });
    expect(site.jira.calls()).toEqual([]);
  });

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
