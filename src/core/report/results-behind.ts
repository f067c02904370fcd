import type { Outcome } from '../clock/report';
import type { SlaMetric } from '../policy/document';
import type { StoredResult } from './stored-result';

/**
 * A figure that opens to its tickets. `kept` and `kept-without` are the two shares, which open to all that they are of;
 * `late` is how late promises were; `tickets` counts every ticket once, whichever of its promises ended.
 */
export const REPORT_FIGURES = [
  'met',
  'missed',
  'missed-customer-unavailable',
  'no-promise',
  'apart',
  'kept',
  'kept-without',
  'late',
  'tickets',
] as const;
export type ReportFigure = (typeof REPORT_FIGURES)[number];

/** The outcomes that a figure is made of. */
const OUTCOMES = {
  met: ['met'],
  missed: ['missed'],
  'missed-customer-unavailable': ['missed-customer-unavailable'],
  'no-promise': ['no-promise'],
  kept: ['met', 'missed', 'missed-customer-unavailable'],
  'kept-without': ['met', 'missed'],
  late: ['missed', 'missed-customer-unavailable'],
} as const satisfies Record<Exclude<ReportFigure, 'apart' | 'tickets'>, readonly Outcome[]>;

/** The results behind a figure of one promise, latest stop first; for `tickets` the latest of each ticket, of either promise. */
export function resultsBehind(
  results: readonly StoredResult[],
  metric: SlaMetric,
  figure: ReportFigure,
): readonly StoredResult[] {
  const latestFirst = [...results].sort((a, b) => b.stoppedAt - a.stoppedAt || Number(b.issueId) - Number(a.issueId));
  if (figure === 'tickets') {
    const latest = new Map<string, StoredResult>();
    for (const result of latestFirst) if (!latest.has(result.issueId)) latest.set(result.issueId, result);
    return [...latest.values()];
  }
  const ofMetric = latestFirst.filter((result) => result.metric === metric);
  if (figure === 'apart') return ofMetric.filter(({ apart }) => apart);
  const outcomes: readonly Outcome[] = OUTCOMES[figure];
  return ofMetric.filter(({ apart, outcome }) => !apart && outcomes.includes(outcome));
}
