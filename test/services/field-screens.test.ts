/** Where the fields are missing: screens of company-managed projects, forms of the others, and what nobody can tell. */
import { fieldPlan } from '../../src/services/field-screens';
import { FIELD_IDS, memorySite, type Memory } from '../builders/memory-ports';
import { instant } from '../builders/ticket';

let site: Memory;
beforeEach(() => {
  site = memorySite(instant('2025-12-09T10:00 Toronto'));
});

const form = (id: string, ...keys: ('impact' | 'urgency')[]) => ({
  id,
  name: `Form ${id}`,
  fieldIds: ['summary', ...keys.map((key) => FIELD_IDS[key] ?? '')],
});
const addProject = (managed: 'company' | 'team', isService: boolean): void => {
  site.screens.projects.push({ projectId: '1', managed, isService, screens: [] });
};
const planned = async () => (await fieldPlan(site.ports, ['1'])).projects[0];

it('a work type of a team-managed project lacks what its create form does not ask', async () => {
  addProject('team', false);
  site.screens.createForms.set('1', [form('bug', 'urgency'), form('task', 'impact', 'urgency'), form('epic')]);
  expect((await planned())?.workTypes?.map(({ id, missing }) => [id, missing])).toEqual([
    ['bug', ['impact']],
    ['task', []],
    ['epic', ['impact', 'urgency']],
  ]);
});

it('create forms that Jira does not show are unknown, not without fields', async () => {
  addProject('team', false);
  site.screens.createForms.set('1', null);
  expect((await planned())?.workTypes).toBeNull();
});

it.each(['company', 'team'] as const)('a %s-managed service project is told by its request types', async (managed) => {
  addProject(managed, true);
  site.screens.requestTypes.push(form('help', 'impact'));
  expect(await planned()).toMatchObject({ requestTypes: [{ id: 'help', missing: ['urgency'] }], workTypes: [] });
  expect(site.calls).not.toContain('screens.createForms');
});

it('a company-managed project outside JSM is told by its screens alone', async () => {
  addProject('company', false);
  expect(await planned()).toMatchObject({ requestTypes: [], workTypes: [] });
  expect(site.calls).not.toContain('screens.createForms');
  expect(site.calls).not.toContain('screens.requestTypes');
});

it('fields that the site has not made are missing on no form', async () => {
  addProject('team', false);
  site.screens.createForms.set('1', [form('bug')]);
  const ports = { ...site.ports, site: { ...site.ports.site, fieldIds: async () => ({ ...FIELD_IDS, impact: null }) } };
  expect((await fieldPlan(ports, ['1'])).projects[0]?.workTypes).toMatchObject([{ missing: ['urgency'] }]);
});
