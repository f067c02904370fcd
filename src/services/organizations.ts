import type { OrganizationView } from '../contract/admin-page';
import type { Problem } from '../contract/answer';
import type { PlanAssignment, PolicyDocument } from '../core/policy/document';
import { localDateAt } from '../core/time/zone';
import type { OrganizationName, Ports } from './ports';
import { startReplan } from './replan-step';

type Needs = Pick<Ports, 'now' | 'site' | 'policies' | 'assignments' | 'log'>;
type WriteNeeds = Needs & Pick<Ports, 'jobs' | 'queue'>;

/** Jira lists organizations 50 a page; a search looks through this many pages before it offers to go on. */
const PAGES_A_SEARCH = 10;

/** A page of the site's organizations with their plans; with a search, those whose name contains it in any case or accent. */
export async function listOrganizations(
  ports: Needs,
  search: string,
  start: number,
): Promise<{ organizations: readonly OrganizationView[]; next: number | null }> {
  const document = await documentInForce(ports);
  const wanted = folded(search.trim());
  const found: OrganizationName[] = [];
  let next: number | null = start;
  for (let page = 0; page < PAGES_A_SEARCH && next !== null; page += 1) {
    const read = await ports.site.organizations(next);
    found.push(...read.organizations.filter(({ name }) => folded(name).includes(wanted)));
    next = read.next;
    if (wanted === '' || found.length >= 50) break;
  }
  const assignments = await ports.assignments.ofOrganizations(found.map(({ id }) => id));
  return { organizations: found.map((organization) => viewOf(ports, document, organization, assignments)), next };
}

export type AssignResult =
  | { readonly kind: 'assigned'; readonly view: OrganizationView }
  | { readonly kind: 'invalid'; readonly problems: readonly Problem[] };

/**
 * Gives an organization a plan for some days, and has its open tickets looked at. Days that another of its assignments
 * already covers are refused.
 */
export async function assignPlan(ports: WriteNeeds, wanted: Omit<PlanAssignment, 'recordedAt'>): Promise<AssignResult> {
  const document = await documentInForce(ports);
  if (document === null) return { kind: 'invalid', problems: [{ code: 'not-configured', path: '' }] };
  const organization = await ports.site.organization(wanted.organizationId);
  const present = await ports.assignments.ofOrganizations([wanted.organizationId]);
  const problems = assignmentProblems(document, wanted, organization, present);
  if (problems.length > 0 || organization === null) return { kind: 'invalid', problems };
  const assignment: PlanAssignment = { ...wanted, recordedAt: ports.now() };
  await ports.assignments.save(assignment);
  await startReplan(ports, assignment.organizationId);
  ports.log.info('plan-assigned', { organizationId: wanted.organizationId, plan: wanted.plan });
  const others = present.filter(({ from }) => from !== wanted.from);
  return { kind: 'assigned', view: viewOf(ports, document, organization, [...others, assignment]) };
}

/**
 * Takes an assignment off the record and has the organization's open tickets looked at; the organization as it is then, or
 * null when Jira does not know it.
 */
export async function removeAssignment(
  ports: WriteNeeds,
  organizationId: string,
  from: string,
): Promise<OrganizationView | null> {
  const organization = await ports.site.organization(organizationId);
  if (organization === null) return null;
  if (await ports.assignments.remove(organizationId, from)) await startReplan(ports, organizationId);
  const left = await ports.assignments.ofOrganizations([organizationId]);
  return viewOf(ports, await documentInForce(ports), organization, left);
}

function assignmentProblems(
  document: PolicyDocument,
  wanted: Omit<PlanAssignment, 'recordedAt'>,
  organization: OrganizationName | null,
  present: readonly PlanAssignment[],
): readonly Problem[] {
  const problems: Problem[] = [];
  if (organization === null) problems.push({ code: 'unknown-organization', path: 'organizationId' });
  if (!document.plans.some((plan) => plan.key === wanted.plan)) {
    problems.push({ code: 'unknown-plan', path: 'plan', values: { plan: wanted.plan } });
  }
  if (wanted.calendar !== null && !Object.hasOwn(document.calendars, wanted.calendar)) {
    problems.push({ code: 'unknown-calendar', path: 'calendar', values: { calendar: wanted.calendar } });
  }
  if (wanted.to !== null && wanted.to < wanted.from) problems.push({ code: 'ends-before-start', path: 'to' });
  const clash = present.find((other) => other.from !== wanted.from && overlap(other, wanted));
  if (clash !== undefined) {
    problems.push({
      code: 'days-overlap',
      path: 'from',
      values: { plan: clash.plan, from: clash.from, to: clash.to ?? '' },
    });
  }
  return problems;
}

function overlap(a: Pick<PlanAssignment, 'from' | 'to'>, b: Pick<PlanAssignment, 'from' | 'to'>): boolean {
  return (a.to === null || b.from <= a.to) && (b.to === null || a.from <= b.to);
}

function viewOf(
  ports: Pick<Ports, 'now'>,
  document: PolicyDocument | null,
  organization: OrganizationName,
  assignments: readonly PlanAssignment[],
): OrganizationView {
  const own = assignments
    .filter(({ organizationId }) => organizationId === organization.id)
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  const zone = document?.calendars[document.defaultCalendar]?.calendar.timeZone ?? 'UTC';
  const today = localDateAt(zone, ports.now());
  const current = own.find(({ from, to }) => from <= today && (to === null || today <= to));
  const ended = own.some(({ to }) => to !== null && to < today);
  return {
    id: organization.id,
    name: organization.name,
    assignments: own,
    today: current === undefined ? { kind: ended ? 'ended' : 'none' } : { kind: 'plan', plan: current.plan },
  };
}

async function documentInForce(ports: Pick<Ports, 'policies'>): Promise<PolicyDocument | null> {
  const tracking = await ports.policies.tracking();
  return tracking === null ? null : (await ports.policies.version(tracking.version)).document;
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
