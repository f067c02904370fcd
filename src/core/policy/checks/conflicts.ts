import { applyFix } from '../apply-fix';
import type { GoalSetting, PolicyDocument } from '../document';
import type { Reading, Reported } from '../finding';
import type { Fix } from '../fix';
import { goalSetting } from '../goals';
import type { GoalPlace } from '../place';
import { goalReadings } from './goal-readings';
import { impliedTarget } from './implied-target';
import { canBeLater, measured } from './measure';

/** Two targets of which `late` should never fall due after `early`. */
export interface Expectation {
  readonly late: GoalPlace;
  readonly early: GoalPlace;
}

/** Whether the expectation is broken; false where a target is missing or cannot be measured: other checks report that. */
export function isBroken(document: PolicyDocument, { late, early }: Expectation): boolean {
  const [a, b] = [late, early].map(({ plan, priority, metric }) => {
    const setting: GoalSetting | undefined = goalSetting(document, plan, priority, metric);
    return setting === undefined ? undefined : measured(document, setting);
  });
  return a !== undefined && b !== undefined && canBeLater(a, b);
}

/** What to say of a broken expectation besides its facts. */
export interface Remedy {
  readonly place: Reported['place'];
  readonly readings: readonly Reading[];
  readonly fix: Fix | null;
}

/**
 * The first of the suspects whose implied target mends every expectation given; where none does, the first suspect
 * without a fix.
 */
export function remedyFor(
  document: PolicyDocument,
  suspects: readonly [GoalPlace, ...GoalPlace[]],
  expectations: readonly Expectation[],
): Remedy {
  for (const suspect of suspects) {
    const implied = impliedTarget(document, suspect);
    if (implied === undefined) continue;
    const fix: Fix = { kind: 'set-goal', ...suspect, target: implied.target };
    const mended = applyFix(document, fix);
    if (!expectations.some((expectation) => isBroken(mended, expectation))) return remedyAt(document, suspect, fix);
  }
  return remedyAt(document, suspects[0], null);
}

function remedyAt(document: PolicyDocument, place: GoalPlace, fix: Fix | null): Remedy {
  const setting = goalSetting(document, place.plan, place.priority, place.metric);
  const readings = setting === undefined ? [] : goalReadings(document, { ...place, setting });
  return { place: { kind: 'goal', ...place }, readings, fix };
}
