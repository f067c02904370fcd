import type { SlaMetric } from '../policy/document';
import { figuresOf, type ReportFigures } from './figures';
import type { StoredResult } from './stored-result';

/** Figures of both promises; the two are never added up into one. */
export type MetricFigures = Readonly<Record<SlaMetric, ReportFigures>>;

/** What some results come to: how many tickets they are of, and the figures of each promise. */
export interface TicketFigures {
  readonly tickets: number;
  readonly figures: MetricFigures;
}

/** Adds up results by promise. A ticket counts once, whatever of it stopped. */
export function ticketFigures(results: readonly StoredResult[]): TicketFigures {
  const ofMetric = (metric: SlaMetric): ReportFigures =>
    figuresOf(results.filter((result) => result.metric === metric));
  return {
    tickets: countTickets(results),
    figures: { response: ofMetric('response'), resolution: ofMetric('resolution') },
  };
}

export function countTickets(results: readonly StoredResult[]): number {
  return new Set(results.map(({ issueId }) => issueId)).size;
}
