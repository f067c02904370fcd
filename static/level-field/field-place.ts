/** Which of the two fields this is. */
export type Measure = 'impact' | 'urgency';

/** Where the field stands, as the platform's context says; what it does follows from that alone. */
export interface FieldPlace {
  readonly measure: Measure;
  readonly mode: 'view' | 'edit';
  /**
   * Whether a choice is sent as soon as it is made. The forms (create, transition, portal) keep the frame open and collect
   * values; in the issue view sending also closes the editor, so there a choice waits for *Save*.
   */
  readonly sends: 'on-change' | 'on-save';
  /** The stored level key. */
  readonly value: string | null;
}

/** Contexts of Jira's custom field module that edit where `entryPoint` is not given (portal and create forms). */
const FORMS = new Set(['issue-create', 'issue-transition', 'portal-request']);

/**
 * Reads the context of a jira:customField frame. `extension` is untrusted in shape: what it does not say counts as viewing,
 * and a value that is no text as unset.
 *
 * @returns null where the module is neither of Cadran's level fields
 */
export function fieldPlaceOf(moduleKey: string, extension: Readonly<Record<string, unknown>>): FieldPlace | null {
  if (moduleKey !== 'impact' && moduleKey !== 'urgency') return null;
  const context = extension['renderContext'] ?? extension['experience'];
  const isForm = typeof context === 'string' && FORMS.has(context);
  const value = extension['fieldValue'];
  return {
    measure: moduleKey,
    mode: isForm || extension['entryPoint'] === 'edit' ? 'edit' : 'view',
    sends: isForm ? 'on-change' : 'on-save',
    value: typeof value === 'string' && value !== '' ? value : null,
  };
}
