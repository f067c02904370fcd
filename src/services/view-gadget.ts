import type { GadgetMonth, SlaGadgetApi, SlaGadgetView } from '../contract/sla-gadget';
import type { BoardFilter } from '../contract/sla-board';
import { monthAt, reportZone } from '../core/report/month';
import { sightOfProject, type Caller } from './authorize';
import { boardPolicy, incidentQuery, type BoardPolicy } from './board-policy';
import { RefusedError, type BoardProject, type Ports } from './ports';
import { viewReport } from './view-report';

const ALL: BoardFilter = {
  state: null,
  priority: null,
  plan: null,
  organizationId: null,
  assignee: null,
  search: '',
};

/**
 * A project at a glance: what is at risk now, counted by Jira as the user who looks, and what was kept this month, for those
 * who may see figures over all its tickets. Nothing of the project is read as the app before Jira showed it to the user.
 * Errors: RefusedError for a project that the user does not browse; BusyError.
 */
export async function viewGadget(
  ports: Ports,
  { projectId, caller }: { readonly projectId: string | null; readonly caller: Caller },
  { made }: { readonly made: string | null },
): Promise<SlaGadgetView> {
  if (projectId === null) return { state: 'no-project' };
  const project = await ports.board.project(projectId);
  const may = project === null ? null : await sightOfProject(ports, caller, project);
  if (project === null || may === null) throw new RefusedError('view-gadget');
  const board = await boardPolicy(ports, projectId);
  if (typeof board === 'string') return { state: board };
  const query = incidentQuery(board, projectId, ALL);
  const [breached, nearBreach, month] = await Promise.all([
    ports.board.count(query, 'breached', board.tracking.fields),
    ports.board.count(query, 'near-breach', board.tracking.fields),
    may.mayReport ? monthOf(ports, board, projectId, made) : notShown(project),
  ]);
  const { key, name } = project;
  return { state: 'ready', at: ports.now(), project: { key, name }, atRisk: { breached, nearBreach }, month };
}

async function monthOf(
  ports: Ports,
  { version }: BoardPolicy,
  projectId: string,
  made: string | null,
): Promise<GadgetMonth> {
  const month = monthAt(reportZone(version.document), ports.now());
  const answer = await viewReport(ports, projectId, { month, by: 'priority', filter: {}, made });
  if (answer.kind === 'making') return { kind: 'making', runId: answer.runId };
  return { kind: 'ready', month, asOf: answer.report.asOf, figures: answer.report.total.figures };
}

function notShown({ service }: BoardProject): GadgetMonth {
  return { kind: 'not-shown', to: service ? 'agents' : 'administrators' };
}

/** The projects whose incidents the policy tracks, as far as the user browses them. */
export async function listGadgetProjects(
  ports: Pick<Ports, 'policies' | 'site'>,
): Promise<SlaGadgetApi['projects']['response']> {
  const tracking = await ports.policies.tracking();
  const tracked = new Set(
    (tracking?.scope ?? []).filter(({ kind }) => kind === 'incident').map(({ projectId }) => projectId),
  );
  const projects = await ports.site.projects();
  return projects.filter(({ id }) => tracked.has(id)).map(({ id, key, name }) => ({ id, key, name }));
}
