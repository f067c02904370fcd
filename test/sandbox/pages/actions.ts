/** What a person does on the pages, done through Jira's routes as that person. */
import { adfOf } from './adf';
import type { NamedThing, RequestThing } from './jira-shapes';
import type { Rest } from './rest';
import { WebRefusal } from './web/web';

const ORGANIZATIONS = 'customfield_10002';
const REQUEST_TYPE = 'customfield_10010';
const WAITING_FOR_CUSTOMER = 'Waiting for customer';
const RESPOND_TO_SUPPORT = 'Respond to support';
/** Resolutions that the transitions to a done status ask for. */
const RESOLUTION_OF: Readonly<Record<string, string>> = { 'Cancel request': "Won't Do" };

const issuePath = (key: string): string => `/rest/api/3/issue/${encodeURIComponent(key)}`;
const requestPath = (key: string): string => `/rest/servicedeskapi/request/${encodeURIComponent(key)}`;

/** A comment in Jira: a public reply, or an internal note that customers never see. */
export async function addComment(rest: Rest, key: string, text: string, internal: boolean): Promise<void> {
  await rest.post(`${issuePath(key)}/comment`, {
    body: adfOf(text),
    ...(internal ? { properties: [{ key: 'sd.public.comment', value: { internal: true } }] } : {}),
  });
}

/** Takes a transition, with what its screen asked for; one that ends the issue says with which resolution. */
export async function transitionIssue(
  rest: Rest,
  key: string,
  transitionId: string,
  asked: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const { transitions } = await rest.get<{
    transitions: readonly (NamedThing & { readonly to: { readonly statusCategory: { readonly key: string } } })[];
  }>(`${issuePath(key)}/transitions`);
  const chosen = transitions.find(({ id }) => id === transitionId);
  if (chosen === undefined) throw new WebRefusal(409, `The transition is no longer open on ${key}.`);
  const resolution = RESOLUTION_OF[chosen.name] ?? 'Done';
  await rest.post(`${issuePath(key)}/transitions`, {
    transition: { id: transitionId },
    fields: { ...asked, ...(chosen.to.statusCategory.key === 'done' ? { resolution: { name: resolution } } : {}) },
  });
}

/** Creates an incident; empty fields are left out. Gives its key. */
export async function createIssue(
  rest: Rest,
  projectKey: string,
  requestTypeId: string,
  fields: Readonly<Record<string, unknown>>,
): Promise<string> {
  const { key } = await rest.post<{ key: string }>('/rest/api/3/issue', {
    fields: {
      project: { key: projectKey },
      issuetype: { name: '[System] Incident' },
      [REQUEST_TYPE]: requestTypeId,
      ...fields,
    },
  });
  return key;
}

export const setPriority = (rest: Rest, key: string, priorityId: string): Promise<unknown> =>
  rest.put(issuePath(key), { fields: { priority: { id: priorityId } } });

export const assign = (rest: Rest, key: string, accountId: string): Promise<unknown> =>
  rest.put(issuePath(key), { fields: { assignee: { accountId } } });

export const setOrganizations = (rest: Rest, key: string, ids: readonly string[]): Promise<unknown> =>
  rest.put(issuePath(key), { fields: { [ORGANIZATIONS]: ids.map(Number) } });

/** Plans the issue's correction for a version of its project. */
export async function planFor(rest: Rest, key: string, version: string): Promise<void> {
  await rest.put(issuePath(key), { fields: { fixVersions: [{ name: version }] } });
}

/** A value that a field's own editor submitted. */
export const setField = (rest: Rest, key: string, fieldId: string, value: unknown): Promise<unknown> =>
  rest.put(issuePath(key), { fields: { [fieldId]: value } });

/** A customer's message. As JSM's own automation does, an awaited answer gives the request back to the team. */
export async function sendMessage(rest: Rest, key: string, text: string): Promise<void> {
  await rest.post(`${requestPath(key)}/comment`, { body: text, public: true });
  const { currentStatus } = await rest.get<RequestThing>(requestPath(key));
  if (currentStatus.status !== WAITING_FOR_CUSTOMER) return;
  const { values } = await rest.get<{ values: readonly NamedThing[] }>(`${requestPath(key)}/transition`);
  const back = values.find(({ name }) => name === RESPOND_TO_SUPPORT);
  if (back !== undefined) await transitionRequest(rest, key, back.id);
}

export const transitionRequest = (rest: Rest, key: string, transitionId: string): Promise<unknown> =>
  rest.post(`${requestPath(key)}/transition`, { id: transitionId });

/** Raises a request; empty fields are left out. Gives its key. */
export async function sendRequest(
  rest: Rest,
  serviceDeskId: string,
  requestTypeId: string,
  fields: Readonly<Record<string, string>>,
  properties: readonly { readonly key: string; readonly value: unknown }[] = [],
): Promise<string> {
  const filled = Object.entries(fields).filter(([, value]) => value.trim() !== '');
  const { issueKey } = await rest.post<RequestThing>('/rest/servicedeskapi/request', {
    serviceDeskId,
    requestTypeId,
    requestFieldValues: Object.fromEntries(filled),
    ...(properties.length === 0 ? {} : { properties }),
  });
  return issueKey;
}
