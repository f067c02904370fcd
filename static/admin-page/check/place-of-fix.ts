import type { Fix } from '../../../src/core/policy/fix';
import type { Place } from '../../../src/core/policy/place';

/** Where a fix makes its change. */
export function placeOfFix(fix: Fix): Place {
  switch (fix.kind) {
    case 'set-goal':
      return { kind: 'goal', plan: fix.plan, priority: fix.priority, metric: fix.metric };
    case 'set-cell':
      return { kind: 'cell', impact: fix.impact, urgency: fix.urgency };
    case 'set-shown':
      return fix.place;
  }
}
