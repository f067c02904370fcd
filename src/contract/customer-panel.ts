import type { ClauseTopic } from '../core/policy/clause-topic';
import type { Inclusion, PriorityMatrix, SlaMetric } from '../core/policy/document';
import type { Duration } from '../core/time/duration';
import type { Bilingual, Language } from '../core/policy/text';
import type { Money } from '../core/proposal/money';
import type { OfferState } from '../core/proposal/proposal';
import type { EpochMillis, Millis } from '../core/time/instant';
import type { WeeklyHours } from '../core/time/calendar';
import type { LevelView } from './level';

/** The only states a customer is told. `late` is an open clock past its due time. */
export type CustomerClockState = 'running' | 'paused' | 'late' | 'met' | 'missed';

export interface CustomerClock {
  readonly metric: SlaMetric;
  readonly state: CustomerClockState;
  /** Late or missed while the customer's resources were unavailable for some of the time it was late (rules.md §7). */
  readonly excused: boolean;
  /** Null where the plan's visibility is `state`, and for what does not apply. Due is null while paused. */
  readonly due: EpochMillis | null;
  /** The due time if the clock went on at the view's instant; only while paused with time left. */
  readonly dueIfResumed: EpochMillis | null;
  readonly stoppedAt: EpochMillis | null;
  /** Share of the target used, 0 to 1, for the picture; null where times are hidden. */
  readonly usedShare: number | null;
  /** Working time left; null where times are hidden, without a goal, or once stopped. */
  readonly remaining: Millis | null;
  readonly target: Duration | null;
  /** Whether it counts day and night; null where times are hidden. */
  readonly aroundTheClock: boolean | null;
}

/** The hours that a promise counts in. */
export type CustomerHours =
  | { readonly kind: 'around-the-clock'; readonly timeZone: string }
  | {
      readonly kind: 'business-hours';
      readonly timeZone: string;
      readonly weeklyHours: WeeklyHours;
      /** Whether holidays do not count. */
      readonly exceptHolidays: boolean;
      readonly label: Bilingual;
    };

/** Something that holds since an instant, which is null where times are hidden. */
interface Since {
  readonly since: EpochMillis | null;
  readonly reason: Bilingual;
}

export interface CustomerTicketView {
  readonly state: 'tracked';
  readonly at: EpochMillis;
  /** `you`: the request waits for the customer; `team`: for the support team; `others`: for neither; `nobody`: it is solved. */
  readonly waitsFor: 'you' | 'team' | 'others' | 'nobody';
  /** Null where times are hidden. */
  readonly waitsSince: EpochMillis | null;
  readonly impact: LevelView | null;
  readonly urgency: LevelView | null;
  readonly priority: { readonly key: string; readonly label: Bilingual } | null;
  /** Empty where the plan shows customers nothing of its clocks. */
  readonly clocks: readonly CustomerClock[];
  /**
   * The hours that the open clocks count in, business hours before day and night where they differ; null where times are
   * hidden.
   */
  readonly hours: CustomerHours | null;
  /** The policy's words on the customer's resources; only on priorities it names. */
  readonly duty: Bilingual | null;
  /** Set while the team waits for the customer's resources: the reason's text. */
  readonly unavailable: Since | null;
  readonly downgrade: (Since & { readonly from: Bilingual; readonly to: Bilingual }) | null;
  readonly plan: CustomerPlan | null;
}

export interface CustomerCorrection {
  readonly version: string;
  /** `YYYY-MM-DD` */
  readonly date: string | null;
  readonly released: boolean;
}

/** *About your plan*. */
export interface CustomerPlan {
  readonly label: Bilingual;
  readonly policyTitle: Bilingual;
  readonly policyDate: string | null;
  readonly entitlements: readonly { readonly label: Bilingual; readonly inclusion: Inclusion }[];
  readonly clauses: readonly { readonly topic: ClauseTopic; readonly text: Bilingual }[];
  /** Versions that Jira plans the correction for; none where nothing of the clocks is shown, undated where times are hidden. */
  readonly corrections: readonly CustomerCorrection[];
  /** How impact, urgency and priority are defined, as the policy publishes it. */
  readonly definitions: {
    readonly impacts: readonly LevelView[];
    readonly urgencies: readonly LevelView[];
    readonly priorities: readonly { readonly key: string; readonly label: Bilingual }[];
    readonly matrix: PriorityMatrix;
  };
  /** What the other plans would promise this request; empty unless an admin allows it. */
  readonly otherPlans: readonly {
    readonly label: Bilingual;
    readonly targets: readonly {
      readonly metric: SlaMetric;
      readonly target: Duration;
      readonly aroundTheClock: boolean;
    }[];
  }[];
}

/** What a customer's own organization, or they themself, would pay. */
export interface CustomerShare {
  readonly organizationId: string;
  /** Null for somebody without organization. */
  readonly name: string | null;
  readonly cents: number;
  readonly answer: 'waiting' | 'accepted' | 'declined';
  readonly answeredAt: EpochMillis | null;
  readonly mayAccept: boolean;
  readonly mayDecline: boolean;
}

/** The cost proposed for a feature request: the total, how many pay, and the reader's own share; never another's. */
export interface CustomerProposal {
  readonly version: number;
  readonly state: OfferState;
  readonly proposedAt: EpochMillis;
  readonly closedAt: EpochMillis | null;
  readonly total: Money;
  readonly orderedBy: Bilingual | null;
  readonly establishments: number;
  readonly own: readonly CustomerShare[];
  readonly words: Bilingual | null;
  /** The total that everybody accepted earlier, while this offer has not taken its place. */
  readonly stands: { readonly total: Money; readonly acceptedAt: EpochMillis | null; readonly cents: number } | null;
}

export interface CustomerFeatureView {
  readonly state: 'feature-request';
  readonly at: EpochMillis;
  readonly proposal: CustomerProposal | null;
}

export type CustomerPanelView =
  /** Nothing to show: not configured, or out of scope. The panel then says nothing of promises. */
  { readonly state: 'no-promise' } | CustomerFeatureView | CustomerTicketView;

export type CustomerPanelApi = {
  view: { request: Record<string, never>; response: CustomerPanelView };
  /** A customer's answer for an organization of their own, written as their own comment too. */
  answerProposal: {
    request: {
      readonly answer: 'accept' | 'decline';
      readonly version: number;
      readonly organizationId: string;
      /** Of the comment. */
      readonly language: Language;
    };
    response: CustomerFeatureView;
  };
};
