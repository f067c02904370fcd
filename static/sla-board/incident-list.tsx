import { useMemo } from 'react';
import type { BoardPage } from '../../src/contract/sla-board';
import type { EpochMillis } from '../../src/core/time/instant';
import { EmptyState } from '../shared/empty-state';
import { countOn, workingTimesIn } from './clock-count';
import { IncidentRow } from './incident-row';
import { useRowKeys } from './use-row-keys';
import type { Pages } from './use-pages';
import type { Words } from './words';

/** Rows of a page, as listIncidents gives them (BOARD_PAGE). */
const PAGE_ROWS = 50;

const COLUMNS = ['place', 'priority', 'incident', 'organization', 'clock', 'state', 'time', 'due', 'assignee'] as const;

/** One page of incidents as a table whose rows the arrow keys walk. Roles are said aloud: on a phone each row is a card. */
export function IncidentList(props: {
  readonly words: Words;
  readonly page: BoardPage;
  readonly pages: Pages;
  readonly now: EpochMillis;
  readonly pending: boolean;
  /** About how many there are in all. */
  readonly total: number | null;
  readonly isFiltered: boolean;
}) {
  const { words, page, pages, now, pending, total, isFiltered } = props;
  const { translate, format } = words;
  const { incidents, next } = page;
  const workingTimes = useMemo(() => workingTimesIn(page.workingTimes), [page.workingTimes]);
  const keys = useMemo(() => incidents.map(({ issueKey }) => issueKey), [incidents]);
  const rows = useRowKeys(keys);
  const first = pages.index * PAGE_ROWS;
  const from = format.number(incidents.length === 0 ? 0 : first + 1);
  const to = format.number(first + incidents.length);
  const isEnd = next === null;
  const known = isEnd ? first + incidents.length : Math.max(total ?? 0, first + incidents.length + 1);
  const range = translate(isEnd ? 'slaBoard.page.exact' : 'slaBoard.page.range', {
    from,
    to,
    total: format.number(known),
  });

  return (
    <div aria-busy={pending}>
      <p role="status" className="visually-hidden">
        {pending ? '' : incidents.length === 0 ? translate('slaBoard.page.none') : range}
      </p>
      {incidents.length === 0 && pages.index === 0 ? (
        <EmptyState
          title={translate(isFiltered ? 'slaBoard.page.none' : 'slaBoard.page.empty')}
          text={translate('slaBoard.list.handlingHelp')}
        />
      ) : (
        <>
          <table
            role="table"
            className={pending ? 'incidents incidents-pending' : 'incidents'}
            aria-label={translate('slaBoard.list.label', { from, to })}
            aria-describedby="incidents-help"
          >
            <thead role="rowgroup">
              <tr role="row">
                {COLUMNS.map((column) => (
                  <th key={column} role="columnheader" scope="col" className={`col-${column}`}>
                    {translate(`slaBoard.column.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody role="rowgroup" onKeyDown={rows.onKeyDown}>
              {incidents.map((incident, index) => (
                <IncidentRow
                  key={incident.issueKey}
                  words={words}
                  incident={incident}
                  place={first + index + 1}
                  counted={countOn(incident, workingTimes, page.at, now)}
                  now={now}
                  row={rows.of(incident.issueKey)}
                />
              ))}
            </tbody>
          </table>
          <p id="incidents-help" className="small subtle keys-help">
            {translate('slaBoard.list.help')}
          </p>
        </>
      )}
      <nav className="row between pager" aria-label={translate('slaBoard.page.label')}>
        <span className="small subtle">{incidents.length > 0 && range}</span>
        <span className="row">
          {pages.index > 0 && (
            <button type="button" className="button" disabled={pending} onClick={pages.previous}>
              {translate('slaBoard.page.previous')}
            </button>
          )}
          {next !== null && (
            <button
              type="button"
              className="button"
              disabled={pending}
              onClick={() => {
                pages.next(next);
              }}
            >
              {translate('slaBoard.page.next')}
            </button>
          )}
        </span>
      </nav>
    </div>
  );
}
