import type { PolicyDocument, PriorityKey } from '../document';
import type { Reported } from '../finding';
import { cellOf } from '../matrix';

interface Cell {
  readonly impact: string;
  readonly urgency: string;
  readonly priority: PriorityKey;
}

/** Holes in the matrix, and pairs of levels that a less severe pair outranks. */
export function checkMatrix(document: PolicyDocument): readonly Reported[] {
  const { impacts, urgencies } = document;
  const findings: Reported[] = [];
  impacts.forEach(({ key: impact }, i) =>
    urgencies.forEach(({ key: urgency }, u) => {
      const priority = cellOf(document, impact, urgency);
      if (priority === undefined) {
        findings.push({ code: 'matrix-hole', place: { kind: 'cell', impact, urgency }, facts: { impact, urgency } });
        return;
      }
      const neighbours = [
        [impacts[i + 1]?.key, urgency],
        [impact, urgencies[u + 1]?.key],
      ] as const;
      for (const [lessImpact, lessUrgency] of neighbours) {
        if (lessImpact === undefined || lessUrgency === undefined) continue;
        const than = cellOf(document, lessImpact, lessUrgency);
        if (than === undefined || !isLessUrgent(document, priority, than)) continue;
        const cell = { impact, urgency, priority };
        findings.push(notMonotone(cell, { impact: lessImpact, urgency: lessUrgency, priority: than }));
      }
    }),
  );
  return findings;
}

/** Suggests the less severe pair's priority: the least change that keeps what is promised there. */
function notMonotone(cell: Cell, than: Cell): Reported {
  const { impact, urgency } = cell;
  const place = { kind: 'cell', impact, urgency } as const;
  const fix = { kind: 'set-cell', impact, urgency, priority: than.priority } as const;
  return {
    code: 'matrix-not-monotone',
    place,
    facts: { ...cell, than },
    readings: [
      {
        sources: [{ kind: 'set', place }],
        value: { kind: 'priority', priority: cell.priority },
        ratio: null,
        inForce: true,
        fix: null,
      },
      {
        sources: [{ kind: 'set', place: { kind: 'cell', impact: than.impact, urgency: than.urgency } }],
        value: { kind: 'priority', priority: than.priority },
        ratio: null,
        inForce: false,
        fix,
      },
    ],
    fix,
  };
}

/** Priorities that the policy does not define have no rank; they are reported as unknown keys. */
function isLessUrgent({ priorities }: PolicyDocument, a: PriorityKey, b: PriorityKey): boolean {
  const [rankA, rankB] = [a, b].map((priority) => priorities.findIndex(({ key }) => key === priority));
  return rankA !== undefined && rankB !== undefined && rankA >= 0 && rankB >= 0 && rankA > rankB;
}
