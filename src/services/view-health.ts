import type { EngineFigures, HealthPart, HealthView } from '../contract/health';
import { checkPolicy } from '../core/policy/check-policy';
import { DAY, HOUR } from '../core/time/instant';
import { fieldPlan } from './field-screens';
import { healthOf, LEFT_BEHIND, type PartFacts } from './health-of';
import { progressOf } from './job-runs';
import { addLateness, latenessAt, latenessCount, NO_LATENESS } from '../core/report/lateness';
import type { DiaryPage, Ports } from './ports';
import { projectsInScope, scopeOf } from './scope';
import { SWEEP_AHEAD } from './sweep';

/** Shared by every site that has the app (forge facts §8). */
const POINTS_AN_HOUR = 65_000;

/** A call for each project, and some for its screens: more of them would outlast the resolver. */
const MOST_PROJECTS = 20;

/** Pages of organizations with a plan, and of those of a service desk, that are compared. */
const MOST_PAGES = 40;
const NAMES_SHOWN = 5;

/**
 * One part of the site's health, asked as the admin or as the app where its own rights are the question. The calls of a part are
 * bounded: by 20 projects, and by 40 pages a service desk.
 * Errors: BusyError and RefusedError of the ports; another part knows nothing of them.
 */
export async function viewHealth(ports: Ports, part: HealthPart): Promise<HealthView> {
  const at = ports.now();
  const facts = await factsOf(ports, part);
  return { at, findings: healthOf(facts), figures: facts.part === 'engine' ? facts.figures : null };
}

function factsOf(ports: Ports, part: HealthPart): Promise<PartFacts> {
  switch (part) {
    case 'engine':
      return engineFacts(ports);
    case 'policy':
      return policyFacts(ports);
    case 'fields':
      return fieldFacts(ports);
    case 'permissions':
      return permissionFacts(ports);
    case 'priorities':
      return priorityFacts(ports);
    case 'organizations':
      return organizationFacts(ports);
  }
}

async function engineFacts(ports: Ports): Promise<PartFacts> {
  const at = ports.now();
  const [pages, due, heldUntil, tracking, running, paused] = await Promise.all([
    ports.diary.pages(at - DAY),
    ports.tickets.dueBy(at + SWEEP_AHEAD, null),
    ports.notes.heldUntil(),
    ports.policies.tracking(),
    ports.jobs.inState('running'),
    ports.jobs.inState('paused'),
  ]);
  const past = due.rows.filter(({ nextAt }) => nextAt !== null && nextAt <= at);
  const left = past.filter(({ nextAt }) => nextAt !== null && nextAt < at - LEFT_BEHIND);
  const [first] = left;
  const figures: EngineFigures = {
    lastSweepAt: latest(pages),
    lateness: latenessOf(pages),
    queue: { waiting: due.rows.length, past: past.length, more: due.next !== null },
    heldUntil: heldUntil !== null && heldUntil > at ? heldUntil : null,
    jobs: [...running, ...paused].map((run) => ({ ...progressOf(run), kind: run.task.kind })),
    points: { used: pointsSince(pages, Math.floor(at / HOUR) * HOUR), budget: POINTS_AN_HOUR },
  };
  return {
    part: 'engine',
    at,
    since: tracking?.versions[0]?.publishedAt ?? null,
    figures,
    left:
      first === undefined
        ? null
        : { count: left.length, more: left.length === due.rows.length && due.next !== null, since: first.nextAt ?? at },
    silentJobs: running.map(({ task, dueAt }) => ({ job: task.kind, dueAt })),
    failures: failuresOf(pages),
  };
}

function latest(pages: readonly DiaryPage[]): number | null {
  const times = pages.flatMap(({ lastSweepAt }) => (lastSweepAt === null ? [] : [lastSweepAt]));
  return times.length === 0 ? null : Math.max(...times);
}

function latenessOf(pages: readonly DiaryPage[]): EngineFigures['lateness'] {
  const counts = pages.reduce((sum, { lateness }) => addLateness(sum, lateness), NO_LATENESS);
  const [p50, p99] = [latenessAt(counts, 0.5), latenessAt(counts, 0.99)];
  return p50 === null || p99 === null ? null : { count: latenessCount(counts), p50, p99 };
}

function pointsSince(pages: readonly DiaryPage[], hour: number): number {
  return pages.filter((page) => page.hour === hour).reduce((sum, { points }) => sum + points, 0);
}

