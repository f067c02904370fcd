import type { SlaMetric } from '../policy/document';
import type { Outcome } from '../clock/report';
import type { DutyInterval, StoredResult } from './stored-result';

const METRICS = ['response', 'resolution'] as const satisfies readonly SlaMetric[];
const OUTCOMES = ['met', 'missed', 'missed-customer-unavailable', 'no-promise'] as const satisfies readonly Outcome[];

/**
 * Many results of one month in little room, so that a report reads thousands at once: what repeats is named once. A line is
 * [issue id, group, outcome, cycle, creation, stop] with the times counted from `since`, and where needed late by (working,
 * real), then the intervals of the duty, each with its reason.
 */
export interface PackedResults {
  readonly month: string;
  readonly since: number;
  /** metric, project, organization, plan, priority, apart (1 or 0). */
  readonly groups: readonly (readonly [number, string, string | null, string | null, string | null, number])[];
  readonly lines: readonly (readonly unknown[])[];
}

/** The results of one month, packed; unpackResults gives them back. They must be of that month. */
export function packResults(month: string, results: readonly StoredResult[]): PackedResults {
  const since = results[0]?.createdAt ?? 0;
  const groups = new Map<string, readonly [number, string, string | null, string | null, string | null, number]>();
  const places = new Map<string, number>();
  const lines = results.map((result) => {
    const { projectId, organizationId, plan, priority, apart } = result;
    const group = [METRICS.indexOf(result.metric), projectId, organizationId, plan, priority, apart ? 1 : 0] as const;
    const name = JSON.stringify(group);
    const place = places.get(name) ?? places.size;
    places.set(name, place);
    groups.set(name, group);
    return lineOf(result, place, since);
  });
  return { month, since, groups: [...groups.values()], lines };
}

function lineOf(result: StoredResult, group: number, since: number): readonly unknown[] {
  const { issueId, outcome, cycle, createdAt, stoppedAt, lateBy, duty } = result;
  const line = [issueId, group, OUTCOMES.indexOf(outcome), cycle, createdAt - since, stoppedAt - since];
  if (lateBy.working === 0 && lateBy.real === 0 && duty.length === 0) return line;
  const intervals = duty.map(({ from, to, reasonCode }) => [from - since, to - since, reasonCode]);
  return [...line, lateBy.working, lateBy.real, ...(intervals.length === 0 ? [] : [intervals])];
}

/** What packResults packed. Throws RangeError where it was written otherwise. */
export function unpackResults({ month, since, groups, lines }: PackedResults): readonly StoredResult[] {
  return lines.map((line) => {
    const [issueId, place, outcome, cycle, created, stop, working = 0, real = 0, intervals = []] = line as PackedLine;
    const group = groups[place];
    const metric = METRICS[group?.[0] ?? NaN];
    const named = OUTCOMES[outcome];
    if (group === undefined || metric === undefined || named === undefined) throw new RangeError('no packed result');
    const [, projectId, organizationId, plan, priority, apart] = group;
    return {
      issueId,
      metric,
      cycle,
      month,
      projectId,
      organizationId,
      plan,
      priority,
      outcome: named,
      createdAt: since + created,
      stoppedAt: since + stop,
      lateBy: { working, real },
      duty: intervals.map(([from, to, reasonCode]): DutyInterval => ({
        from: since + from,
        to: since + to,
        reasonCode,
      })),
      apart: apart === 1,
    };
  });
}

type PackedLine = readonly [
  issueId: string,
  group: number,
  outcome: number,
  cycle: number,
  created: number,
  stop: number,
  working?: number,
  real?: number,
  duty?: readonly (readonly [number, number, string])[],
];
