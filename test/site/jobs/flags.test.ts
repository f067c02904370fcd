/** Flags that people are told of, through the real bundle: comments and mail as Jira gets them. */
import { HOUR, MINUTE } from '../../../src/core/time/instant';
import type { PolicyDocument } from '../../../src/core/policy/document';
import { instant } from '../../builders/ticket';
import { startAppSite, type AppSite } from '../app-site';

const TUESDAY = instant('2025-12-09T10:00 Toronto');
const P1 = { impact: 'extended', urgency: 'critical' };

const telling =
  (alerts: Partial<PolicyDocument['alerts']>) =>
  (proposed: PolicyDocument): PolicyDocument => ({
    ...proposed,
    alerts: { ...proposed.alerts, comment: true, notify: true, language: 'fr', quietOutsideHours: true, ...alerts },
  });

let site: AppSite;
afterEach(async () => {
  expect(site.platform.takeFailures()).toEqual([]);
  await site.close();
});

const ownComments = (key: string) =>
  (site.jira.issue(key)?.comments ?? []).filter(({ authorId }) => authorId === site.jira.appAccountId());
const flagsOf = (key: string) =>
  ownComments(key).map(({ properties }) =>
    typeof properties['cadran.flag'] === 'string' ? properties['cadran.flag'] : '',
  );

async function assign(key: string): Promise<void> {
  const body = { fields: { assignee: { accountId: site.people.agent.accountId } } };
  const answer = await site.rest(site.people.admin, 'PUT', `/rest/api/3/issue/${key}`, body);
  expect(answer.status).toBe(204);
}

describe('a P1 on BASE that nobody answers', () => {
  it('is told of in internal comments and mail, each threshold once, within seconds; the response clock runs on', async () => {
    site = await startAppSite({ startAt: TUESDAY - HOUR, policy: telling({}) });
    await site.moveTo(TUESDAY);
    const { key } = await site.raise(site.people.stranger, 'Panne', P1);
    await assign(key);
    await site.moveTo(TUESDAY + 2 * HOUR);

    expect(flagsOf(key).map((flag) => flag.replace(/:\d+-\w+:/, ':'))).toEqual([
      'response:1:75%',
      'response:1:90%',
      'response:1:breach',
    ]);
    const lateness = ownComments(key).map(({ created }, index) => created - TUESDAY - [45, 54, 60][index]! * MINUTE);
    for (const late of lateness) expect(late).toBeLessThan(5_000);
    expect(ownComments(key).map(({ isPublic }) => isPublic)).toEqual([false, false, false]);
    expect(JSON.stringify(ownComments(key)[2]?.body)).toContain('La réponse initiale est en retard');
    expect(site.jira.notifications().map(({ recipientIds }) => recipientIds)).toEqual(
      Array.from({ length: 3 }, () => [site.people.agent.accountId]),
    );
    const fields = await site.fields(key);
    expect(fields['sla-status']).toBe('breached');
    expect(fields['response-due']).not.toBeNull();

    const seen = await site.rest(site.people.stranger, 'GET', `/rest/servicedeskapi/request/${key}/comment`);
    expect(JSON.parse(seen.body)).toMatchObject({ values: [] });
  }, 60_000);
});

describe('at night', () => {
  it('a goal in business hours is told of when they begin, one around the clock at once', async () => {
    const afternoon = instant('2025-12-09T14:00 Toronto');
    const evening = instant('2025-12-09T18:00 Toronto');
    const opening = instant('2025-12-10T08:30 Toronto');
    site = await startAppSite({ startAt: afternoon - HOUR, policy: telling({ notify: false }) });
    await site.ask('admin-page', site.people.admin, 'assignPlan', {
      organizationId: site.organizations.sainteRose,
      plan: 'PLUS',
      from: '2025-01-01',
      to: null,
      calendar: null,
    });
    await site.moveTo(afternoon);
    const base = await site.raise(site.people.stranger, 'BASE', { impact: 'minor', urgency: 'low' });
    await site.moveTo(evening);
    const plus = await site.raise(site.people.customer, 'PLUS', P1);
    // Two and a half hours are used of what now is due in one: late at this very instant.
    const levels = { [site.jira.fieldId('impact')]: P1.impact, [site.jira.fieldId('urgency')]: P1.urgency };
    await site.rest(site.people.agent, 'PUT', `/rest/api/3/issue/${base.key}`, { fields: levels });
    await site.moveTo(opening - MINUTE);
    expect((await site.fields(base.key))['sla-status']).toBe('breached');
    expect(flagsOf(base.key)).toEqual([]);
    // Response 30 min and resolution 4 h: both late by now, each told of three times.
    expect(flagsOf(plus.key)).toHaveLength(6);
    await site.moveTo(opening + MINUTE);
    expect(flagsOf(base.key).map((flag) => flag.replace(/:\d+-\w+:/, ':'))).toEqual(['response:1:breach']);
  }, 60_000);
});

describe('installing', () => {
  it('on twenty tickets that are long late raises no storm', async () => {
    site = await startAppSite({
      startAt: TUESDAY,
      policy: telling({ quietOutsideHours: false }),
      adopt: 'open-tickets',
      issues: ({ projectKey, requestTypeId, customer }) =>
        Array.from({ length: 20 }, (_, index) => ({
          projectKey,
          requestTypeId,
          summary: `Panne ${index}`,
          reporterId: customer,
          created: TUESDAY - (index + 10) * HOUR,
          fields: P1,
        })),
    });
    await site.moveTo(TUESDAY + 30 * MINUTE);
    expect(await site.fields('SUP-1')).toMatchObject({ 'sla-status': 'breached' });
    const keys = Array.from({ length: 20 }, (_, index) => `SUP-${index + 1}`);
    expect(keys.flatMap((key) => flagsOf(key).filter((flag) => flag.startsWith('response')))).toEqual([]);
    expect(site.jira.notifications()).toEqual([]);
  }, 60_000);
});
