import type { Level, LevelKey, PolicyDocument } from './document';
import type { Fix } from './fix';
import { cellOf, type LevelAxis } from './matrix';
import { placeKey, type TextPlace } from './place';
import type { Bilingual, PolicyText } from './text';

/**
 * The document with the suggested change made; the given one stays as it is. What was published is never touched.
 * Throws RangeError for a fix of a place that the document does not have: such a fix was made for another document.
 */
export function applyFix(document: PolicyDocument, fix: Fix): PolicyDocument {
  switch (fix.kind) {
    case 'set-goal':
      return withGoal(document, fix);
    case 'set-cell':
      if (cellOf(document, fix.impact, fix.urgency) === undefined) throw noSuchPlace(`${fix.impact} x ${fix.urgency}`);
      return {
        ...document,
        matrix: { ...document.matrix, [fix.impact]: { ...document.matrix[fix.impact], [fix.urgency]: fix.priority } },
      };
    case 'set-shown':
      return withShown(document, fix.place, fix.shown);
  }
}

function withGoal(document: PolicyDocument, fix: Fix & { readonly kind: 'set-goal' }): PolicyDocument {
  const { plan, priority, metric, target } = fix;
  return {
    ...document,
    plans: changed(document.plans, plan, (found) => {
      const goals = found.goals[priority];
      const goal = goals?.[metric];
      if (goal === undefined) throw noSuchPlace(`${plan} ${priority} ${metric}`);
      return { ...found, goals: { ...found.goals, [priority]: { ...goals, [metric]: { ...goal, target } } } };
    }),
  };
}

function withShown(document: PolicyDocument, place: TextPlace, shown: Partial<Bilingual>): PolicyDocument {
  const reworded = (text: PolicyText): PolicyText => ({ ...text, shown: { ...text.shown, ...shown } });
  const relabelled = <T extends { readonly label: Bilingual }>(item: T): T => ({
    ...item,
    label: { ...item.label, ...shown },
  });
  switch (place.kind) {
    case 'title':
      return { ...document, title: reworded(document.title) };
    case 'updated':
      if (document.updated === null) throw noSuchPlace(placeKey(place));
      return { ...document, updated: { ...document.updated, text: reworded(document.updated.text) } };
    case 'duty':
      return { ...document, duty: { ...document.duty, text: reworded(document.duty.text) } };
    case 'clause':
      return {
        ...document,
        clauses: changed(document.clauses, place.clause, (found) => ({ ...found, text: reworded(found.text) })),
      };
    case 'level-label':
      return withLevel(document, place.axis, place.level, (found) => ({ ...found, label: reworded(found.label) }));
    case 'level-description':
      return withLevel(document, place.axis, place.level, (found) => ({
        ...found,
        description: reworded(found.description),
      }));
    case 'matrix-label':
      return withLevel(document, place.axis, place.level, (found) => {
        if (found.matrixLabel === undefined) throw noSuchPlace(placeKey(place));
        return { ...found, matrixLabel: reworded(found.matrixLabel) };
      });
    case 'plan-label':
      return {
        ...document,
        plans: changed(document.plans, place.plan, (found) => ({ ...found, label: reworded(found.label) })),
      };
    case 'entitlement-label':
      return withEntitlement(document, place.entitlement, reworded);
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

function withLevel(
  document: PolicyDocument,
  axis: LevelAxis,
  level: LevelKey,
  change: (level: Level) => Level,
): PolicyDocument {
  return axis === 'impact'
    ? { ...document, impacts: changed(document.impacts, level, change) }
    : { ...document, urgencies: changed(document.urgencies, level, change) };
}

/** A row has one label: in every plan that has it. */
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

function changed<T extends { readonly key: string }>(
  list: readonly T[],
  key: string,
  change: (item: T) => T,
): readonly T[] {
  if (!list.some((item) => item.key === key)) throw noSuchPlace(key);
  return list.map((item) => (item.key === key ? change(item) : item));
}

function noSuchPlace(place: string): RangeError {
  return new RangeError(`the policy has no "${place}" to change`);
}
