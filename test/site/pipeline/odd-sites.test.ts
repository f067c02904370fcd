/** Sites that tell little or tell it in another language, automations that disagree, a queue that is full. */
import { HOUR, MINUTE } from '../../../src/core/time/instant';
import { instant } from '../../builders/ticket';
import type { JiraOptionsInput } from '../../sandbox/jira/options';
import { startAppSite, type AppSite } from '../app-site';
import { fieldsAlone } from './quiet-policy';

const MORNING = instant('2025-12-09T10:00 Toronto');

async function startSite(jira: JiraOptionsInput = {}): Promise<AppSite> {
  const site = await startAppSite({ startAt: MORNING - HOUR, policy: fieldsAlone, jira });
  await site.moveTo(MORNING);
  return site;
}

const edit = (site: AppSite, key: string, fields: Record<string, unknown>) =>
  site.rest(site.people.agent, 'PUT', `/rest/api/3/issue/${key}`, { fields });

describe.each<[string, JiraOptionsInput]>([
  ['whose events have no fields, no changelog id and items of ids alone', { events: { shape: 'minimal' } }],
  ['whose changelog has items without strings', { minimalChangelog: true }],
  ['whose comments do not say whether they are public', { omitJsdPublic: true }],
  ['in French', { siteLanguage: 'fr' }],
  ['in Korean', { siteLanguage: 'ko' }],
  ['in Korean that tells the least', { siteLanguage: 'ko', minimalChangelog: true, events: { shape: 'minimal' } }],
  ['where silent writes of fields move the issue’s `updated`', { silentValuesTouchUpdated: true }],
])('a site %s', (_case, options) => {
  it('shows the same clocks', async () => {
    const site = await startSite(options);
    try {
      const levels = { impact: 'extended', urgency: 'critical' };
      const { key } = await site.raise(site.people.customer, 'Tout est lent', levels);
      await site.moveTo(MORNING + 10 * MINUTE);
      await edit(site, key, { [site.jira.fieldId('urgency')]: 'high' });
      await site.moveTo(MORNING + 20 * MINUTE);
      expect(await site.fields(key)).toMatchObject({ priority: '2', 'sla-status': 'running', 'customer-plan': 'BASE' });
      await site.rest(site.people.agent, 'POST', `/rest/api/3/issue/${key}/transitions`, { transition: { id: '21' } });
      await site.moveTo(MORNING + 30 * MINUTE);
      expect(await site.fields(key)).toMatchObject({ 'resolution-due': null });
      await site.moveTo(MORNING + 90 * MINUTE + 2000);
      expect(await site.fields(key)).toMatchObject({ 'sla-status': 'near-breach' });
      expect(site.platform.takeFailures()).toEqual([]);
    } finally {
      await site.close();
    }
  }, 60_000);
});

describe('automations that set the priority back', () => {
  let site: AppSite;
  beforeAll(async () => {
    site = await startSite();
  }, 60_000);
  afterAll(() => site.close());

  /** Sets the priority whenever it is another of those it minds: as an administrator's rule would, at once. */
  function automation(from: readonly string[], to: string): { readonly stop: () => void } {
    let isOn = true;
    site.jira.onEvent(({ issue }) => {
      const found = site.jira.issue((issue as { id: string }).id);
      const priority = found?.values['priority'];
      if (!isOn || found === undefined || typeof priority !== 'string' || !from.includes(priority)) return;
      void edit(site, found.key, { priority: { id: to } });
    });
    return {
      stop: () => {
        isOn = false;
      },
    };
  }

  it('win after one round; the last foreign choice stands and is shown as an override', async () => {
    const rules = [automation(['1'], '2'), automation(['2'], '3')];
    const before = site.platform.counters();
    site.jira.resetCalls();
    const { key } = await site.raise(site.people.stranger, 'Disputé', { impact: 'extended', urgency: 'critical' });
    await site.moveTo(site.clock.now() + 30 * MINUTE);
    for (const { stop } of rules) stop();
    expect(await site.fields(key)).toMatchObject({ priority: '3' });
    const own = site.jira.calls().filter(({ functionKey, method }) => functionKey !== null && method === 'PUT');
    expect(own).toHaveLength(1);
    const looks =
      (site.platform.counters()['invocations.track-issue-fn'] ?? 0) - (before['invocations.track-issue-fn'] ?? 0);
    expect(looks).toBeLessThanOrEqual(4);
    const view = await site.ask('agent-panel', site.people.agent, 'view', {}, { issueKey: key });
    expect(view).toMatchObject({
      ok: true,
      data: { priority: { derived: 'P1', effective: 'P3', source: 'override' } },
    });
  });
});

describe('a full queue', () => {
  it('loses no event: the platform brings them again, and all are looked at', async () => {
    const site = await startSite({ limits: { burst: false, perIssueWrites: false } });
    try {
      const keys: string[] = [];
      for (let count = 0; count < 30; count += 1) {
        keys.push((await site.raise(site.people.stranger, 'En masse', { impact: 'minor', urgency: 'low' })).key);
      }
      await site.moveTo(MORNING + MINUTE);
      // Edits enough to use up the 500 queue events of a minute.
      for (let round = 0; round < 19; round += 1) {
        for (const key of keys) await edit(site, key, { summary: `En masse ${String(round)}` });
      }
      await edit(site, keys[0] ?? '', { [site.jira.fieldId('impact')]: 'extended' });
      await site.moveTo(MORNING + 5 * MINUTE);
      expect(await site.fields(keys[0] ?? '')).toMatchObject({ priority: expect.not.stringMatching('4') as string });
      expect(site.platform.logs().some(({ text }) => text.includes('push-track-issue'))).toBe(true);
      expect(site.platform.takeFailures()).toEqual([]);
      const seen = site.platform
        .peekEntity('ticket')
        .map(({ key, value }) => [key, value['data'] as { seenUpdatedAt: number }] as const);
      for (const [id, { seenUpdatedAt }] of seen) expect(seenUpdatedAt).toBe(site.jira.issue(id)?.updated);
    } finally {
      await site.close();
    }
  }, 60_000);
});
