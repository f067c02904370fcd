import { useState } from 'react';
import type { CalendarKey } from '../../../src/core/policy/document';
import type { OpenHours, WeeklyCalendar } from '../../../src/core/time/calendar';
import type { Weekday } from '../../../src/core/time/local-date';
import { useWorkspace } from '../workspace-context';
import { CopyDay } from './copy-day';
import { DayHours } from './day-hours';
import { useCalendarWords } from './use-calendar-words';
import { WeekGrid } from './week-grid';
import { WEEKDAYS } from './weekdays';

/** The hours of each weekday: as a picture to draw in, and in fields. Both change the same draft. */
export function WeekEditor({ calendar, weekly }: { readonly calendar: CalendarKey; readonly weekly: WeeklyCalendar }) {
  const { draft } = useWorkspace();
  const { say, weekdayName } = useCalendarWords();
  const [copied, setCopied] = useState('');
  const { weeklyHours } = weekly;
  const set = (weekday: Weekday, hours: readonly OpenHours[]): void =>
    draft.add({ kind: 'calendar-hours', calendar, weekday, hours });
  const copy = (from: Weekday, to: readonly Weekday[]): void => {
    const hours = weeklyHours[from] ?? [];
    draft.add(...to.map((weekday) => ({ kind: 'calendar-hours' as const, calendar, weekday, hours })));
    setCopied(say('copied', { day: weekdayName(from), count: to.length }));
  };
  return (
    <section className="card" aria-labelledby="calendar-week">
      <h2 id="calendar-week">{say('week')}</h2>
      <p className="small subtle" id="calendar-week-help">
        {say('weekHelp')}
      </p>
      <WeekGrid weekly={weeklyHours} onChange={set} />
      <ul className="week-days">
        {WEEKDAYS.map((weekday) => (
          <li key={weekday} className="week-day">
            <h3>{weekdayName(weekday)}</h3>
            <DayHours
              day={weekdayName(weekday)}
              hours={weeklyHours[weekday] ?? []}
              onChange={(hours) => set(weekday, hours)}
            >
              <CopyDay from={weekday} onCopy={(to) => copy(weekday, to)} />
            </DayHours>
          </li>
        ))}
      </ul>
      <p className="small subtle" role="status">
        {copied}
      </p>
    </section>
  );
}
