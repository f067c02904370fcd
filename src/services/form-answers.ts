import type { Level, LevelKey, PolicyDocument } from '../core/policy/document';
import type { TicketReading } from './ports';

/** Levels by the name of their field, for those that are meant. */
export type AnsweredLevels = Partial<Readonly<Record<'impact' | 'urgency', LevelKey>>>;

/**
 * What the customer answered on the portal's form and the fields do not hold yet. An answer counts once: a field that has
 * a value, or whose history shows that somebody changed it, is left alone for good. So is an answer that names no level
 * of the policy.
 */
export function answersToCopy({ formAnswers, history }: TicketReading, document: PolicyDocument): AnsweredLevels {
  const unless = (name: 'impact' | 'urgency', levels: readonly Level[]): AnsweredLevels => {
    const key = formAnswers?.[name] ?? null;
    const isKnown = levels.some((level) => level.key === key);
    const isDecided = history.current[name] !== null || history.edits.some(({ set }) => Object.hasOwn(set, name));
    return key === null || !isKnown || isDecided ? {} : { [name]: key };
  };
  return { ...unless('impact', document.impacts), ...unless('urgency', document.urgencies) };
}
