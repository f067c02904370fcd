import './lozenge.css';
import { rampOf } from './priority-ramp';

/** A priority by its own name on a shade of grey: colour is left to the clocks. */
export function PriorityBadge(props: {
  readonly priority: string;
  readonly label: string;
  /** All priority keys, the most urgent first. */
  readonly order: readonly string[];
}) {
  return <span className={`lozenge ramp-${String(rampOf(props.priority, props.order))}`}>{props.label}</span>;
}
