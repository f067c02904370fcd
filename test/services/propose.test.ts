import { foldProposal, REQUESTER } from '../../src/core/proposal/proposal';
import type { ProposeRequest } from '../../src/contract/proposal';
import { answerProposal, type AnsweringCustomer, type CustomerAnswer } from '../../src/services/answer-proposal';
import { listProposals, viewStatement } from '../../src/services/list-proposals';
import { RefusedError } from '../../src/services/ports';
import { propose, withdrawProposal, type ProposeResult } from '../../src/services/propose';
import { viewProposalForm } from '../../src/services/view-proposal';
import { viewRequest } from '../../src/services/view-request';
import { addIssue, FIELD_IDS, memorySite, type Memory } from '../builders/memory-ports';
import { buildPolicy, buildPolicyVersion, SCOPE } from '../builders/policy';
import { buildTicket, instant } from '../builders/ticket';

const NOW = instant('2025-12-09T10:00 Toronto');
const ISSUE = '77';
const AGENT = { issueId: ISSUE, mayEdit: true };

let memory: Memory;
beforeEach(() => {
  memory = memorySite(NOW);
  const document = buildPolicy();
  const versions = [{ version: 1, publishedAt: 0 }];
  memory.versions.set(1, buildPolicyVersion(document));
  memory.tracking = { version: 1, trackedFrom: 0, scope: document.scope, fields: FIELD_IDS, versions };
  memory.organizations.push({ id: '1', name: 'Hôpital' }, { id: '2', name: 'Cégep' }, { id: '3', name: 'Clinique' });
  memory.reporterOrganizations.set('claire', ['1']);
  memory.reporterOrganizations.set('sam', ['2']);
  memory.reporterOrganizations.set('cleo', ['3']);
  addIssue(memory, buildTicket({ issueId: ISSUE, createdAt: NOW, organizationIds: ['1'], statusId: 'open' }), {
    requestTypeId: SCOPE.featureTypeId,
    reporterAccountId: 'claire',
  });
});

const request = (change: Partial<ProposeRequest> = {}): ProposeRequest => ({
  total: { cents: 100_000, currency: 'CAD' },
  orderedBy: 'msss',
  basis: 'equal',
  organizationIds: ['1', '2', '3'],
  words: null,
  baseVersion: 0,
  asksAgain: false,
  ...change,
});

async function proposed(change: Partial<ProposeRequest> = {}): Promise<Extract<ProposeResult, { kind: 'done' }>> {
  const result = await propose(memory.ports, AGENT, request(change));
  if (result.kind !== 'done') throw new Error(JSON.stringify(result));
  return result;
}

const customer = (accountId: string): AnsweringCustomer => ({
  issueId: ISSUE,
  requestKey: `SUP-${ISSUE}`,
  accountId,
  accountType: 'customer',
});

const answer = (accountId: string, organizationId: string, change: Partial<CustomerAnswer> = {}) =>
  answerProposal(memory.ports, customer(accountId), {
    answer: 'accept',
    version: 1,
    organizationId,
    language: 'en',
    ...change,
  });

const shares = (result: Extract<ProposeResult, { kind: 'done' }>): (number | undefined)[] | undefined =>
  result.view.proposal?.current.establishments.map(({ cents }) => cents);

