/** One field's change as the changelog keeps it: ids and words as they were when it was written. */
import type { ChangeItem, Field, Json } from '../model';
import type { Site } from '../site';
import { textOf } from './adf';

interface Side {
  id: string | null;
  text: string | null;
}

/** System fields are named in English in the changelog; custom ones carry their name on this site. */
const CHANGELOG_NAMES: Record<string, string> = {
  fixVersions: 'Fix Version',
  issuetype: 'issuetype',
};

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

function side(site: Site, field: Field, value: Json): Side {
  const { state } = site;
  if (value === null) return { id: null, text: null };
  const named = (item: { name: string } | undefined): Side => ({ id: String(value), text: item?.name ?? null });
  switch (field.kind) {
    case 'user':
    case 'app-user':
      return { id: String(value), text: state.users[String(value)]?.displayName ?? null };
    case 'users':
      return several(value, (id) => state.users[id]?.displayName);
    case 'organizations':
      return several(value, (id) => state.organizations[id]?.name);
    case 'versions':
      return several(value, (id) => state.versions[id]?.name);
    case 'labels':
      return { id: null, text: Array.isArray(value) ? value.map(String).join(' ') : null };
    case 'priority':
      return named(state.priorities[String(value)]);
    case 'status':
      return named(state.statuses[String(value)]);
    case 'resolution':
      return named(state.resolutions[String(value)]);
    case 'issue-type':
      return named(state.issueTypes[String(value)]);
    case 'request-type':
      return named(state.requestTypes[String(value)]);
    case 'select':
      return { id: String(value), text: field.options.find((option) => option.id === value)?.value ?? null };
    case 'adf':
      return { id: null, text: textOf(value) };
    case 'app-datetime':
      return { id: null, text: typeof value === 'number' ? new Date(value).toISOString() : null };
    case 'app-object':
      return { id: null, text: JSON.stringify(value) };
    default:
      return { id: null, text: String(value as string | number | boolean) };
  }
}

function several(value: Json, name: (id: string) => string | undefined): Side {
  const ids = Array.isArray(value) ? value.map(String) : [];
  if (ids.length === 0) return { id: null, text: null };
  return { id: ids.join(', '), text: ids.map((id) => name(id) ?? id).join(', ') };
}
