import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { LocalDate } from '../../../src/core/time/local-date';
import { dayWords } from './day-words';
import { useCalendarWords } from './use-calendar-words';
import { useWorkspace } from '../workspace-context';
import { WEEKDAYS } from './weekdays';
import { dayAfterKey, weeksOf, type YearDay } from './year-days';

/** Twelve months of days. One day is in the order of tabs; the arrow keys move on from it, over the year's ends too. */
export function YearPicture(props: {
  readonly months: readonly (readonly YearDay[])[];
  readonly year: number;
  readonly chosen: LocalDate;
  readonly onMove: (date: LocalDate) => void;
  readonly onOpen: (date: LocalDate) => void;
}) {
  const { months, year, chosen, onMove, onOpen } = props;
  const { say } = useCalendarWords();
  const picture = useRef<HTMLDivElement>(null);
  const moved = useRef(false);
  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    picture.current?.querySelector<HTMLElement>(`[data-date="${chosen}"]`)?.focus();
  }, [chosen]);
  const press = (event: KeyboardEvent): void => {
    const date = dayAfterKey(event.key, chosen);
    if (date === null) return;
    event.preventDefault();
    moved.current = true;
    onMove(date);
  };
  return (
    <div
      ref={picture}
      className="year-picture"
      role="group"
      aria-label={say('yearOf', { year: String(year) })}
      aria-describedby="calendar-year-help"
      onKeyDown={press}
    >
      {months.map((days, month) => (
        <Month key={days[0]?.date} month={month} days={days} chosen={chosen} onOpen={onOpen} />
      ))}
    </div>
  );
}

function Month(props: {
  readonly month: number;
  readonly days: readonly YearDay[];
  readonly chosen: LocalDate;
  readonly onOpen: (date: LocalDate) => void;
}) {
  const { month, days, chosen, onOpen } = props;
  const { words } = useWorkspace();
  const calendarWords = useCalendarWords();
  const { monthName, weekdayName, dayNumber } = calendarWords;
  return (
    <table className="month">
      <caption>{monthName(month)}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map((weekday) => (
            <th key={weekday} scope="col" abbr={weekdayName(weekday)}>
              {weekdayName(weekday, 'narrow')}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(days).map((week) => (
          <tr key={week.find((day) => day !== null)?.date}>
            {week.map((day, i) =>
              day === null ? (
                <td key={WEEKDAYS[i]} />
              ) : (
                <td key={day.date}>
                  <button
                    type="button"
                    className={`day day-${day.kind}`}
                    data-date={day.date}
                    tabIndex={day.date === chosen ? 0 : -1}
                    aria-current={day.date === chosen ? 'date' : undefined}
                    aria-label={dayWords(day, words, calendarWords)}
                    title={dayWords(day, words, calendarWords)}
                    onClick={() => onOpen(day.date)}
                  >
                    {dayNumber(day.date)}
                  </button>
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
