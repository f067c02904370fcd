import type { Finding } from '../../../src/core/policy/finding';
import { placeKey, type Place } from '../../../src/core/policy/place';
import { findingsOf, sortFindings, type FindingGroup, type SortedFindings } from './finding-groups';
import { placeOfFix } from './place-of-fix';
import { changesPlace, type Step } from '../draft/step';

/** A group of findings and what this draft does about it. */
export interface Decision {
  readonly group: FindingGroup;
  /** `changed`: the draft changes what was found; `kept`: the draft decides to live with it. */
  readonly state: 'open' | 'changed' | 'kept';
  /** The draft's steps on it, to be undone together; an open one may have some that did not settle it. */
  readonly steps: readonly Step[];
}

export interface Decisions {
  readonly errors: readonly Decision[];
  readonly toDecide: readonly Decision[];
  /** Decided in the policy in force. */
  readonly accepted: readonly FindingGroup[];
  readonly notes: readonly Finding[];
}

/**
 * What is left to decide in a draft. Findings of the policy in force that the draft settles stay in their place, so that
 * they can be undone there; what the draft brings up joins them. A change settles before the draft is checked anew.
 */
export function decisionsOf(
  inForce: readonly Finding[],
  inDraft: readonly Finding[],
  steps: readonly Step[],
): Decisions {
  const known = new Set(inForce.map(({ id }) => id));
  const left = new Set(inDraft.map(({ id }) => id));
  const before = sortFindings(inForce);
  const fresh = sortFindings(inDraft.filter(({ id }) => !known.has(id)));
  const reopened = new Set(steps.flatMap((step) => (step.kind === 'accept' && !step.on ? [step.finding] : [])));
  const isReopened = (group: FindingGroup): boolean => findingsOf(group).some(({ id }) => reopened.has(id));
  const join = (part: keyof Omit<SortedFindings, 'notes'>): readonly Decision[] => {
    const decisions = before[part].flatMap((group) => decisionOn(group, left, steps));
    const again = new Map(fresh[part].map((group) => [matterOf(group), group]));
    const shown = decisions.map((decision): Decision => {
      const group = decision.state === 'changed' ? again.get(matterOf(decision.group)) : undefined;
      return group ? { ...decision, group, state: 'open' } : decision;
    });
    const taken = new Set(shown.map(({ group }) => group));
    const others = fresh[part].filter((group) => !taken.has(group));
    return [...shown, ...others.map((group) => freshDecision(group, steps))];
  };
  return {
    errors: join('errors'),
    toDecide: [
      ...join('toDecide'),
      ...before.accepted.filter(isReopened).map((group): Decision => ({ group, state: 'open', steps: [] })),
    ],
    accepted: before.accepted.filter((group) => !isReopened(group)),
    notes: [...before.notes.filter(({ id }) => left.has(id)), ...fresh.notes],
  };
}

/** What a group is about, whatever its facts: a change that leaves it standing with other facts has not settled it. */
function matterOf({ lead }: FindingGroup): string {
  return `${lead.code} ${placeKey(lead.place)}`;
}

/** What the draft brings up is open, whatever brought it up, until somebody decides to live with it. */
function freshDecision(group: FindingGroup, steps: readonly Step[]): Decision {
  const kept = keptBy(group, steps);
  return { group, state: kept.length > 0 ? 'kept' : 'open', steps: kept };
}

function keptBy(group: FindingGroup, steps: readonly Step[]): readonly Step[] {
  return steps.filter(
    (step) => step.kind === 'accept' && step.on && findingsOf(group).some(({ id }) => id === step.finding),
  );
}

function decisionOn(group: FindingGroup, left: ReadonlySet<string>, steps: readonly Step[]): readonly Decision[] {
  const { lead } = group;
  // A change at the place itself settles only what it made go; a fix's settles before the draft is checked anew.
  const places = [...placesOfFixes(lead), ...(left.has(lead.id) ? [] : [lead.place])];
  const changed = steps.filter((step) => changesPlace(step, places));
  if (changed.length > 0) return [{ group, state: 'changed', steps: changed }];
  const kept = keptBy(group, steps);
  if (kept.length > 0) return [{ group, state: 'kept', steps: kept }];
  // Settled by a change elsewhere: nothing is left to decide here.
  return findingsOf(group).some(({ id }) => left.has(id)) ? [{ group, state: 'open', steps: [] }] : [];
}

function placesOfFixes({ fix, readings }: Finding): readonly Place[] {
  return [fix, ...readings.map((reading) => reading.fix)].flatMap((one) => (one ? [placeOfFix(one)] : []));
}
