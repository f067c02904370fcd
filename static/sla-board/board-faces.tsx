import { lazy, Suspense, useState } from 'react';
import type { ReadyBoardView } from '../../src/contract/sla-board';
import { useTranslate } from '../shared/surface-context';
import { BoardSkeleton } from './board-skeleton';
import type { SlaBoardMessages } from './messages';
import type { MonthQuestion } from './month/use-month';
import { OpenBoard } from './open-board';
// Here, since styles do not come with what is loaded later.
import './month/month-page.css';
import './report/report.css';

/** The code and words of each come when somebody opens it; the reports also bring a library for charts. */
const ReportPage = lazy(async () => ({ default: (await import('./report/report-page')).ReportPage }));
const OpenMonth = lazy(async () => ({ default: (await import('./month/open-month')).OpenMonth }));

const FACES = ['now', 'reports'] as const;

/** What comes next, and what was kept; the second for those who may see figures over all tickets. */
export function BoardFaces({ view }: { readonly view: ReadyBoardView }) {
  const translate = useTranslate<SlaBoardMessages>();
  const [face, setFace] = useState<(typeof FACES)[number]>('now');
  const [month, setMonth] = useState<Partial<MonthQuestion> | null>(null);
  if (month !== null) {
    return (
      <Suspense fallback={<BoardSkeleton />}>
        <OpenMonth
          start={month}
          onBack={() => {
            setMonth(null);
          }}
        />
      </Suspense>
    );
  }
  const faces = view.mayReport ? (
    <>
      <div className="segment" role="group" aria-label={translate('slaReport.face.label')}>
        {FACES.map((choice) => (
          <button
            key={choice}
            type="button"
            aria-pressed={choice === face}
            onClick={() => {
              setFace(choice);
            }}
          >
            {translate(`slaReport.face.${choice}`)}
          </button>
        ))}
      </div>
      <button
        type="button"
        className="button button-subtle"
        onClick={() => {
          setMonth({});
        }}
      >
        {translate('slaBoard.month')}
      </button>
    </>
  ) : null;
  if (face === 'now') return <OpenBoard view={view} faces={faces} />;
  return (
    <main className="board">
      <header className="row board-head">
        <h1>{translate('slaBoard.title')}</h1>
        {faces}
      </header>
      <Suspense fallback={<BoardSkeleton />}>
        <ReportPage onMonth={setMonth} />
      </Suspense>
    </main>
  );
}
