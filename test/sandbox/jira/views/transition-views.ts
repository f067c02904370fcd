/** The transitions open from an issue's status to a reader who may take them. */
import { textIn } from '../issue-values';
import type { Issue, JsonObject, Transition, User } from '../model';
import { holdsOnIssue } from '../permissions';
import type { Site } from '../site';
import { statusView } from './things';

/** Transitions of the workflow that leave the issue's status. */
export function transitionsFrom(site: Site, issue: Issue): Transition[] {
  const status = textIn(issue, 'status');
  const workflow = site.state.workflows[site.projectOf(issue).workflowId];
  return (workflow?.transitions ?? []).filter(({ from }) => from === 'any' || from.includes(status));
}

export function transitionViews(site: Site, issue: Issue, reader: User): JsonObject[] {
  if (!holdsOnIssue(site, reader, 'TRANSITION_ISSUES', issue)) return [];
  return transitionsFrom(site, issue).flatMap((transition) => {
    const to = site.state.statuses[transition.to];
    if (to === undefined) return [];
    return [
      {
        id: transition.id,
        name: transition.name,
        to: statusView(site, to),
        hasScreen: to.category === 'done',
        isGlobal: transition.from === 'any',
        isInitial: false,
        isAvailable: true,
        isConditional: false,
        looped: transition.to === issue.values['status'],
      },
    ];
  });
}
