/**
 * What the app keeps and logs, after the whole seed and a look at every surface: ids, times, keys, codes and amounts. No
 * name, account, address or word of a ticket, whoever wrote it and wherever it stands.
 */
import { createSite, type Site } from '../sandbox/site';
import { callerFor } from '../sandbox/pages/visit';
import { thePerson, type PersonKey } from '../sandbox/seed/people';
import { DAY } from '../../src/core/time/instant';

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

/** Everything on the site that is of a person, an organization or a ticket, as it is written there. */
function privateWords(): readonly string[] {
  const { users, organizations, issues } = site.world().stage.jira.state();
  const ofPeople = Object.values(users).flatMap((user) => [user.displayName, user.accountId, user.emailAddress ?? '']);
  const ofTickets = Object.values(issues).flatMap((issue) => [
    ...[issue.values['summary'], issue.values['description']].flatMap(wordsIn),
    ...issue.comments.flatMap(({ body }) => wordsIn(body)),
  ]);
  const ofOrganizations = Object.values(organizations).map(({ name }) => name);
  // What Cadran itself calls itself and says in its own comments is no secret of anybody.
  const own = new Set(['Cadran']);
  return [...new Set([...ofPeople, ...ofOrganizations, ...ofTickets])].filter(
    (words) => words.length >= 4 && !own.has(words),
  );
}

/** The texts of a rich-text document, or of a plain one. */
function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(wordsIn);
  if (typeof value !== 'object' || value === null) return [];
  const { text, content } = value as { text?: unknown; content?: unknown };
  return [...wordsIn(text), ...wordsIn(content)];
}

function stored(): string {
  const { platform } = site.world().stage;
  const entities = [...platform.manifest.entities.keys()].map((name) => platform.peekEntity(name));
  expect(entities.filter((rows) => rows.length > 0).length).toBeGreaterThan(3);
  return JSON.stringify([platform.peekValues(), entities]);
}

/** The private words in a text, written as they are or as JSON writes them. */
const givenAway = (text: string): readonly string[] =>
  privateWords().filter((words) => text.includes(words) || text.includes(JSON.stringify(words).slice(1, -1)));

it('there are people, organizations and tickets to give away', () => {
  expect(privateWords().length).toBeGreaterThan(60);
  const [someone] = privateWords();
  expect(givenAway(`${stored()} ${JSON.stringify(someone)}`)).toContain(someone);
});

it('storage holds none of their words', () => {
  expect(givenAway(stored())).toEqual([]);
});

it('the logs hold none of their words', () => {
  const logged = site.world().stage.platform.logs();
  expect(logged).not.toEqual([]);
  expect(givenAway(JSON.stringify(logged))).toEqual([]);
});
