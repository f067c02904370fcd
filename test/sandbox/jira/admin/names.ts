/** Names that seeds use, as ids. Each throws on a name that the site does not know: a seed must not guess. */
import type { Project } from '../model';
import type { Site } from '../site';

export function projectByKey(site: Site, key: string): Project {
  const project = site.project(key);
  if (project === undefined) throw new Error(`no project ${key} on the site`);
  return project;
}

/** The id of a field by module key, `schema.custom` or id. */
export function fieldId(site: Site, key: string): string {
  const field = site.field(key) ?? Object.values(site.state.fields).find(({ app }) => app?.moduleKey === key);
  if (field === undefined) throw new Error(`no field ${key} on the site`);
  return field.id;
}

/** The id of a named status, resolution or issue type. */
export function idByName(table: Record<string, { id: string; name: string }>, name: string): string {
  const item = Object.values(table).find((candidate) => candidate.name === name);
  if (item === undefined) throw new Error(`nothing on the site is called ${name}`);
  return item.id;
}
