/** The app's fields in Jira's own hands: edits, lists, queries, and JSM's own Impact and Urgency in their stead. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AgentPanelApi, AgentPanelView } from '../../src/contract/agent-panel';
import type { LevelFieldMapping } from '../../src/core/policy/document';
import { HOUR, MINUTE } from '../../src/core/time/instant';
import { instant } from '../builders/ticket';
import { formatterOf } from '../sandbox/pages/site-facts';
import { granted, publish, startAppSite, type AppSite, type Person } from './app-site';

const START = instant('2025-12-09T10:00 Toronto');

const edit = (site: AppSite, person: Person, key: string, fields: Record<string, unknown>) =>
  site.rest(person, 'PUT', `/rest/api/3/issue/${key}`, { fields });

async function search(site: AppSite, jql: string): Promise<string[]> {
  const { status, body } = await site.rest(site.people.agent, 'POST', '/rest/api/3/search/jql', {
    jql,
    fields: ['id'],
  });
  if (status !== 200) throw new Error(body);
  return (JSON.parse(body) as { issues: { key: string }[] }).issues.map(({ key }) => key);
}

async function panel(site: AppSite, issueKey: string): Promise<AgentPanelView> {
  const on = { issueKey };
  return granted(await site.ask<AgentPanelApi, 'view'>('agent-panel', site.people.agent, 'view', {}, on));
}

describe('the fields of the manifest', () => {
  let site: AppSite;
  let key: string;
  beforeAll(async () => {
    site = await startAppSite({ startAt: START - MINUTE });
    await site.moveTo(START);
    ({ key } = await site.raise(site.people.customer, 'Panne', { impact: 'minor', urgency: 'low' }));
    await site.platform.settle();
  }, 60_000);
  afterAll(() => site.close());

  it.each([
    ['a level of the policy', 'extended', 204, 'extended'],
    ['a label as lists show it', '2. Important', 204, 'important'],
    ['nothing', null, 204, null],
    ['a level of another policy, which counts as unset', 'colossal', 204, 'colossal'],
  ])('impact takes %s', async (_case, value, status, stored) => {
    expect((await edit(site, site.people.agent, key, { [site.jira.fieldId('impact')]: value })).status).toBe(status);
    expect(await site.fields(key)).toMatchObject({ impact: stored });
  });

  it.each(['two words', '<b>', 'é'])('impact refuses %s, which is no key, and says so', async (value) => {
    const answer = await edit(site, site.people.agent, key, { [site.jira.fieldId('impact')]: value });
    expect(answer.status).toBe(400);
    expect(answer.body).toContain('Choose one of the levels.');
  });

  it.each([
    ['impact', ['extended', '1. Extended'], ['gigantic', 'gigantic'], [null, '']],
    ['urgency', ['low', '4. Low'], ['P0', 'P0'], [null, '']],
    ['sla-status', ['near-breach', 'Near breach'], ['met', 'Met'], [null, '']],
    ['customer-plan', ['PLUS', 'PLUS'], [null, '']],
  ])('%s is shown in lists by its label, else its key', (moduleKey, ...cases) => {
    const format = formatterOf(site.platform.manifest.uiModules.get(moduleKey)?.raw ?? {});
    expect(cases.map(([value]) => format(value))).toEqual(cases.map(([, shown]) => shown));
  });

  const suggest = (moduleKey: string, query: string) =>
    site.platform.invokeFunction(
      'search-suggestions-fn',
      {
        fieldType: site.jira.state().fields[site.jira.fieldId(moduleKey)]?.schema.custom,
        query,
        user: {},
        context: {},
      },
      { accountId: null, accountType: 'anonymous', locale: 'en-US', timezone: 'UTC' },
    );

  it.each([
    ['impact', 'mo', [{ value: 'moderate', label: 'Moderate / Modéré' }]],
    ['urgency', 'CRIT', [{ value: 'critical', label: 'Critical / Critique' }]],
    ['sla-status', 'imminent', [{ value: 'near-breach', label: 'Near breach / Dépassement imminent' }]],
    ['customer-plan', 'plus', [{ value: 'PLUS', label: 'PLUS' }]],
    ['impact', 'zzz', []],
    ['handling-order', '', []],
  ])('JQL suggests for %s, once “%s” is typed, what the policy knows', async (moduleKey, query, suggested) => {
    expect(await suggest(moduleKey, query)).toEqual(suggested);
  });

  it('suggests everything before anything is typed, and nothing for what is no field', async () => {
    expect(await suggest('impact', '')).toHaveLength(4);
    const caller = { accountId: null, accountType: 'anonymous', locale: 'en-US', timezone: 'UTC' } as const;
    expect(await site.platform.invokeFunction('search-suggestions-fn', { query: '' }, caller)).toEqual([]);
  });
});

describe('the queries of the README', () => {
  const queries = [
    ...readFileSync(join(__dirname, '../../README.md'), 'utf8').matchAll(/`([^`]*statusCategory[^`]*)`/g),
  ];
  const [queue = '', near = ''] = queries.map(([, jql]) => jql);
  let site: AppSite;
  beforeAll(async () => {
    site = await startAppSite({ startAt: START - MINUTE });
    await site.moveTo(START);
  }, 60_000);
  afterAll(() => site.close());

  it('list incidents in handling order, and those near breach', async () => {
    const raise = async (impact: string, urgency: string): Promise<string> =>
      (await site.raise(site.people.customer, 'Panne', { impact, urgency })).key;
    const p4 = await raise('minor', 'low');
    const p2 = await raise('important', 'critical');
    await site.moveTo(START + MINUTE);
    const laterP2 = await raise('important', 'critical');
    const p1 = await raise('extended', 'critical');
    await site.moveTo(START + 2 * MINUTE);
    expect(await search(site, queue)).toEqual([p1, p2, laterP2, p4]);
    expect(await search(site, near)).toEqual([]);
    await site.moveTo(START + 55 * MINUTE);
    expect(await search(site, near)).toEqual([p1]);
    await site.moveTo(START + 3 * HOUR);
    expect((await search(site, near)).sort()).toEqual([p1, p2, laterP2].sort());
  });
});

describe('JSM’s own Impact and Urgency, mapped by an admin', () => {
  let site: AppSite;
  let key: string;
  let impact: LevelFieldMapping;
  let urgency: LevelFieldMapping;
  const select = (name: string, levels: Record<string, string>): LevelFieldMapping => {
    const { id, options } = site.jira.addSelectField({ name, options: Object.keys(levels) });
    return {
      fieldId: id,
      options: Object.fromEntries(options.map((option) => [option.id, levels[option.value] ?? ''])),
    };
  };
  const clause = ({ fieldId }: LevelFieldMapping): string => `cf[${fieldId.replace('customfield_', '')}]`;
  const optionOf = ({ options }: LevelFieldMapping, level: string): string =>
    Object.keys(options).find((id) => options[id] === level) ?? '';

  beforeAll(async () => {
    site = await startAppSite({ startAt: START - MINUTE, policy: null });
    // The site's own fields, whose ids and options an ITSM project brings.
    impact = select('Impact', { 'Extensive / Widespread': 'extended', 'Minor / Localized': 'minor' });
    urgency = select('Urgency', { Critical: 'critical', High: 'high', Low: 'low' });
    await publish(site, (proposed) => ({ ...proposed, levelFields: { impact, urgency } }));
    await site.moveTo(START);
    ({ key } = await site.raise(site.people.customer, 'Panne'));
    await site.moveTo(START + MINUTE);
  }, 60_000);
  afterAll(() => site.close());

  it('are read from the changelog: priority, clocks and ledger follow', async () => {
    await edit(site, site.people.agent, key, {
      [impact.fieldId]: { id: optionOf(impact, 'extended') },
      [urgency.fieldId]: { id: optionOf(urgency, 'critical') },
    });
    await site.platform.settle();
    expect(await site.fields(key)).toMatchObject({ priority: '1', impact: null, urgency: null });
    const view = await panel(site, key);
    expect(view).toMatchObject({
      impact: 'extended',
      urgency: 'critical',
      priority: { derived: 'P1', source: 'matrix' },
    });
    expect(view.state === 'tracked' ? view.ledger : []).toContainEqual(
      expect.objectContaining({ kind: 'levels', impact: 'extended', urgency: 'critical' }),
    );
  });

  it('are written by the panel as their options, in one edit of the agent', async () => {
    await site.moveTo(site.clock.now() + MINUTE);
    site.jira.resetCalls();
    const levels = { impact: 'minor', urgency: 'high' };
    const on = { issueKey: key };
    const answer = await site.ask<AgentPanelApi, 'setLevels'>(
      'agent-panel',
      site.people.agent,
      'setLevels',
      levels,
      on,
    );
    expect(granted(answer)).toMatchObject({ ...levels, priority: { effective: 'P4' } });
    const writes = site.jira.calls().filter(({ method, as }) => method === 'PUT' && as === 'user');
    expect(writes).toHaveLength(1);
    expect(await search(site, `${clause(impact)} = "Minor / Localized" AND ${clause(urgency)} = High`)).toEqual([key]);
  });

  it('go back to unset by the panel’s undo', async () => {
    await site.moveTo(site.clock.now() + MINUTE);
    const levels = { impact: null, urgency: null };
    const on = { issueKey: key };
    const answer = await site.ask<AgentPanelApi, 'setLevels'>(
      'agent-panel',
      site.people.agent,
      'setLevels',
      levels,
      on,
    );
    expect(granted(answer)).toMatchObject({ impact: null, urgency: null });
    expect(await search(site, `${clause(impact)} IS EMPTY AND ${clause(urgency)} IS EMPTY`)).toEqual([key]);
  });

  it('without an option for a level refuse it, and nothing is written', async () => {
    const levels = { impact: 'moderate', urgency: 'low' };
    const on = { issueKey: key };
    const answer = await site.ask<AgentPanelApi, 'setLevels'>(
      'agent-panel',
      site.people.agent,
      'setLevels',
      levels,
      on,
    );
    expect(answer).toEqual({
      ok: false,
      code: 'invalid-input',
      problems: [{ code: 'level-without-option', path: 'impact', values: { level: 'moderate' } }],
    });
  });
});
