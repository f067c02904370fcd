import type { AdminPageView, SiteChoices } from '../contract/admin-page';
import { assumptionsOf } from '../core/policy/assumptions';
import { checkPolicy } from '../core/policy/check-policy';
import { fittedToSite } from '../core/policy/fit-to-site';
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
