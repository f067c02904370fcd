import type { PriorityMatrix, SlaMetric } from '../core/policy/document';
import type { Duration } from '../core/time/duration';
import type { Bilingual } from '../core/policy/text';
import type { EpochMillis } from '../core/time/instant';
import type { CustomerHours } from './customer-panel';
import type { LevelView } from './level';

/** What a request of one priority would be promised, were it sent at the view's instant. */
export interface FormGoal {
  readonly metric: SlaMetric;
  readonly target: Duration;
  readonly aroundTheClock: boolean;
  readonly due: EpochMillis;
}

/** The promises of one plan, by priority key; a priority without an entry is promised nothing. */
export interface FormPromise {
  readonly plan: Bilingual;
  readonly goals: Readonly<Record<string, readonly FormGoal[]>>;
  /** The hours that its business-hours goals count in; null where all count day and night. */
  readonly hours: CustomerHours | null;
}

export interface FormQuestionsView {
  readonly state: 'ready';
  readonly at: EpochMillis;
  /** Whether this panel asks: a level that the request type's own form has, shown or hidden, is the form's affair. */
  readonly asks: { readonly impact: boolean; readonly urgency: boolean };
  readonly impacts: readonly LevelView[];
  readonly urgencies: readonly LevelView[];
  readonly priorities: readonly { readonly key: string; readonly label: Bilingual }[];
  readonly matrix: PriorityMatrix;
  /** One for each plan that the customer's organizations have; empty where customers see no times. */
  readonly promises: readonly FormPromise[];
}

export type RequestFormView =
  /** Nothing to ask: no policy, or requests of this type have no clocks. The panel then shows nothing. */
  { readonly state: 'nothing' } | FormQuestionsView;

export type RequestFormApi = {
  view: { request: Record<string, never>; response: RequestFormView };
};
