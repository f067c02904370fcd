import type { OrganizationView } from '../contract/admin-page';
import type { Problem } from '../contract/answer';
import {
  assignmentFaults,
  standingOn,
  standingOnes,
  type AssignmentFault,
  type WantedAssignment,
} from '../core/policy/assignments';
import type { PlanAssignment, PolicyDocument } from '../core/policy/document';
import { localDateAt } from '../core/time/zone';
import { withRecorded, withRemoved } from './assignment-facts';
import type { AssignmentRow, OrganizationName, Ports } from './ports';
import { prepareReplan } from './replan-step';

type Needs = Pick<Ports, 'now' | 'site' | 'policies' | 'assignments' | 'log'>;
type WriteNeeds = Needs & Pick<Ports, 'jobs' | 'queue'>;

/** Pages of names or of assignments that one call reads: together well within the 25 s of a resolver. */
const PAGES_A_CALL = 10;

/** A page of the site's organizations with their plans. */
export async function listOrganizations(
  ports: Needs,
  start: number,
): Promise<{ organizations: readonly OrganizationView[]; next: number | null }> {
  const [document, page] = await Promise.all([documentInForce(ports), ports.site.organizations(start)]);
  const facts = await ports.assignments.ofOrganizations(page.organizations.map(({ id }) => id));
  const organizations = page.organizations.map((organization) => viewOf(ports, document, organization, facts));
  return { organizations, next: page.next };
}

/**
 * Names of organizations from a place in Jira's list on. The first page says how long a page is, the others are read side by
 * side; where one comes shorter, the list goes on from there.
 */
export async function listOrganizationNames(
  ports: Pick<Ports, 'site'>,
  start: number,
): Promise<{ organizations: readonly OrganizationName[]; next: number | null }> {
  const first = await ports.site.organizations(start);
  if (first.next === null) return first;
  const length = first.next - start;
  const starts = Array.from({ length: PAGES_A_CALL - 1 }, (_, index) => start + (index + 1) * length);
  const others = await Promise.all(starts.map((at) => ports.site.organizations(at)));
  const organizations = [...first.organizations];
  let next: number | null = first.next;
  for (const [index, page] of others.entries()) {
    if (next !== starts[index]) break;
    organizations.push(...page.organizations);
    next = page.next;
  }
  return { organizations, next };
}

/** The assignments of all organizations that stand, some pages at a time. */
export async function listAssignments(
  ports: Pick<Ports, 'assignments'>,
  after: string | null,
): Promise<{ assignments: readonly PlanAssignment[]; next: string | null }> {
  const assignments: PlanAssignment[] = [];
  let next = after;
  for (let page = 0; page < PAGES_A_CALL; page += 1) {
    const read = await ports.assignments.standing(next);
    assignments.push(...read.assignments);
    next = read.next;
    if (next === null) break;
  }
  return { assignments, next };
}

export type AssignResult =
  | { readonly kind: 'assigned'; readonly view: OrganizationView }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'invalid'; readonly problems: readonly Problem[] };

/**
 * Gives an organization a plan for some days, and has its open tickets looked at. It replaces one that begins on the same
 * day, which stays on record until now; days that another of its assignments covers are refused.
 */
export async function assignPlan(ports: WriteNeeds, wanted: WantedAssignment): Promise<AssignResult> {
  const document = await documentInForce(ports);
  if (document === null) return { kind: 'invalid', problems: [{ code: 'not-configured', path: '' }] };
  const { organizationId, from, plan } = wanted;
  const [organization, rows, present] = await Promise.all([
    ports.site.organization(organizationId),
    ports.assignments.rowsOf([organizationId]),
    ports.assignments.get(organizationId, from),
  ]);
  const others = rows.filter((row) => row.from !== from);
  const problems: readonly Problem[] = [
    ...(organization === null ? [{ code: 'unknown-organization', path: 'organizationId' }] : []),
    ...assignmentFaults(document, wanted, factsOf(others)).map(assignmentProblem),
  ];
  if (problems.length > 0 || organization === null) return { kind: 'invalid', problems };
  const row = withRecorded(present, wanted, ports.now());
  if (row !== present) {
    const replan = await prepareReplan(ports, row);
    if ((await ports.assignments.saveAll([row])).size > 0) return { kind: 'conflict' };
    await replan();
    ports.log.info('plan-assigned', { organizationId, plan });
  }
  return { kind: 'assigned', view: viewOf(ports, document, organization, factsOf([...others, row])) };
}

/**
 * Takes an assignment off the record from now on and has the organization's open tickets looked at: what they had until now
 * stays a fact of theirs. The organization as it is then, or null when Jira does not know it.
 */
export async function removeAssignment(
  ports: WriteNeeds,
  organizationId: string,
  from: string,
): Promise<OrganizationView | 'conflict' | null> {
  const [document, organization, rows, present] = await Promise.all([
    documentInForce(ports),
    ports.site.organization(organizationId),
    ports.assignments.rowsOf([organizationId]),
    ports.assignments.get(organizationId, from),
  ]);
  if (organization === null) return null;
  const others = rows.filter((row) => row.from !== from);
  const row = present === null ? null : withRemoved(present, ports.now());
  if (row !== null && row !== present) {
    const replan = await prepareReplan(ports, row);
    if ((await ports.assignments.saveAll([row])).size > 0) return 'conflict';
    await replan();
    ports.log.info('plan-removed', { organizationId });
  }
  return viewOf(ports, document, organization, factsOf([...others, ...(row === null ? [] : [row])]));
}

/** What people are told of a fault, with its place in the request. */
export function assignmentProblem(fault: AssignmentFault): Problem {
  switch (fault.code) {
    case 'unknown-plan':
      return { code: fault.code, path: 'plan', values: { plan: fault.plan } };
    case 'unknown-calendar':
      return { code: fault.code, path: 'calendar', values: { calendar: fault.calendar } };
    case 'ends-before-start':
      return { code: fault.code, path: 'to' };
    case 'days-overlap':
      return {
        code: fault.code,
        path: 'from',
        values: { plan: fault.plan, from: fault.from, to: fault.to ?? '' },
      };
  }
}

/** The document in force; null before the first publication. */
export async function documentInForce(ports: Pick<Ports, 'policies'>): Promise<PolicyDocument | null> {
  const tracking = await ports.policies.tracking();
  return tracking === null ? null : (await ports.policies.version(tracking.version)).document;
}

function factsOf(rows: readonly AssignmentRow[]): readonly PlanAssignment[] {
  return rows.flatMap(({ facts }) => facts);
}

function viewOf(
  ports: Pick<Ports, 'now'>,
  document: PolicyDocument | null,
  organization: OrganizationName,
  assignments: readonly PlanAssignment[],
): OrganizationView {
  const own = standingOnes(assignments)
    .filter(({ organizationId }) => organizationId === organization.id)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const zone = document?.calendars[document.defaultCalendar]?.calendar.timeZone ?? 'UTC';
  return { ...organization, assignments: own, today: standingOn(own, localDateAt(zone, ports.now())) };
}
