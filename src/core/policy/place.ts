import type { CalendarKey, LevelKey, PlanKey, PriorityKey, ReasonKey, SlaMetric } from './document';
import type { LevelAxis } from './matrix';

/** Where a text of the document stands that has a published wording. */
export type PolicyTextPlace =
  | { readonly kind: 'title' }
  | { readonly kind: 'updated' }
  | { readonly kind: 'clause'; readonly clause: string }
  | { readonly kind: 'level-label'; readonly axis: LevelAxis; readonly level: LevelKey }
  | { readonly kind: 'level-description'; readonly axis: LevelAxis; readonly level: LevelKey }
  | { readonly kind: 'matrix-label'; readonly axis: LevelAxis; readonly level: LevelKey }
  | { readonly kind: 'plan-label'; readonly plan: PlanKey }
  /** The rows are the same in every plan that has them. */
  | { readonly kind: 'entitlement-label'; readonly entitlement: string }
  | { readonly kind: 'duty' };

/** Where a text stands that is Cadran's or the admin's own. */
export type OwnTextPlace =
  | { readonly kind: 'priority-label'; readonly priority: PriorityKey }
  | { readonly kind: 'calendar-label'; readonly calendar: CalendarKey }
  | { readonly kind: 'reason-label'; readonly reason: ReasonKey }
  | { readonly kind: 'ordering-body-label'; readonly body: string };

export type TextPlace = PolicyTextPlace | OwnTextPlace;

/** One target: a cell of the table of targets. */
export interface GoalPlace {
  readonly plan: PlanKey;
  readonly priority: PriorityKey;
  readonly metric: SlaMetric;
}

/** A place in a policy document, for people to be led to it. */
export type Place =
  | TextPlace
  | ({ readonly kind: 'goal' } & GoalPlace)
  | { readonly kind: 'cell'; readonly impact: LevelKey; readonly urgency: LevelKey }
  | { readonly kind: 'calendar'; readonly calendar: CalendarKey }
  | { readonly kind: 'priority'; readonly priority: PriorityKey }
  | { readonly kind: 'entitlement'; readonly entitlement: string }
  /** A member of the document as a whole, or one entry of it: `thresholds`, `thresholds.1`, `defaultPlan`. */
  | { readonly kind: 'setting'; readonly setting: string };

/** The place as one text, the same for the same place: `goal/BASE/P3/resolution`. */
export function placeKey(place: Place): string {
  switch (place.kind) {
    case 'title':
    case 'updated':
    case 'duty':
      return place.kind;
    case 'clause':
      return `clause/${place.clause}`;
    case 'level-label':
    case 'level-description':
    case 'matrix-label':
      return `${place.kind}/${place.axis}/${place.level}`;
    case 'plan-label':
      return `plan-label/${place.plan}`;
    case 'entitlement':
    case 'entitlement-label':
      return `${place.kind}/${place.entitlement}`;
    case 'priority':
    case 'priority-label':
      return `${place.kind}/${place.priority}`;
    case 'calendar':
    case 'calendar-label':
      return `${place.kind}/${place.calendar}`;
    case 'reason-label':
      return `reason-label/${place.reason}`;
    case 'ordering-body-label':
      return `ordering-body-label/${place.body}`;
    case 'goal':
      return `goal/${place.plan}/${place.priority}/${place.metric}`;
    case 'cell':
      return `cell/${place.impact}/${place.urgency}`;
    case 'setting':
      return `setting/${place.setting}`;
  }
}
