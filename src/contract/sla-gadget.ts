import type { MetricFigures } from '../core/report/ticket-figures';
import type { EpochMillis } from '../core/time/instant';

/** This month's promises of a project. */
export type GadgetMonth =
  | {
      readonly kind: 'ready';
      /** `YYYY-MM` */
      readonly month: string;
      readonly asOf: EpochMillis;
      readonly figures: MetricFigures;
    }
  /** They are being added up; ask again, naming the run. */
  | { readonly kind: 'making'; readonly runId: string }
  /** Figures over all tickets are not for this user. */
  | { readonly kind: 'not-shown'; readonly to: 'agents' | 'administrators' };

export interface ReadyGadgetView {
  readonly state: 'ready';
  readonly at: EpochMillis;
  readonly project: { readonly key: string; readonly name: string };
  /** Open incidents that this user may browse. */
  readonly atRisk: { readonly breached: number; readonly nearBreach: number };
  readonly month: GadgetMonth;
}

export type SlaGadgetView =
  /** No policy is published yet. */
  | { readonly state: 'not-configured' }
  /** The policy tracks no incidents in the project. */
  | { readonly state: 'out-of-scope' }
  /** Nobody has chosen the project yet. */
  | { readonly state: 'no-project' }
  | ReadyGadgetView;

export type SlaGadgetApi = {
  /** `made` names the run that the caller has just waited for. */
  view: { request: { readonly made: string | null }; response: SlaGadgetView };
  /** The projects of the policy that this user may browse: what the gadget can be set to. */
  projects: {
    request: Record<string, never>;
    response: readonly { readonly id: string; readonly key: string; readonly name: string }[];
  };
};
