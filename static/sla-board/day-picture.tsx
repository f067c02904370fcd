import type { CSSProperties } from 'react';
import type { BoardDeadline, BoardOutlook } from '../../src/contract/sla-board';
import type { EpochMillis } from '../../src/core/time/instant';
import { Icon } from '../shared/icon';
import { lanesOf, placeIn, ticksOf, type Crowd, type LabelledMark, type Lane } from './day-model';
import { DeadlineMark } from './deadline-mark';
import { TicketLink } from './ticket-link';
import { nameIn, type Words } from './words';

/** Before and after the axis: the names of the lanes, and half a mark. */
const MARGINS = 64 + 8;
const LINE = 24;
/** Room for the date of today and the time. */
const FIRST_DATE = 230;
const WIDE = 760;

/**
 * The day ahead: a lane a priority, open hours shaded, a mark a deadline. Readers and the tab key skip it: the list below
 * says the same.
 */
export function DayPicture(props: {
  readonly words: Words;
  readonly deadlines: readonly BoardDeadline[];
  readonly hours: BoardOutlook['hours'];
  readonly from: EpochMillis;
  /** Pixels. */
  readonly width: number;
}) {
  const { words, deadlines, hours, from, width } = props;
  const { translate, format, view } = words;
  const keys = view.priorities.map(({ key }) => key);
  const lanes = lanesOf(deadlines, keys, from, width - MARGINS);
  const ticks = ticksOf(from, format.reader.timeZone, width >= WIDE ? 2 : 6);
  return (
    <div className="day-picture" aria-hidden="true">
      <div className="day-axis day-dates">
        <span className="day-date" style={placeStyle(0)}>
          {format.day(from)}, {translate('slaBoard.day.now', { time: format.time(from) })}
        </span>
        {ticks
          .filter(({ isMidnight, left }) => isMidnight && left * width > FIRST_DATE)
          .map(({ at, left }) => (
            <span key={at} className="day-date" style={placeStyle(left)}>
              {format.day(at)}
            </span>
          ))}
      </div>
      <div className="day-lanes">
        <div className="day-axis day-back">
          {hours.map(({ start, end }) => (
            <div key={start} className="day-hours" style={spanStyle(placeIn(start, from), placeIn(end, from))} />
          ))}
          {ticks
            .filter(({ isMidnight }) => isMidnight)
            .map(({ at, left }) => (
              <div key={at} className="day-midnight" style={placeStyle(left)} />
            ))}
          <div className="day-now" style={placeStyle(0)} />
        </div>
        {lanes.map((lane) => (
          <LaneRow key={lane.priority} words={words} lane={lane} />
        ))}
      </div>
      <div className="day-axis day-ticks">
        {ticks
          .filter(({ left }) => left > 0.02 && left < 0.98)
          .map(({ at, left }) => (
            <span key={at} className="day-tick" style={placeStyle(left)}>
              {format.time(at)}
            </span>
          ))}
      </div>
    </div>
  );
}

function LaneRow({ words, lane }: { readonly words: Words; readonly lane: Lane }) {
  const { priority, labelled, crowds, lines } = lane;
  return (
    <div className="day-lane" style={{ height: `${String(lines * LINE + 8)}px` }}>
      <b className="day-lane-name">
        {priority === null
          ? words.translate('slaBoard.day.none-priority')
          : nameIn(words.view.priorities, priority, words)}
      </b>
      <div className="day-axis">
        {labelled.map((mark) => (
          <Labelled key={`${mark.deadline.issueKey} ${mark.deadline.metric}`} words={words} mark={mark} />
        ))}
        {crowds.map((crowd) => (
          <CrowdMark key={crowd.left} crowd={crowd} line={lines - 1} />
        ))}
      </div>
    </div>
  );
}

function Labelled({ words, mark }: { readonly words: Words; readonly mark: LabelledMark }) {
  const { deadline, left, line, isBefore } = mark;
  const { issueKey, summary, metric, due, state } = deadline;
  return (
    <span
      className={`day-mark ${isBefore ? 'day-mark-before' : ''}`}
      style={{ ...placeStyle(left), top: `${String(line * LINE + 4)}px` }}
    >
      <TicketLink issueKey={issueKey} tabIndex={-1} className={`day-link day-link-${state}`} title={summary}>
        <DeadlineMark metric={metric} state={state} />
        {state === 'near-breach' && <Icon name="near-breach" />}
        <b>{words.format.time(due)}</b> <span className="day-key">{issueKey}</span>
      </TicketLink>
    </span>
  );
}

function CrowdMark({ crowd, line }: { readonly crowd: Crowd; readonly line: number }) {
  const { deadlines, left } = crowd;
  const [first] = deadlines;
  if (first === undefined) return null;
  const isNear = deadlines.some(({ state }) => state === 'near-breach');
  return (
    <span
      className="day-crowd"
      style={{ ...placeStyle(left), top: `${String(line * LINE + 4)}px` }}
      title={deadlines.map(({ issueKey }) => issueKey).join(', ')}
    >
      <DeadlineMark metric={first.metric} state={isNear ? 'near-breach' : first.state} />
      {deadlines.length > 1 && <b>{deadlines.length}</b>}
    </span>
  );
}

// Set through the style object, not in markup: the content security policy forbids style attributes, not this.
function placeStyle(left: number): CSSProperties {
  return { left: `${(left * 100).toFixed(2)}%` };
}

function spanStyle(from: number, to: number): CSSProperties {
  return { ...placeStyle(from), width: `${((to - from) * 100).toFixed(2)}%` };
}
