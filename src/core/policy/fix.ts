import type { Duration } from '../time/duration';
import type { LevelKey, PriorityKey } from './document';
import type { GoalPlace, TextPlace } from './place';
import type { Bilingual } from './text';

/** A change to a policy document that a finding suggests. It says what it changes, so that people see it before. */
export type Fix =
  | ({ readonly kind: 'set-goal'; readonly target: Duration } & GoalPlace)
  | {
      readonly kind: 'set-cell';
      readonly impact: LevelKey;
      readonly urgency: LevelKey;
      readonly priority: PriorityKey;
    }
  /** What people read, in one language or both; what was published stays on record. */
  | { readonly kind: 'set-shown'; readonly place: TextPlace; readonly shown: Partial<Bilingual> };
