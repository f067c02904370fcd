import { useId, useState, type FocusEvent, type ReactNode } from 'react';
import type { CalendarProblemCode, OpenHours } from '../../../src/core/time/calendar';
import { Icon } from '../../shared/icon';
import { useWorkspace } from '../workspace-context';
import { addedSpan, clockEnd, hoursOf, hoursProblem, spansOf, typedHours, withSpan } from './day-spans';
import { useCalendarWords } from './use-calendar-words';

interface TypedHours {
  readonly start: string;
  readonly end: string;
}

/** One day's hours in fields. What is typed is taken when the fields are left, if it makes sense; else it says why not. */
export function DayHours(props: {
  readonly day: string;
  readonly hours: readonly OpenHours[];
  readonly onChange: (hours: readonly OpenHours[]) => void;
  /** What else can be done with the day. */
  readonly children?: ReactNode;
}) {
  const { day, hours, onChange, children } = props;
  const { words } = useWorkspace();
  const { say, hoursText } = useCalendarWords();
  const [typed, setTyped] = useState<readonly TypedHours[] | null>(null);
  const id = useId();
  const rows = typed ?? hours.map(({ start, end }) => ({ start, end: clockEnd(end) }));
  const read = readRows(rows);
  const added = addedSpan(spansOf(hours));

  /** Into the draft where the rows make sense; else they stay in the fields. */
  const take = (next: readonly TypedHours[]): void => {
    const found = readRows(next);
    setTyped(found.problem === null ? null : next);
    if (found.problem === null) onChange(hoursOf(spansOf(found.hours)));
  };
  const leave = (event: FocusEvent<HTMLUListElement>): void => {
    if (typed !== null && !event.currentTarget.contains(event.relatedTarget)) take(typed);
  };
  const type = (index: number, changed: Partial<TypedHours>): void =>
    setTyped(rows.map((row, i) => (i === index ? { ...row, ...changed } : row)));
  return (
    <div className="day-hours">
      {rows.length === 0 && <span className="subtle">{say('closed')}</span>}
      <ul onBlur={leave} aria-describedby={read.problem === null ? undefined : id}>
        {rows.map((row, i) => {
          const stretch = typedHours(row.start, row.end);
          const isOvernight = stretch !== null && stretch.end > '24:00';
          return (
            // The order of the rows is what tells them apart while both of their fields change.
            <li key={i} className="row">
              <input
                type="time"
                className="field"
                aria-label={say('opensOn', { day })}
                aria-invalid={read.problem !== null}
                value={row.start}
                onChange={({ target }) => type(i, { start: target.value })}
              />
              <span aria-hidden="true">–</span>
              <input
                type="time"
                className="field"
                aria-label={say('closesOn', { day })}
                aria-invalid={read.problem !== null}
                value={row.end}
                onChange={({ target }) => type(i, { end: target.value })}
              />
              {isOvernight && <span className="lozenge">{say('overnight')}</span>}
              <button
                type="button"
                className="button button-subtle"
                aria-label={say('removeHours', { day, hours: stretch === null ? '' : hoursText([stretch]) })}
                onClick={() => take(rows.filter((_, other) => other !== i))}
              >
                <Icon name="cross" />
              </button>
            </li>
          );
        })}
      </ul>
      {read.problem !== null && (
        <p id={id} className="small field-error" role="alert">
          {read.problem === 'incomplete'
            ? say('hoursIncomplete')
            : sentence(words.say(`calendarProblem.${read.problem}`))}
        </p>
      )}
      <div className="row day-actions">
        {added !== null && read.problem === null && (
          <button
            type="button"
            className="button button-subtle"
            aria-label={say('addHoursOn', { day })}
            onClick={() => onChange(hoursOf(withSpan(spansOf(hours), null, added)))}
          >
            {say('addHours')}
          </button>
        )}
        {children}
      </div>
    </div>
  );
}

function readRows(rows: readonly TypedHours[]): {
  readonly hours: readonly OpenHours[];
  readonly problem: CalendarProblemCode | 'incomplete' | null;
} {
  const read = rows.map(({ start, end }) => typedHours(start, end));
  const hours = read.filter((row) => row !== null);
  return { hours, problem: hours.length < read.length ? 'incomplete' : hoursProblem(hours) };
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
