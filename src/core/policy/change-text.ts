import type { Level, PolicyDocument } from './document';
import type { LevelAxis } from './matrix';
import { placeKey, type OwnTextPlace, type PolicyTextPlace } from './place';
import type { Bilingual, PolicyText } from './text';

/**
 * The document with one text changed that has a published wording. A row of what plans include has one label, in every plan
 * that has it. Throws RangeError for a place that the document does not have.
 */
export function withPolicyText(
  document: PolicyDocument,
  place: PolicyTextPlace,
  change: (text: PolicyText) => PolicyText,
): PolicyDocument {
  const ofLevel = (part: (level: Level) => Level): PolicyDocument =>
    'level' in place ? withLevel(document, place.axis, place.level, part) : document;
  switch (place.kind) {
    case 'title':
      return { ...document, title: change(document.title) };
    case 'updated':
      if (document.updated === null) throw noSuchPlace(placeKey(place));
      return { ...document, updated: { ...document.updated, text: change(document.updated.text) } };
    case 'duty':
      return { ...document, duty: { ...document.duty, text: change(document.duty.text) } };
    case 'clause':
      return {
        ...document,
        clauses: changed(document.clauses, place.clause, (found) => ({ ...found, text: change(found.text) })),
      };
    case 'level-label':
      return ofLevel((found) => ({ ...found, label: change(found.label) }));
    case 'level-description':
      return ofLevel((found) => ({ ...found, description: change(found.description) }));
    case 'matrix-label':
      return ofLevel((found) => {
        if (found.matrixLabel === undefined) throw noSuchPlace(placeKey(place));
        return { ...found, matrixLabel: change(found.matrixLabel) };
      });
    case 'plan-label':
      return {
        ...document,
        plans: changed(document.plans, place.plan, (found) => ({ ...found, label: change(found.label) })),
      };
    case 'entitlement-label':
      return withEntitlement(document, place.entitlement, change);
  }
}

/** The document with one of Cadran's or the admin's own texts changed. Throws RangeError as withPolicyText does. */
export function withOwnText(
  document: PolicyDocument,
  place: OwnTextPlace,
  change: (text: Bilingual) => Bilingual,
): PolicyDocument {
  const relabelled = <T extends { readonly label: Bilingual }>(item: T): T => ({ ...item, label: change(item.label) });
  switch (place.kind) {
    case 'priority-label':
      return { ...document, priorities: changed(document.priorities, place.priority, relabelled) };
    case 'reason-label':
      return { ...document, reasons: changed(document.reasons, place.reason, relabelled) };
    case 'ordering-body-label':
      return { ...document, orderingBodies: changed(document.orderingBodies, place.body, relabelled) };
    case 'calendar-label': {
      const found = document.calendars[place.calendar];
      if (found === undefined) throw noSuchPlace(placeKey(place));
      return { ...document, calendars: { ...document.calendars, [place.calendar]: relabelled(found) } };
    }
  }
}

/** The list with the item of that key changed. Throws RangeError where there is none. */
export function changed<T extends { readonly key: string }>(
  list: readonly T[],
  key: string,
  change: (item: T) => T,
): readonly T[] {
  if (!list.some((item) => item.key === key)) throw noSuchPlace(key);
  return list.map((item) => (item.key === key ? change(item) : item));
}

/** What a change throws whose place the document does not have. */
export function noSuchPlace(place: string): RangeError {
  return new RangeError(`the policy has no "${place}" to change`);
}

function withLevel(
  document: PolicyDocument,
  axis: LevelAxis,
  level: string,
  change: (level: Level) => Level,
): PolicyDocument {
  return axis === 'impact'
    ? { ...document, impacts: changed(document.impacts, level, change) }
    : { ...document, urgencies: changed(document.urgencies, level, change) };
}

function withEntitlement(
  document: PolicyDocument,
  entitlement: string,
  change: (text: PolicyText) => PolicyText,
): PolicyDocument {
  const has = document.plans.some(({ entitlements }) => entitlements.some(({ key }) => key === entitlement));
  if (!has) throw noSuchPlace(entitlement);
  const plans = document.plans.map((plan) => ({
    ...plan,
    entitlements: plan.entitlements.map((row) =>
      row.key === entitlement ? { ...row, label: change(row.label) } : row,
    ),
  }));
  return { ...document, plans };
}