describe('proposing a cost', () => {
  it('keeps the shares and announces the total, in both languages, as the agent', async () => {
    const result = await proposed();
    expect(shares(result)).toEqual([33_334, 33_333, 33_333]);
    expect(memory.proposalComments).toHaveLength(1);
    const [{ by, lines } = { by: '', lines: [] }] = memory.proposalComments;
    expect(by).toBe('agent');
    expect(lines.join('\n').replaceAll('\u00A0', ' ')).toContain(
      'Proposition 1 : nous proposons cette fonctionnalité au coût de 1 000,00 $.',
    );
    expect(lines.join('\n')).toContain('the effort is shared over 3 establishments.');
  });

  it('tells no share to everybody who reads the request', async () => {
    await proposed();
    expect(memory.proposalComments.flatMap(({ lines }) => lines).join()).not.toMatch(/333/);
  });

  it('keeps the agent’s words in the comment, never in the store', async () => {
    const result = await proposed({ words: { en: 'Regional export', fr: 'Exportation régionale' } });
    expect(result.view.proposal?.current.words).toEqual({ en: 'Regional export', fr: 'Exportation régionale' });
    expect(memory.proposalComments[0]?.lines).toEqual(
      expect.arrayContaining(['Regional export', 'Exportation régionale']),
    );
    expect(JSON.stringify([...memory.proposals.values()])).not.toMatch(/export/i);
  });

  it.each([
    ['fee', { '1': 100, '2': 300, '3': 600 }, [10_000, 30_000, 60_000]],
    ['users', { '1': 1, '2': 1, '3': 1 }, [33_334, 33_333, 33_333]],
  ] as const)('weighs by %s on record', async (basis, figures, expected) => {
    for (const [organizationId, figure] of Object.entries(figures)) {
      memory.establishments.set(organizationId, {
        organizationId,
        fee: null,
        users: null,
        recordedAt: NOW,
        [basis]: figure,
      });
    }
    expect(shares(await proposed({ basis }))).toEqual(expected);
  });

  it('says whose figure is not on record, and proposes nothing', async () => {
    const result = await propose(memory.ports, AGENT, request({ basis: 'fee', organizationIds: ['1'] }));
    expect(result).toEqual({
      kind: 'invalid',
      problems: [{ code: 'no-fee-on-record', path: 'organizationIds.1', values: { organization: 'Hôpital' } }],
    });
    expect([memory.proposals.size, memory.proposalComments.length]).toEqual([0, 0]);
  });

  it.each([
    ['a body that the policy does not name', { orderedBy: 'nobody' }, 'unknown-body'],
    ['an organization that Jira does not know', { organizationIds: ['1', '9'] }, 'unknown-organization'],
    ['no amount', { total: { cents: 0, currency: 'CAD' as const } }, 'amount-out-of-range'],
    ['one establishment twice', { organizationIds: ['1', '1'] }, 'repeated-establishment'],
    ['nobody', { organizationIds: [] }, 'no-establishments'],
  ])('refuses %s', async (_, change, code) => {
    const result = await propose(memory.ports, AGENT, request(change));
    expect(result.kind === 'invalid' ? result.problems.map((problem) => problem.code) : result).toEqual([code]);
    expect(memory.proposalComments).toEqual([]);
  });

  it('is for feature requests alone', async () => {
    const issue = memory.issues.get(ISSUE);
    if (issue) issue.requestTypeId = SCOPE.incidentTypeId;
    const invalid = { kind: 'invalid', problems: [{ code: 'not-a-feature-request', path: '' }] };
    expect(await propose(memory.ports, AGENT, request())).toEqual(invalid);
    expect(await withdrawProposal(memory.ports, AGENT, 1)).toEqual(invalid);
    expect(await viewProposalForm(memory.ports, ISSUE)).toBeNull();
    expect(await answer('claire', '1')).toEqual({ kind: 'conflict' });
  });

  it('keeps nothing where Jira refuses the agent’s comment', async () => {
    memory.before = (call) => {
      if (call === 'proposalComments.announce') throw new RefusedError(call);
    };
    await expect(propose(memory.ports, AGENT, request())).rejects.toThrow(RefusedError);
    expect(memory.proposals.size).toBe(0);
  });

  it('gives way where another agent was first', async () => {
    await proposed();
    expect(await propose(memory.ports, AGENT, request())).toEqual({ kind: 'conflict' });
  });

  it('recomputes before anybody accepted, and asks afterwards', async () => {
    await proposed();
    const fewer = { organizationIds: ['1', '2'] };
    expect(shares(await proposed({ ...fewer, baseVersion: 1 }))).toEqual([50_000, 50_000]);
    await answer('claire', '1', { version: 2 });
    const change = request({ baseVersion: 2 });
    expect(await propose(memory.ports, AGENT, change)).toEqual({ kind: 'asks-again', accepted: 1 });
    expect(memory.proposalComments).toHaveLength(3);
    expect(shares(await proposed({ baseVersion: 2, asksAgain: true }))).toEqual([33_334, 33_333, 33_333]);
  });
});

