import { useMemo, useState } from 'react';
import type { ReportChoices } from '../../../src/contract/report';
import { EmptyState } from '../../shared/empty-state';
import { ErrorState } from '../../shared/error-state';
import { useFormat, useTranslate } from '../../shared/surface-context';
import { useView } from '../../shared/use-view';
import { call } from '../board-call';
import { BoardSkeleton } from '../board-skeleton';
import type { SlaBoardMessages } from '../messages';
import type { MonthQuestion } from '../month/use-month';
import { MonthSection } from './month-section';
import { ReportControls, type ReportSight } from './report-controls';
import { ReportTickets } from './report-tickets';
import type { OpenedFigure } from './report-words';
import { TrendSection } from './trend-section';

const ask = () => call('reportChoices', {});

/** What was promised and what was kept: a month, and the year that led to it. Every figure opens to its tickets. */
export function ReportPage({ onMonth }: { readonly onMonth: (start: MonthQuestion) => void }) {
  const translate = useTranslate<SlaBoardMessages>();
  const { state, reload } = useView(ask);
  if (state.status === 'loading') return <BoardSkeleton />;
  if (state.status === 'failed') {
    return <ErrorState failure={state.failure} title={translate('slaReport.unread')} onRetry={reload} />;
  }
  return <Reports choices={state.data} onMonth={onMonth} />;
}

function Reports(props: { readonly choices: ReportChoices; readonly onMonth: (start: MonthQuestion) => void }) {
  const { choices, onMonth } = props;
  const translate = useTranslate<SlaBoardMessages>();
  const format = useFormat();
  const words = useMemo(() => ({ translate, format }), [translate, format]);
  const [sight, setSight] = useState<ReportSight>({
    month: choices.months[0] ?? null,
    metric: 'resolution',
    by: 'organization',
    filter: {},
  });
  const [opened, setOpened] = useState<OpenedFigure | null>(null);
  const { month, metric, by, filter } = sight;
  if (month === null) {
    return <EmptyState title={translate('slaBoard.notConfigured.title')} text={translate('slaReport.empty.text')} />;
  }
  return (
    <>
      <ReportControls
        words={words}
        choices={choices}
        sight={sight}
        onSight={(change) => {
          setOpened(null);
          setSight((before) => ({ ...before, ...change }));
        }}
      />
      <MonthSection
        words={words}
        month={month}
        metric={metric}
        by={by}
        filter={filter}
        onOpen={setOpened}
        onMonth={onMonth}
      />
      {opened !== null && (
        <ReportTickets
          key={JSON.stringify(opened)}
          words={words}
          opened={opened}
          onClose={() => {
            setOpened(null);
          }}
        />
      )}
      <TrendSection words={words} until={month} metric={metric} filter={filter} onOpen={setOpened} />
    </>
  );
}
