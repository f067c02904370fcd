/**
 * The life of a site, from before anybody set the app up: every call of every surface, every function of the manifest, and
 * words of people wherever people can write any. One story, so one file.
 */
import type { AgentPanelApi } from '../../../src/contract/agent-panel';
import { DAY, HOUR, MINUTE, SECOND, type Millis } from '../../../src/core/time/instant';
import type { Json } from '../../sandbox/jira/model';
import { ask, markedPolicy, rest, untilMade, type Life } from './life';

export interface Chapter {
  readonly title: string;
  readonly tell: (life: Life) => Promise<void>;
  /** Time that passes afterwards. */
  readonly after: Millis;
}

const OPEN = { state: null, priority: null, plan: null, organizationId: null, assignee: null, search: '' };
const MONTH = '2025-12';
const GIVEN = { from: '2025-01-01', to: null, calendar: null };

const calendarFile = (mark: string): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'BEGIN:VEVENT',
    'UID:1',
    'DTSTART;VALUE=DATE:20260302',
    `SUMMARY:Congé ${mark}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n');

async function setUp(life: Life): Promise<void> {
  const { site, settings } = life;
  const { mark } = settings;
  await ask(life, 'impact', 'customer', 'view', {});
  await ask(life, 'request-form', 'customer', 'view', {});
  await ask(life, 'sla-gadget', 'agent', 'projects', {});
  await ask(life, 'sla-board', 'agent', 'view', {});
  const admin = 'admin-page';
  await ask(life, admin, 'admin', 'ticketKinds', { projectId: site.projectId });
  const { fields } = await ask(life, admin, 'admin', 'selectFields', {});
  await ask(life, admin, 'admin', 'fieldOptions', {
    fieldId: fields.find(({ name }) => name.includes(mark))?.id ?? '',
  });
  await ask(life, admin, 'admin', 'resolutions', {});
  await ask(life, admin, 'admin', 'searchGroups', { search: 'garde' });
  await ask(life, admin, 'admin', 'countries', {});
  await ask(life, admin, 'admin', 'regions', { country: 'CA' });
  await ask(life, admin, 'admin', 'holidays', { country: 'CA', region: 'QC', years: [2029] });
  const span = { timeZone: 'America/Toronto', from: '2026-01-01', to: '2026-12-31' };
  await ask(life, admin, 'admin', 'readCalendarFile', { file: calendarFile(mark), ...span });
  const projectIds = [site.projectId];
  const plan = await ask(life, admin, 'admin', 'fieldPlan', { projectIds });
  const screenIds = plan.projects.flatMap(({ screens }) => screens.map(({ screenId }) => screenId));
  await ask(life, admin, 'admin', 'addFields', { projectIds, screenIds });

  const { document: proposed } = await ask(life, admin, 'admin', 'view', {});
  const entry = { projectId: site.projectId, issueTypeId: null };
  const { document } = await ask(life, admin, 'admin', 'readPolicy', {
    text: JSON.stringify(markedPolicy(life, proposed)),
  });
  const wanted = {
    ...document,
    scope: [
      { ...entry, requestTypeId: life.featureTypeId, kind: 'feature' as const },
      { ...entry, requestTypeId: null, kind: 'incident' as const },
    ],
    alerts: {
      ...document.alerts,
      comment: true,
      notify: true,
      unassignedGroup: `garde-${mark}`,
      language: 'fr' as const,
    },
    portal: { showOtherPlans: true, preparedReplies: true },
  };
  await ask(life, admin, 'admin', 'check', { document: wanted });
  const { progress } = await ask(life, admin, 'admin', 'startPreview', { document: wanted, adopt: 'open-tickets' });
  await ask(life, admin, 'admin', 'previewStatus', { runId: progress.runId });
  await ask(life, admin, 'admin', 'publish', { document: wanted, baseVersion: null, adopt: 'open-tickets' });
}

async function givePlans(life: Life): Promise<void> {
  const { sainteRose, nord } = life.site.organizations;
  const admin = 'admin-page';
  await ask(life, admin, 'admin', 'organizations', { start: 0 });
  await ask(life, admin, 'admin', 'organizationNames', { start: 0 });
  await ask(life, admin, 'admin', 'assignPlan', { organizationId: sainteRose, plan: 'PLUS', ...GIVEN });
  await ask(life, admin, 'admin', 'assignPlan', { organizationId: nord, plan: 'PLUS', ...GIVEN });
  await ask(life, admin, 'admin', 'removeAssignment', { organizationId: nord, from: GIVEN.from });
  const line = { line: 2, organizationId: nord, plan: 'BASE', from: '2025-02-01', to: null, calendar: null };
  const { importId } = await ask(life, admin, 'admin', 'uploadImport', { importId: null, part: 0, lines: [line] });
  const { progress } = await ask(life, admin, 'admin', 'startImport', { importId, parts: 1 });
  await ask(life, admin, 'admin', 'importStatus', {});
  await ask(life, admin, 'admin', 'stopImport', { runId: progress.runId });
  await ask(life, admin, 'admin', 'resumeImport', { runId: progress.runId });
  await ask(life, admin, 'admin', 'assignments', { after: null });
  await ask(life, admin, 'admin', 'calendarUse', { calendar: 'business-hours' });
  await ask(life, admin, 'admin', 'saveEstablishment', { organizationId: sainteRose, fee: 100, users: 10 });
  await ask(life, admin, 'admin', 'saveEstablishmentGroup', { code: 'R06', organizationIds: [sainteRose, nord] });
  await ask(life, admin, 'admin', 'saveEstablishmentGroup', { code: 'R07', organizationIds: [nord] });
  await ask(life, admin, 'admin', 'removeEstablishmentGroup', { code: 'R07' });
  await ask(life, admin, 'admin', 'establishments', { search: 'rose', start: 0 });
  await ask(life, admin, 'admin', 'establishmentGroups', {});
}

/** Sends a request in the portal; keeps its key and id under a name. */
async function send(
  life: Life,
  name: string,
  person: 'customer' | 'stranger',
  requestTypeId: string,
  fields: Record<string, string>,
  answers: Json | null = null,
): Promise<void> {
  const { site, settings } = life;
  const project = site.jira.state().projects[site.projectId];
  const body = {
    serviceDeskId: project?.serviceDeskId,
    requestTypeId,
    requestFieldValues: {
      summary: `Panne du dossier ${settings.mark}`,
      description: `Plus rien ne s’ouvre, appelez Zoé ${settings.mark} au 514 555-0199`,
      ...Object.fromEntries(Object.entries(fields).map(([field, value]) => [site.jira.fieldId(field), value])),
    },
    ...(answers === null
      ? {}
      : { properties: [{ key: site.platform.manifest.appId.split('/').at(-1), value: answers }] }),
  };
  const sent = await rest(life, site.people[person], 'POST', '/rest/servicedeskapi/request', body);
  const { issueKey, issueId } = sent as { issueKey: string; issueId: string };
  life.kept.set(name, issueKey).set(`${name} id`, issueId);
}

const keyOf = (life: Life, name: string): string => life.kept.get(name) ?? '';

function assign(life: Life, name: string): Promise<unknown> {
  const { agent } = life.site.people;
  const fields = { assignee: { accountId: agent.accountId } };
  return rest(life, agent, 'PUT', `/rest/api/3/issue/${keyOf(life, name)}`, { fields });
}

async function requests(life: Life): Promise<void> {
  const { site, settings } = life;
  await ask(life, 'request-form', 'customer', 'view', {});
  for (const person of ['customer', 'employee', 'agent'] as const) await ask(life, 'impact', person, 'view', {});
  const { requestTypeId } = site;
  // What the panel in the form submits; whoever calls the portal's own route may send any words beside it.
  const answers = { impact: 'extended', urgency: 'critical', note: `écrit par Zoé ${settings.mark}` };
  await send(life, 'form', 'customer', requestTypeId, {}, answers);
  await send(
    life,
    'words',
    'customer',
    requestTypeId,
    {},
    { impact: `Étendu ${settings.mark}`, urgency: `Zoé ${settings.mark}` },
  );
  await send(life, 'fields', 'stranger', requestTypeId, { impact: 'minor', urgency: 'low' });
  await rest(life, site.people.customer, 'POST', `/rest/servicedeskapi/request/${keyOf(life, 'form')}/participant`, {
    accountIds: [site.people.employee.accountId],
  });
  // Nobody answers this one in time.
  await send(life, 'late', 'stranger', requestTypeId, { impact: 'extended', urgency: 'critical' });
  await assign(life, 'late');
  await send(life, 'feature', 'customer', life.featureTypeId, {});
}

async function agentsAct(life: Life): Promise<void> {
  const key = keyOf(life, 'form');
  await ask(life, 'agent-panel', 'agent', 'view', {}, key);
  await ask(life, 'agent-panel', 'agent', 'setLevels', { impact: 'important', urgency: 'critical' }, key);
  await actOn(life, { kind: 'unavailable', reasonCode: 'no-access' });
}

async function customersComeBack(life: Life): Promise<void> {
  await actOn(life, { kind: 'available' });
  await actOn(life, { kind: 'downgrade', levels: 1, reasonCode: 'no-access' });
}

async function priorityByHand(life: Life): Promise<void> {
  await actOn(life, { kind: 'lift-downgrade' });
  await rest(life, life.site.people.agent, 'PUT', `/rest/api/3/issue/${keyOf(life, 'form')}`, {
    fields: { priority: { id: '4' } },
  });
}

async function backToTheMatrix(life: Life): Promise<void> {
  await actOn(life, { kind: 'return-to-matrix' });
}

async function agentsWrite(life: Life): Promise<void> {
  const { site, settings } = life;
  const { mark } = settings;
  const { agent, customer } = site.people;
  const key = keyOf(life, 'form');
  const view = await ask(life, 'agent-panel', 'agent', 'view', {}, key);
  const last = view.state === 'tracked' ? view.lastAction : null;
  await actOn(life, { kind: 'undo', commentId: last?.commentId ?? '' });
  await ask(life, 'agent-panel', 'agent', 'sendReply', { text: `Bonjour Zoé ${mark}, nous regardons.` }, key);
  await ask(life, 'agent-panel', 'agent', 'recompute', {}, key);
  await ask(life, 'customer-panel', 'customer', 'view', {}, key);
  await ask(life, 'customer-panel', 'employee', 'view', {}, key);
  const path = `/rest/servicedeskapi/request/${key}/comment`;
  await rest(life, customer, 'POST', path, { body: `Toujours en panne, Zoé ${mark}`, public: true });
  await rest(life, agent, 'POST', path, { body: `Note sur Zoé ${mark}`, public: false });
  await rest(life, agent, 'PUT', `/rest/api/3/issue/${keyOf(life, 'words')}`, {
    fields: {
      summary: `Autre mot ${mark}`,
      [site.jira.fieldId('impact')]: `Zoe-${mark}`,
      [site.jira.fieldId('urgency')]: 'high',
    },
  });
  const issue = { id: life.kept.get('form id'), key, type: '[System] Incident', typeId: '10001' };
  const extension = {
    type: 'jira:issueContext',
    issue,
    project: { id: site.projectId, key: 'SUP', type: 'service_desk' },
  };
  const caller = { ...agent, locale: 'fr-FR', timezone: 'America/Toronto' };
  life.told.push(
    await site.platform.invokeFunction('agent-lozenge-fn', { extension }, caller),
    await site.platform.invokeFunction('search-suggestions-fn', { fieldType: 'x/impact', query: '' }, caller),
  );
}

function actOn(life: Life, action: AgentPanelApi['act']['request']['action']): Promise<unknown> {
  const note = `dit par Zoé ${life.settings.mark}`;
  return ask(life, 'agent-panel', 'agent', 'act', { action, note }, keyOf(life, 'form'));
}

async function proposals(life: Life): Promise<void> {
  const { site, settings } = life;
  const { sainteRose, nord } = site.organizations;
  const key = keyOf(life, 'feature');
  await rest(life, site.people.agent, 'PUT', `/rest/api/3/issue/${key}`, {
    fields: { customfield_10002: [Number(sainteRose), Number(nord)] },
  });
  await site.platform.settle();
  await ask(life, 'agent-panel', 'agent', 'view', {}, key);
  await ask(life, 'agent-panel', 'agent', 'proposalForm', {}, key);
  await ask(life, 'agent-panel', 'agent', 'findOrganizations', { search: 'nord', start: 0 }, key);
  const offer = {
    total: { cents: 1_000_001, currency: 'CAD' as const },
    orderedBy: 'msss',
    basis: 'equal' as const,
    organizationIds: [sainteRose, nord],
    words: { en: `Export for Zoé ${settings.mark}`, fr: `Exportation pour Zoé ${settings.mark}` },
    asksAgain: false,
  };
  await ask(life, 'agent-panel', 'agent', 'propose', { ...offer, baseVersion: 0 }, key);
  await ask(life, 'agent-panel', 'agent', 'withdraw', { version: 1 }, key);
  await ask(life, 'agent-panel', 'agent', 'propose', { ...offer, baseVersion: 1 }, key);
  const answer = { answer: 'accept', version: 2, language: 'fr' } as const;
  await ask(life, 'customer-panel', 'customer', 'answerProposal', { ...answer, organizationId: sainteRose }, key);
  await ask(life, 'customer-panel', 'stranger', 'view', {}, key);
  await ask(life, 'admin-page', 'admin', 'proposals', { state: 'proposed', page: null });
  await ask(life, 'admin-page', 'admin', 'proposalStatement', { issueId: life.kept.get('feature id') ?? '' });
}

/** Jira answers in words, and events come broken: what is logged of either is no word of anybody's. */
async function mishaps(life: Life): Promise<void> {
  const { site, settings } = life;
  const words = `Zoé ${settings.mark} may not`;
  const key = keyOf(life, 'fields');
  for (const [status, body] of [
    [400, { errorMessages: [words], errors: { summary: words } }],
    [403, { errorMessages: [words] }],
    [404, { errorMessages: [words] }],
    [500, words],
    [200, { fields: { summary: words } }],
    [200, `<html>${words}</html>`],
  ] as const) {
    for (const match of [/^GET .*\/issue\//, /^(?:PUT|POST) /]) {
      site.jira.failNext({ match, status, body: body as Json });
      await rest(life, site.people.agent, 'PUT', `/rest/api/3/issue/${key}`, {
        fields: { [site.jira.fieldId('urgency')]: status === 400 ? 'high' : 'low' },
      }).catch(() => undefined);
      await site.platform.settle();
      site.jira.failNext({ match, status, body: body as Json });
      await site.ask('agent-panel', site.people.agent, 'view', {}, { issueKey: key });
      await site.ask(
        'agent-panel',
        site.people.agent,
        'setLevels',
        { impact: 'minor', urgency: 'low' },
        { issueKey: key },
      );
      site.jira.clearFailures();
    }
  }
  for (const issue of [undefined, { key: words }, { id: '1', fields: words }]) {
    site.platform.deliver({ eventType: 'avi:jira:updated:issue', selfGenerated: false, issue });
  }
  for (const who of ['outsider', 'customer', 'stranger'] as const) {
    await site.ask('agent-panel', site.people[who], 'view', {}, { issueKey: key });
    await site.ask('admin-page', site.people[who], 'view', {});
  }
  await site.ask('agent-panel', site.people.agent, 'setLevels', { impact: words, urgency: words }, { issueKey: key });
  await site.ask('admin-page', site.people.admin, 'assignPlan', {
    ...GIVEN,
    organizationId: words,
    plan: words,
    from: words,
  });
  await site.ask('admin-page', site.people.admin, 'readPolicy', { text: `{"key": "${words}"}` });
  await site.platform.settle();
}

async function closing(life: Life): Promise<void> {
  const { site, settings } = life;
  const { agent } = site.people;
  for (const name of ['form', 'words', 'fields', 'late']) {
    const key = keyOf(life, name);
    await assign(life, name);
    await rest(life, agent, 'POST', `/rest/servicedeskapi/request/${key}/comment`, {
      body: `C’est réglé, Zoé ${settings.mark}`,
      public: true,
    });
    await rest(life, agent, 'POST', `/rest/api/3/issue/${key}/transitions`, { transition: { id: '71' } });
  }
  await site.platform.settle();
}

async function boardAndReports(life: Life): Promise<void> {
  const board = 'sla-board';
  const organizationId = life.site.organizations.sainteRose;
  await ask(life, board, 'agent', 'view', {});
  await ask(life, board, 'agent', 'incidents', { filter: OPEN, order: 'handling', page: null });
  await ask(life, board, 'agent', 'outlook', { filter: OPEN });
  await ask(life, board, 'agent', 'choices', {});
  await ask(life, board, 'agent', 'reportChoices', {});
  const month = { month: MONTH, filter: {} };
  await untilMade(life, (made) => ask(life, board, 'agent', 'report', { ...month, by: 'organization', made }));
  const until = { until: MONTH, months: 12, filter: {} };
  await untilMade(life, (made) => ask(life, board, 'agent', 'reportTrend', { ...until, made }));
  for (const figure of ['met', 'missed'] as const) {
    await ask(life, board, 'agent', 'reportTickets', { ...month, metric: 'response', figure, from: 0 });
  }
  await untilMade(life, (made) =>
    ask(life, board, 'agent', 'organizationMonth', { month: MONTH, organizationId, made }),
  );
  await ask(life, board, 'agent', 'organizationMonthTickets', { month: MONTH, organizationId, from: 0 });
  await ask(life, 'sla-gadget', 'agent', 'view', { made: null });
  await ask(life, 'sla-gadget', 'agent', 'projects', {});
}

async function nextVersion(life: Life): Promise<void> {
  const admin = 'admin-page';
  const { document, published } = await ask(life, admin, 'admin', 'view', {});
  const draft = { ...document, modes: { ...document.modes, retarget: 'restart' as const } };
  const { progress } = await ask(life, admin, 'admin', 'startPreview', { document: draft, adopt: 'new-tickets' });
  await ask(life, admin, 'admin', 'previewStatus', { runId: progress.runId });
  const flags = await ask(life, admin, 'admin', 'startFlagPreview', { document: draft });
  await ask(life, admin, 'admin', 'flagPreviewStatus', { runId: flags.progress.runId });
  await ask(life, admin, 'admin', 'publish', {
    document: draft,
    baseVersion: published?.version ?? null,
    adopt: 'new-tickets',
  });
  await ask(life, admin, 'admin', 'stopRecompute', {});
  await ask(life, admin, 'admin', 'startRecompute', {});
  await ask(life, admin, 'admin', 'recomputeStatus', {});
  await ask(life, admin, 'admin', 'versions', {});
  await ask(life, admin, 'admin', 'versionDocument', { version: 1 });
  for (const part of ['engine', 'policy', 'fields', 'permissions', 'priorities', 'organizations'] as const) {
    await ask(life, admin, 'admin', 'health', { part });
  }
}

async function theEnd(life: Life): Promise<void> {
  const { admin } = life.site.people;
  await rest(life, admin, 'DELETE', `/rest/api/3/issue/${keyOf(life, 'fields')}`);
  await life.site.platform.settle();
}

export const CHAPTERS: readonly Chapter[] = [
  { title: 'the app is set up', tell: setUp, after: MINUTE },
  { title: 'organizations get their plans', tell: givePlans, after: MINUTE },
  { title: 'customers send requests', tell: requests, after: MINUTE },
  { title: 'an agent sets levels and waits for the customer', tell: agentsAct, after: MINUTE },
  { title: 'the customer comes back, the agent downgrades', tell: customersComeBack, after: MINUTE },
  { title: 'the priority is set by hand', tell: priorityByHand, after: MINUTE },
  { title: 'and given back to the matrix', tell: backToTheMatrix, after: MINUTE },
  { title: 'people write to each other', tell: agentsWrite, after: MINUTE },
  { title: 'a cost is proposed', tell: proposals, after: 2 * HOUR },
  { title: 'things go wrong', tell: mishaps, after: DAY + 10 * MINUTE },
  { title: 'requests are solved', tell: closing, after: 5 * MINUTE },
  { title: 'the board and its reports are opened', tell: boardAndReports, after: SECOND },
  { title: 'another version is published', tell: nextVersion, after: 8 * DAY },
  { title: 'a ticket is deleted', tell: theEnd, after: MINUTE },
];
