import { useMemo, useRef } from 'react';
import type { BoardDeadline, BoardOutlook } from '../../src/contract/sla-board';
import { DAY, MINUTE, type EpochMillis } from '../../src/core/time/instant';
import { Icon } from '../shared/icon';
import { DayPicture } from './day-picture';
import { DeadlineMark } from './deadline-mark';
import { TicketLink } from './ticket-link';
import { useWidth } from './use-width';
import { nameIn, stateName, type Words } from './words';
import './day-ahead.css';

/** What falls due until this time tomorrow: a picture for the eye, and the same as a list for everybody else. */
export function DayAhead(props: {
  readonly words: Words;
  readonly outlook: BoardOutlook;
  readonly now: EpochMillis;
  readonly pending: boolean;
}) {
  const { words, outlook, now, pending } = props;
  const { translate, format } = words;
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  // The picture moves on by the minute; what has fallen due meanwhile leaves it.
  const minute = Math.max(outlook.at, Math.floor(now / MINUTE) * MINUTE);
  const ahead = useMemo(() => outlook.deadlines.filter(({ due }) => due >= minute), [outlook.deadlines, minute]);
  const [first] = ahead;
  return (
    <section className="card" aria-labelledby="day" aria-busy={pending}>
      <div className="row between">
        <h2 id="day">{translate('slaBoard.day.title')}</h2>
        <p className="subtle">
          {first === undefined
            ? translate('slaBoard.day.none')
            : translate('slaBoard.day.summary', { count: ahead.length, instant: format.instant(first.due, now) })}
        </p>
      </div>
      <div ref={frame} className="day-frame">
        {width > 0 && first !== undefined && (
          <DayPicture words={words} deadlines={ahead} hours={outlook.hours} from={minute} width={width} />
        )}
      </div>
      {outlook.completeUntil < outlook.at + DAY && (
        <p className="small subtle">
          {translate('slaBoard.day.until', { instant: format.instant(outlook.completeUntil, now) })}
        </p>
      )}
      {first !== undefined && (
        <>
          <Legend words={words} />
          <DeadlineTable words={words} deadlines={ahead} now={now} />
        </>
      )}
    </section>
  );
}

function Legend({ words: { translate } }: { readonly words: Words }) {
  return (
    <p className="row small subtle day-legend">
      <span className="row">
        <DeadlineMark metric="response" state="none" />
        {translate('clock.metric.response')}
      </span>
      <span className="row">
        <DeadlineMark metric="resolution" state="none" />
        {translate('clock.metric.resolution')}
      </span>
      <span className="row day-near">
        <Icon name="near-breach" />
        {translate('clock.state.near-breach')}
      </span>
      <span className="row">
        <i className="day-hours-swatch" />
        {translate('slaBoard.day.legendHours')}
      </span>
    </p>
  );
}

function DeadlineTable(props: {
  readonly words: Words;
  readonly deadlines: readonly BoardDeadline[];
  readonly now: EpochMillis;
}) {
  const { words, deadlines, now } = props;
  const { translate, format, view } = words;
  return (
    <details className="day-list">
      <summary>{translate('slaBoard.day.asList', { count: deadlines.length })}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{translate('slaBoard.day.due')}</th>
            <th scope="col">{translate('slaBoard.column.priority')}</th>
            <th scope="col">{translate('slaBoard.day.clock')}</th>
            <th scope="col">{translate('slaBoard.column.state')}</th>
            <th scope="col">{translate('slaBoard.day.ticket')}</th>
          </tr>
        </thead>
        <tbody>
          {deadlines.map(({ issueKey, summary, metric, due, priority, state }) => (
            <tr key={`${issueKey} ${metric}`}>
              <td>{format.instant(due, now)}</td>
              <td>{priority !== null && nameIn(view.priorities, priority, words)}</td>
              <td>{translate(`clock.metric.${metric}`)}</td>
              <td>{stateName(words, state)}</td>
              <td>
                <TicketLink issueKey={issueKey}>
                  <span className="key">{issueKey}</span> <bdi>{summary}</bdi>
                </TicketLink>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
