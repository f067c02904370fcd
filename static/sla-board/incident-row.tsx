import type { CSSProperties } from 'react';
import type { BoardIncident } from '../../src/contract/sla-board';
import type { EpochMillis } from '../../src/core/time/instant';
import { Icon } from '../shared/icon';
import { PriorityBadge } from '../shared/priority-badge';
import type { CountedClock } from './clock-count';
import { dueText, leftText, levelsText, usedText } from './row-words';
import { TicketLink } from './ticket-link';
import type { RowHandle } from './use-row-keys';
import { nameIn, stateName, type Words } from './words';

/** One incident: what it is, whose, and how long its next clock has. */
export function IncidentRow(props: {
  readonly words: Words;
  readonly incident: BoardIncident;
  readonly place: number;
  readonly counted: CountedClock | null;
  readonly now: EpochMillis;
  readonly row: RowHandle;
}) {
  const { words, incident, place, counted, now, row } = props;
  const { translate, format, view } = words;
  const { issueKey, summary, priority, jiraPriority, organizations, plan, clock, assignee } = incident;
  const state = counted?.state ?? incident.state;
  const levels = levelsText(words, incident);
  return (
    <tr role="row" data-key={issueKey}>
      <td role="cell" className="col-place subtle">
        {format.number(place)}
      </td>
      <td role="cell" className="col-priority">
        {priority === null ? (
          <span className="small subtle">{jiraPriority}</span>
        ) : (
          <PriorityBadge
            priority={priority}
            label={nameIn(view.priorities, priority, words)}
            order={view.priorities.map(({ key }) => key)}
          />
        )}
      </td>
      <td role="cell" className="col-incident">
        <TicketLink issueKey={issueKey} tabIndex={row.tabIndex} linkRef={row.linkRef} onFocus={row.onFocus}>
          <span className="key">{issueKey}</span> <bdi className="summary">{summary}</bdi>
        </TicketLink>
        {levels !== null && <span className="small subtle">{levels}</span>}
      </td>
      <td role="cell" className="col-organization">
        <bdi>{organizations.length === 0 ? translate('slaBoard.row.noOrganization') : organizations.join(', ')}</bdi>
        <span className="small subtle">
          {plan === null ? translate('slaBoard.row.noPlan') : nameIn(view.plans, plan, words)}
        </span>
      </td>
      <td role="cell" className="col-clock">
        {clock !== null && translate(`clock.metric.${clock.metric}`)}
      </td>
      <td role="cell" className="col-state">
        <span className={`lozenge lozenge-${state}`}>
          <Icon name={state} />
          {stateName(words, state)}
        </span>
      </td>
      <td role="cell" className="col-time">
        {counted !== null && <WorkingTimeBar words={words} counted={counted} />}
      </td>
      <td role="cell" className="col-due">
        {clock !== null && <span className="due-clock small subtle">{translate(`clock.metric.${clock.metric}`)}</span>}
        {dueText(words, incident, now)}
      </td>
      <td role="cell" className="col-assignee">
        {assignee === null ? <span className="subtle">{translate('slaBoard.row.nobody')}</span> : <bdi>{assignee}</bdi>}
      </td>
    </tr>
  );
}

function WorkingTimeBar({ words, counted }: { readonly words: Words; readonly counted: CountedClock }) {
  const { share, state } = counted;
  return (
    <>
      <span className="row between small">
        <b>{leftText(words, counted)}</b>
        <span className="subtle">{usedText(words, counted)}</span>
      </span>
      {share !== null && (
        <span className={`time-bar time-bar-${state}`}>
          <span className="time-used" style={widthStyle(Math.min(1, Math.max(0, share)))} />
          {words.view.marks.map((mark) => (
            <span key={mark} className="time-mark" style={{ insetInlineStart: `${(mark * 100).toFixed(1)}%` }} />
          ))}
        </span>
      )}
    </>
  );
}

// Set through the style object, not in markup: the content security policy forbids style attributes, not this.
function widthStyle(share: number): CSSProperties {
  return { width: `${(share * 100).toFixed(1)}%` };
}
