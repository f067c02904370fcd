import type { TicketFold } from '../core/clock/ticket-fold';
import type { SlaMetric } from '../core/policy/document';
import type { EpochMillis } from '../core/time/instant';
import type { SlaFieldValues } from './ports';

/** What the read-only fields should show for a fold. Due times are those of open clocks; empty while paused (rules.md §7). */
export function slaFieldsOf(fold: TicketFold): SlaFieldValues {
  const dueOf = (metric: SlaMetric): EpochMillis | null => {
    const clock = fold.clocks.find((candidate) => candidate.metric === metric);
    return clock === undefined || clock.stopTime !== null ? null : clock.breachTime;
  };
  return {
    slaStatus: fold.status === 'none' ? null : fold.status,
    slaNextDue: fold.nextDue,
    responseDue: dueOf('response'),
    resolutionDue: dueOf('resolution'),
    customerPlan: fold.plan.plan,
    handlingOrder: fold.handlingOrder,
  };
}

/** Fields without a ticket's clocks: what a ticket that left the scope goes back to. */
export const NO_SLA_FIELDS: SlaFieldValues = {
  slaStatus: null,
  slaNextDue: null,
  responseDue: null,
  resolutionDue: null,
  customerPlan: null,
  handlingOrder: null,
};

/** The wanted values that differ from those the issue has; null when none does. */
export function changedSlaFields(wanted: SlaFieldValues, present: SlaFieldValues): Partial<SlaFieldValues> | null {
  const changed = (Object.keys(wanted) as (keyof SlaFieldValues)[]).filter((name) => wanted[name] !== present[name]);
  return changed.length === 0 ? null : Object.fromEntries(changed.map((name) => [name, wanted[name]]));
}