describe('a customer’s answer', () => {
  beforeEach(() => proposed());

  it('is the customer’s own comment, in their language, and a line of the ledger', async () => {
    memory.now += 60_000;
    const result = await answer('claire', '1', { language: 'fr' });
    expect(result.kind).toBe('answered');
    expect(memory.proposalComments.at(-1)).toEqual({
      by: 'customer',
      lines: ['Hôpital accepte la proposition 1 (1\u00A0000,00\u00A0$ au total).'],
    });
    expect(memory.proposals.get(ISSUE)?.entries.at(-1)).toEqual({
      kind: 'accepted',
      at: NOW + 60_000,
      version: 1,
      organizationId: '1',
    });
  });

  it('accepts the whole once everybody has', async () => {
    await answer('claire', '1');
    await answer('sam', '2');
    expect(memory.proposals.get(ISSUE)?.state).toBe('proposed');
    await answer('cleo', '3');
    expect(memory.proposals.get(ISSUE)?.state).toBe('accepted');
  });

  it.each([
    ['another organization', '2'],
    ['an organization that does not pay', '9'],
    ['somebody without organization', REQUESTER],
  ])('is refused for %s, and nothing is told', async (_, organizationId) => {
    const told = memory.proposalComments.length;
    expect(await answer('claire', organizationId)).toEqual({ kind: 'refused' });
    expect(memory.proposalComments).toHaveLength(told);
    expect(memory.proposals.get(ISSUE)?.entries).toHaveLength(1);
  });

  it('given twice is told and kept once', async () => {
    await answer('claire', '1');
    const told = memory.proposalComments.length;
    expect((await answer('claire', '1')).kind).toBe('answered');
    expect([memory.proposalComments.length, memory.proposals.get(ISSUE)?.entries.length]).toEqual([told, 2]);
  });

  it('to an earlier version changes nothing', async () => {
    await proposed({ baseVersion: 1 });
    expect(await answer('claire', '1')).toEqual({ kind: 'conflict' });
  });

  it('stands beside another that came in the same moment, told once', async () => {
    let isFirst = true;
    memory.before = (call) => {
      if (call !== 'proposals.save' || !isFirst) return;
      isFirst = false;
      const row = memory.proposals.get(ISSUE);
      if (!row) throw new Error('no row');
      const entry = { kind: 'declined', at: NOW, version: 1, organizationId: '2' } as const;
      memory.proposals.set(ISSUE, { ...row, rev: row.rev + 1, entries: [...row.entries, entry] });
    };
    expect((await answer('claire', '1')).kind).toBe('answered');
    const given = foldProposal(memory.proposals.get(ISSUE)?.entries ?? [])?.current.answers;
    expect([given?.get('1')?.kind, given?.get('2')?.kind]).toEqual(['accepted', 'declined']);
    expect(memory.proposalComments.filter(({ by }) => by === 'customer')).toHaveLength(1);
  });

  it('of an employee without licence is told by the app, which names them', async () => {
    await answerProposal(
      memory.ports,
      { ...customer('claire'), accountType: 'unlicensed' },
      {
        answer: 'decline',
        version: 1,
        organizationId: '1',
        language: 'en',
      },
    );
    expect(memory.proposalComments.at(-1)?.by).toBe('app for claire');
  });

  it('of somebody without organization is for themself', async () => {
    await proposed({ orderedBy: null, organizationIds: [REQUESTER], baseVersion: 1 });
    expect(await answer('sam', REQUESTER, { version: 2 })).toEqual({ kind: 'refused' });
    expect((await answer('claire', REQUESTER, { version: 2 })).kind).toBe('answered');
    expect(memory.proposalComments.at(-1)?.lines).toEqual(['I accept proposal 2 (CA$1,000.00).']);
    expect(memory.proposals.get(ISSUE)?.state).toBe('accepted');
  });
});

describe('what is stored of a proposal', () => {
  it('is ids, times, keys, codes and amounts: no name, no account, no word', async () => {
    await proposed({ words: { en: 'Confidential words', fr: 'Mots confidentiels' } });
    await answer('claire', '1');
    const stored = JSON.stringify([...memory.proposals.values()]);
    expect(stored).not.toMatch(/Hôpital|Cégep|claire|onfiden/);
  });
});

