import type { ASite } from './a-site';
import { aSite, at, START } from './a-site';

const DAY = 86_400_000;

let site: ASite;
/** Keys SUP-1 … SUP-5, each with its summary A … E. */
function fill(): ASite {
  const made = aSite();
  const { jira, people, globex } = made;
  const base = { projectKey: 'SUP', reporterId: people.customer, requestTypeId: made.requestType.id };
  jira.seedIssue({
    ...base,
    summary: 'A Payroll is down',
    created: START - 5 * DAY,
    fields: { impact: 'extended', priority: { id: '1' } },
  });
  jira.seedIssue({
    ...base,
    summary: 'B Printing is slow',
    created: START - 4 * DAY,
    fields: { impact: 'minor', 'handling-order': 3 },
  });
  jira.seedIssue({
    ...base,
    summary: 'C Question',
    created: START - 3 * DAY,
    fields: { assignee: { accountId: people.agent }, priority: { id: '4' }, 'handling-order': 1 },
    steps: [{ kind: 'transition', at: START - DAY, by: people.agent, to: 'Resolved', resolution: 'Duplicate' }],
  });
  jira.seedIssue({
    ...base,
    reporterId: people.stranger,
    summary: 'D Payroll again',
    created: START - 2 * DAY,
    organizationIds: [globex.id],
    fields: { 'sla-next-due': '2025-12-09T17:00:00Z', 'handling-order': 2, priority: { id: '2' } },
    steps: [{ kind: 'transition', at: START - DAY, by: people.agent, to: 'In progress' }],
  });
  jira.addProject({ key: 'DEV', name: 'Development', type: 'software', roles: { administrator: [people.admin] } });
  jira.seedIssue({ projectKey: 'DEV', summary: 'E Hidden', reporterId: people.admin, created: START - DAY });
  return made;
}
beforeAll(() => {
  site = fill();
});

const search = (jql: string, more: Record<string, unknown> = {}, as = site.people.agent) =>
  site.ask('POST', '/rest/api/3/search/jql', { as, body: { jql, fields: ['summary'], ...more } });
const letters = async (jql: string, as?: string) => {
  const { body } = await search(jql, {}, as);
  return (at(body, 'issues.*.fields.summary') as string[]).map((summary) => summary.charAt(0)).join('');
};

