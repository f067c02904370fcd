/** The app uninstalled and installed again: its storage is gone, Jira's issues, comments and fields are as they were left. */
import type { AdminPageApi } from '../../../src/contract/admin-page';
import type { AgentPanelApi } from '../../../src/contract/agent-panel';
import type { PolicyDocument } from '../../../src/core/policy/document';
import { HOUR, MINUTE } from '../../../src/core/time/instant';
import { instant } from '../../builders/ticket';
import { granted, publish, type SiteDump } from '../app-site';
import { startFaultySite, type FaultySite } from './faulty-site';
import { toldOn } from './site-state';

jest.setTimeout(120_000);

const START = instant('2025-12-09T09:00 Toronto');
const LATER = START + HOUR + 48 * MINUTE;
const TELLING = (proposed: PolicyDocument): PolicyDocument => ({
  ...proposed,
  alerts: { ...proposed.alerts, comment: true },
});

let left: SiteDump;
let key: string;
let fieldsLeft: Record<string, unknown>;
beforeAll(async () => {
  const site = await startFaultySite({ startAt: START, policy: TELLING });
  await site.moveTo(START + HOUR);
  ({ key } = await site.raise(site.people.stranger, 'Panne', { impact: 'extended', urgency: 'critical' }));
  await site.moveTo(LATER);
  fieldsLeft = await site.fields(key);
  expect(toldOn(site).flags).toHaveLength(1);
  left = site.dump();
  await site.close();
});

let site: FaultySite;
beforeEach(async () => {
  const { stage, things } = left;
  site = await startFaultySite({
    startAt: LATER,
    from: { stage: { jira: stage.jira, platform: null }, things, at: LATER },
  });
});
afterEach(async () => {
  expect(site.platform.takeFailures()).toEqual([]);
  await site.close();
});

it('begins with nothing of its own, and every surface says that nothing is set up', async () => {
  const { admin, agent, stranger } = site.people;
  expect(site.platform.peekEntity('ticket')).toEqual([]);
  const page = granted(await site.ask<AdminPageApi, 'view'>('admin-page', admin, 'view', {}));
  expect(page.published).toBeNull();
  const panel = await site.ask<AgentPanelApi, 'view'>('agent-panel', agent, 'view', {}, { issueKey: key });
  expect(panel).toMatchObject({ ok: true, data: { state: 'not-configured' } });
  expect(await site.ask('customer-panel', stranger, 'view', {}, { issueKey: key })).toMatchObject({
    ok: true,
    data: { state: 'no-promise' },
  });
});

it('with open tickets taken over, folds the same clocks from Jira’s history and tells no flag again', async () => {
  await publish(site, TELLING, 'open-tickets');
  await site.moveTo(LATER + MINUTE);
  expect(await site.fields(key)).toEqual(fieldsLeft);
  expect(toldOn(site).flags).toHaveLength(1);
  await site.moveTo(LATER + HOUR);
  const { flags } = toldOn(site);
  expect(flags).toHaveLength(3);
  expect(new Set(flags).size).toBe(3);
  expect(await site.fields(key)).toMatchObject({ 'sla-status': 'breached' });
});

it('without them, tracks what comes from now on', async () => {
  await publish(site, TELLING, 'new-tickets');
  await site.moveTo(LATER + MINUTE);
  const { key: next } = await site.raise(site.people.stranger, 'Nouveau', { impact: 'minor', urgency: 'low' });
  await site.moveTo(LATER + HOUR);
  expect(await site.fields(next)).toMatchObject({ 'sla-status': 'running' });
  expect(toldOn(site).flags).toHaveLength(1);
});
