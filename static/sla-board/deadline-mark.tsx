import type { BoardState } from '../../src/contract/sla-board';
import type { SlaMetric } from '../../src/core/policy/document';

/** A deadline's shape: a ring for a response, a diamond for a resolution. The colour tells its state once more. */
export function DeadlineMark({ metric, state }: { readonly metric: SlaMetric; readonly state: BoardState }) {
  return (
    <svg className={`mark mark-${state}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {metric === 'response' ? (
        <circle className="mark-ring" cx="8" cy="8" r="5" />
      ) : (
        <path className="mark-diamond" d="M8 1.4 14.6 8 8 14.6 1.4 8Z" />
      )}
    </svg>
  );
}
