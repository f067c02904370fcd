import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ReportApi, ReportTicket } from '../../../src/contract/report';
import { ErrorState } from '../../shared/error-state';
import { call } from '../board-call';
import { TicketLink } from '../ticket-link';
import { figureName, type OpenedFigure, type ReportWords } from './report-words';
import { useReport } from './use-report';

type Page = Extract<ReportApi['reportTickets']['response'], { kind: 'ready' }>;

/** The tickets behind a figure, latest first. Those that the reader may not browse are counted and not named. */
export function ReportTickets(props: {
  readonly words: ReportWords;
  readonly opened: OpenedFigure;
  readonly onClose: () => void;
}) {
  const { words, opened, onClose } = props;
  const { translate, format } = words;
  const { month, filter, metric, figure, group } = opened;
  const [from, setFrom] = useState(0);
  const [earlier, setEarlier] = useState<readonly ReportTicket[]>([]);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const ask = useCallback(
    () => call('reportTickets', { month, filter, metric, figure, from }),
    [month, filter, metric, figure, from],
  );
  const question = useMemo(() => ({ ask, progress: (runId: string) => call('reportProgress', { runId }) }), [ask]);
  const { state, reload } = useReport<Omit<Page, 'kind'>>(question);
  const page = state.status === 'ready' ? state.data : null;
  const tickets = [...earlier, ...(page?.tickets ?? [])];
  return (
    <section className="card stack report-tickets" aria-labelledby="report-tickets">
      <div className="row between">
        <h2 id="report-tickets" ref={heading} tabIndex={-1}>
          {translate('slaReport.tickets.title', { outcome: figureName(words, figure), group })}
        </h2>
        <button type="button" className="button" onClick={onClose}>
          {translate('slaReport.tickets.close')}
        </button>
      </div>
      <p className="small subtle" role="status">
        {page === null
          ? translate('slaReport.tickets.loading')
          : translate('slaReport.tickets.count', { count: page.all })}
      </p>
      {state.status === 'failed' && (
        <ErrorState failure={state.failure} title={translate('slaReport.unread')} onRetry={reload} />
      )}
      <ul className="report-ticket-list">
        {tickets.map(({ issueId, metric: stopped, key, summary, outcome, apart, stoppedAt, lateBy }) => (
          <li key={`${issueId} ${stopped} ${String(stoppedAt)}`}>
            {key === null ? (
              <span className="subtle">{translate('slaReport.tickets.hidden')}</span>
            ) : (
              <TicketLink issueKey={key}>
                <span className="key">{key}</span> <bdi>{summary}</bdi>
              </TicketLink>
            )}
            <span className="small subtle">
              {translate(`clock.metric.${stopped}`)} · {translate(`slaReport.outcome.${apart ? 'apart' : outcome}`)} ·{' '}
              {translate('slaReport.tickets.stopped')} {format.day(stoppedAt)}, {format.time(stoppedAt)}
              {lateBy.real > 0 &&
                ` · ${translate('slaReport.tickets.late')} ${translate('slaReport.tickets.lateText', {
                  working: format.length(lateBy.working),
                  real: format.length(lateBy.real),
                })}`}
            </span>
          </li>
        ))}
      </ul>
      {page?.next != null && (
        <button
          type="button"
          className="button"
          onClick={() => {
            setEarlier(tickets);
            setFrom(page.next ?? 0);
          }}
        >
          {translate('slaReport.tickets.more')}
        </button>
      )}
    </section>
  );
}
