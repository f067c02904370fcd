/** Agents' actions through the real bundle: whose comments they are, what Jira keeps of them, and who is not heard. */
import type { AgentPanelApi, AgentPanelView, TrackedTicketView } from '../../src/contract/agent-panel';
import type { AgentAction } from '../../src/core/clock/history';
import { HOUR, MINUTE } from '../../src/core/time/instant';
import { instant } from '../builders/ticket';
import { granted, startAppSite, type AppSite, type Person } from './app-site';

const START = instant('2025-12-09T09:00 Toronto');
const UNAVAILABLE: AgentAction = { kind: 'unavailable', reasonCode: 'answer-missing' };
const DOWNGRADE: AgentAction = { kind: 'downgrade', levels: 2, reasonCode: 'resources-not-provided' };

let site: AppSite;
let key: string;
beforeAll(async () => {
  site = await startAppSite({ startAt: START - MINUTE });
}, 60_000);
afterAll(() => site.close());

/** A P1, raised by the customer a minute ago. */
beforeEach(async () => {
  const now = site.clock.now() + HOUR;
  await site.moveTo(now);
  ({ key } = await site.raise(site.people.customer, 'Panne', { impact: 'extended', urgency: 'critical' }));
  await site.moveTo(now + MINUTE);
});

const ask = (action: AgentAction, note = '', person: Person = site.people.agent) =>
  site.ask<AgentPanelApi, 'act'>('agent-panel', person, 'act', { action, note }, { issueKey: key });

const act = async (action: AgentAction, note = ''): Promise<TrackedTicketView> =>
  tracked(granted(await ask(action, note)));

function tracked(view: AgentPanelView): TrackedTicketView {
  if (view.state !== 'tracked') throw new Error(view.state);
  return view;
}

interface Comment {
  readonly id: string;
  readonly jsdPublic: boolean;
  readonly author: { readonly accountId: string };
  readonly body: unknown;
  readonly properties: readonly { readonly key: string; readonly value: unknown }[];
}

async function comments(): Promise<readonly Comment[]> {
  const path = `/rest/api/3/issue/${key}/comment?expand=properties`;
  const { body } = await site.rest(site.people.admin, 'GET', path);
  return (JSON.parse(body) as { comments: Comment[] }).comments;
}

const actionsIn = (list: readonly Comment[]): unknown[] =>
  list.flatMap(({ properties }) => properties.filter((one) => one.key === 'cadran.action').map(({ value }) => value));

describe('an action', () => {
  it('is an internal comment of the agent’s own, with the property that the fold reads', async () => {
    const view = await act(DOWNGRADE, 'Trois relances sans réponse');
    const [comment, ...others] = await comments();
    expect(others).toEqual([]);
    expect(comment).toMatchObject({ jsdPublic: false, author: { accountId: site.people.agent.accountId } });
    expect(actionsIn(comment === undefined ? [] : [comment])).toEqual([
      { v: 1, kind: 'downgrade', at: expect.any(Number) as number, levels: 2, reasonCode: 'resources-not-provided' },
    ]);
    expect(JSON.stringify(comment?.body)).toContain('Trois relances sans réponse');
    expect(view.priority).toMatchObject({ derived: 'P1', effective: 'P3' });
  });

  it('reaches Jira’s priority and fields by the look it pushed, though the platform drops the event', async () => {
    await act(DOWNGRADE);
    await site.platform.settle();
    expect(await site.fields(key)).toMatchObject({ priority: '3', impact: 'extended', urgency: 'critical' });
    await site.moveTo(site.clock.now() + MINUTE);
    await act({ kind: 'lift-downgrade' });
    await site.platform.settle();
    expect(await site.fields(key)).toMatchObject({ priority: '1' });
  });

  it('stores none of its words', async () => {
    await act(UNAVAILABLE, 'Un mot très particulier');
    await site.platform.settle();
    const kept = JSON.stringify([site.platform.peekValues(), site.platform.peekEntity('ticket'), site.platform.logs()]);
    expect(kept).not.toContain('particulier');
    expect(kept).not.toContain(site.people.agent.accountId);
  });

  it('does not stop the response clock: it is no answer to the customer', async () => {
    const { clocks } = await act(UNAVAILABLE);
    expect(clocks.map(({ stopTime }) => stopTime)).toEqual([null, null]);
  });

  it('is one comment for two clicks, one after the other', async () => {
    await act(UNAVAILABLE);
    await act(UNAVAILABLE);
    expect(actionsIn(await comments())).toHaveLength(1);
  });

  it('marks and lifts unavailable resources, and undo restores each', async () => {
    const marked = await act(UNAVAILABLE);
    expect(marked.unavailable).toEqual({ since: site.clock.now(), reasonCode: 'answer-missing' });
    await site.moveTo(site.clock.now() + 5 * MINUTE);
    const lifted = await act({ kind: 'available' });
    expect(lifted.unavailable).toBeNull();
    await site.moveTo(site.clock.now() + MINUTE);
    const undone = await act({ kind: 'undo', commentId: lifted.lastAction?.commentId ?? '' });
    expect(undone.unavailable).toEqual(marked.unavailable);
    expect(undone.ledger.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['unavailable', 'available', 'undone']),
    );
  });

  it('returns a priority set by hand to the matrix', async () => {
    const path = `/rest/api/3/issue/${key}`;
    await site.rest(site.people.agent, 'PUT', path, { fields: { priority: { id: '4' } } });
    await site.platform.settle();
    expect(await site.fields(key)).toMatchObject({ priority: '4' });
    await site.moveTo(site.clock.now() + MINUTE);
    expect((await act({ kind: 'return-to-matrix' })).priority).toMatchObject({ effective: 'P1', source: 'matrix' });
    await site.platform.settle();
    expect(await site.fields(key)).toMatchObject({ priority: '1' });
  });

  it('no longer holds once its comment is deleted', async () => {
    await act(DOWNGRADE);
    const [comment] = await comments();
    await site.rest(site.people.admin, 'DELETE', `/rest/api/3/issue/${key}/comment/${comment?.id ?? ''}`);
    const view = await site.ask<AgentPanelApi, 'recompute'>(
      'agent-panel',
      site.people.agent,
      'recompute',
      {},
      {
        issueKey: key,
      },
    );
    expect(tracked(granted(view)).priority.effective).toBe('P1');
    await site.platform.settle();
    expect(await site.fields(key)).toMatchObject({ priority: '1' });
  });
});

