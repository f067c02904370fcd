import type { FormPromise, FormQuestionsView } from '../../src/contract/request-form';

export type Measure = 'impact' | 'urgency';

/** The levels chosen so far; null for *I am not sure* and for what was not answered yet. */
export type Answers = Readonly<Record<Measure, string | null>>;

export const NO_ANSWERS: Answers = { impact: null, urgency: null };

/** The measures that this panel asks for, in order. */
export function askedFor({ asks }: FormQuestionsView): readonly Measure[] {
  return (['impact', 'urgency'] as const).filter((measure) => asks[measure]);
}

/** The priority that follows from the answers; null while one is missing, or given elsewhere in the form. */
export function priorityOf({ matrix }: FormQuestionsView, { impact, urgency }: Answers): string | null {
  return impact === null || urgency === null ? null : (matrix[impact]?.[urgency] ?? null);
}

/** What the panel hands to the form: only what was chosen; it is always ready to be sent, since nothing is required. */
export function submissionOf(answers: Answers): {
  readonly fields: readonly { readonly key: Measure; readonly value: string }[];
  readonly isValid: true;
} {
  const fields = (['impact', 'urgency'] as const).flatMap((key) => {
    const value = answers[key];
    return value === null ? [] : [{ key, value }];
  });
  return { fields, isValid: true };
}

/** The goals that a plan has for a priority, in the order of the metrics. */
export function goalsOf({ goals }: FormPromise, priority: string): FormPromise['goals'][string] {
  return Object.hasOwn(goals, priority) ? (goals[priority] ?? []) : [];
}
