/** `npm run bench -- reports`: what the report of a large month costs on the local site, and how long it takes in real time. */
import { SECOND } from '../../src/core/time/instant';
import { reportLargeMonth } from '../site/reports/large-month';
import type { Target } from './target';

const TICKETS = 10_000;

export interface ReportFigures {
  readonly reportTickets: number;
  readonly reportResults: number;
  readonly reportMs: number;
  readonly reportSteps: number;
  readonly reportReads: number;
  readonly reportWrites: number;
  readonly reportAgainReads: number;
  readonly bytesAResult: number;
  readonly digestBytesAResult: number;
}

/** A month of ten thousand tickets, from the first question to the report. */
export async function measureReports(): Promise<ReportFigures> {
  const month = await reportLargeMonth(TICKETS);
  return {
    reportTickets: month.report.total.tickets,
    reportResults: month.results,
    reportMs: month.millis,
    reportSteps: month.steps,
    reportReads: month.storageReads,
    reportWrites: month.storageWrites,
    reportAgainReads: month.againReads,
    bytesAResult: month.bytesAResult,
    digestBytesAResult: month.digestBytesAResult,
  };
}

/** What the project promises of these figures. */
export function reportTargets({ reportMs, reportReads }: ReportFigures): readonly Target[] {
  return [
    {
      what: 'report of a month of 10,000 tickets: under 10 s',
      found: `${(reportMs / SECOND).toFixed(1)} s`,
      isMet: reportMs < 10 * SECOND,
    },
    {
      what: 'reads of the store: under 4,000 a minute',
      found: reportReads.toLocaleString('en'),
      isMet: reportReads < 4_000,
    },
  ];
}
