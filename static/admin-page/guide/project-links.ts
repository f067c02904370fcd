import type { SiteChoices } from '../../../src/contract/admin-page';

type Project = SiteChoices['projects'][number];

/**
 * Where a project's fields are set up by hand. These addresses are Jira's own and documented nowhere: only a real site can
 * confirm them. The steps beside each link name the way by its menus, so that a moved page costs a click.
 */
export function fieldsPage({ key, service }: Project, managed: 'company' | 'team'): string {
  if (service) return `/jira/servicedesk/projects/${key}/settings/request-types`;
  return managed === 'team'
    ? `/jira/software/projects/${key}/settings/issuetypes`
    : `/plugins/servlet/project-config/${key}`;
}

/** Where a project says who may do what; as little documented as the above. */
export function permissionsPage({ key }: Project): string {
  return `/plugins/servlet/project-config/${key}/permissions`;
}
