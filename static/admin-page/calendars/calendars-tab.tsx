import { useState } from 'react';
import type { CalendarKey } from '../../../src/core/policy/document';
import { useWorkspace } from '../workspace-context';
import { AddCalendar } from './add-calendar';
import { CalendarEditor } from './calendar-editor';
import { useCalendarWords } from './use-calendar-words';
import './calendars.css';

/** The policy's calendars, one open at a time. */
export function CalendarsTab() {
  const { policy, words } = useWorkspace();
  const { say } = useCalendarWords();
  const [chosen, setChosen] = useState<CalendarKey>(policy.defaultCalendar);
  const [removed, setRemoved] = useState<string | null>(null);
  const keys = Object.keys(policy.calendars);
  const open = keys.includes(chosen) ? chosen : (keys[0] ?? '');
  const choose = (key: CalendarKey): void => {
    setChosen(key);
    setRemoved(null);
  };
  return (
    <>
      <section className="card" aria-labelledby="calendars">
        <h2 id="calendars">{say('tab')}</h2>
        <p className="subtle">{say('intro')}</p>
        <div className="choices">
          <label className="choice">
            <span className="label">{say('choose')}</span>
            <select className="field" value={open} onChange={({ target }) => choose(target.value)}>
              {Object.entries(policy.calendars).map(([key, { label, calendar }]) => (
                <option key={key} value={key}>
                  {[
                    words.pick(label),
                    calendar.timeZone,
                    ...(key === policy.defaultCalendar ? [say('default')] : []),
                  ].join(' · ')}
                </option>
              ))}
            </select>
          </label>
          <AddCalendar onAdd={choose} />
        </div>
        <p className="small subtle" role="status">
          {removed !== null && say('removed', { name: words.quote(removed) })}
        </p>
      </section>
      {policy.calendars[open] !== undefined && (
        <CalendarEditor
          key={open}
          calendar={open}
          named={policy.calendars[open]}
          onOpen={choose}
          onRemove={(name) => {
            setChosen(policy.defaultCalendar);
            setRemoved(name);
          }}
        />
      )}
    </>
  );
}
