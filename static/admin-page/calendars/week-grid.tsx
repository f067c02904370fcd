import type { OpenHours, WeeklyHours } from '../../../src/core/time/calendar';
import type { Weekday } from '../../../src/core/time/local-date';
import { hoursOf, spansOf } from './day-spans';
import { DayColumn } from './day-column';
import { useCalendarWords } from './use-calendar-words';
import { WEEKDAYS } from './weekdays';

const HOURS_SHOWN = [0, 6, 12, 18];

/** The week as a picture to draw in: a column a day, midnight to midnight. A night shift runs on into the next column. */
export function WeekGrid(props: {
  readonly weekly: WeeklyHours;
  readonly onChange: (weekday: Weekday, hours: readonly OpenHours[]) => void;
}) {
  const { weekly, onChange } = props;
  const { say, weekdayName, timeText } = useCalendarWords();
  const spans = (weekday: Weekday) => spansOf(weekly[weekday] ?? []);
  return (
    <div className="week-grid" role="group" aria-label={say('grid')} aria-describedby="calendar-week-help">
      <span />
      {WEEKDAYS.map((weekday) => (
        <span key={weekday} className="label week-grid-day" aria-hidden="true">
          {weekdayName(weekday, 'short')}
        </span>
      ))}
      <div className="week-grid-hours" aria-hidden="true">
        {HOURS_SHOWN.map((hour) => (
          <span key={hour} className="small subtle">
            {timeText(hour * 60)}
          </span>
        ))}
      </div>
      {WEEKDAYS.map((weekday) => (
        <DayColumn
          key={weekday}
          day={weekdayName(weekday)}
          spans={spans(weekday)}
          before={spans(weekday === 1 ? 7 : ((weekday - 1) as Weekday))}
          onChange={(changed) => onChange(weekday, hoursOf(changed))}
        />
      ))}
    </div>
  );
}
