import type { AdminPageView, SiteChoices } from '../contract/admin-page';
import { assumptionsOf } from '../core/policy/assumptions';
import { checkPolicy } from '../core/policy/check-policy';
import type { PolicyDocument } from '../core/policy/document';
import { stagePlus } from '../core/policy/presets/stage-plus';
import type { Ports } from './ports';

type Needs = Pick<Ports, 'now' | 'site' | 'policies'>;

/** The policy in force with its findings and assumptions; before the first publication, the preset fitted to the site. */
export async function viewPolicy(ports: Needs): Promise<AdminPageView> {
  const [site, tracking] = await Promise.all([siteChoices(ports), ports.policies.tracking()]);
  const version = tracking === null ? null : await ports.policies.version(tracking.version);
  const document = version?.document ?? fittedToSite(stagePlus(), site);
  const at = ports.now();
  return {
    at,
    published: version === null ? null : { version: version.version, publishedAt: version.publishedAt },
    document,
    findings: checkPolicy(
      document,
      at,
      site.priorities.map(({ id }) => id),
    ),
    assumptions: assumptionsOf(document),
    site,
  };
}

/** What the site offers, read as the admin. */
export async function siteChoices(ports: Pick<Ports, 'site'>): Promise<SiteChoices> {
  const [priorities, projects, statuses] = await Promise.all([
    ports.site.priorities(),
    ports.site.projects(),
    ports.site.statuses(),
  ]);
  return { priorities, projects, statuses };
}

/**
 * A first guess that the set-up proposes and the admin confirms: priorities in the site's own order, all service projects
 * as incidents, and statuses whose name says that the customer is awaited.
 */
export function fittedToSite(document: PolicyDocument, site: SiteChoices): PolicyDocument {
  return {
    ...document,
    priorities: document.priorities.map((priority, index) => ({
      ...priority,
      jiraPriorityId:
        site.priorities.find(({ name }) => name === priority.key)?.id ?? site.priorities[index]?.id ?? null,
    })),
    scope: site.projects
      .filter(({ service }) => service)
      .map(({ id }) => ({ projectId: id, requestTypeId: null, issueTypeId: null, kind: 'incident' })),
    pauseStatusIds: site.statuses
      .filter(({ name, category }) => category !== 'done' && /customer|client/i.test(name))
      .map(({ id }) => id),
    statusCategories: Object.fromEntries(site.statuses.map(({ id, category }) => [id, category])),
  };
}
