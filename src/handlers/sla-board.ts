import * as v from 'valibot';
import { BOARD_ORDERS, BOARD_STATES, type SlaBoardApi } from '../contract/sla-board';
import { sightOfProject, type Caller, type ProjectSight } from '../services/authorize';
import { listIncidents } from '../services/list-incidents';
import type { Ports } from '../services/ports';
import { viewBoard } from '../services/view-board';
import { viewOutlook } from '../services/view-outlook';
import { disagrees, projectOf, type ProjectContext } from './context';
import { reportCalls } from './report-calls';
import { call, Refusal, surface } from './surface';

/** Someone licensed who browses the project that the board stands in, asked of Jira as that user. */
async function boardGate(
  ports: Ports,
  caller: Caller,
  context: unknown,
  payload: unknown,
): Promise<(ProjectContext & ProjectSight) | null> {
  const project = projectOf(context);
  if (project === null) return null;
  if (disagrees(payload, project)) throw new Refusal('mismatch');
  const { projectId, projectType } = project;
  const sight = await sightOfProject(ports, caller, { projectId, service: projectType === 'service_desk' });
  return sight === null ? null : { ...project, ...sight };
}

const key = v.pipe(v.string(), v.maxLength(200));
const filter = v.object({
  state: v.nullable(v.picklist(BOARD_STATES)),
  priority: v.nullable(key),
  plan: v.nullable(key),
  organizationId: v.nullable(v.pipe(v.string(), v.regex(/^\d{1,20}$/))),
  assignee: v.nullable(key),
  search: key,
});

/** The resolver of the SLA board. */
export const slaBoard = surface<SlaBoardApi>('sla-board', {
  ...reportCalls,
  view: call({ gate: boardGate, payload: v.object({}), answer: viewBoard }),
  incidents: call({
    gate: boardGate,
    payload: v.object({
      filter,
      order: v.picklist(BOARD_ORDERS),
      page: v.nullable(v.pipe(v.string(), v.maxLength(4_000))),
    }),
    answer: listIncidents,
  }),
  outlook: call({ gate: boardGate, payload: v.object({ filter }), answer: viewOutlook }),
  choices: call({
    gate: boardGate,
    payload: v.object({}),
    answer: async (ports, { projectId }) => {
      const [organizations, assignees] = await Promise.all([
        ports.board.organizations(projectId),
        ports.board.assignees(projectId),
      ]);
      return { organizations, assignees };
    },
  }),
});
