import type { Duration } from '../../time/duration';
import { parseDuration } from '../../time/parse-duration';
import { applyFix } from '../apply-fix';
import type { PolicyDocument } from '../document';
import type { Reading, ReadingSource } from '../finding';
import type { Fix } from '../fix';
import { placeOf, type PlacedGoal } from './goals-of';
import { factorBetween, impliedTarget } from './implied-target';

interface Candidate {
  readonly sources: readonly ReadingSource[];
  readonly duration: Duration;
}

/**
 * Every way to read a target, the one in force first: as published in each language, as set in this document where that
 * is neither, and as the other plan implies.
 */
export function goalReadings(document: PolicyDocument, goal: PlacedGoal): readonly Reading[] {
  const place = placeOf(goal);
  const { setting } = goal;
  const candidates = (['en', 'fr'] as const).flatMap((language): readonly Candidate[] => {
    const parsed = parseDuration(setting.published[language] ?? '');
    const source = { kind: 'published', language, place: { kind: 'goal', ...place } } as const;
    return parsed.ok ? [{ sources: [source], duration: parsed.duration }] : [];
  });
  if (!candidates.some(({ duration }) => isSame(duration, setting.target))) {
    candidates.push({ sources: [{ kind: 'set', place: { kind: 'goal', ...place } }], duration: setting.target });
  }
  const implied = impliedTarget(document, place);
  if (implied !== undefined) {
    const { factor, by } = implied;
    candidates.push({ sources: [{ kind: 'implied', factor, by }], duration: implied.target });
  }
  return merged(candidates)
    .map((candidate) => readingOf(document, goal, candidate, implied?.by.plan))
    .sort((a, b) => Number(b.inForce) - Number(a.inForce));
}

function readingOf(
  document: PolicyDocument,
  goal: PlacedGoal,
  { sources, duration }: Candidate,
  otherPlan: string | undefined,
): Reading {
  const place = placeOf(goal);
  const inForce = isSame(duration, goal.setting.target);
  const fix: Fix = { kind: 'set-goal', ...place, target: duration };
  const to = { ...place, plan: otherPlan ?? place.plan };
  const factor = otherPlan === undefined ? undefined : factorBetween(applyFix(document, fix), place, to);
  return {
    sources,
    value: { kind: 'duration', duration, calendar: goal.setting.calendar },
    ratio: factor === undefined ? null : { factor, to },
    inForce,
    fix: inForce ? null : fix,
  };
}

/** Readings that say the same are one, with all their sources. */
function merged(candidates: readonly Candidate[]): readonly Candidate[] {
  const distinct: Candidate[] = [];
  for (const candidate of candidates) {
    const same = distinct.findIndex(({ duration }) => isSame(duration, candidate.duration));
    const found = distinct[same];
    if (found === undefined) distinct.push(candidate);
    else distinct[same] = { ...found, sources: [...found.sources, ...candidate.sources] };
  }
  return distinct;
}

function isSame(a: Duration, b: Duration): boolean {
  return a.unit === b.unit && a.amount === b.amount;
}
