/** Which fields stand on a project's screens or work types: Jira takes no other when an issue is created. */
import { platformError } from './http/answer';
import type { Project, ScreenUse } from './model';
import type { Site } from './site';

/** Work types of team-managed projects show Jira's own fields and those that were added to them, for every use. */
export function isOnScreen(
  site: Site,
  project: Project,
  use: ScreenUse,
  issueTypeId: string,
  fieldId: string,
): boolean {
  if (project.screens === null) {
    return (
      site.state.fields[fieldId]?.app === null || project.workTypeFields?.[issueTypeId]?.includes(fieldId) === true
    );
  }
  const screen = site.state.screens[project.screens[use]];
  return screen?.tabs.some(({ fieldIds }) => fieldIds.includes(fieldId)) ?? false;
}

/** Throws Jira's 400 for fields of apps that are not on the create screen. */
export function requireOnCreateScreen(
  site: Site,
  project: Project,
  issueTypeId: string,
  fieldIds: readonly string[],
): void {
  const off = fieldIds.filter((id) => {
    const field = site.state.fields[id];
    return field !== undefined && field.app !== null && !isOnScreen(site, project, 'create', issueTypeId, id);
  });
  if (off.length === 0) return;
  const said = off.map((id) => [id, `Field '${id}' cannot be set. It is not on the appropriate screen, or unknown.`]);
  throw platformError(400, [], Object.fromEntries(said) as Record<string, string>);
}
