import type { BoardView } from '../contract/sla-board';
import { boardPolicy } from './board-policy';
import type { Ports } from './ports';
import { levelView } from './view-levels';

/** Where a board stands, and what of it its reader may see. */
export interface BoardPlace {
  readonly projectId: string;
  readonly projectKey: string;
  readonly mayReport: boolean;
}

/** What a project's board shows its tickets by: the policy's own words. Asks Jira nothing. */
export async function viewBoard(
  ports: Pick<Ports, 'now' | 'policies'>,
  { projectId, projectKey, mayReport }: BoardPlace,
): Promise<BoardView> {
  const board = await boardPolicy(ports, projectId);
  if (typeof board === 'string') return { state: board };
  const { priorities, impacts, urgencies, plans, thresholds } = board.version.document;
  return {
    state: 'ready',
    at: ports.now(),
    projectId,
    projectKey,
    mayReport,
    priorities: priorities.map(({ key, label }) => ({ key, label })),
    impacts: impacts.map(levelView),
    urgencies: urgencies.map(levelView),
    plans: plans.map(({ key, label }) => ({ key, label: label.shown })),
    marks: thresholds.flatMap((threshold) => (threshold.kind === 'percent' ? [threshold.percent / 100] : [])),
  };
}
