import { useMemo, useState } from 'react';
import type { CalendarKey, NamedCalendar } from '../../../src/core/policy/document';
import type { WeeklyCalendar } from '../../../src/core/time/calendar';
import { epochDayOf, type LocalDate } from '../../../src/core/time/local-date';
import { Icon } from '../../shared/icon';
import { useWorkspace } from '../workspace-context';
import { DayPanel } from './day-panel';
import { DifferingDays } from './differing-days';
import { useCalendarWords } from './use-calendar-words';
import { yearDays, type DayKind } from './year-days';
import './year.css';
import { YearPicture } from './year-picture';

const KINDS: readonly DayKind[] = ['open', 'closed', 'holiday', 'exception'];

/** A calendar's year: as a picture whose days can be chosen and changed, and as a list of the days that differ. */
export function YearSection(props: {
  readonly calendar: CalendarKey;
  readonly weekly: WeeklyCalendar;
  readonly source: NamedCalendar['holidaySource'];
}) {
  const { calendar, weekly, source } = props;
  const { view } = useWorkspace();
  const { say } = useCalendarWords();
  const [chosen, setChosen] = useState<LocalDate>(() => new Date(view.at).toISOString().slice(0, 10));
  const [isOpen, setOpen] = useState(false);
  const year = Number(chosen.slice(0, 4));
  const months = useMemo(() => yearDays(weekly, year), [weekly, year]);
  const days = months.flat();
  const day = days.find(({ date }) => date === chosen);

  const turn = (to: number): void => setChosen(`${to}${chosen.slice(4, 8)}01`);
  const open = (date: LocalDate): void => {
    setChosen(date);
    setOpen(true);
  };
  return (
    <section className="card" aria-labelledby="calendar-year">
      <div className="row between">
        <h2 id="calendar-year">{say('year')}</h2>
        <div className="row">
          <button
            type="button"
            className="button button-subtle"
            aria-label={say('before')}
            onClick={() => turn(year - 1)}
          >
            <Icon name="chevron" className="turn-back" />
          </button>
          <b aria-live="polite" className="year-number">
            {year}
          </b>
          <button
            type="button"
            className="button button-subtle"
            aria-label={say('after')}
            onClick={() => turn(year + 1)}
          >
            <Icon name="chevron" className="turn-on" />
          </button>
          <label className="row">
            <span className="label">{say('goTo')}</span>
            <input
              type="date"
              className="field"
              value={chosen}
              onChange={({ target }) => {
                if (epochDayOf(target.value) !== undefined) open(target.value);
              }}
            />
          </label>
        </div>
      </div>
      <p className="small subtle" id="calendar-year-help">
        {say('pictureHelp')}
      </p>
      <ul className="row year-legend">
        {KINDS.map((kind) => (
          <li key={kind} className="row small">
            <span className={`day-mark day-${kind}`} aria-hidden="true" />
            {say(`kind.${kind}`)}
          </li>
        ))}
        <li className="small subtle">
          {say('openDays', { count: days.filter(({ spans }) => spans.length > 0).length })}
        </li>
      </ul>
      {isOpen && day !== undefined && (
        <DayPanel
          key={chosen}
          calendar={calendar}
          weekly={weekly}
          source={source}
          day={day}
          onClose={() => setOpen(false)}
        />
      )}
      <YearPicture months={months} year={year} chosen={chosen} onMove={setChosen} onOpen={open} />
      <DifferingDays calendar={calendar} weekly={weekly} source={source} year={year} days={days} onOpen={open} />
    </section>
  );
}
