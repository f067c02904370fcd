import { useState } from 'react';
import type { Holiday } from '../../../src/core/time/calendar';
import { useWorkspace } from '../workspace-context';
import { useCalendarWords } from './use-calendar-words';

export type OfferedDay = Holiday & { readonly isSubstitute?: boolean };

/** Days to take into a calendar, each with both names; all of them unless some are unticked. */
export function TakeDays(props: {
  readonly days: readonly OfferedDay[];
  readonly takeLabel: (count: number) => string;
  readonly onTake: (days: readonly Holiday[]) => void;
}) {
  const { days, takeLabel, onTake } = props;
  const { words } = useWorkspace();
  const { say, dayName } = useCalendarWords();
  const [without, setWithout] = useState<readonly string[]>([]);
  const wanted = days.filter(({ date }) => !without.includes(date));
  return (
    <div className="stack">
      <p role="status">{say('found', { count: days.length })}</p>
      <ul className="offered-days" tabIndex={0} aria-label={say('holidays')}>
        {days.map(({ date, name, isSubstitute }) => (
          <li key={date}>
            <label className="box">
              <input
                type="checkbox"
                checked={!without.includes(date)}
                onChange={({ target }) =>
                  setWithout((before) =>
                    target.checked ? before.filter((other) => other !== date) : [...before, date],
                  )
                }
              />
              <span>
                <b>{name === undefined ? say('kind.holiday') : words.pick(name)}</b>{' '}
                {isSubstitute === true && <span className="lozenge">{say('substitute')}</span>}
                <span className="small subtle help">{dayName(date)}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <button
        type="button"
        className="button more"
        disabled={wanted.length === 0}
        onClick={() => onTake(wanted.map(({ date, name }) => (name === undefined ? { date } : { date, name })))}
      >
        {takeLabel(wanted.length)}
      </button>
    </div>
  );
}
