import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { BoardFilter, ReadyBoardView } from '../../src/contract/sla-board';
import { ErrorState } from '../shared/error-state';
import { Icon } from '../shared/icon';
import { useFormat, useTranslate } from '../shared/surface-context';
import { useNow } from '../shared/use-now';
import { call } from './board-call';
import { BoardSkeleton, RowShapes } from './board-skeleton';
import { DayAhead } from './day-ahead';
import { FilterBar } from './filter-bar';
import { IncidentList } from './incident-list';
import type { SlaBoardMessages } from './messages';
import { browserKeep, NO_FILTER, rememberedSight, rememberSight } from './remembered';
import { StateCounts } from './state-counts';
import { usePages } from './use-pages';
import { useRefreshed } from './use-refreshed';

const keep = browserKeep();

/** The board of a project that the policy covers: what hits when, and what comes next. */
export function OpenBoard({ view, faces }: { readonly view: ReadyBoardView; readonly faces: ReactNode }) {
  const translate = useTranslate<SlaBoardMessages>();
  const format = useFormat();
  const words = useMemo(() => ({ translate, format, view }), [translate, format, view]);
  const [sight, setSight] = useState(() => rememberedSight(keep, view));
  const { filter, order } = sight;
  useEffect(() => {
    rememberSight(keep, view.projectId, sight);
  }, [sight, view.projectId]);

  const pages = usePages(sight);
  const { token } = pages;
  const askIncidents = useCallback(() => call('incidents', { filter, order, page: token }), [filter, order, token]);
  const askOutlook = useCallback(() => call('outlook', { filter }), [filter]);
  const list = useRefreshed(askIncidents);
  const outlook = useRefreshed(askOutlook);
  const at = Math.max(view.at, list.data?.at ?? 0, outlook.data?.at ?? 0);
  const now = useNow(at);
  const setFilter = useCallback((change: Partial<BoardFilter>) => {
    setSight((before) => ({ ...before, filter: { ...before.filter, ...change } }));
  }, []);
  const refresh = (): void => {
    list.refresh();
    outlook.refresh();
  };

  const failure = list.failure ?? outlook.failure;
  const isNothing = list.data === null && outlook.data === null;
  return (
    <main className="board">
      <header className="row between board-head">
        <div className="row">
          <h1>{translate('slaBoard.title')}</h1>
          {faces}
        </div>
        {outlook.data !== null && (
          <StateCounts
            words={words}
            counts={outlook.data.counts}
            chosen={filter.state}
            onChoose={(state) => {
              setFilter({ state });
            }}
          />
        )}
      </header>
      {failure !== null && (
        <ErrorState failure={failure} title={translate('slaBoard.unread.title')} onRetry={refresh}>
          {isNothing
            ? translate('slaBoard.unread.still')
            : translate('slaBoard.stale', { time: format.time(list.data?.at ?? at) })}
        </ErrorState>
      )}
      {isNothing && failure === null && <BoardSkeleton />}
      {outlook.data !== null && <DayAhead words={words} outlook={outlook.data} now={now} pending={outlook.pending} />}
      {!isNothing && (
        <section className="card" aria-labelledby="incidents">
          <div className="row between">
            <h2 id="incidents">{translate('slaBoard.list.title')}</h2>
            <div className="row small subtle">
              {translate('slaBoard.updated', { time: format.time(at) })}
              <button type="button" className="button button-subtle" onClick={refresh}>
                <Icon name="retry" />
                {translate('slaBoard.refresh')}
              </button>
            </div>
          </div>
          <FilterBar
            words={words}
            sight={sight}
            onFilter={setFilter}
            onOrder={(chosen) => {
              setSight((before) => ({ ...before, order: chosen }));
            }}
            onClear={() => {
              setFilter(NO_FILTER);
            }}
          />
          {list.data === null ? (
            failure === null && <RowShapes />
          ) : (
            <IncidentList
              words={words}
              page={list.data}
              pages={pages}
              now={now}
              pending={list.pending}
              total={totalOf(outlook.data?.counts ?? null, filter)}
              isFiltered={Object.values(filter).some((choice) => choice !== null && choice !== '')}
            />
          )}
        </section>
      )}
    </main>
  );
}

/** About how many incidents the filter leaves; null until they are counted. */
function totalOf(counts: Readonly<Record<string, number>> | null, { state }: BoardFilter): number | null {
  if (counts === null) return null;
  return state === null ? Object.values(counts).reduce((sum, count) => sum + count, 0) : (counts[state] ?? 0);
}
