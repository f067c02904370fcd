import { fieldEdit } from './field-edit';
import type { TrackedLook } from './look-at-ticket';
import { RefusedError, type LevelFieldEdit, type Ports } from './ports';

/**
 * Copies the answers of the portal's form to the fields, as the app, since nobody is there to ask as. The customer gave them with the
 * request, so they hold from its creation. A field that Jira does not let the app set is logged and asked for again at the
 * next look; the clocks go by the answer meanwhile. Says whether anything was written.
 * Errors: BusyError.
 */
export async function copyAnswers(
  ports: Pick<Ports, 'jira' | 'log'>,
  { answers, document, tracking, reading }: TrackedLook,
): Promise<boolean> {
  const edits = (['impact', 'urgency'] as const).flatMap((name): LevelFieldEdit[] => {
    const key = answers[name];
    const mapping = document.levelFields[name];
    const edit = key === undefined ? null : fieldEdit(tracking.fields[name], mapping, key);
    return edit === null ? [] : [{ ...edit, isOwnField: mapping === null }];
  });
  if (edits.length === 0) return false;
  try {
    await ports.jira.writeLevelsAsApp(reading.issueId, edits);
    return true;
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    ports.log.warn('answers-refused', { issueId: reading.issueId });
    return false;
  }
}
