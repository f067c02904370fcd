/** A proposal's whole way through the real bundle: proposed, seen and answered by customers, never a clock, nothing leaked. */
import type { AdminPageApi } from '../../src/contract/admin-page';
import type { AgentPanelApi } from '../../src/contract/agent-panel';
import type { CustomerFeatureView, CustomerPanelApi } from '../../src/contract/customer-panel';
import type { ProposeRequest } from '../../src/contract/proposal';
import { DAY, HOUR } from '../../src/core/time/instant';
import { instant } from '../builders/ticket';
import { granted, startAppSite, type AppSite, type Person } from './app-site';

const TUESDAY = instant('2025-12-09T10:00 Toronto');

let site: AppSite;
let issueKey: string;
let issueId: string;
beforeAll(async () => {
  site = await startAppSite({
    startAt: TUESDAY - HOUR,
    policy: (proposed) => ({ ...proposed, scope: proposed.scope.map((entry) => ({ ...entry, kind: 'feature' })) }),
  });
  await site.moveTo(TUESDAY);
  const levels = { impact: 'extended', urgency: 'critical' };
  ({ key: issueKey, id: issueId } = await site.raise(site.people.customer, 'Exporter les stages', levels));
  const { sainteRose, nord } = site.organizations;
  const shared = await site.rest(site.people.agent, 'PUT', `/rest/api/3/issue/${issueKey}`, {
    fields: { customfield_10002: [Number(sainteRose), Number(nord)] },
  });
  if (shared.status >= 300) throw new Error(shared.body);
  await site.platform.settle();
}, 60_000);
afterAll(() => site.close());
afterEach(() => expect(site.platform.takeFailures()).toEqual([]));

const agent = <Key extends keyof AgentPanelApi>(key: Key, payload: AgentPanelApi[Key]['request']) =>
  site.ask<AgentPanelApi, Key>('agent-panel', site.people.agent, key, payload, { issueKey });

const asCustomer = <Key extends keyof CustomerPanelApi>(
  person: Person,
  key: Key,
  payload: CustomerPanelApi[Key]['request'],
) => site.ask<CustomerPanelApi, Key>('customer-panel', person, key, payload, { issueKey });

const admin = <Key extends keyof AdminPageApi>(key: Key, payload: AdminPageApi[Key]['request']) =>
  site.ask<AdminPageApi, Key>('admin-page', site.people.admin, key, payload);

const offer = (change: Partial<ProposeRequest> = {}): ProposeRequest => ({
  total: { cents: 1_000_001, currency: 'CAD' },
  orderedBy: 'msss',
  basis: 'equal',
  organizationIds: [site.organizations.sainteRose, site.organizations.nord],
  words: { en: 'Regional export', fr: 'Exportation régionale' },
  baseVersion: 0,
  asksAgain: false,
  ...change,
});

const answer = (person: Person, organizationId: string, version = 1, given: 'accept' | 'decline' = 'accept') =>
  asCustomer(person, 'answerProposal', { answer: given, version, organizationId, language: 'fr' });

interface PublicComment {
  readonly author: { readonly accountId: string };
  readonly body: string;
}
async function comments(): Promise<readonly PublicComment[]> {
  const response = await site.rest(
    site.people.customer,
    'GET',
    `/rest/servicedeskapi/request/${issueKey}/comment?limit=50`,
  );
  return (JSON.parse(response.body) as { values: PublicComment[] }).values;
}

async function featureView(person: Person): Promise<CustomerFeatureView> {
  const view = granted(await asCustomer(person, 'view', {}));
  if (view.state !== 'feature-request') throw new Error(view.state);
  return view;
}

