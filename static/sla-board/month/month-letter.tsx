import type { MonthTicket, OrganizationMonth } from '../../../src/contract/report';
import { SLA_METRICS } from '../../../src/core/policy/document';
import { DataTableView } from './data-table-view';
import { dutyTable, figuresTable, requestsTable } from './month-tables';
import { monthName, zoneName, type MonthWords } from './month-words';
import { plainSentences } from './plain-sentences';

/** The page as it is sent: plain words first, then the figures they come from, then every request behind them. */
export function MonthLetter(props: {
  readonly words: MonthWords;
  readonly page: OrganizationMonth;
  readonly tickets: readonly MonthTicket[];
  readonly name: string | null;
}) {
  const { words, page, tickets, name } = props;
  const { translate, format, intlLocale, language } = words;
  const month = monthName(page.month, intlLocale);
  const duty = dutyTable(words, page, tickets);
  return (
    <article className="month-letter" lang={intlLocale}>
      <header>
        <p className="subtle">
          {translate('monthWithUs.title')} · {month}
        </p>
        <h1>{name ?? translate('monthWithUs.nobody')}</h1>
        <p className="small subtle">{page.policyTitle[language]}</p>
      </header>
      {page.requests.all === 0 ? (
        <div className="month-lead">
          <p>
            <b>{translate('monthWithUs.empty.title', { month })}</b>
          </p>
          <p className="subtle">{translate('monthWithUs.empty.text')}</p>
        </div>
      ) : (
        <>
          <div className="month-lead">
            {plainSentences(words, page).map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </div>
          {SLA_METRICS.map((metric) => (
            <DataTableView key={metric} table={figuresTable(words, page, metric)} />
          ))}
          <DataTableView table={requestsTable(words, page, tickets)} />
          {duty !== null && (
            <>
              <DataTableView table={duty} />
              <p className="small subtle">{translate('monthWithUs.duty.text')}</p>
            </>
          )}
        </>
      )}
      <footer className="month-notes small subtle">
        <p>
          {translate('monthWithUs.note.working')} {translate('monthWithUs.note.late')}{' '}
          {translate('monthWithUs.note.share')}
        </p>
        <p>
          {translate('monthWithUs.note.zone', { zone: zoneName(words, page.timeZone, page.asOf) })}{' '}
          {translate('monthWithUs.note.asOf', { instant: format.ledgerInstant(page.asOf, page.asOf) })}
        </p>
      </footer>
    </article>
  );
}