describe('who is not heard', () => {
  it.each(['customer', 'employee'] as const)('a comment of the %s with the property of an action', async (who) => {
    const reporter = site.people[who];
    site.jira.seedStep(key, {
      kind: 'edit',
      at: site.clock.now(),
      by: site.people.agent.accountId,
      fields: { reporter: { accountId: reporter.accountId } },
    });
    site.jira.seedStep(key, {
      kind: 'comment',
      at: site.clock.now(),
      by: reporter.accountId,
      text: 'Baissez !',
      properties: { 'cadran.action': { v: 1, kind: 'downgrade', levels: 3, reasonCode: 'no-access' } },
    });
    const view = await site.ask<AgentPanelApi, 'view'>('agent-panel', site.people.agent, 'view', {}, { issueKey: key });
    expect(tracked(granted(view))).toMatchObject({ priority: { effective: 'P1', downgrade: null }, lastAction: null });
  });

  it.each([
    ['an unknown version', { v: 2, kind: 'lift-downgrade' }],
    ['an unknown kind', { v: 1, kind: 'close' }],
    ['a level that is no whole number', { v: 1, kind: 'downgrade', levels: 0.5, reasonCode: 'no-access' }],
    ['no object', 'downgrade'],
  ])('a comment of the agent whose property has %s', async (_case, property) => {
    site.jira.seedStep(key, {
      kind: 'comment',
      at: site.clock.now(),
      by: site.people.agent.accountId,
      text: 'Note',
      internal: true,
      properties: { 'cadran.action': property },
    });
    const view = await site.ask<AgentPanelApi, 'view'>('agent-panel', site.people.agent, 'view', {}, { issueKey: key });
    expect(tracked(granted(view)).lastAction).toBeNull();
  });

  it('an agent who is the reporter is told so, and nothing is written', async () => {
    await site.rest(site.people.admin, 'PUT', `/rest/api/3/issue/${key}`, {
      fields: { reporter: { accountId: site.people.agent.accountId } },
    });
    expect(await ask(DOWNGRADE)).toEqual({
      ok: false,
      code: 'refused',
      problems: [{ code: 'customer-side', path: 'action' }],
    });
    expect(await comments()).toEqual([]);
  });

  it('an agent who may not comment is told so, and may still set levels', async () => {
    const withheld = { accountId: site.people.agent.accountId, permission: 'ADD_COMMENTS', projectId: site.projectId };
    site.jira.setPermission({ ...withheld, granted: false });
    expect(await ask(DOWNGRADE)).toMatchObject({ ok: false, problems: [{ code: 'no-comment-permission' }] });
    const view = await site.ask<AgentPanelApi, 'view'>('agent-panel', site.people.agent, 'view', {}, { issueKey: key });
    expect(tracked(granted(view))).toMatchObject({ mayAct: 'no-comment-permission', mayEdit: true });
    site.jira.setPermission({ ...withheld, granted: true });
  });
});

it.each([
  ['no action', { note: '' }],
  ['a kind of no action', { action: { kind: 'close' }, note: '' }],
  ['words without end', { action: UNAVAILABLE, note: 'x'.repeat(2_001) }],
  ['levels that are no number', { action: { ...DOWNGRADE, levels: 'all' }, note: '' }],
])('%s is refused with its place', async (_case, payload) => {
  const answer = await site.ask('agent-panel', site.people.agent, 'act', payload, { issueKey: key });
  expect(answer).toMatchObject({ ok: false, code: 'invalid-input' });
  expect(await comments()).toEqual([]);
});
