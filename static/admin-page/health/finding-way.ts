import type { SiteChoices } from '../../../src/contract/admin-page';
import type { HealthFinding } from '../../../src/contract/health';
import { fieldsPage, permissionsPage } from '../guide/project-links';

/** Where a finding is mended: in a tab of this page, in the guide's step that adds fields, or on a project's page in Jira. */
export type FindingWay =
  | { readonly kind: 'tab'; readonly tab: 'set-up' | 'calendars' | 'alerts' }
  | { readonly kind: 'add-fields' }
  | { readonly kind: 'project'; readonly project: string; readonly page: string };

type Project = SiteChoices['projects'][number];
type ByCode<Value> = Partial<Readonly<Record<HealthFinding['code'], Value>>>;

const TABS: ByCode<'set-up' | 'calendars' | 'alerts'> = {
  'not-published': 'set-up',
  'no-scope': 'set-up',
  'no-pause-status': 'set-up',
  'priorities-off-scheme': 'set-up',
  'holidays-run-out': 'calendars',
  'group-unknown': 'alerts',
};

/** What no app may do is done by hand, in the project. */
const PAGES: ByCode<(project: Project) => string> = {
  'fields-by-hand': (project) => fieldsPage(project, 'team'),
  'work-types-without-fields': (project) => fieldsPage(project, 'team'),
  'request-types-without-fields': (project) => fieldsPage(project, 'team'),
  'app-not-permitted': permissionsPage,
};

/** The way to where a finding is mended; null where that is the developer console's, or the project is gone. */
export function wayOf({ code, facts }: HealthFinding, projects: readonly Project[]): FindingWay | null {
  if (code === 'fields-off-screen') return { kind: 'add-fields' };
  const tab = TABS[code];
  if (tab !== undefined) return { kind: 'tab', tab };
  const pageOf = PAGES[code];
  const project = 'projectId' in facts ? projects.find(({ id }) => id === facts.projectId) : undefined;
  return pageOf === undefined || project === undefined
    ? null
    : { kind: 'project', project: project.name, page: pageOf(project) };
}