function failuresOf(pages: readonly DiaryPage[]): Extract<PartFacts, { readonly part: 'engine' }>['failures'] {
  const codes = [...new Set(pages.flatMap(({ failures }) => Object.keys(failures)))].sort();
  return codes.map((failure) => {
    const found = pages.flatMap(({ failures }) => failures[failure] ?? []);
    return {
      failure,
      count: found.reduce((sum, { count }) => sum + count, 0),
      last: Math.max(...found.map(({ last }) => last)),
    };
  });
}

/** The document in force with the projects of its scope; null before the first publication. */
async function inForce(ports: Ports) {
  const tracking = await ports.policies.tracking();
  if (tracking === null) return null;
  const { document } = await ports.policies.version(tracking.version);
  const all = projectsInScope(tracking.scope);
  return { document, projectIds: all.slice(0, MOST_PROJECTS), left: Math.max(0, all.length - MOST_PROJECTS) };
}

async function policyFacts(ports: Ports): Promise<PartFacts> {
  const policy = await inForce(ports);
  if (policy === null) return { part: 'policy', policyFindings: null, group: null, hasPortal: false };
  const { document, projectIds } = policy;
  const { unassignedGroup: name, notify } = document.alerts;
  const [groups, projects] = await Promise.all([
    name === null || !notify ? [] : ports.site.groupsNamed(name),
    ports.site.projects(),
  ]);
  return {
    part: 'policy',
    policyFindings: checkPolicy(document, ports.now()),
    group: name === null || !notify ? null : { name, isKnown: groups.some((group) => group.name === name) },
    hasPortal: projects.some(({ id, service }) => service && projectIds.includes(id)),
  };
}

async function fieldFacts(ports: Ports): Promise<PartFacts> {
  const policy = await inForce(ports);
  const [fields, plan] = await Promise.all([ports.site.fieldIds(), fieldPlan(ports, policy?.projectIds ?? [])]);
  const counts = (projectId: string, issueTypeId: string): boolean =>
    scopeOf(policy?.document.scope ?? [], { projectId, issueTypeId, requestTypeId: null }) !== 'none';
  const projects = plan.projects.map(({ workTypes, ...project }) => ({
    ...project,
    workTypes: workTypes?.filter(({ id }) => counts(project.projectId, id)) ?? null,
  }));
  return { part: 'fields', fields, plan: { projects }, left: policy?.left ?? 0 };
}

async function permissionFacts(ports: Ports): Promise<PartFacts> {
  const projectIds = (await inForce(ports))?.projectIds ?? [];
  const projects = await Promise.all(
    projectIds.map(async (projectId) => ({ projectId, held: await ports.health.ofAppOnProject(projectId) })),
  );
  return { part: 'permissions', projects };
}

async function priorityFacts(ports: Ports): Promise<PartFacts> {
  const policy = await inForce(ports);
  const projects = await Promise.all(
    (policy?.projectIds ?? []).map(async (projectId) => ({
      projectId,
      jiraPriorityIds: await ports.health.prioritiesOf(projectId),
    })),
  );
  return { part: 'priorities', projects, priorities: policy?.document.priorities ?? [] };
}

async function organizationFacts(ports: Ports): Promise<PartFacts> {
  const projectIds = (await inForce(ports))?.projectIds ?? [];
  const service = new Set((await ports.site.projects()).filter((project) => project.service).map(({ id }) => id));
  const desks = projectIds.filter((id) => service.has(id));
  if (desks.length === 0) return { part: 'organizations', unattached: { count: 0, names: [] } };
  const [attached, planned] = await Promise.all([
    Promise.all(desks.map((id) => ports.health.organizationsOf(id, MOST_PAGES))),
    organizationsWithPlan(ports),
  ]);
  const known = new Set(attached.flat());
  const missing = [...planned].filter((id) => !known.has(id));
  const named = await Promise.all(missing.slice(0, NAMES_SHOWN).map((id) => ports.site.organization(id)));
  const names = named.flatMap((organization) => organization?.name ?? []);
  return { part: 'organizations', unattached: { count: missing.length, names } };
}

async function organizationsWithPlan(ports: Ports): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  let page: string | null = null;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const read = await ports.assignments.standing(page);
    for (const { organizationId } of read.assignments) ids.add(organizationId);
    page = read.next;
    if (page === null) break;
  }
  return ids;
}
