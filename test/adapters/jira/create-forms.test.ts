/** What Jira may answer to the question which fields its create forms ask: pages, refusals, and what says nothing. */
import { createForms } from '../../../src/adapters/jira/create-forms';
import { JiraError } from '../../../src/adapters/jira/request';
import { BusyError } from '../../../src/services/ports';

type Answer = { readonly status: number; readonly body?: unknown };
const mockAnswers = new Map<string, Answer>();
const mockAsked: string[] = [];

jest.mock('@forge/api', () => {
  const route = (parts: readonly string[], ...values: readonly unknown[]) => String.raw({ raw: parts }, ...values);
  const requestJira = (path: string) => {
    mockAsked.push(path);
    const { status, body } = mockAnswers.get(path) ?? { status: 404, body: {} };
    return Promise.resolve({ status, headers: new Headers(), json: () => Promise.resolve(body) });
  };
  const unasked = () => {
    throw new Error('asked as the app');
  };
  return {
    __esModule: true,
    default: { asUser: () => ({ requestJira }), asApp: unasked },
    route,
    getAppContext: () => ({ installationAri: { installationId: 'one' } }),
  };
});

const TYPES = '/rest/api/3/issue/createmeta/10000/issuetypes';
const at = (path: string, start = 0): string => `${path}?startAt=${start}&maxResults=200`;
const answer = (path: string, body: unknown, status = 200) => void mockAnswers.set(path, { status, body });
const bug = { id: '1', name: 'Bug', subtask: false };
const fields = (...ids: string[]) => ids.map((fieldId) => ({ fieldId, key: fieldId, required: false }));

beforeEach(() => {
  mockAnswers.clear();
  mockAsked.length = 0;
});

it('every page of both lists is read, however short Jira makes them', async () => {
  answer(at(TYPES), { issueTypes: [bug], startAt: 0, maxResults: 1, total: 2 });
  answer(at(TYPES, 1), { issueTypes: [{ id: '2', name: 'Task' }], startAt: 1, maxResults: 1, total: 2 });
  answer(at(`${TYPES}/1`), { fields: fields('summary', 'a'), startAt: 0, maxResults: 2, total: 3 });
  answer(at(`${TYPES}/1`, 2), { fields: fields('b'), startAt: 2, maxResults: 2, total: 3 });
  answer(at(`${TYPES}/2`), { fields: fields('summary'), startAt: 0, maxResults: 200, total: 1 });
  expect(await createForms('10000')).toEqual([
    { id: '1', name: 'Bug', fieldIds: ['summary', 'a', 'b'] },
    { id: '2', name: 'Task', fieldIds: ['summary'] },
  ]);
  expect(mockAsked).toHaveLength(5);
});

it('pages without a total end with an empty one', async () => {
  answer(at(TYPES), { issueTypes: [bug] });
  answer(at(TYPES, 1), { issueTypes: [] });
  answer(at(`${TYPES}/1`), { fields: fields('summary') });
  answer(at(`${TYPES}/1`, 1), { fields: [] });
  expect(await createForms('10000')).toEqual([{ id: '1', name: 'Bug', fieldIds: ['summary'] }]);
});

it.each([400, 401, 403, 404])('a project that Jira closes with %d is unknown', async (status) => {
  answer(at(TYPES), { errorMessages: ['No.'] }, status);
  expect(await createForms('10000')).toBeNull();
});

it.each<[string, unknown]>([
  ['no work type', { issueTypes: [], startAt: 0, maxResults: 200, total: 0 }],
  ['a work type without a single field', { issueTypes: [bug], startAt: 0, maxResults: 200, total: 1 }],
])('%s is unknown, not lacking', async (_, types) => {
  answer(at(TYPES), types);
  answer(at(`${TYPES}/1`), { fields: [], startAt: 0, maxResults: 200, total: 0 });
  expect(await createForms('10000')).toBeNull();
});

it('one closed work type leaves the whole unknown', async () => {
  answer(at(TYPES), { issueTypes: [bug], total: 1 });
  answer(at(`${TYPES}/1`), { errorMessages: ['No.'] }, 400);
  expect(await createForms('10000')).toBeNull();
});

it('an answer of another form is a fault, not an answer', async () => {
  answer(at(TYPES), { values: [bug] });
  await expect(createForms('10000')).rejects.toBeInstanceOf(JiraError);
});

it('a busy Jira is waited for', async () => {
  answer(at(TYPES), {}, 503);
  await expect(createForms('10000')).rejects.toBeInstanceOf(BusyError);
});
