import type { AgentPanelView } from '../contract/agent-panel';
import type { Problem } from '../contract/answer';
import type { LevelFieldMapping, LevelKey } from '../core/policy/document';
import { fieldEdit } from './field-edit';
import type { LevelEdit, Ports, TrackingSettings } from './ports';
import { viewTicket } from './view-ticket';

export type SetLevelsResult =
  | { readonly kind: 'set'; readonly view: AgentPanelView }
  | { readonly kind: 'invalid'; readonly problems: readonly Problem[] };

/**
 * Sets impact and urgency in one edit, as the user who asked, and answers with the clocks folded anew. The platform may
 * drop the event of an app's own edit, so the look at the ticket is pushed here.
 * Errors: RefusedError when Jira refuses the user's edit; BusyError.
 */
export async function setLevels(
  ports: Ports,
  issueId: string,
  levels: { readonly impact: LevelKey; readonly urgency: LevelKey },
): Promise<SetLevelsResult> {
  const tracking = await ports.policies.tracking();
  if (tracking === null) return { kind: 'invalid', problems: [{ code: 'not-configured', path: '' }] };
  const { document } = await ports.policies.version(tracking.version);
  const problems: Problem[] = [];
  if (!document.impacts.some((level) => level.key === levels.impact)) {
    problems.push({ code: 'unknown-level', path: 'impact', values: { level: levels.impact } });
  }
  if (!document.urgencies.some((level) => level.key === levels.urgency)) {
    problems.push({ code: 'unknown-level', path: 'urgency', values: { level: levels.urgency } });
  }
  const edit = levelEdit(tracking, document.levelFields, levels);
  if (edit === null) problems.push({ code: 'level-field-missing', path: '' });
  if (problems.length > 0 || edit === null) return { kind: 'invalid', problems };

  await ports.jira.writeLevelsAsUser(issueId, edit);
  await ports.queue.track([issueId]);
  return { kind: 'set', view: await viewTicket(ports, issueId, true) };
}

function levelEdit(
  tracking: TrackingSettings,
  mappings: { readonly impact: LevelFieldMapping | null; readonly urgency: LevelFieldMapping | null },
  levels: { readonly impact: LevelKey; readonly urgency: LevelKey },
): LevelEdit | null {
  const impact = fieldEdit(tracking.fields.impact, mappings.impact, levels.impact);
  const urgency = fieldEdit(tracking.fields.urgency, mappings.urgency, levels.urgency);
  return impact === null || urgency === null ? null : { impact, urgency };
}
