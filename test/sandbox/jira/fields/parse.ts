/** What a caller sends for a field, checked and brought to the form it is stored in. */
import { isRecord } from '../http/call';
import type { Field, Json, Project } from '../model';
import type { Site } from '../site';
import { isDocument } from './adf';
import { LANGUAGE_NAMES } from './languages';
import { parseAppValue } from './parse-app-value';

export type Parsed = { ok: true; value: Json } | { ok: false; error: string };

export const accept = (value: Json): Parsed => ({ ok: true, value });
export const reject = (error: string): Parsed => ({ ok: false, error });

/** The value to store for `input`, or why Jira refuses it. Null clears a field that may be empty. */
export function parseField(site: Site, field: Field, project: Project, input: unknown): Parsed {
  const { state } = site;
  switch (field.kind) {
    case 'text':
      return typeof input === 'string' && input.trim() !== ''
        ? accept(input)
        : reject(
            field.id === 'summary' ? 'You must specify a summary of the issue.' : 'Operation value must be a string',
          );
    case 'adf':
      if (input === null) return accept(null);
      return isDocument(input)
        ? accept(input)
        : reject('Operation value must be an Atlassian Document (see the Atlassian Document Format)');
    case 'user':
      return parseUser(site, field, input);
    case 'users':
      return parseList(
        input,
        (item) => accountIdOf(item),
        (id) => state.users[id] !== undefined,
        'user',
      );
    case 'priority': {
      const scheme = state.prioritySchemes[project.prioritySchemeId];
      const id = idOrName(input, Object.values(state.priorities));
      return id !== null && scheme?.priorityIds.includes(id) === true
        ? accept(id)
        : reject('The priority selected is invalid.');
    }
    case 'resolution': {
      if (input === null) return accept(null);
      const id = idOrName(input, Object.values(state.resolutions));
      return id === null ? reject('Could not find valid resolution.') : accept(id);
    }
    case 'versions': {
      const versions = Object.values(state.versions).filter((version) => version.projectId === project.id);
      return parseList(
        input,
        (item) => idOrName(item, versions),
        (id) => versions.some((version) => version.id === id),
        'version',
      );
    }
    case 'labels':
      return parseList(
        input,
        (item) => (typeof item === 'string' && !/\s/.test(item) ? item : null),
        () => true,
        'label',
      );
    case 'organizations':
      return parseList(input, numericId, (id) => project.organizationIds.includes(id), 'organization');
    case 'request-type': {
      if (input === null) return accept(null);
      const id = typeof input === 'string' || typeof input === 'number' ? String(input) : '';
      return state.requestTypes[id]?.projectId === project.id ? accept(id) : reject('Request type is invalid.');
    }
    case 'language': {
      if (input === null) return accept(null);
      const code = isRecord(input) ? input['languageCode'] : input;
      return typeof code === 'string' && code in LANGUAGE_NAMES ? accept(code) : reject('Language is invalid.');
    }
    case 'select': {
      if (input === null) return accept(null);
      const named = field.options.map((option) => ({ id: option.id, name: option.value }));
      const id = isRecord(input) ? idOrName({ id: input['id'], name: input['value'] }, named) : null;
      return id === null ? reject('Option is not valid. Specify a valid `id` or `value`.') : accept(id);
    }
    case 'app-string':
    case 'app-number':
    case 'app-date':
    case 'app-datetime':
    case 'app-object':
    case 'app-user':
    case 'app-group':
      return parseAppValue(site, field.kind, input);
    case 'project':
    case 'issue-type':
    case 'status':
    case 'status-category':
    case 'instant':
    case 'comments':
      return reject(`Field '${field.id}' cannot be set. It is not on the appropriate screen, or unknown.`);
  }
}

function parseUser(site: Site, field: Field, input: unknown): Parsed {
  if (field.id === 'creator')
    return reject("Field 'creator' cannot be set. It is not on the appropriate screen, or unknown.");
  const id = accountIdOf(input);
  if (input === null || (isRecord(input) && input['accountId'] === null)) {
    return field.id === 'assignee' ? accept(null) : reject('Reporter is required.');
  }
  const user = id === null ? undefined : site.state.users[id];
  if (user === undefined) return reject('Specify a valid value for user.');
  if (field.id === 'assignee' && user.licence !== 'jira')
    return reject(`User '${user.accountId}' cannot be assigned issues.`);
  return accept(user.accountId);
}

function parseList(
  input: unknown,
  read: (item: unknown) => string | null,
  exists: (id: string) => boolean,
  word: string,
): Parsed {
  if (input === null) return accept([]);
  if (!Array.isArray(input)) return reject('data was not an array');
  const ids: string[] = [];
  for (const item of input as unknown[]) {
    const id = read(item);
    if (id === null || !exists(id)) return reject(`${word} is not valid: ${JSON.stringify(item)}`);
    if (!ids.includes(id)) ids.push(id);
  }
  return accept(ids);
}

/** Organizations are written as an array of numbers; strings of digits pass too. */
const numericId = (item: unknown): string | null =>
  (typeof item === 'number' && Number.isInteger(item)) || (typeof item === 'string' && /^\d+$/.test(item))
    ? String(item)
    : null;

const accountIdOf = (item: unknown): string | null => {
  const id = isRecord(item) ? (item['accountId'] ?? item['id']) : null;
  return typeof id === 'string' ? id : null;
};

const idOrName = (input: unknown, items: readonly { id: string; name: string }[]): string | null => {
  if (!isRecord(input)) return null;
  const wanted = items.find((item) =>
    input['id'] !== undefined ? item.id === input['id'] : item.name === input['name'],
  );
  return wanted?.id ?? null;
};
