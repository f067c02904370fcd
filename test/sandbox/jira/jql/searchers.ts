/** The searcher of a field, found by the name that a query uses. */
import { textOf } from '../fields/adf';
import { instantOf } from '../fields/render';
import { listOf, textIn } from '../issue-values';
import type { Field, FieldKind, Issue, Json } from '../model';
import { categoryNames } from '../views/things';
import { dateOperand } from './dates';
import { JqlError } from './jql-error';
import { keySearcher, named, peopleSearcher, single, textSearcher } from './kinds';
import type { Named } from './kinds';
import type { Key, Reader, Searcher } from './searcher';

type Make = (reader: Reader, field: Field) => Searcher;

/** The searcher for a field by clause name, name on this site, id, or `cf[10050]`. Throws JqlError where none is. */
export function searcherFor(reader: Reader, name: string): Searcher {
  const wanted = name.toLowerCase();
  if (['key', 'issuekey', 'issue', 'id'].includes(wanted)) return keySearcher(reader);
  if (wanted === 'text') return textSearcher((issue) => allWords(issue));
  const field = fieldNamed(reader, wanted);
  if (field === undefined) {
    throw new JqlError(`Field '${name}' does not exist or you do not have permission to view it.`);
  }
  return MAKERS[field.kind](reader, field);
}

function fieldNamed({ site }: Reader, wanted: string): Field | undefined {
  const custom = /^cf\[(\d+)\]$/.exec(wanted);
  return Object.values(site.state.fields).find((field) =>
    custom !== null
      ? field.schema.customId === Number(custom[1])
      : [field.id, field.name, ...field.clauseNames].some((known) => known.toLowerCase() === wanted) ||
        (field.kind === 'organizations' && wanted === 'organizations'),
  );
}

const allWords = (issue: Issue): string =>
  [
    textIn(issue, 'summary'),
    textOf(issue.values['description'] ?? null),
    ...issue.comments.map(({ body }) => textOf(body)),
  ].join(' ');

const one = (value: Json | undefined): Key[] => (typeof value === 'string' || typeof value === 'number' ? [value] : []);

/** A field that holds ids of named things. */
const things = (
  list: (reader: Reader, field: Field) => Named[],
  held?: (reader: Reader, issue: Issue) => Key[],
): Make => {
  return (reader, field) =>
    named(field.name, list(reader, field), (issue) => {
      if (held !== undefined) return held(reader, issue);
      const value = issue.values[field.id];
      return Array.isArray(value) ? listOf(value) : one(value);
    });
};

const dates: Make = (reader, field) => ({
  compares: 'order',
  held: (issue) => {
    const instant = field.kind === 'instant' ? instantOf(issue, field.id) : issue.values[field.id];
    return typeof instant === 'number' ? [instant] : [];
  },
  keys: (operand) => [dateOperand(reader, operand)],
  sort: (issue) => {
    const instant = field.kind === 'instant' ? instantOf(issue, field.id) : issue.values[field.id];
    return typeof instant === 'number' ? instant : null;
  },
});

/** Days are compared by their text, which sorts as time does. */
const days: Make = (reader, field) => ({
  compares: 'order',
  held: (issue) => one(issue.values[field.id]),
  keys: (operand) => [
    new Date(dateOperand({ ...reader, user: { ...reader.user, timeZone: 'UTC' } }, operand)).toISOString().slice(0, 10),
  ],
  sort: (issue) => one(issue.values[field.id])[0] ?? null,
});

const numbers: Make = (_reader, field) => ({
  compares: 'order',
  held: (issue) => one(issue.values[field.id]),
  keys: (operand) => {
    const value = operand.kind === 'literal' ? Number(operand.text) : Number.NaN;
    if (Number.isNaN(value)) throw new JqlError(`The value given is not a number for field '${field.name}'.`);
    return [value];
  },
  sort: (issue) => one(issue.values[field.id])[0] ?? null,
});

const texts: Make = (_reader, field) =>
  textSearcher((issue) => {
    const value = issue.values[field.id] ?? null;
    return typeof value === 'string' ? value : textOf(value);
  });

const people: Make = (reader, field) =>
  peopleSearcher(reader, field.name, (issue) => {
    if (field.id === 'creator') return [issue.creatorId];
    const value = issue.values[field.id];
    return Array.isArray(value) ? listOf(value) : one(value).map(String);
  });

const unsearchable: Make = (_reader, field) => {
  throw new JqlError(`The field '${field.name}' cannot be searched.`);
};

const statusCategories: Named[] = (['new', 'indeterminate', 'done'] as const).map((key, index) => ({
  id: key,
  names: [categoryNames(key).name, key],
  rank: index,
}));

const MAKERS: Record<FieldKind, Make> = {
  text: texts,
  adf: texts,
  comments: () => textSearcher((issue) => issue.comments.map(({ body }) => textOf(body)).join(' ')),
  user: people,
  users: people,
  'app-user': people,
  project: things(
    ({ site }) =>
      Object.values(site.state.projects).map(({ id, key, name }) => ({ id, names: [key, name, id], rank: key })),
    (_reader, issue) => [issue.projectId],
  ),
  'issue-type': things(
    ({ site }) => Object.values(site.state.issueTypes).map(({ id, name }) => ({ id, names: [name, id], rank: name })),
    (_reader, issue) => [issue.issueTypeId],
  ),
  status: things(({ site }) =>
    Object.values(site.state.statuses).map(({ id, name }) => ({ id, names: [name, id], rank: name })),
  ),
  'status-category': things(
    () => statusCategories,
    ({ site }, issue) => one(site.state.statuses[textIn(issue, 'status')]?.category),
  ),
  priority: (reader, field) => ({ ...things(priorities)(reader, field), compares: 'order' }),
  resolution: (reader, field) => ({ ...things(resolutions)(reader, field), emptyName: 'unresolved' }),
  versions: things(({ site }) =>
    Object.values(site.state.versions).map(({ id, name }) => ({ id, names: [name, id], rank: name })),
  ),
  organizations: things(({ site }) =>
    Object.values(site.state.organizations).map(({ id, name }) => ({ id, names: [name, id], rank: name })),
  ),
  'request-type': things(({ site }) =>
    Object.values(site.state.requestTypes).map(({ id, name, projectId }) => ({
      id,
      names: [name, `${name} (${site.state.projects[projectId]?.key ?? ''})`, id],
      rank: name,
    })),
  ),
  select: things((_reader, field) =>
    field.options.map(({ id, value }, index) => ({ id, names: [value, id], rank: index })),
  ),
  labels: (_reader, field) => single((issue) => listOf(issue.values[field.id])),
  language: (_reader, field) => single((issue) => one(issue.values[field.id])),
  'app-string': (_reader, field) => ({ ...single((issue) => one(issue.values[field.id])), compares: 'both' }),
  'app-group': (_reader, field) => single((issue) => one(issue.values[field.id])),
  'app-number': numbers,
  'app-date': days,
  'app-datetime': dates,
  instant: dates,
  'app-object': unsearchable,
};

/** Higher priorities are greater: `priority >= High` includes Highest, and DESC lists Highest first. */
function priorities({ site }: Reader): Named[] {
  const { priorityOrder } = site.state;
  return Object.values(site.state.priorities).map(({ id, name }) => ({
    id,
    names: [name, id],
    rank: priorityOrder.length - priorityOrder.indexOf(id),
  }));
}

function resolutions({ site }: Reader): Named[] {
  return Object.values(site.state.resolutions).map(({ id, name }) => ({ id, names: [name, id], rank: name }));
}
