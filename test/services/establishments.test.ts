import {
  findOrganizations,
  listEstablishments,
  listGroups,
  removeGroup,
  saveEstablishment,
  saveGroup,
} from '../../src/services/establishments';
import { memorySite, type Memory } from '../builders/memory-ports';

let memory: Memory;
beforeEach(() => {
  memory = memorySite(1000);
  memory.organizations.push(
    { id: '1', name: 'Hôpital de l’Île' },
    { id: '2', name: 'Cégep' },
    { id: '3', name: 'CLSC' },
  );
});

describe('organizations to choose from', () => {
  it.each([
    ['hopital', ['1']],
    ['C', ['2', '3']],
    ['', ['1', '2', '3']],
    ['zoo', []],
  ])('are found by "%s" in any case or accent', async (search, ids) => {
    const { organizations } = await findOrganizations(memory.ports, search, 0);
    expect(organizations.map(({ organizationId }) => organizationId)).toEqual(ids);
  });
});

describe('what an establishment counts', () => {
  it('is recorded and listed; a figure can be taken off again', async () => {
    await saveEstablishment(memory.ports, { organizationId: '1', fee: 120_000, users: 40 });
    await saveEstablishment(memory.ports, { organizationId: '1', fee: 120_000, users: null });
    const { establishments } = await listEstablishments(memory.ports, 'hop', 0);
    expect(establishments).toEqual([{ organizationId: '1', name: 'Hôpital de l’Île', fee: 120_000, users: null }]);
    expect(memory.establishments.get('1')).toEqual({
      organizationId: '1',
      fee: 120_000,
      users: null,
      recordedAt: 1000,
    });
  });

  it.each([
    ['an unknown organization', { organizationId: '9', fee: 1, users: 1 }, ['unknown-organization']],
    ['a negative fee', { organizationId: '1', fee: -1, users: 1 }, ['figure-out-of-range']],
    ['half a user', { organizationId: '1', fee: 1, users: 0.5 }, ['figure-out-of-range']],
  ])('is refused for %s', async (_, wanted, codes) => {
    const result = await saveEstablishment(memory.ports, wanted);
    expect(result.kind === 'invalid' ? result.problems.map(({ code }) => code) : result).toEqual(codes);
    expect(memory.establishments.size).toBe(0);
  });
});

describe('groups of establishments', () => {
  it('are saved under a code, replaced by the same code, and removed', async () => {
    await saveGroup(memory.ports, { code: 'r06', organizationIds: ['1', '2', '1'] });
    expect(memory.groups.get('R06')).toEqual({ code: 'R06', organizationIds: ['1', '2'] });
    const result = await saveGroup(memory.ports, { code: 'R06', organizationIds: ['3'] });
    expect(result).toEqual({
      kind: 'saved',
      value: [{ code: 'R06', organizations: [{ organizationId: '3', name: 'CLSC' }] }],
    });
    expect(await removeGroup(memory.ports, 'R06')).toEqual([]);
    expect(await listGroups(memory.ports)).toEqual([]);
  });

  it('leave out an organization that Jira no longer has', async () => {
    memory.groups.set('R06', { code: 'R06', organizationIds: ['1', '9'] });
    const [group] = await listGroups(memory.ports);
    expect(group?.organizations).toEqual([{ organizationId: '1', name: 'Hôpital de l’Île' }]);
  });

  it.each([
    ['words for a code', { code: 'all hospitals', organizationIds: ['1'] }, ['bad-group-code']],
    ['nobody', { code: 'R06', organizationIds: [] }, ['no-establishments']],
    ['an unknown organization', { code: 'R06', organizationIds: ['1', '9'] }, ['unknown-organization']],
  ])('are refused for %s', async (_, wanted, codes) => {
    const result = await saveGroup(memory.ports, wanted);
    expect(result.kind === 'invalid' ? result.problems.map(({ code }) => code) : result).toEqual(codes);
    expect(memory.groups.size).toBe(0);
  });
});
