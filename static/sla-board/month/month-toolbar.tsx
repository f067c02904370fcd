import type { MonthTicket, OrganizationMonth } from '../../../src/contract/report';
import { SLA_METRICS } from '../../../src/core/policy/document';
import type { Language } from '../../../src/core/policy/text';
import { writeCsv } from '../../shared/csv';
import { csvRows } from '../../shared/data-table';
import { download } from '../../shared/download';
import { figuresTable, requestsTable } from './month-tables';
import { monthName, type MonthWords } from './month-words';
import type { MonthQuestion } from './use-month';

/** Each by its own name, whatever the reader's language. */
const LANGUAGES = [
  { language: 'en', name: 'English' },
  { language: 'fr', name: 'Français' },
] as const satisfies readonly { readonly language: Language; readonly name: string }[];

/** Chooses the page, and prints or saves it. None of it is printed. */
export function MonthToolbar(props: {
  /** Of the reader. */
  readonly words: MonthWords;
  readonly question: MonthQuestion;
  readonly months: readonly string[];
  readonly organizations: readonly { readonly id: string; readonly name: string }[];
  readonly language: Language;
  /** Null while it is not all there: half a month is not to be sent. */
  readonly page: OrganizationMonth | null;
  /** Of the page. */
  readonly letter: MonthWords;
  readonly tickets: readonly MonthTicket[];
  readonly onQuestion: (question: MonthQuestion) => void;
  readonly onLanguage: (language: Language) => void;
  readonly onBack: () => void;
}) {
  const { words, question, months, organizations, language, page, letter, tickets } = props;
  const { translate, intlLocale } = words;
  const save = (what: 'requests' | 'figures'): void => {
    if (page === null) return;
    const tables =
      what === 'requests'
        ? [csvRows(requestsTable(letter, page, tickets))]
        : SLA_METRICS.map((metric) => {
            const table = figuresTable(letter, page, metric);
            return [[table.caption], ...csvRows(table), []];
          });
    download(
      `cadran-${page.month}-${page.organization.id}-${what}.csv`,
      'text/csv;charset=utf-8',
      writeCsv(tables.flat(), language),
    );
  };
  return (
    <div className="month-toolbar row between">
      <div className="row">
        <button type="button" className="button button-subtle" onClick={props.onBack}>
          {translate('monthWithUs.back')}
        </button>
        <label className="filter">
          <span className="visually-hidden">{translate('monthWithUs.organization')}</span>
          <select
            className="field"
            value={question.organizationId}
            onChange={({ target }) => {
              props.onQuestion({ ...question, organizationId: target.value });
            }}
          >
            {organizations.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label className="filter">
          <span className="visually-hidden">{translate('monthWithUs.month')}</span>
          <select
            className="field"
            value={question.month}
            onChange={({ target }) => {
              props.onQuestion({ ...question, month: target.value });
            }}
          >
            {months.map((month) => (
              <option key={month} value={month}>
                {monthName(month, intlLocale)}
              </option>
            ))}
          </select>
        </label>
        <div className="segment" role="group" aria-label={translate('monthWithUs.language')}>
          {LANGUAGES.map((each) => (
            <button
              key={each.language}
              type="button"
              lang={each.language}
              aria-pressed={each.language === language}
              onClick={() => {
                props.onLanguage(each.language);
              }}
            >
              {each.name}
            </button>
          ))}
        </div>
      </div>
      <div className="row">
        {(['requests', 'figures'] as const).map((what) => (
          <button
            key={what}
            type="button"
            className="button"
            disabled={page === null}
            title={translate('monthWithUs.csvHint')}
            onClick={() => {
              save(what);
            }}
          >
            {translate(what === 'requests' ? 'monthWithUs.saveRequests' : 'monthWithUs.saveFigures')}
          </button>
        ))}
        <button
          type="button"
          className="button button-primary"
          disabled={page === null}
          onClick={() => {
            window.print();
          }}
        >
          {translate('monthWithUs.print')}
        </button>
      </div>
    </div>
  );
}
