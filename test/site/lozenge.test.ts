/** The lozenge of the collapsed agent panel: what it says without a language, and to whom. */
import { HOUR, MINUTE } from '../../src/core/time/instant';
import { instant } from '../builders/ticket';
import { startAppSite, type AppSite, type Person } from './app-site';

const START = instant('2025-12-09T09:00 Toronto');

let site: AppSite;
let key: string;
beforeAll(async () => {
  site = await startAppSite({ startAt: START - MINUTE });
  await site.moveTo(START);
  ({ key } = await site.raise(site.people.customer, 'Panne', { impact: 'extended', urgency: 'critical' }));
}, 60_000);
afterAll(() => site.close());

const lozengeFor = ({ accountId, accountType }: Person): Promise<unknown> => {
  const issue = site.jira.issue(key);
  const extension = {
    type: 'jira:issueContext',
    issue: { id: issue?.id, key, type: '[System] Incident', typeId: issue?.issueTypeId },
    project: { id: site.projectId, key: 'SUP', type: 'service_desk' },
  };
  const caller = { accountId, accountType, locale: 'fr-FR', timezone: 'America/Toronto' };
  return site.platform.invokeFunction('agent-lozenge-fn', { cloudId: site.platform.app.cloudId, extension }, caller);
};
const lozenge = (label: string, type: string) => ({ status: { type: 'lozenge', value: { label, type } } });

it('says priority and time left, and its colour the worst clock', async () => {
  await site.moveTo(START + 10 * MINUTE + 1_000);
  expect(await lozengeFor(site.people.agent)).toEqual(lozenge('P1 · 50 min', 'inprogress'));
  await site.moveTo(START + 50 * MINUTE);
  expect(await lozengeFor(site.people.agent)).toEqual(lozenge('P1 · 10 min', 'moved'));
  await site.moveTo(START + 2 * HOUR + 5 * MINUTE);
  expect(await lozengeFor(site.people.agent)).toEqual(lozenge('P1 · +1 h 05', 'removed'));
});

it.each(['outsider', 'customer', 'employee'] as const)('says nothing to the %s', async (who) => {
  expect(await lozengeFor(site.people[who])).toEqual({});
});

it('says nothing to somebody who may browse a service project and is none of its agents', async () => {
  const { accountId } = site.people.outsider;
  site.jira.setPermission({ accountId, permission: 'BROWSE_PROJECTS', projectId: site.projectId, granted: true });
  expect(await lozengeFor(site.people.outsider)).toEqual({});
});

it('says nothing of an issue it cannot make out', async () => {
  const caller = { ...site.people.agent, locale: 'en-US', timezone: 'UTC' };
  expect(await site.platform.invokeFunction('agent-lozenge-fn', { extension: {} }, caller)).toEqual({});
});
