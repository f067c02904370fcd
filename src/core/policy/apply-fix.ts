import { changed, noSuchPlace, withOwnText, withPolicyText } from './change-text';
import type { PolicyDocument } from './document';
import type { Fix } from './fix';
import { levelOf } from './lookup';
import type { OwnTextPlace, PolicyTextPlace, TextPlace } from './place';
import type { Bilingual } from './text';

/**
 * The document with the suggested change made; the given one stays as it is. What was published is never touched.
 * Throws RangeError for a fix of a place that the document does not have: such a fix was made for another document.
 */
export function applyFix(document: PolicyDocument, fix: Fix): PolicyDocument {
  switch (fix.kind) {
    case 'set-goal':
      return withGoal(document, fix);
    case 'set-cell':
      if (!levelOf(document, 'impact', fix.impact) || !levelOf(document, 'urgency', fix.urgency)) {
        throw noSuchPlace(`${fix.impact} x ${fix.urgency}`);
      }
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
  return isOwn(place)
    ? withOwnText(document, place, (text) => ({ ...text, ...shown }))
    : withPolicyText(document, place, (text) => ({ ...text, shown: { ...text.shown, ...shown } }));
}

const OWN: Readonly<Record<OwnTextPlace['kind'], true>> = {
  'priority-label': true,
  'calendar-label': true,
  'reason-label': true,
  'ordering-body-label': true,
};

function isOwn(place: OwnTextPlace | PolicyTextPlace): place is OwnTextPlace {
  return Object.hasOwn(OWN, place.kind);
}
