import type { Level, PolicyDocument } from './document';
import type { LevelAxis } from './matrix';
import type { OwnTextPlace, PolicyTextPlace } from './place';
import type { Bilingual, PolicyText } from './text';

/** A text of the document that has a published wording, and where it stands. */
export interface PlacedPolicyText {
  readonly place: PolicyTextPlace;
  readonly text: PolicyText;
}

/** Every text that can have a published wording, each once; a row of several plans is taken from the first. */
export function policyTexts(document: PolicyDocument): readonly PlacedPolicyText[] {
  const { title, updated, clauses, impacts, urgencies, plans, duty } = document;
  const rows = new Map(
    plans.flatMap((plan) => plan.entitlements.map(({ key, label }) => [key, label] as const)).reverse(),
  );
  return [
    { place: { kind: 'title' }, text: title },
    ...(updated === null ? [] : [{ place: { kind: 'updated' } as const, text: updated.text }]),
    ...clauses.map(({ key, text }) => ({ place: { kind: 'clause', clause: key } as const, text })),
    ...levelTexts('impact', impacts),
    ...levelTexts('urgency', urgencies),
    ...plans.map(({ key, label }) => ({ place: { kind: 'plan-label', plan: key } as const, text: label })),
    ...[...rows].reverse().map(([key, label]) => ({
      place: { kind: 'entitlement-label', entitlement: key } as const,
      text: label,
    })),
    { place: { kind: 'duty' }, text: duty.text },
  ];
}

/** Every text of Cadran's or the admin's own. */
export function ownTexts(
  document: PolicyDocument,
): readonly { readonly place: OwnTextPlace; readonly text: Bilingual }[] {
  return [
    ...document.priorities.map(({ key, label }) => ({
      place: { kind: 'priority-label', priority: key } as const,
      text: label,
    })),
    ...Object.entries(document.calendars).map(([key, { label }]) => ({
      place: { kind: 'calendar-label', calendar: key } as const,
      text: label,
    })),
    ...document.reasons.map(({ key, label }) => ({
      place: { kind: 'reason-label', reason: key } as const,
      text: label,
    })),
    ...document.orderingBodies.map(({ key, label }) => ({
      place: { kind: 'ordering-body-label', body: key } as const,
      text: label,
    })),
  ];
}

function levelTexts(axis: LevelAxis, levels: readonly Level[]): readonly PlacedPolicyText[] {
  return levels.flatMap(({ key, label, description, matrixLabel }): readonly PlacedPolicyText[] => [
    { place: { kind: 'level-label', axis, level: key }, text: label },
    { place: { kind: 'level-description', axis, level: key }, text: description },
    ...(matrixLabel === undefined
      ? []
      : [{ place: { kind: 'matrix-label', axis, level: key } as const, text: matrixLabel }]),
  ]);
}
