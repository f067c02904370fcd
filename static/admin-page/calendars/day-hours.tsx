import { useId, useState, type FocusEvent, type ReactNode } from 'react';
import type { OpenHours } from '../../../src/core/time/calendar';
import { Icon } from '../../shared/icon';
import { useWorkspace } from '../workspace-context';
import { clockEnd, hoursOf, hoursProblem, spansOf, typedHours, withSpan } from './day-spans';
import { useCalendarWords } from './use-calendar-words';

interface TypedHours {
  readonly start: string;
  readonly end: string;
}

/** Two hours that an added stretch has, from the end of the last one or from nine. */
const ADDED_MINUTES = 120;
const FIRST_START = 540;
const LAST_START = 1_380;

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
  const read = rows.map(({ start, end }) => typedHours(start, end));
  const whole = read.filter((row) => row !== null);
  const problem = whole.length < read.length ? 'incomplete' : hoursProblem(whole);

  const take = (event: FocusEvent<HTMLUListElement>): void => {
    if (event.currentTarget.contains(event.relatedTarget) || typed === null || problem !== null) return;
    setTyped(null);
    onChange(hoursOf(spansOf(whole)));
  };
  const type = (index: number, changed: Partial<TypedHours>): void =>
    setTyped(rows.map((row, i) => (i === index ? { ...row, ...changed } : row)));
  const remove = (index: number): void => {
    setTyped(null);
    onChange(hoursOf(spansOf(whole.filter((_, i) => i !== index))));
  };
  const add = (): void => {
    const spans = spansOf(hours);
    const start = Math.min(spans.at(-1)?.end ?? FIRST_START, LAST_START);
    setTyped(null);
    onChange(
      hoursOf(spans.length === 0 ? withSpan(spans, null, { start, end: start + 480 }) : [...spans, later(start)]),
    );
  };
  return (
    <div className="day-hours">
      {rows.length === 0 && <span className="subtle">{say('closed')}</span>}
      <ul onBlur={take} aria-describedby={problem === null ? undefined : id}>
        {rows.map((row, i) => {
          const stretch = read[i];
          const isOvernight = stretch != null && stretch.end > '24:00';
          return (
            // The order of the rows is what tells them apart while both of their fields change.
            <li key={i} className="row">
              <input
                type="time"
                className="field"
                aria-label={say('opensOn', { day })}
                aria-invalid={problem !== null}
                value={row.start}
                onChange={({ target }) => type(i, { start: target.value })}
              />
              <span aria-hidden="true">–</span>
              <input
                type="time"
                className="field"
                aria-label={say('closesOn', { day })}
                aria-invalid={problem !== null}
                value={row.end}
                onChange={({ target }) => type(i, { end: target.value })}
              />
              {isOvernight && <span className="lozenge">{say('overnight')}</span>}
              <button
                type="button"
                className="button button-subtle"
                aria-label={say('removeHours', { day, hours: stretch == null ? '' : hoursText([stretch]) })}
                onClick={() => remove(i)}
              >
                <Icon name="cross" />
              </button>
            </li>
          );
        })}
      </ul>
      {problem !== null && (
        <p id={id} className="small field-error" role="alert">
          {problem === 'incomplete' ? say('hoursIncomplete') : sentence(words.say(`calendarProblem.${problem}`))}
        </p>
      )}
      <div className="row day-actions">
        <button type="button" className="button button-subtle" aria-label={say('addHoursOn', { day })} onClick={add}>
          {say('addHours')}
        </button>
        {children}
      </div>
    </div>
  );
}

function later(end: number): { readonly start: number; readonly end: number } {
  const start = Math.min(end + 60, LAST_START);
  return { start, end: start + ADDED_MINUTES };
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