describe('a feature request by order', () => {
  it('shows its agents no clocks, but what to propose', async () => {
    expect(granted(await agent('view', {}))).toEqual({
      state: 'feature-request',
      at: expect.any(Number) as number,
      issueKey,
      mayEdit: true,
      onRequest: expect.arrayContaining([site.organizations.nord]) as string[],
      proposal: null,
    });
    const form = granted(await agent('proposalForm', {}));
    expect(form.onRequest.map(({ name }) => name).sort()).toEqual(['Cégep du Nord', 'Hôpital Sainte-Rose']);
    expect(form.bodies.map(({ key }) => key)).toEqual(['msss', 'sante-quebec']);
  });

  it('is proposed by an agent, whose own public comment says so', async () => {
    const response = granted(await agent('propose', offer()));
    const view = response.outcome === 'proposed' ? response.view : null;
    expect(view?.proposal?.current.establishments.map(({ cents }) => cents)).toEqual([500_001, 500_000]);
    expect(view?.proposal?.current.words).toEqual({ en: 'Regional export', fr: 'Exportation régionale' });
    const said = (await comments()).at(-1);
    expect(said?.author.accountId).toBe(site.people.agent.accountId);
    expect(said?.body).toContain('Exportation régionale');
    expect(said?.body).not.toMatch(/5.?000,0/);
  });

  it('gives a customer exactly the keys of the contract', async () => {
    const view = await featureView(site.people.stranger);
    expect(Object.keys(view).sort()).toEqual(['at', 'proposal', 'state']);
    expect(Object.keys(view.proposal ?? {}).sort()).toEqual([
      'closedAt',
      'establishments',
      'orderedBy',
      'own',
      'proposedAt',
      'stands',
      'state',
      'total',
      'version',
      'words',
    ]);
    expect(view.proposal?.own).toHaveLength(1);
    expect(Object.keys(view.proposal?.own[0] ?? {}).sort()).toEqual([
      'answer',
      'answeredAt',
      'cents',
      'mayAccept',
      'mayDecline',
      'name',
      'organizationId',
    ]);
  });

  it('tells each customer their own share, and nothing of the other', async () => {
    const { proposal } = await featureView(site.people.stranger);
    const { sainteRose, nord } = site.organizations;
    expect(proposal?.own).toMatchObject([{ organizationId: nord, name: 'Cégep du Nord', cents: 500_000 }]);
    expect([proposal?.total.cents, proposal?.establishments]).toEqual([1_000_001, 2]);
    const answered = JSON.stringify(proposal);
    expect(answered).not.toContain('500001');
    expect(answered).not.toContain('Sainte-Rose');
    expect(answered).not.toContain(`"${sainteRose}"`);
  });

  it('refuses an answer for another organization, and says nothing in anybody’s name', async () => {
    const before = (await comments()).length;
    expect(await answer(site.people.stranger, site.organizations.sainteRose)).toEqual({ ok: false, code: 'refused' });
    expect(await answer(site.people.customer, site.organizations.nord)).toEqual({ ok: false, code: 'refused' });
    expect(await comments()).toHaveLength(before);
  });

  it.each([
    ['an agent', 'agent'],
    ['an administrator', 'admin'],
    ['an employee without part in the request', 'employee'],
  ] as const)('refuses an answer of %s', async (_, kind) => {
    const given = await answer(site.people[kind], site.organizations.sainteRose);
    expect(given).toEqual({ ok: false, code: 'refused' });
  });

  it('takes each customer’s answer as their own comment, and is accepted once all have', async () => {
    const first = granted(await answer(site.people.colleague, site.organizations.sainteRose));
    expect(first.proposal).toMatchObject({ state: 'proposed', own: [{ answer: 'accepted', mayDecline: false }] });
    const said = (await comments()).at(-1);
    expect(said?.author.accountId).toBe(site.people.colleague.accountId);
    expect(said?.body).toContain('Hôpital Sainte-Rose accepte la proposition 1');
    const last = granted(await answer(site.people.stranger, site.organizations.nord));
    expect(last.proposal?.state).toBe('accepted');
  });

  it('asks before what was accepted changes, and leaves it standing meanwhile', async () => {
    const change = offer({ total: { cents: 1_200_000, currency: 'CAD' }, words: null, baseVersion: 1 });
    expect(granted(await agent('propose', change))).toEqual({ outcome: 'asks-again', accepted: 2 });
    granted(await agent('propose', { ...change, asksAgain: true }));
    const { proposal } = await featureView(site.people.customer);
    expect(proposal).toMatchObject({
      version: 2,
      state: 'proposed',
      words: null,
      stands: { total: { cents: 1_000_001 }, cents: 500_001 },
    });
    expect(await answer(site.people.customer, site.organizations.sainteRose, 1)).toEqual({
      ok: false,
      code: 'conflict',
    });
  });

  it('stands in the administrator’s list with its statement', async () => {
    const { proposals } = granted(await admin('proposals', { state: 'proposed', page: null }));
    expect(proposals).toMatchObject([{ issueId, issueKey, establishments: 2, accepted: 0, declined: 0 }]);
    const statement = granted(await admin('proposalStatement', { issueId }));
    expect(statement.proposal.inForce?.total.cents).toBe(1_000_001);
    expect(statement.proposal.ledger.map(({ kind }) => kind)).toEqual(['proposed', 'accepted', 'accepted', 'proposed']);
  });

  it('never gets a clock, a flag or a field, through sweeps and reconciliations', async () => {
    await site.moveTo(TUESDAY + 3 * DAY);
    await site.platform.settle();
    const { priority: _priority, impact: _impact, urgency: _urgency, ...fields } = await site.fields(issueKey);
    expect(Object.values(fields).every((value) => value === null)).toBe(true);
    expect(site.platform.peekEntity('ticket')).toEqual([]);
    expect(site.platform.peekEntity('result')).toEqual([]);
  });

  it('leaves no name, account or word in storage', () => {
    const stored = JSON.stringify([
      site.platform.peekEntity('proposal'),
      site.platform.peekValues().filter(({ key }) => key.startsWith('establishment')),
    ]);
    expect(stored).toContain(site.organizations.nord);
    for (const { accountId } of Object.values(site.people)) expect(stored).not.toContain(accountId);
    expect(stored).not.toMatch(/Sainte-Rose|Nord|xport/);
  });
});

describe('weights and groups on record', () => {
  it('are kept by the administrator and chosen by agents', async () => {
    const { sainteRose, nord } = site.organizations;
    granted(await admin('saveEstablishment', { organizationId: sainteRose, fee: 300_000, users: 20 }));
    granted(await admin('saveEstablishment', { organizationId: nord, fee: 100_000, users: null }));
    granted(await admin('saveEstablishmentGroup', { code: 'r06', organizationIds: [sainteRose, nord] }));
    await site.moveTo(TUESDAY + 3 * DAY + HOUR);
    const form = granted(await agent('proposalForm', {}));
    expect(form.groups.map(({ code, organizations }) => [code, organizations.length])).toEqual([['R06', 2]]);
    const byFee = granted(await agent('propose', offer({ basis: 'fee', baseVersion: 2 })));
    const shares = byFee.outcome === 'proposed' ? byFee.view.proposal?.current.establishments : [];
    expect(shares?.map(({ cents }) => cents)).toEqual([750_001, 250_000]);
    expect(await agent('propose', offer({ basis: 'users', baseVersion: 3 }))).toMatchObject({
      ok: false,
      code: 'invalid-input',
      problems: [{ code: 'no-users-on-record', path: `organizationIds.${nord}` }],
    });
    expect(granted(await admin('removeEstablishmentGroup', { code: 'R06' }))).toEqual([]);
  });
});
