import { useState } from 'react';
import type { Weekday } from '../../../src/core/time/local-date';
import { useCalendarWords } from './use-calendar-words';
import { WEEKDAYS } from './weekdays';

const LAST_WORKDAY = 5;

/** Gives other days the hours of one. From a workday, the other workdays are proposed. */
export function CopyDay(props: { readonly from: Weekday; readonly onCopy: (to: readonly Weekday[]) => void }) {
  const { from, onCopy } = props;
  const { say, weekdayName } = useCalendarWords();
  const others = WEEKDAYS.filter((weekday) => weekday !== from);
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState<readonly Weekday[]>(others.filter((weekday) => weekday <= LAST_WORKDAY));
  return (
    <>
      <button
        type="button"
        className="button button-subtle"
        aria-expanded={isOpen}
        aria-label={say('copyOf', { day: weekdayName(from) })}
        onClick={() => setOpen((open) => !open)}
      >
        {say('copy')}
      </button>
      {isOpen && (
        <fieldset className="copy-days">
          <legend className="label">{say('copyDays')}</legend>
          {others.map((weekday) => (
            <label key={weekday} className="box">
              <input
                type="checkbox"
                checked={chosen.includes(weekday)}
                onChange={({ target }) =>
                  setChosen((before) =>
                    target.checked ? [...before, weekday] : before.filter((other) => other !== weekday),
                  )
                }
              />
              {weekdayName(weekday)}
            </label>
          ))}
          <button
            type="button"
            className="button"
            disabled={chosen.length === 0}
            onClick={() => {
              setOpen(false);
              onCopy(chosen);
            }}
          >
            {say('copyNow')}
          </button>
        </fieldset>
      )}
    </>
  );
}
