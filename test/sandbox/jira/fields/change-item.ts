/** One field's change as the changelog keeps it: ids and words as they were when it was written. */
import { listOf } from '../issue-values';
import type { ChangeItem, Field, FieldKind, Json, SiteState } from '../model';
import type { Site } from '../site';
import { textOf } from './adf';

interface Side {
  id: string | null;
  text: string | null;
}

/** System fields are named in English in the changelog, one of them by words; custom ones carry their name on this site. */
const CHANGELOG_NAMES: Record<string, string> = { fixVersions: 'Fix Version' };

/** The item for a field's change from one stored value to another. */
export function changeItem(site: Site, field: Field, before: Json, after: Json): ChangeItem {
  const from = side(site, field, before);
  const to = side(site, field, after);
  const isCustom = field.schema.custom !== undefined;
  return {
    fieldId: field.id,
    field: isCustom ? field.name : (CHANGELOG_NAMES[field.id] ?? field.id),
    fieldtype: isCustom ? 'custom' : 'jira',
    from: from.id,
    fromString: from.text,
    to: to.id,
    toText: to.text,
  };
}

type NameOf = (state: SiteState, field: Field, id: string) => string | undefined;

/** Kinds whose values are ids: both the id and the name of the day are kept. */
const NAMED: Partial<Record<FieldKind, NameOf>> = {
  user: (state, _field, id) => state.users[id]?.displayName,
  users: (state, _field, id) => state.users[id]?.displayName,
  'app-user': (state, _field, id) => state.users[id]?.displayName,
  organizations: (state, _field, id) => state.organizations[id]?.name,
  versions: (state, _field, id) => state.versions[id]?.name,
  priority: (state, _field, id) => state.priorities[id]?.name,
  status: (state, _field, id) => state.statuses[id]?.name,
  resolution: (state, _field, id) => state.resolutions[id]?.name,
  'request-type': (state, _field, id) => state.requestTypes[id]?.name,
  select: (_state, field, id) => field.options.find((option) => option.id === id)?.value,
};

function side(site: Site, field: Field, value: Json): Side {
  if (value === null) return { id: null, text: null };
  const nameOf = NAMED[field.kind];
  if (nameOf === undefined) return { id: null, text: words(field, value) };
  const ids = typeof value === 'string' ? [value] : listOf(value);
  return {
    id: ids.length === 0 ? null : ids.join(', '),
    text: ids.length === 0 ? null : ids.map((id) => nameOf(site.state, field, id) ?? id).join(', '),
  };
}

function words(field: Field, value: Json): string {
  if (field.kind === 'adf') return textOf(value);
  if (field.kind === 'app-datetime' && typeof value === 'number') return new Date(value).toISOString();
  if (field.kind === 'labels') return listOf(value).join(' ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
