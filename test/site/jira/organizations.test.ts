import type { ASite } from './a-site';
import { aSite, at } from './a-site';

let site: ASite;
beforeEach(() => {
  site = aSite();
});

const API = '/rest/servicedeskapi/organization';
const names = async (as: string, query = '') => {
  const answer = await site.ask('GET', `${API}?${query}`, { as });
  return answer.status === 200 ? at(answer.body, 'values.*.name') : answer.status;
};

describe('organizations', () => {
  it.each<[keyof ASite['people'], unknown]>([
    ['agent', ['ACME', 'Globex']],
    ['admin', ['ACME', 'Globex']],
    ['customer', ['ACME']],
    ['stranger', ['Globex']],
    ['other', []],
  ])('%s lists %j', async (person, expected) => {
    expect(await names(site.people[person])).toEqual(expected);
  });

  it('of one account are listed to agents alone', async () => {
    expect(await names(site.people.agent, `accountId=${site.people.stranger}`)).toEqual(['Globex']);
    expect(await names(site.people.customer, `accountId=${site.people.customer}`)).toBe(403);
  });

  it('are paged by start and limit', async () => {
    const { body } = await site.ask('GET', `${API}?start=1&limit=1`);
    expect(body).toMatchObject({ start: 1, limit: 1, size: 1, isLastPage: true, values: [{ name: 'Globex' }] });
  });

  it('gain and lose members, and with them what those see', async () => {
    const path = `${API}/${site.acme.id}/user`;
    const body = { accountIds: [site.people.stranger] };
    const { key } = site.anIssue();
    const sees = async () =>
      (await site.ask('GET', `/rest/servicedeskapi/request/${key}`, { as: site.people.stranger })).status;
    expect(await sees()).toBe(404);
    expect((await site.ask('POST', path, { body })).status).toBe(204);
    expect(await sees()).toBe(200);
    expect((await site.ask('DELETE', path, { body })).status).toBe(204);
    expect(await sees()).toBe(404);
  });

  it('keep properties that members read and agents write', async () => {
    const path = `${API}/${site.acme.id}/property/cadran.language`;
    const statuses = [
      await site.ask('PUT', path, { as: site.people.customer, body: 'fr' }),
      await site.ask('PUT', path, { body: 'fr' }),
      await site.ask('GET', path, { as: site.people.customer }),
      await site.ask('GET', path, { as: site.people.stranger }),
    ].map(({ status }) => status);
    expect(statuses).toEqual([403, 201, 200, 404]);
    const list = await site.ask('GET', `${API}/${site.acme.id}/property`);
    expect(at(list.body, 'entityPropertyKeyBeans.*.key')).toEqual(['cadran.language']);
  });

  it('are attached to and taken off a service desk', async () => {
    const path = `/rest/servicedeskapi/servicedesk/${String(site.project.serviceDeskId)}/organization`;
    const made = await site.ask('POST', API, { body: { name: 'Initech' } });
    const organizationId = Number(at(made.body, 'id'));
    await site.ask('POST', path, { body: { organizationId } });
    expect(at((await site.ask('GET', path)).body, 'values.*.name')).toEqual(['ACME', 'Globex', 'Initech']);
    await site.ask('DELETE', path, { body: { organizationId } });
    expect(at((await site.ask('GET', path)).body, 'values.*.name')).toEqual(['ACME', 'Globex']);
  });
});