describe('JQL', () => {
  it.each([
    ['project = SUP order by key', 'ABCD'],
    ['project in (SUP, DEV) order by key asc', 'ABCD'],
    ['project = SUP ORDER BY created DESC', 'DCBA'],
    ['project = "Support" AND status = "In progress"', 'D'],
    ['status != "In progress" order by key', 'ABC'],
    ['statusCategory = Done', 'C'],
    ['statusCategory != Done order by key', 'ABD'],
    ['statusCategory in ("To Do", "In Progress") order by key', 'ABD'],
    ['priority = Highest OR priority = Low order by key', 'AC'],
    ['priority >= High order by key', 'AD'],
    ['project = SUP order by priority desc, key', 'ADBC'],
    ['assignee is EMPTY order by key', 'ABD'],
    ['assignee is not EMPTY', 'C'],
    ['assignee = currentUser()', 'C'],
    ['assignee != currentUser()', ''],
    ['assignee in membersOf("support")', 'C'],
    ['reporter in organizationMembers("Globex")', 'D'],
    ['resolution = Unresolved order by key', 'ABD'],
    ['resolution is EMPTY order by key', 'ABD'],
    ['resolution in (Duplicate)', 'C'],
    ['organizations = ACME order by key', 'ABC'],
    ['organizations in (Globex)', 'D'],
    ['organizations not in (Globex) order by key', 'ABC'],
    ['"Request Type" = "Report a problem" order by key', 'ABCD'],
    ['"Request Type" = "Report a problem (SUP)" and priority = Low', 'C'],
    ['issuetype = "[System] Incident" order by key', 'ABCD'],
    ['key in (SUP-1, SUP-3) order by key', 'AC'],
    ['key > SUP-2 order by key', 'CD'],
    ['created >= -3d order by key', 'CD'],
    ['created >= "2025-12-06" and created < "2025-12-07 15:00" order by key', 'C'],
    ['created <= "2025-12-05 15:00" order by key', 'AB'],
    ['updated >= startOfDay(-1d) order by key', 'CD'],
    ['updated > now()', ''],
    ['summary ~ payroll order by key', 'AD'],
    ['summary ~ "print*"', 'B'],
    ['summary !~ payroll order by key', 'BC'],
    ['text ~ "again"', 'D'],
    ['Impact = extended', 'A'],
    ['Impact ~ minor', 'B'],
    ['Impact is empty order by key', 'CD'],
    ['cf[10050] in (extended, minor) order by key', 'AB'],
    ['"Handling order" is not EMPTY order by "Handling order" ASC', 'CDB'],
    ['"Handling order" < 3 order by "Handling order" DESC', 'DC'],
    ['project = SUP order by "Handling order", key', 'CDBA'],
    ['project = SUP order by "Handling order" desc, key', 'ABDC'],
    ['"SLA next due" < 3h', 'D'],
    ['"SLA next due" <= "2025-12-09 16:59"', ''],
    ['not (priority = Highest) and project = SUP order by key', 'BCD'],
    ['!priority = Highest and project = SUP order by key', 'BCD'],
    ['project = SUP and (priority = Highest or assignee is not empty) order by key', 'AC'],
    ['project = SUP and priority = Highest or key = SUP-2 order by key', 'AB'],
    ["summary ~ 'payroll' && priority = 'Highest'", 'A'],
  ])('%s gives %s', async (jql, expected) => {
    expect(await letters(jql)).toBe(expected);
  });

  it.each([
    ['', /Unbounded/],
    ['order by created', /Unbounded/],
    ['nonsense = 1', /Field 'nonsense' does not exist/],
    ['status = Nowhere', /'Nowhere' does not exist for the field 'Status'/],
    ['priority = P1', /'P1' does not exist/],
    ['summary = payroll', /operator '=' is not supported by the 'summary' field/],
    ['status > "In progress"', /operator '>' is not supported/],
    ['created > yesterday', /'yesterday' is invalid/],
    ['assignee = fly()', /Unable to find JQL function 'fly\(\)'/],
    ['project = SUP AND', /ended/],
    ['project = "SUP', /has not been completed/],
    ['project SUP', /Expecting/],
    ['status WAS "In progress"', /does not search the history/],
    ['project = SUP order by nonsense', /'nonsense' does not exist/],
    ['project = SUP )', /Expecting/],
  ])('refuses %p', async (jql, message) => {
    const answer = await search(jql);
    expect(answer.status).toBe(400);
    expect(at(answer.body, 'errorMessages.0')).toMatch(message);
  });

  it('gives each caller what they may browse alone', async () => {
    expect(await letters('created > -30d order by created', site.people.admin)).toBe('ABCDE');
    expect(await letters('created > -30d', site.people.other)).toBe('');
    expect((await search('created > -30d', {}, site.people.customer)).status).toBe(403);
  });

  it('pages by a token that belongs to its query', async () => {
    const jql = 'project = SUP order by key';
    const first = await search(jql, { maxResults: 3 });
    const nextPageToken = at(first.body, 'nextPageToken');
    const second = await search(jql, { maxResults: 3, nextPageToken });
    expect(at(first.body, 'issues.*.key')).toEqual(['SUP-1', 'SUP-2', 'SUP-3']);
    expect(second.body).toMatchObject({ isLast: true, issues: [{ key: 'SUP-4' }] });
    expect((await search('project = DEV', { nextPageToken }, site.people.admin)).status).toBe(400);
  });

  it('gives ids alone where no field is asked for', async () => {
    const { body } = await search('key = SUP-1', { fields: [] });
    expect(at(body, 'issues')).toEqual([{ id: site.jira.issue('SUP-1')?.id }]);
  });

  it('counts, and matches issues to queries', async () => {
    const ids = ['SUP-1', 'SUP-2'].map((key) => Number(site.jira.issue(key)?.id));
    const count = await site.ask('POST', '/rest/api/3/search/approximate-count', {
      body: { jql: 'statusCategory != Done' },
    });
    const match = await site.ask('POST', '/rest/api/3/jql/match', {
      body: { issueIds: ids, jqls: ['priority = Highest', 'status = Nowhere'] },
    });
    expect(count.body).toEqual({ count: 3 });
    expect(at(match.body, 'matches.*.matchedIssues')).toEqual([[ids[0]], []]);
    expect(at(match.body, 'matches.*.errors.length')).toEqual([0, 1]);
  });

  it('knows a localised field by its name on the site, and organizations by its clause name', async () => {
    const korean = aSite({ siteLanguage: 'ko' });
    korean.anIssue();
    const count = async (jql: string) =>
      at((await korean.ask('POST', '/rest/api/3/search/approximate-count', { body: { jql } })).body, 'count');
    expect([await count('기관 = ACME'), await count('organizations = ACME')]).toEqual([1, 1]);
  });
});
