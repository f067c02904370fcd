import { useState } from 'react';
import type { Language } from '../../../src/core/policy/text';
import { languageOf } from '../../../src/i18n/reader';
import { ErrorState } from '../../shared/error-state';
import { useFormat } from '../../shared/surface-context';
import { MonthLetter } from './month-letter';
import { MonthToolbar } from './month-toolbar';
import { monthWords } from './month-words';
import { useMonth, type MonthQuestion } from './use-month';

export interface MonthPageProps {
  /** What is shown first; the page lets one choose others. */
  readonly start: MonthQuestion;
  /** Newest first. */
  readonly months: readonly string[];
  readonly organizations: readonly { readonly id: string; readonly name: string }[];
  readonly onBack: () => void;
}

/**
 * *Your month with us*: what an organization is sent of its month, to print and to save. The page is in that organization's
 * language, its controls in that of the reader.
 */
export function MonthPage({ start, months, organizations, onBack }: MonthPageProps) {
  const format = useFormat();
  const [question, setQuestion] = useState(start);
  const [chosen, setChosen] = useState<Language | null>(null);
  const { figures, tickets, isComplete, failure, reload } = useMonth(question);
  const page = figures.status === 'ready' ? figures.data.page : null;
  const own = monthWords(languageOf(format.reader.intlLocale), format.reader.timeZone);
  const words = monthWords(chosen ?? page?.language ?? own.language, page?.timeZone ?? format.reader.timeZone);
  const anyFailure = figures.status === 'failed' ? figures.failure : failure;
  return (
    <main className="board month">
      <MonthToolbar
        words={own}
        question={question}
        months={months}
        organizations={organizations}
        language={words.language}
        page={isComplete ? page : null}
        letter={words}
        tickets={tickets}
        onQuestion={setQuestion}
        onLanguage={setChosen}
        onBack={onBack}
      />
      {anyFailure !== null && (
        <ErrorState failure={anyFailure} title={own.translate('monthWithUs.unread')} onRetry={reload} />
      )}
      {anyFailure === null && !isComplete && (
        <p className="month-making" role="status">
          {own.translate(page === null ? 'monthWithUs.making' : 'monthWithUs.makingTickets')}
          <progress
            aria-label={own.translate('monthWithUs.making')}
            max={1}
            {...(figures.status === 'making' ? { value: figures.share } : {})}
            {...(page === null ? {} : { value: tickets.length / Math.max(1, page.requests.all) })}
          />
        </p>
      )}
      {page !== null && anyFailure === null && (
        <MonthLetter
          words={words}
          page={page}
          tickets={tickets}
          name={page.organization.name ?? organizations.find(({ id }) => id === page.organization.id)?.name ?? null}
        />
      )}
    </main>
  );
}
