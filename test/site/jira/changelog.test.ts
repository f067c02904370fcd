import type { ASite } from './a-site';
import { aSite, at, START } from './a-site';

let site: ASite;
let key: string;
beforeEach(() => {
  site = aSite();
  ({ key } = site.anIssue());
  ['1', '2', '3'].forEach((id, index) => {
    const step = {
      kind: 'edit',
      at: START + (index + 1) * 1000,
      by: site.people.agent,
      fields: { priority: { id } },
    } as const;
    site.jira.seedStep(key, step);
  });
  site.jira.seedStep(key, { kind: 'transition', at: START + 4000, by: site.people.agent, to: 'In progress' });
});

const bulk = (body: Record<string, unknown>, as = site.people.agent) =>
  site.ask('POST', '/rest/api/3/changelog/bulkfetch', { as, body });

describe('the changelog', () => {
  it('is paged oldest first, created as ISO text', async () => {
    const { body } = await site.ask('GET', `/rest/api/3/issue/${key}/changelog?startAt=1&maxResults=2`);
    expect(at(body, 'values.*.items.0.toString')).toEqual(['High', 'Medium']);
    expect(at(body, 'values.*.created')).toEqual(['2025-12-09T15:00:02.000+0000', '2025-12-09T15:00:03.000+0000']);
    expect(body).toMatchObject({ total: 4, isLast: false, startAt: 1 });
  });

  it('inside an issue comes newest first', async () => {
    const { body } = await site.ask('GET', `/rest/api/3/issue/${key}?fields=summary&expand=changelog`);
    expect(at(body, 'changelog.histories.*.items.0.fieldId')).toEqual(['status', 'priority', 'priority', 'priority']);
  });

  it('in bulk has created as a number, and pages by token until null', async () => {
    const first = await bulk({ issueIdsOrKeys: [key], fieldIds: ['priority'], maxResults: 2 });
    const token = at(first.body, 'nextPageToken');
    const second = await bulk({ issueIdsOrKeys: [key], fieldIds: ['priority'], maxResults: 2, nextPageToken: token });
    expect(at(first.body, 'issueChangeLogs.0.changeHistories.*.created')).toEqual([START + 1000, START + 2000]);
    expect(at(second.body, 'issueChangeLogs.0.changeHistories.*.created')).toEqual([START + 3000]);
    expect(at(second.body, 'nextPageToken')).toBeNull();
  });

  it('in bulk passes over in silence what the caller may not browse', async () => {
    expect((await bulk({ issueIdsOrKeys: [key] }, site.people.other)).body).toMatchObject({ issueChangeLogs: [] });
  });

  it.each([
    ['1,001 issues', { issueIdsOrKeys: Array.from({ length: 1001 }, (_item, index) => String(index)) }],
    ['no issue', { issueIdsOrKeys: [] }],
    ['a token of something else', { issueIdsOrKeys: ['SUP-1'], nextPageToken: 'x' }],
  ])('in bulk refuses %s', async (_what, body) => {
    expect((await bulk(body)).status).toBe(400);
  });

  it('may have ids alone, on a site of that shape', async () => {
    site.jira.configure({ minimalChangelog: true });
    const { body } = await bulk({ issueIdsOrKeys: [key], fieldIds: ['status'] });
    expect(at(body, 'issueChangeLogs.0.changeHistories.0.items')).toEqual([
      { field: 'status', fieldId: 'status', from: '10004', to: '3' },
    ]);
  });
});
