import type { Duration } from '../../time/duration';
import { parseDuration } from '../../time/parse-duration';
import type { PolicyDocument } from '../document';
import type { Reported } from '../finding';
import type { Language } from '../text';
import { goalReadings } from './goal-readings';
import { goalsOf, placeOf, type PlacedGoal } from './goals-of';

/**
 * Targets that were published with another figure in each language. There is no fix to suggest: one of the two is in
 * force (in the preset the French one), and an admin keeps it or takes the other reading.
 */
export function checkPublishedFigures(document: PolicyDocument): readonly Reported[] {
  return goalsOf(document).flatMap((goal): readonly Reported[] => {
    const [en, fr] = [publishedFigure(goal, 'en'), publishedFigure(goal, 'fr')];
    const unreadable = [en, fr].filter((figure) => figure !== null && 'code' in figure) as readonly Reported[];
    if (unreadable.length > 0) return unreadable;
    if (en === null || fr === null || 'code' in en || 'code' in fr) return [];
    if (en.unit === fr.unit && en.amount === fr.amount) return [];
    return [
      {
        code: 'languages-disagree',
        place: { kind: 'goal', ...placeOf(goal) },
        facts: { ...placeOf(goal), en, fr },
        readings: goalReadings(document, goal),
      },
    ];
  });
}

/** The figure, a finding where it cannot be read, or null where the language has none. */
function publishedFigure(goal: PlacedGoal, language: Language): Duration | Reported | null {
  const published = goal.setting.published[language];
  if (published === null) return null;
  const parsed = parseDuration(published);
  if (parsed.ok) return parsed.duration;
  return {
    code: 'published-unreadable',
    place: { kind: 'goal', ...placeOf(goal) },
    facts: { ...placeOf(goal), language, published, problem: parsed.code },
  };
}
