import type { MonthPromise, MonthTicket, OrganizationMonth, ReportRow } from '../../../src/contract/report';
import type { SlaMetric } from '../../../src/core/policy/document';
import type { ReportFigures } from '../../../src/core/report/figures';
import { MINUTE } from '../../../src/core/time/instant';
import { textCell, type DataCell, type DataTable } from '../../shared/data-table';
import { countCell, instantCell, minutesCell, priorityName, shareCell, type MonthWords } from './month-words';

const NOTHING = textCell('');

/** One promise by priority, all of them last. */
export function figuresTable(words: MonthWords, page: OrganizationMonth, metric: SlaMetric): DataTable {
  const { translate } = words;
  const figure = (key: Parameters<typeof translate>[0]) => ({ text: translate(key), isFigure: true });
  const rows = page.priorities.map((row: ReportRow) => [
    textCell(priorityName(words, page, row.key)),
    ...figureCells(words, row.figures[metric]),
  ]);
  const total = [textCell(translate('monthWithUs.figures.total')), ...figureCells(words, page.total[metric])];
  return {
    caption: translate(`monthWithUs.figures.${metric}`),
    head: [
      { text: translate('monthWithUs.figures.priority') },
      figure('monthWithUs.figures.kept'),
      figure('monthWithUs.figures.missed'),
      figure('monthWithUs.figures.unavailable'),
      figure('monthWithUs.figures.share'),
      figure('monthWithUs.figures.shareWithout'),
      figure('monthWithUs.figures.medianWorking'),
      figure('monthWithUs.figures.p90Working'),
      figure('monthWithUs.figures.medianReal'),
      figure('monthWithUs.figures.p90Real'),
      figure('monthWithUs.figures.apart'),
      figure('monthWithUs.figures.noPromise'),
    ],
    rows: [...rows, total],
    hasTotal: true,
  };
}

function figureCells(words: MonthWords, figures: ReportFigures): readonly DataCell[] {
  const { met, missed, missedCustomerUnavailable, apart, withoutPromise, kept, keptWithoutUnavailable, late } = figures;
  return [
    countCell(words, met),
    countCell(words, missed),
    countCell(words, missedCustomerUnavailable),
    shareCell(words, kept),
    shareCell(words, keptWithoutUnavailable),
    minutesCell(words, late?.working.median ?? null),
    minutesCell(words, late?.working.p90 ?? null),
    minutesCell(words, late?.real.median ?? null),
    minutesCell(words, late?.real.p90 ?? null),
    countCell(words, apart),
    countCell(words, withoutPromise),
  ];
}

/** The requests of the month in the order they were raised: a row each, more where each reopening counts anew. */
export function requestsTable(words: MonthWords, page: OrganizationMonth, tickets: readonly MonthTicket[]): DataTable {
  const { translate } = words;
  const of = (metric: SlaMetric) => {
    const promise = translate(`monthWithUs.requests.${metric}`);
    return [
      { text: promise },
      { text: translate('monthWithUs.requests.working', { promise }), isFigure: true },
      { text: translate('monthWithUs.requests.real', { promise }), isFigure: true },
    ];
  };
  return {
    caption: translate('monthWithUs.requests.title'),
    head: [
      { text: translate('monthWithUs.requests.key') },
      { text: translate('monthWithUs.requests.summary') },
      { text: translate('monthWithUs.requests.priority') },
      { text: translate('monthWithUs.requests.raised') },
      ...of('response'),
      ...of('resolution'),
    ],
    rows: tickets.flatMap((ticket) => requestRows(words, page, ticket)),
  };
}

function requestRows(words: MonthWords, page: OrganizationMonth, ticket: MonthTicket): readonly DataCell[][] {
  const { key, summary, priority, raisedAt, response, resolutions, apart } = ticket;
  const [first = null, ...others] = resolutions;
  const named = [
    textCell(key ?? '–'),
    textCell(summary ?? words.translate('monthWithUs.requests.hidden')),
    textCell(priorityName(words, page, priority)),
    instantCell(words, raisedAt),
  ];
  return [
    [...named, ...promiseCells(words, response, apart), ...promiseCells(words, first, apart && others.length === 0)],
    ...others.map((resolution, i) => [
      ...named,
      ...promiseCells(words, null, false),
      ...promiseCells(words, resolution, apart && i === others.length - 1),
    ]),
  ];
}

function promiseCells(words: MonthWords, promise: MonthPromise | null, apart: boolean): readonly DataCell[] {
  if (promise === null) return [{ ...NOTHING, text: '–' }, minutesCell(words, null), minutesCell(words, null)];
  const { outcome, lateBy } = promise;
  const isLate = outcome === 'missed' || outcome === 'missed-customer-unavailable';
  return [
    textCell(words.translate(`monthWithUs.requests.outcome.${apart ? 'apart' : outcome}`)),
    minutesCell(words, isLate ? lateBy.working : null),
    minutesCell(words, isLate ? lateBy.real : null),
  ];
}

/** The times in which the customer did not supply what the duty asks; null where there were none. */
export function dutyTable(
  words: MonthWords,
  { reasons }: OrganizationMonth,
  tickets: readonly MonthTicket[],
): DataTable | null {
  const { translate, language } = words;
  const rows = tickets.flatMap(({ key, duty }) =>
    duty.map(({ from, to, reasonCode }) => [
      textCell(key ?? '–'),
      instantCell(words, from),
      instantCell(words, to),
      countCell(words, Math.floor((to - from) / MINUTE)),
      textCell(reasons.find((reason) => reason.key === reasonCode)?.label[language] ?? reasonCode),
    ]),
  );
  if (rows.length === 0) return null;
  return {
    caption: translate('monthWithUs.duty.title'),
    head: [
      { text: translate('monthWithUs.duty.key') },
      { text: translate('monthWithUs.duty.from') },
      { text: translate('monthWithUs.duty.to') },
      { text: translate('monthWithUs.duty.length'), isFigure: true },
      { text: translate('monthWithUs.duty.reason') },
    ],
    rows,
  };
}
