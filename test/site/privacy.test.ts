/**
 * What the app keeps and logs, after the whole seed and a look at every surface: ids, times, keys, codes and amounts. No
 * name, account, address or word of a ticket, whoever wrote it and wherever it stands.
 */
import { createSite, type Site } from '../sandbox/site';
import { callerFor } from '../sandbox/pages/visit';
import { thePerson, type PersonKey } from '../sandbox/seed/people';
import { DAY } from '../../src/core/time/instant';
import { keptBy, privateWords, wordsOf } from './given-away';

let site: Site;
beforeAll(async () => {
  site = await createSite({ port: 0, runsByItself: false });
  await lookEverywhere();
  // Flags, reconciliation, reports and the refresh of holidays.
  await site.moveTo(site.clock.now() + 8 * DAY);
  await lookEverywhere();
}, 120_000);
afterAll(() => site.close());

/** Every surface as the person it is made for, on every ticket. */
async function lookEverywhere(): Promise<void> {
  const { stage } = site.world();
  const { issues, projects } = stage.jira.state();
  const ask = async (person: PersonKey, moduleKey: string, extension: object, key = 'view', payload = {}) => {
    const context = { moduleKey, extension: { ...extension } };
    await stage.platform.invokeResolver(context, callerFor(thePerson(person), 'fr'), key, payload);
  };
  for (const { id, key, projectId } of Object.values(issues)) {
    const project = { id: projectId, key: projects[projectId]?.key ?? '', type: projects[projectId]?.type ?? '' };
    await ask('agent', 'agent-panel', { type: 'jira:issueContext', issue: { id, key }, project });
    await ask('customer-plus', 'customer-panel', {
      type: 'jiraServiceManagement:portalRequestDetailPanel',
      request: { key },
    });
    await site.moveTo(site.clock.now() + 1_000);
  }
  for (const { id, key, type } of Object.values(projects)) {
    const board = { type: 'jira:projectPage', project: { id, key, type } };
    await ask('agent', 'sla-board', board);
    await ask('agent', 'sla-board', board, 'choices');
    await ask('agent', 'sla-board', board, 'reportTrend', { until: '2025-12', months: 12, filter: {}, made: null });
    await ask('agent', 'sla-gadget', { type: 'jira:dashboardGadget', gadgetConfiguration: { projectId: id } });
  }
  const admin = { type: 'jira:adminPage' };
  for (const key of ['view', 'recomputeStatus', 'importStatus']) await ask('admin', 'admin-page', admin, key);
  await ask('admin', 'admin-page', admin, 'organizations', { start: 0 });
  await stage.platform.settle();
}

const words = () => privateWords(site.world().stage.jira);
const kept = () => keptBy(site.world().stage.platform);

it('there are people, organizations and tickets to give away', () => {
  expect(words().length).toBeGreaterThan(60);
  const [someone] = words();
  expect(wordsOf(words(), `${kept().stored} ${JSON.stringify(someone)}`)).toEqual([someone]);
  const { platform } = site.world().stage;
  const filled = [...platform.manifest.entities.keys()].filter((name) => platform.peekEntity(name).length > 0);
  expect(filled.length).toBeGreaterThan(3);
});

it('storage holds none of their words', () => {
  expect(wordsOf(words(), kept().stored)).toEqual([]);
});

it('the logs hold none of their words', () => {
  expect(site.world().stage.platform.logs()).not.toEqual([]);
  expect(wordsOf(words(), kept().logged)).toEqual([]);
});
