import { existsSync, readFileSync } from 'node:fs';
import type { ProductEvent } from '../../sandbox/seam';
import type { ASite } from './a-site';
import { aSite, at, START } from './a-site';

const SHARED = '../shared/events';
const describeShared = existsSync(SHARED) ? describe : describe.skip;

let site: ASite;
let events: ProductEvent[];
let key: string;
beforeEach(() => {
  site = aSite();
  events = [];
  ({ key } = site.anIssue());
  site.jira.onEvent((event) => events.push(event));
});

const toStatus = () => site.ask('POST', `/rest/api/3/issue/${key}/transitions`, { body: { transition: { id: '21' } } });
const toPriority = (as = site.people.agent) =>
  site.ask('PUT', `/rest/api/3/issue/${key}`, { as, body: { fields: { priority: { id: '2' } } } });

describe('events', () => {
  it('come after the write that caused them is visible', async () => {
    const seen: unknown[] = [];
    site.jira.onEvent((event) => seen.push(site.jira.issue(String(at(event, 'issue.key')))?.values['priority']));
    await toPriority();
    expect(seen).toEqual(['2']);
  });

  it('name statuses on a change of status', async () => {
    await toStatus();
    expect(at(events, '0.associatedStatuses.*.name')).toEqual(['Waiting for support', 'Waiting for customer']);
    expect(at(events, '0.changelog.items')).toMatchObject([{ fieldId: 'status', from: '10004', to: '10005' }]);
  });

  it('in the minimal shape have ids alone', async () => {
    site.jira.configure({ events: { shape: 'minimal' } });
    await toStatus();
    expect(events).toEqual([
      {
        eventType: 'avi:jira:updated:issue',
        selfGenerated: false,
        jiraEventTypeName: 'issue_generic',
        issue: { id: site.jira.issue(key)?.id, key },
        atlassianId: site.people.agent,
        changelog: { items: [{ field: 'status', fieldId: 'status', from: '10004', to: '10005' }] },
      },
    ]);
  });

  it('are lost where the options drop them', async () => {
    site.jira.configure({ events: { drop: ({ eventType }) => eventType === 'avi:jira:updated:issue' } });
    await toPriority();
    expect(events).toEqual([]);
  });

  it('are not raised by seeds unless told to', () => {
    const step = { kind: 'comment', at: START, by: site.people.agent, text: 'Hello' } as const;
    site.jira.seedStep(key, step);
    expect(events).toHaveLength(0);
    site.jira.seedStep(key, step, true);
    expect(at(events, '*.eventType')).toEqual(['avi:jira:commented:issue']);
  });

  it('are not raised by a call that is refused', async () => {
    await site.ask('PUT', `/rest/api/3/issue/${key}`, { body: { fields: { summary: 'x', priority: { id: '99' } } } });
    expect(events).toEqual([]);
  });
});

/** Every path of an example's payload, with the kind of what is there. */
function pathsOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.slice(0, 1).flatMap((item) => pathsOf(item, `${path}[]`));
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, `${path}.${key}`));
}

describeShared('events have every key of the recorded and documented ones', () => {
  const assign = () =>
    site.ask('PUT', `/rest/api/3/issue/${key}`, { body: { fields: { assignee: { accountId: site.people.agent } } } });
  const levels = () =>
    site.ask('PUT', `/rest/api/3/issue/${key}`, { body: { fields: { [site.jira.fieldId('impact')]: 'minor' } } });
  const share = () =>
    site.ask('PUT', `/rest/api/3/issue/${key}`, { body: { fields: { customfield_10002: [Number(site.globex.id)] } } });
  const comment = () =>
    site.ask('POST', `/rest/api/3/issue/${key}/comment`, {
      body: {
        body: { type: 'doc', version: 1, content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Hi' }] }] },
      },
    });

  it.each([
    ['forge-updated-issue.status.json', toStatus],
    ['forge-updated-issue.priority.json', toPriority],
    ['forge-updated-issue.self.json', () => toPriority('app')],
    ['forge-updated-issue.customfield.json', levels],
    ['forge-updated-issue.organizations.json', share],
    ['forge-commented-issue.adf.json', comment],
    ['forge-assign-pair.json', assign],
  ])('%s', async (file, act) => {
    const { payload } = JSON.parse(readFileSync(`${SHARED}/${file}`, 'utf8')) as { payload: unknown };
    const examples = Array.isArray(payload) ? payload : [payload];
    await act();
    expect(events).toHaveLength(examples.length);
    // The assignee is null in the examples, a person here: compared as far as the key.
    const keys = (value: unknown) => pathsOf(value).map((path) => path.replace(/(\.assignee).*/, '$1'));
    examples.forEach((example, index) => expect(keys(events[index])).toEqual(expect.arrayContaining(keys(example))));
  });
});
