import type { ProductEvent } from '../../sandbox/seam';
import { documentOf } from '../../sandbox/jira/fields/adf';
import type { ASite } from './a-site';
import { aSite, at, START } from './a-site';

let site: ASite;
let key: string;
beforeEach(() => {
  site = aSite();
  key = site.anIssue().key;
});

const internal = { key: 'sd.public.comment', value: { internal: true } };
const path = () => `/rest/api/3/issue/${key}/comment`;
const write = (text: string, properties: unknown[] = [], as = site.people.agent) =>
  site.ask('POST', path(), { as, body: { body: documentOf(text), properties } });

describe('comments', () => {
  it('are public unless the property sd.public.comment says internal', async () => {
    const [open, closed] = [await write('Hello'), await write('Note', [internal])];
    expect([at(open.body, 'jsdPublic'), at(closed.body, 'jsdPublic')]).toEqual([true, false]);
  });

  it('carry properties of the app, shown where expand asks', async () => {
    await write('Downgraded', [internal, { key: 'cadran.action', value: { kind: 'downgrade' } }]);
    const plain = await site.ask('GET', path());
    const whole = await site.ask('GET', `${path()}?expand=properties`);
    expect(at(plain.body, 'comments.0.properties')).toBeUndefined();
    expect(at(whole.body, 'comments.0.properties')).toContainEqual({
      key: 'cadran.action',
      value: { kind: 'downgrade' },
    });
  });

  it.each([
    ['startAt=1&maxResults=1', ['Two']],
    ['orderBy=-created', ['Three', 'Two', 'One']],
    ['orderBy=created&startAt=2', ['Three']],
  ])('are paged and ordered by %s', async (query, expected) => {
    for (const text of ['One', 'Two', 'Three']) {
      site.clock.set(site.clock.now() + 1000);
      await write(text);
    }
    const { body } = await site.ask('GET', `${path()}?${query}`);
    expect(at(body, 'comments.*.body.content.0.content.0.text')).toEqual(expected);
    expect(at(body, 'total')).toBe(3);
  });

  it.each([
    ['plain text', 'Hello'],
    ['a document of another version', { type: 'doc', version: 2, content: [] }],
    ['nothing', undefined],
  ])('are refused with %s for a body', async (_what, body) => {
    const answer = await site.ask('POST', path(), { body: { body } });
    expect([answer.status, at(answer.body, 'errors.comment')]).toEqual([400, 'Comment body is not valid!']);
  });

  it('raise commented:issue when made and when edited, with the author’s kind', async () => {
    const events: ProductEvent[] = [];
    site.jira.onEvent((event) => events.push(event));
    const { body } = await write('Hello', [], 'app');
    await site.ask('PUT', `${path()}/${String(at(body, 'id'))}`, {
      body: { body: documentOf('Hello again') },
      as: 'app',
    });
    expect(at(events, '*.eventType')).toEqual(['avi:jira:commented:issue', 'avi:jira:commented:issue']);
    expect(at(events, '*.selfGenerated')).toEqual([true, true]);
    expect(at(events, '1.comment')).toMatchObject({
      author: { accountType: 'app' },
      jsdPublic: true,
      body: documentOf('Hello again'),
    });
  });

  it('move the issue’s updated, and so does their deletion', async () => {
    site.clock.set(START + 5000);
    const { body } = await write('Hello');
    expect(site.jira.issue(key)?.updated).toBe(START + 5000);
    site.clock.set(START + 9000);
    await site.ask('DELETE', `${path()}/${String(at(body, 'id'))}`);
    expect([site.jira.issue(key)?.updated, site.jira.issue(key)?.comments.length]).toEqual([START + 9000, 0]);
  });

  it('of others are deleted by those who may delete all', async () => {
    const { body } = await write('Hello', [], site.people.agent);
    const one = `${path()}/${String(at(body, 'id'))}`;
    site.jira.setPermission({
      accountId: site.people.agent,
      permission: 'DELETE_OWN_COMMENTS',
      projectId: site.project.id,
      granted: false,
    });
    expect((await site.ask('DELETE', one)).status).toBe(400);
    expect((await site.ask('DELETE', one, { as: site.people.admin })).status).toBe(204);
  });

  it('turn internal when their property is set later', async () => {
    const { body } = await write('Hello');
    const id = String(at(body, 'id'));
    const set = await site.ask('PUT', `/rest/api/3/comment/${id}/properties/sd.public.comment`, {
      body: { internal: true },
    });
    const list = await site.ask('GET', path());
    expect([set.status, at(list.body, 'comments.0.jsdPublic')]).toEqual([200, false]);
  });

  it('may come without jsdPublic, on a site that leaves it out', async () => {
    site.jira.configure({ omitJsdPublic: true });
    const { body } = await write('Note', [internal]);
    expect(Object.keys(body as object)).not.toContain('jsdPublic');
  });
});

describe('properties of issues and comments', () => {
  it('answer 201 when new, 200 when replaced, 404 when absent or deleted', async () => {
    const one = `/rest/api/3/issue/${key}/properties/cadran.row`;
    const statuses = [
      await site.ask('GET', one),
      await site.ask('PUT', one, { body: { a: 1 } }),
      await site.ask('PUT', one, { body: { a: 2 } }),
      await site.ask('GET', one),
      await site.ask('DELETE', one),
      await site.ask('GET', one),
    ].map(({ status }) => status);
    expect(statuses).toEqual([404, 201, 200, 200, 204, 404]);
  });

  it('are refused past 32,768 characters', async () => {
    const answer = await site.ask('PUT', `/rest/api/3/issue/${key}/properties/big`, { body: 'x'.repeat(32_768) });
    expect([answer.status, site.jira.issue(key)?.properties]).toEqual([400, {}]);
  });
});
