import type { BoardState } from '../contract/sla-board';
import type { SlaStatus } from '../core/clock/ticket-fold';

/** An open incident's state from its SLA status; one without a promise, or whose clocks have all stopped, has none. */
export function boardStateOf(status: SlaStatus | null): BoardState {
  return status === null || status === 'met' || status === 'missed' ? 'none' : status;
}
