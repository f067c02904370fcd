/** Jira's clock five minutes ahead of the platform's, and behind: flags once each, no negative length, nothing in the future. */
import type { AgentPanelApi } from '../../../src/contract/agent-panel';
import { HOUR, MINUTE, SECOND } from '../../../src/core/time/instant';
import { instant } from '../../builders/ticket';
import { granted } from '../app-site';
import { startFaultySite, type FaultySite } from './faulty-site';

jest.setTimeout(120_000);

const START = instant('2025-12-09T09:00 Toronto');
const P1 = { impact: 'extended', urgency: 'critical' };

describe.each([
  ['ahead', 5 * MINUTE],
  ['behind', -5 * MINUTE],
])('a Jira five minutes %s', (_which, jiraAhead) => {
  let site: FaultySite;
  beforeAll(async () => {
    site = await startFaultySite({
      startAt: START,
      jiraAhead,
      policy: (proposed) => ({ ...proposed, alerts: { ...proposed.alerts, comment: true } }),
    });
    await site.moveTo(START + HOUR);
  });
  afterAll(() => site.close());
  afterEach(() => expect(site.platform.takeFailures()).toEqual([]));

  const view = async (issueKey: string) => {
    const asked = site.ask<AgentPanelApi, 'view'>('agent-panel', site.people.agent, 'view', {}, { issueKey });
    const data = granted(await asked);
    if (data.state !== 'tracked') throw new Error(data.state);
    return data;
  };

  const expectSound = async (key: string): Promise<void> => {
    const { clocks } = await view(key);
    for (const clock of clocks) {
      expect(clock.elapsedTime).toBeGreaterThanOrEqual(0);
      for (const length of Object.values(clock.totals)) expect(length).toBeGreaterThanOrEqual(0);
      expect(clock.remainingTime ?? 0).toBeLessThanOrEqual(clock.goal?.target ?? 0);
    }
  };

  it('a ticket that nobody answers is told of at 75, 90 and 100 %, once each, none five minutes before or after that', async () => {
    const { key } = await site.raise(site.people.stranger, 'Panne', P1);
    const raised = site.clock.now();
    await expectSound(key);
    for (let after = 15; after <= 90; after += 15) {
      await site.moveTo(raised + after * MINUTE);
      await expectSound(key);
    }
    const response = (site.jira.issue(key)?.comments ?? []).flatMap(({ created, properties }) => {
      const flag = properties['cadran.flag'];
      return typeof flag === 'string' && flag.startsWith('response:') ? [{ created, flag }] : [];
    });
    expect(response.map(({ flag }) => flag.split(':').at(-1))).toEqual(['75%', '90%', 'breach']);
    for (const [index, { created }] of response.entries()) {
      // The threshold is an instant of Jira's clock, and the app goes by the platform's.
      const late = created - raised - jiraAhead - [45, 54, 60][index]! * MINUTE;
      expect(Math.abs(late)).toBeLessThanOrEqual(5 * MINUTE + 2 * SECOND);
    }
  });

  it('an edit at once is in order, and an answer stops the clock for good, at no time that Jira’s clock has not seen', async () => {
    const { key } = await site.raise(site.people.stranger, 'Lenteur', { impact: 'minor', urgency: 'low' });
    const answer = granted(
      await site.ask<AgentPanelApi, 'setLevels'>('agent-panel', site.people.agent, 'setLevels', P1, { issueKey: key }),
    );
    expect(answer).toMatchObject({ state: 'tracked', priority: { effective: 'P1' } });
    await expectSound(key);
    const body = { type: 'doc', version: 1, content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Vu' }] }] };
    const said = await site.rest(site.people.agent, 'POST', `/rest/api/3/issue/${key}/comment`, { body });
    expect(said.status).toBe(201);
    await site.moveTo(site.clock.now() + MINUTE);
    const id = site.jira.issue(key)?.id ?? '';
    const results = site.platform.peekEntity('result').filter((row) => row.key.startsWith(`${id}:`));
    expect(results).toHaveLength(1);
    for (const { value } of results) {
      const { createdAt } = value['data'] as { createdAt: number };
      expect(value['stoppedAt']).toBeGreaterThanOrEqual(createdAt);
      expect(value['stoppedAt']).toBeLessThanOrEqual(site.clock.now() + jiraAhead);
    }
    await expectSound(key);
  });

  it('a ticket raised right after the first publication is tracked', async () => {
    const young = await startFaultySite({ startAt: START, jiraAhead });
    try {
      await young.moveTo(START + SECOND);
      const { key } = await young.raise(young.people.stranger, 'Aussitôt', P1);
      await young.moveTo(START + MINUTE);
      expect(await young.fields(key)).toMatchObject({ 'sla-status': 'running' });
    } finally {
      await young.close();
    }
  });
});
