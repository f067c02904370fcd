import type { AgentPanelView } from '../contract/agent-panel';
import type { Problem } from '../contract/answer';
import type { LevelKey, PolicyDocument } from '../core/policy/document';
import { levelOf } from '../core/policy/lookup';
import type { LevelAxis } from '../core/policy/matrix';
import { fieldEdit } from './field-edit';
import { lookSoon } from './look-soon';
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
  const impact = editOf('impact', tracking, document, levels.impact);
  const urgency = editOf('urgency', tracking, document, levels.urgency);
  if ('code' in impact || 'code' in urgency) {
    return { kind: 'invalid', problems: [impact, urgency].filter((edit) => 'code' in edit) };
  }

  try {
    await ports.jira.writeLevelsAsUser(issueId, { impact, urgency });
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    return { kind: 'refused', problems: [{ code: 'levels-refused', path: '' }] };
  }
  await lookSoon(ports, issueId);
  return { kind: 'set', view: await viewTicket(ports, issueId, may) };
}

/** What a level's field is given, or the rule that it breaks. */
function editOf(
  axis: LevelAxis,
  { fields }: TrackingSettings,
  document: PolicyDocument,
  level: LevelKey | null,
): LevelEdit[LevelAxis] | Problem {
  if (level !== null && levelOf(document, axis, level) === undefined) {
    return { code: 'unknown-level', path: axis, values: { level } };
  }
  const mapping = document.levelFields[axis];
  const edit = fieldEdit(fields[axis], mapping, level);
  if (edit !== null) return edit;
  return mapping === null || level === null
    ? { code: 'level-field-missing', path: axis }
    : { code: 'level-without-option', path: axis, values: { level } };
}
