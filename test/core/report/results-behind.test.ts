/** What a figure opens to: as many results as it counts, none of another figure. */
import fc from 'fast-check';
import { SLA_METRICS } from '../../../src/core/policy/document';
import { keptShare } from '../../../src/core/report/figures';
import { REPORT_FIGURES, resultsBehind, type ReportFigure } from '../../../src/core/report/results-behind';
import { ticketFigures } from '../../../src/core/report/ticket-figures';
import { buildResult, randomResults } from './results';

describe('the results behind a figure', () => {
  it('are as many as it counts, and give it again', () => {
    fc.assert(
      fc.property(randomResults, fc.constantFrom(...SLA_METRICS), (results, metric) => {
        const { tickets, figures } = ticketFigures(results);
        const { met, missed, missedCustomerUnavailable, kept, keptWithoutUnavailable, late, ...other } =
          figures[metric];
        const count = (figure: ReportFigure) => resultsBehind(results, metric, figure).length;
        expect(REPORT_FIGURES.map(count)).toEqual([
          met,
          missed,
          missedCustomerUnavailable,
          other.withoutPromise,
          other.apart,
          met + missed + missedCustomerUnavailable,
          met + missed,
          missed + missedCustomerUnavailable,
          tickets,
        ]);
        expect(keptShare(met, count('kept'))).toBe(kept);
        expect(keptShare(met, count('kept-without'))).toBe(keptWithoutUnavailable);
        const lengths = resultsBehind(results, metric, 'late').map(({ lateBy }) => lateBy.real);
        if (late !== null) expect(lengths).toContain(late.real.median);
      }),
    );
  });

  it('name a ticket once where both its promises ended, by the later of them', () => {
    const answered = buildResult({ metric: 'response', stoppedAt: 1000 });
    const resolved = buildResult({ metric: 'resolution', stoppedAt: 2000 });
    expect(resultsBehind([answered, resolved], 'response', 'tickets')).toEqual([resolved]);
  });
});
