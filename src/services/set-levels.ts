import type { AgentPanelView } from '../contract/agent-panel';
import type { Problem } from '../contract/answer';
import type { LevelFieldMapping, LevelKey } from '../core/policy/document';
import { fieldEdit } from './field-edit';
import { levelOf } from '../core/policy/lookup';
import { RefusedError, type LevelEdit, type Ports, type TrackingSettings } from './ports';
import { viewTicket, type AgentMay } from './view-ticket';

export type SetLevelsResult =
  | { readonly kind: 'set'; readonly view: AgentPanelView }
  | { readonly kind: 'invalid' | 'refused'; readonly problems: readonly Problem[] };

/** Null leaves a question open: what undoing a first choice goes back to. */
interface Levels {
  readonly impact: LevelKey | null;
  readonly urgency: LevelKey | null;
}

/**
 * Sets impact and urgency in one edit, as the user who asked, and answers with the clocks folded anew. The platform may
 * drop the event of an app's own edit, so the look at the ticket is pushed here.
 * Errors: RefusedError when the issue is gone; BusyError.
 */
export async function setLevels(
  ports: Ports,
  issueId: string,
  may: AgentMay,
  levels: Levels,
): Promise<SetLevelsResult> {
  const tracking = await ports.policies.tracking();
  if (tracking === null) return { kind: 'invalid', problems: [{ code: 'not-configured', path: '' }] };
  const { document } = await ports.policies.version(tracking.version);
  const problems: Problem[] = [];
  for (const axis of ['impact', 'urgency'] as const) {
    const level = levels[axis];
    if (level !== null && levelOf(document, axis, level) === undefined) {
      problems.push({ code: 'unknown-level', path: axis, values: { level } });
    }
  }
  const edit = levelEdit(tracking, document.levelFields, levels);
  if (edit === null) problems.push({ code: 'level-field-missing', path: '' });
  if (problems.length > 0 || edit === null) return { kind: 'invalid', problems };

  try {
    await ports.jira.writeLevelsAsUser(issueId, edit);
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    return { kind: 'refused', problems: [{ code: 'levels-refused', path: '' }] };
  }
  await ports.queue.track([issueId]);
  return { kind: 'set', view: await viewTicket(ports, issueId, may) };
}

function levelEdit(
  tracking: TrackingSettings,
  mappings: { readonly impact: LevelFieldMapping | null; readonly urgency: LevelFieldMapping | null },
  levels: Levels,
): LevelEdit | null {
  const impact = fieldEdit(tracking.fields.impact, mappings.impact, levels.impact);
  const urgency = fieldEdit(tracking.fields.urgency, mappings.urgency, levels.urgency);
  return impact === null || urgency === null ? null : { impact, urgency };
}