describe('the customer’s view', () => {
  beforeEach(() => proposed());

  it('has the total, the number of establishments and the reader’s own share', async () => {
    const view = await viewRequest(memory.ports, ISSUE, 'sam');
    expect(view.state === 'feature-request' ? view.proposal : view).toEqual({
      version: 1,
      state: 'proposed',
      proposedAt: NOW,
      closedAt: null,
      total: { cents: 100_000, currency: 'CAD' },
      orderedBy: {
        en: 'Ministère de la Santé et des Services sociaux (MSSS)',
        fr: 'Ministère de la Santé et des Services sociaux (MSSS)',
      },
      establishments: 3,
      own: [
        {
          organizationId: '2',
          name: 'Cégep',
          cents: 33_333,
          answer: 'waiting',
          answeredAt: null,
          mayAccept: true,
          mayDecline: true,
        },
      ],
      words: null,
      stands: null,
    });
  });

  it('has no share for somebody whose organization does not pay', async () => {
    memory.reporterOrganizations.set('else', ['8']);
    const view = await viewRequest(memory.ports, ISSUE, 'else');
    expect(view.state === 'feature-request' ? view.proposal?.own : view).toEqual([]);
  });

  it('says what stands while a change is proposed', async () => {
    for (const [account, id] of [
      ['claire', '1'],
      ['sam', '2'],
      ['cleo', '3'],
    ] as const)
      await answer(account, id);
    await proposed({ total: { cents: 120_000, currency: 'CAD' }, baseVersion: 1, asksAgain: true });
    const view = await viewRequest(memory.ports, ISSUE, 'sam');
    expect(view.state === 'feature-request' ? view.proposal?.stands : view).toEqual({
      total: { cents: 100_000, currency: 'CAD' },
      acceptedAt: NOW,
      cents: 33_333,
    });
  });

  it('says that nothing is proposed yet', async () => {
    memory.proposals.clear();
    expect(await viewRequest(memory.ports, ISSUE, 'sam')).toEqual({
      state: 'feature-request',
      at: NOW,
      proposal: null,
    });
  });
});

describe('withdrawing', () => {
  it('takes an open offer back, told as the agent', async () => {
    await proposed();
    const result = await withdrawProposal(memory.ports, AGENT, 1);
    expect(result.kind === 'done' ? result.view.proposal?.state : result).toBe('withdrawn');
    expect(memory.proposalComments.at(-1)?.lines[1]).toBe('Proposal 1 (CA$1,000.00) is withdrawn.');
    expect(await answer('claire', '1')).toEqual({ kind: 'conflict' });
  });

  it('leaves what was accepted', async () => {
    await proposed({ orderedBy: null, organizationIds: ['1'] });
    await answer('claire', '1');
    expect(await withdrawProposal(memory.ports, AGENT, 1)).toEqual({ kind: 'conflict' });
  });
});

describe('the list of proposals', () => {
  it('has those in a state with how many answered, and each opens to its statement', async () => {
    await proposed();
    await answer('claire', '1');
    const { proposals } = await listProposals(memory.ports, 'proposed', null);
    expect(proposals).toMatchObject([
      { issueId: ISSUE, issueKey: `SUP-${ISSUE}`, state: 'proposed', establishments: 3, accepted: 1, declined: 0 },
    ]);
    const statement = await viewStatement(memory.ports, ISSUE);
    expect(statement?.proposal.current.establishments.map(({ name, cents }) => [name, cents])).toEqual([
      ['Hôpital', 33_334],
      ['Cégep', 33_333],
      ['Clinique', 33_333],
    ]);
    expect((await listProposals(memory.ports, 'accepted', null)).proposals).toEqual([]);
    expect(await viewStatement(memory.ports, '404')).toBeNull();
  });

  it('keeps one whose ticket is gone', async () => {
    await proposed();
    memory.issues.clear();
    const { proposals } = await listProposals(memory.ports, 'proposed', null);
    expect(proposals[0]?.issueKey).toBeNull();
  });
});
