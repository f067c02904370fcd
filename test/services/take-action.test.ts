import type { TrackedTicketView } from '../../src/contract/agent-panel';
import type { AgentAction } from '../../src/core/clock/history';
import { HOUR, MINUTE } from '../../src/core/time/instant';
import { BusyError, RefusedError } from '../../src/services/ports';
import { setLevels } from '../../src/services/set-levels';
import { takeAction } from '../../src/services/take-action';
import { addIssue, FIELD_IDS, memorySite, type Memory } from '../builders/memory-ports';
import { buildPolicy, buildPolicyVersion, SCOPE } from '../builders/policy';
import { buildTicket, instant } from '../builders/ticket';

const START = instant('2025-12-09T10:00 Toronto');
const AGENT = { accountId: '557058:agent', edit: true, comment: true };
const DOWNGRADE: AgentAction = { kind: 'downgrade', levels: 1, reasonCode: 'no-access' };
const UNAVAILABLE: AgentAction = { kind: 'unavailable', reasonCode: 'answer-missing' };

let site: Memory;
beforeEach(() => {
  site = memorySite(START);
  const document = buildPolicy();
  site.versions.set(1, buildPolicyVersion(document));
  const versions = [{ version: 1, publishedAt: 0 }];
  site.tracking = { version: 1, trackedFrom: 0, scope: document.scope, fields: FIELD_IDS, versions };
  const ticket = buildTicket({ createdAt: START, impact: 'extended', urgency: 'critical', priorityId: '1' });
  addIssue(site, ticket, { requestTypeId: SCOPE.incidentTypeId });
  site.now = START + 10 * MINUTE;
});

const act = (action: AgentAction, note = '', may = AGENT) => takeAction(site.ports, '10001', may, { action, note });

async function taken(action: AgentAction, note = ''): Promise<TrackedTicketView> {
  const result = await act(action, note);
  if (result.kind !== 'taken' || result.view.state !== 'tracked') throw new Error(JSON.stringify(result));
  return result.view;
}

describe('an action', () => {
  it('is the agent’s comment, pushed to be looked at, and answered with the folded result', async () => {
    const view = await taken(DOWNGRADE, 'Accès VPN demandé\n\ntrois fois');
    expect(site.actions).toEqual([
      {
        issueId: '10001',
        action: DOWNGRADE,
        lines: [
          'Rétrogradé de P1 à P2\u00a0: Nous ne disposons pas des accès nécessaires.',
          'Accès VPN demandé',
          'trois fois',
          'Cadran compte d’après ce commentaire. Sans lui, l’action ne tient plus.',
        ],
      },
    ]);
    expect(site.tracked).toEqual(['10001']);
    expect(view.priority).toMatchObject({ derived: 'P1', effective: 'P2', downgrade: { from: 'P1', to: 'P2' } });
    expect(view.lastAction).toMatchObject({ kind: 'downgrade', undone: false });
    expect(view.ledger.map(({ kind }) => kind)).toContain('downgraded');
  });

  it('is answered the same while Jira’s own list does not show the comment yet', async () => {
    site.listsComments = false;
    expect((await taken(UNAVAILABLE)).unavailable).toEqual({ since: site.now, reasonCode: 'answer-missing' });
  });

  it('is written once, however often it is clicked', async () => {
    await taken(DOWNGRADE);
    site.now += MINUTE;
    const view = await taken(DOWNGRADE);
    expect(site.actions).toHaveLength(1);
    expect(view.priority.effective).toBe('P2');
  });

  it('is taken back by an undo, and had again by another', async () => {
    const first = await taken(DOWNGRADE);
    site.now += MINUTE;
    const undone = await taken({ kind: 'undo', commentId: first.lastAction?.commentId ?? '' });
    expect(undone.priority.effective).toBe('P1');
    expect(undone.lastAction).toMatchObject({ kind: 'downgrade', undone: true });
    expect(undone.ledger.map(({ kind }) => kind)).toContain('undone');
    expect(site.actions.at(-1)?.lines[0]).toBe('Annulé\u00a0: la rétrogradation.');
    site.now += MINUTE;
    const again = await taken({ kind: 'undo', commentId: undone.lastAction?.commentId ?? '' });
    expect(again.priority.effective).toBe('P2');
  });

  it('speaks the language that the admin chose for comments', async () => {
    const document = buildPolicy();
    const english = { ...document, alerts: { ...document.alerts, language: 'en' as const } };
    site.versions.set(1, buildPolicyVersion(english));
    await taken(UNAVAILABLE);
    expect(site.actions[0]?.lines).toEqual([
      'Customer resources unavailable: We are waiting for an answer to our questions.',
      'Cadran counts by this comment. Without it the action no longer holds.',
    ]);
  });
});

describe('an action that is refused', () => {
  it.each<[string, AgentAction, typeof AGENT, unknown]>([
    ['without permission to comment', DOWNGRADE, { ...AGENT, comment: false }, ['refused', 'no-comment-permission']],
    ['by the reporter', DOWNGRADE, { ...AGENT, accountId: 'qm:reporter' }, ['refused', 'customer-side']],
    ['for an unknown reason', { ...DOWNGRADE, reasonCode: 'none' }, AGENT, ['invalid', 'unknown-reason']],
    ['for an undo of what is not last', { kind: 'undo', commentId: '1' }, AGENT, ['conflict', 'not-last']],
  ])('%s writes nothing', async (_case, action, may, answer) => {
    const result = await act(action, 'mes mots', may);
    expect(result.kind === 'taken' ? [] : [result.kind, result.problems[0]?.code]).toEqual(answer);
    expect([site.actions, site.tracked]).toEqual([[], []]);
  });

  it('by Jira itself is told as its own refusal', async () => {
    site.before = (call) => {
      if (call === 'jira.writeActionAsUser') throw new RefusedError('write-action');
    };
    expect(await act(DOWNGRADE)).toEqual({
      kind: 'refused',
      problems: [{ code: 'no-comment-permission', path: 'action' }],
    });
  });

  it('on a ticket out of scope says so', async () => {
    const issue = site.issues.get('10001');
    if (issue !== undefined) issue.requestTypeId = '999';
    expect(await act(DOWNGRADE)).toMatchObject({ kind: 'invalid', problems: [{ code: 'not-tracked' }] });
  });

  it('is complete though the queue takes nothing: the ticket is looked at here, and a second click changes nothing', async () => {
    site.before = (call) => {
      if (call === 'queue.track') throw new BusyError('push', HOUR);
    };
    await taken(DOWNGRADE);
    expect(site.issues.get('10001')?.history.current.priorityId).not.toBe('1');
    site.before = () => undefined;
    await taken(DOWNGRADE);
    expect(site.actions).toHaveLength(1);
    expect(site.tracked).toEqual(['10001']);
  });
});

describe('levels', () => {
  it('go back to unset, as an undo of the first choice asks', async () => {
    const result = await setLevels(site.ports, '10001', AGENT, { impact: null, urgency: null });
    expect(result).toMatchObject({ kind: 'set', view: { impact: null, urgency: null, priority: { derived: null } } });
  });

  it('that Jira does not take are refused in words of their own', async () => {
    site.before = (call) => {
      if (call === 'jira.writeLevelsAsUser') throw new RefusedError('write-levels');
    };
    expect(await setLevels(site.ports, '10001', AGENT, { impact: 'minor', urgency: 'low' })).toEqual({
      kind: 'refused',
      problems: [{ code: 'levels-refused', path: '' }],
    });
  });
});
