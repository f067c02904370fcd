import type { AdminPageApi, AdminPageView, OrganizationView } from '../../../src/contract/admin-page';
import type { Answer } from '../../../src/contract/answer';
import { callerFor } from '../pages/visit';
import type { Stage } from '../stage';
import { ORGANIZATIONS, thePerson } from './people';
import type { SeededJira } from './seed-jira';

/** Publishes the preset for the support project, as the administrator at the app's own page. */
export async function publishPolicy(stage: Stage, seeded: SeededJira): Promise<AdminPageView> {
  const view = await ask(stage, 'view', {});
  const entry = { projectId: seeded.projectId, issueTypeId: null };
  return ask(stage, 'publish', {
    baseVersion: null,
    adopt: 'new-tickets',
    document: {
      ...view.document,
      scope: [
        { ...entry, requestTypeId: seeded.requestTypeIds.problem, kind: 'incident' },
        { ...entry, requestTypeId: seeded.requestTypeIds.guided, kind: 'incident' },
        { ...entry, requestTypeId: seeded.requestTypeIds.feature, kind: 'feature' },
      ],
    },
  });
}

/** Records the organizations' plans, as the administrator at the app's own page. */
export async function assignPlans(stage: Stage, { organizationIds }: SeededJira): Promise<readonly OrganizationView[]> {
  const assigned: OrganizationView[] = [];
  for (const { key, plan } of ORGANIZATIONS) {
    const organizationId = organizationIds.get(key);
    if (plan === null || organizationId === undefined) continue;
    const { key: planKey, from, to } = plan;
    assigned.push(await ask(stage, 'assignPlan', { organizationId, plan: planKey, from, to, calendar: null }));
  }
  return assigned;
}

/** One call of the admin page's resolver. Throws what it refuses with. */
async function ask<Key extends keyof AdminPageApi>(
  { platform }: Stage,
  key: Key,
  request: AdminPageApi[Key]['request'],
): Promise<AdminPageApi[Key]['response']> {
  const context = { moduleKey: 'admin-page', extension: {} };
  const caller = callerFor(thePerson('admin'), 'en');
  const answer = (await platform.invokeResolver(context, caller, key, request)) as Answer<
    AdminPageApi[Key]['response']
  >;
  if (!answer.ok) throw new Error(`admin-page ${key}: ${answer.code} ${JSON.stringify(answer.problems ?? [])}`);
  return answer.data;
}
