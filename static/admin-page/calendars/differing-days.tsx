import type { CalendarKey, NamedCalendar } from '../../../src/core/policy/document';
import type { WeeklyCalendar } from '../../../src/core/time/calendar';
import type { LocalDate } from '../../../src/core/time/local-date';
import { Icon } from '../../shared/icon';
import { useWorkspace } from '../workspace-context';
import { whatWords } from './day-words';
import { useCalendarWords } from './use-calendar-words';
import type { YearDay } from './year-days';
import { useDayChanges } from './use-day-changes';

/** The year's holidays and exceptions as a table: the picture in words, with the same changes. */
export function DifferingDays(props: {
  readonly calendar: CalendarKey;
  readonly weekly: WeeklyCalendar;
  readonly source: NamedCalendar['holidaySource'];
  readonly year: number;
  readonly days: readonly YearDay[];
  readonly onOpen: (date: LocalDate) => void;
}) {
  const { calendar, weekly, source, year, days, onOpen } = props;
  const { words } = useWorkspace();
  const calendarWords = useCalendarWords();
  const { say, dayName } = calendarWords;
  const { asUsual } = useDayChanges(calendar, weekly, source);
  const differing = days.filter(({ kind }) => kind === 'holiday' || kind === 'exception');
  const title = say('list', { year: String(year) });
  return (
    <div className="stack">
      <h3 id="differing-days">{title}</h3>
      {differing.length === 0 ? (
        <p>{say('listNone', { year: String(year) })}</p>
      ) : (
        <table className="differing-days" aria-labelledby="differing-days">
          <thead>
            <tr>
              <th scope="col">{say('date')}</th>
              <th scope="col">{say('what')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {differing.map((day) => (
              <tr key={day.date}>
                <th scope="row">{dayName(day.date)}</th>
                <td>{whatWords(day, words, calendarWords)}</td>
                <td>
                  <span className="item-buttons">
                    <button
                      type="button"
                      className="button button-subtle"
                      aria-label={say('changeDay', { date: dayName(day.date) })}
                      onClick={() => onOpen(day.date)}
                    >
                      {say('changeShort')}
                    </button>
                    <button
                      type="button"
                      className="button button-subtle"
                      aria-label={say('removeDay', { date: dayName(day.date) })}
                      title={say('removeDay', { date: dayName(day.date) })}
                      onClick={() => asUsual(day.date)}
                    >
                      <Icon name="cross" />
                    </button>
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
