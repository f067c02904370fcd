/**
 * Twenty incidents of a real service desk (test/fixtures/real) through the whole way, time moving, under that log's own
 * 3 x 3 matrix and names: each derived priority equals the log's, each clock an independent count of it. It shows that
 * nothing is hard-wired to 4 x 4, to P1 or to Quebec.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AgentPanelApi } from '../../src/contract/agent-panel';
import { MINUTE } from '../../src/core/time/instant';
import { granted, startAppSite, type AppSite } from './app-site';
import { recount, reported } from './reports/recount';
import { countUsed, logPolicy, readLog, replay, type Replay } from './pipeline/real-log';

const LINES = readLog(readFileSync(join(__dirname, '../fixtures/real/incidents-20.csv'), 'utf8'));

describe('twenty real incidents', () => {
  let site: AppSite;
  let lived: Replay;
  const incidents = [...new Set(LINES.map(({ number }) => number))];

  beforeAll(async () => {
    site = await startAppSite({
      startAt: Math.min(...LINES.map(({ openedAt }) => openedAt)) - MINUTE,
      policy: logPolicy,
    });
    lived = await replay(site, LINES);
  }, 240_000);
  afterAll(() => site.close());

  it('derive the priority that the log has, at every event', () => {
    expect(lived.keys.size).toBe(20);
    expect(lived.mismatches).toEqual([]);
    expect(site.platform.takeFailures()).toEqual([]);
  });

  it('add up in the reports of their months as an independent count does, to the ticket', async () => {
    const totals = recount(incidents.map((number) => LINES.filter((line) => line.number === number)));
    expect(Object.values(totals).reduce((sum, count) => sum + count, 0)).toBe(2 * incidents.length);
    expect(await reported(site)).toEqual(totals);
  });

  it.each(incidents)('%s: both clocks equal an independent count', async (number) => {
    const lines = LINES.filter((line) => line.number === number);
    const expected = countUsed(lines);
    const view = granted(
      await site.ask<AgentPanelApi, 'view'>(
        'agent-panel',
        site.people.agent,
        'view',
        {},
        { issueKey: lived.keys.get(number) ?? '' },
      ),
    );
    if (view.state !== 'tracked') throw new Error(`${number} is ${view.state}`);
    const [response, resolution] = view.clocks;
    expect(expected.isOpen).toBe(false);
    expect(resolution?.stopTime).not.toBeNull();
    expect((resolution?.elapsedTime ?? 0) / MINUTE).toBe(expected.used);
    expect((response?.elapsedTime ?? 0) / MINUTE).toBe(expected.response);
  });
});
