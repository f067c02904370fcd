import type { Inclusion, SlaMetric } from '../core/policy/document';
import type { Duration } from '../core/time/duration';
import type { Bilingual } from '../core/policy/text';
import type { EpochMillis, Millis } from '../core/time/instant';
import type { WeeklyHours } from '../core/time/calendar';

/** The only states a customer is told. `late` is an open clock past its due time. */
export type CustomerClockState = 'running' | 'paused' | 'late' | 'met' | 'missed';

export interface CustomerClock {
  readonly metric: SlaMetric;
  readonly state: CustomerClockState;
  /** Null where the plan's visibility is `state`, and for what does not apply. Due is null while paused. */
  readonly due: EpochMillis | null;
  readonly stoppedAt: EpochMillis | null;
  /** Share of the target used, 0 to 1, for the picture; null where times are hidden. */
  readonly usedShare: number | null;
  /** Working time left; null where times are hidden, without a goal, or once stopped. */
  readonly remaining: Millis | null;
  readonly target: Duration | null;
}

export interface CustomerTicketView {
  readonly state: 'tracked';
  readonly at: EpochMillis;
  /** `you`: the request waits for the customer; `team`: for the support team; `nobody`: it is solved. */
  readonly waitsFor: 'you' | 'team' | 'nobody';
  readonly waitsSince: EpochMillis | null;
  readonly impact: { readonly label: Bilingual; readonly description: Bilingual } | null;
  readonly urgency: { readonly label: Bilingual; readonly description: Bilingual } | null;
  readonly priority: { readonly key: string; readonly label: Bilingual } | null;
  /** Empty where the plan shows customers nothing of its clocks. */
  readonly clocks: readonly CustomerClock[];
  /** Whether the open clocks count around the clock, or the hours they count in; null where times are hidden. */
  readonly hours:
    | { readonly kind: 'around-the-clock'; readonly timeZone: string }
    | {
        readonly kind: 'business-hours';
        readonly timeZone: string;
        readonly weeklyHours: WeeklyHours;
        readonly label: Bilingual;
      }
    | null;
  /** The policy's words on the customer's resources; only on priorities it names. */
  readonly duty: Bilingual | null;
  /** Set while the team waits for the customer's resources: the reason's text. */
  readonly unavailable: { readonly since: EpochMillis; readonly reason: Bilingual } | null;
  readonly downgrade: {
    readonly since: EpochMillis;
    readonly from: string;
    readonly to: string;
    readonly reason: Bilingual;
  } | null;
  readonly plan: {
    readonly label: Bilingual;
    readonly policyTitle: Bilingual;
    readonly policyDate: string | null;
    readonly entitlements: readonly { readonly label: Bilingual; readonly inclusion: Inclusion }[];
    readonly clauses: readonly Bilingual[];
  } | null;
}

export type CustomerPanelView =
  /** Nothing to show: not configured, out of scope, or a feature request. The panel then says nothing of promises. */
  { readonly state: 'no-promise' } | CustomerTicketView;

export type CustomerPanelApi = {
  view: { request: Record<string, never>; response: CustomerPanelView };
};
