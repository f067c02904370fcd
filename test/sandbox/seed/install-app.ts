import type { AdminPageApi, AdminPageView, OrganizationView } from '../../../src/contract/admin-page';
import type { AgentPanelApi } from '../../../src/contract/agent-panel';
import type { Answer, SurfaceApi } from '../../../src/contract/answer';
import type { CustomerPanelApi } from '../../../src/contract/customer-panel';
import type { Bilingual } from '../../../src/core/policy/text';
import { callerFor } from '../pages/visit';
import type { Stage } from '../stage';
import { ORGANIZATIONS, thePerson, type Person } from './people';
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

/** What the establishments of orders count: fees in cents, users; and a group to choose them by. */
export async function recordEstablishments(stage: Stage, { organizationIds }: SeededJira): Promise<void> {
  const ids: string[] = [];
  for (const { key, weights } of ORGANIZATIONS) {
    const organizationId = organizationIds.get(key);
    if (weights === null || organizationId === undefined) continue;
    await ask(stage, 'saveEstablishment', { organizationId, ...weights });
    ids.push(organizationId);
  }
  await ask(stage, 'saveEstablishmentGroup', { code: 'RSSS', organizationIds: ids });
}

/** Proposes a cost for a feature request by order of the ministry, as the agent at the app's panel. */
export async function proposeByOrder(
  stage: Stage,
  by: Person,
  issue: { readonly id: string; readonly key: string; readonly projectId: string },
  offer: { readonly cents: number; readonly organizationIds: readonly string[]; readonly words: Bilingual },
): Promise<void> {
  const extension = {
    issue: { id: issue.id, key: issue.key },
    project: { id: issue.projectId, type: 'service_desk' },
  };
  await askAs<AgentPanelApi, 'propose'>(stage, by, { moduleKey: 'agent-panel', extension }, 'propose', {
    total: { cents: offer.cents, currency: 'CAD' },
    orderedBy: 'msss',
    basis: 'users',
    organizationIds: offer.organizationIds,
    words: offer.words,
    baseVersion: 0,
    asksAgain: false,
  });
}

/** Accepts a proposal's first version, as a customer at the app's panel on the portal. */
export async function acceptProposal(
  stage: Stage,
  by: Person,
  requestKey: string,
  organizationId: string,
): Promise<void> {
  const extension = { request: { key: requestKey } };
  await askAs<CustomerPanelApi, 'answerProposal'>(
    stage,
    by,
    { moduleKey: 'customer-panel', extension },
    'answerProposal',
    { answer: 'accept', version: 1, organizationId, language: by.language },
  );
}

/** One call of the admin page's resolver, as the administrator. */
function ask<Key extends keyof AdminPageApi>(
  stage: Stage,
  key: Key,
  request: AdminPageApi[Key]['request'],
): Promise<AdminPageApi[Key]['response']> {
  return askAs<AdminPageApi, Key>(stage, thePerson('admin'), { moduleKey: 'admin-page', extension: {} }, key, request);
}

/** One call of a module's resolver as a person. Throws what it refuses with. */
async function askAs<Api extends SurfaceApi, Key extends keyof Api & string>(
  { platform }: Stage,
  by: Person,
  context: { readonly moduleKey: string; readonly extension: Record<string, unknown> },
  key: Key,
  request: Api[Key]['request'],
): Promise<Api[Key]['response']> {
  const answer = (await platform.invokeResolver(context, callerFor(by, 'en'), key, request)) as Answer<
    Api[Key]['response']
  >;
  if (!answer.ok) {
    throw new Error(`${context.moduleKey} ${key}: ${answer.code} ${JSON.stringify(answer.problems ?? [])}`);
  }
  return answer.data;
}
