import { useState } from 'react';
import type { CalendarKey, NamedCalendar } from '../../../src/core/policy/document';
import type { Holiday, WeeklyCalendar } from '../../../src/core/time/calendar';
import { holidaysRunOut } from '../../../src/core/time/holidays-run-out';
import { Icon } from '../../shared/icon';
import { useWorkspace } from '../workspace-context';
import { FileForm } from './file-form';
import { SourceForm } from './source-form';
import { useCalendarWords } from './use-calendar-words';

/** As early as the policy check warns. */
const WARN_DAYS_AHEAD = 180;

type Source = NamedCalendar['holidaySource'];

/** Where the holidays come from and how far they reach; new ones by country and region, or from a calendar file. */
export function HolidaysSection(props: {
  readonly calendar: CalendarKey;
  readonly weekly: WeeklyCalendar;
  readonly source: Source;
}) {
  const { calendar, weekly, source } = props;
  const { draft } = useWorkspace();
  const { say, sourceName } = useCalendarWords();
  const [taken, setTaken] = useState(false);
  const take = (holidays: readonly Holiday[], from: Source): void => {
    draft.add({ kind: 'calendar-holidays', calendar, holidays, source: from });
    setTaken(true);
  };
  return (
    <section className="card" aria-labelledby="calendar-holidays">
      <h2 id="calendar-holidays">{say('holidays')}</h2>
      <Coverage weekly={weekly} />
      {weekly.holidays.length > 0 && (
        <div className="row">
          <p className="subtle">
            {source === null ? say('unrefreshed') : say('refreshed', { source: sourceName(source) })}
          </p>
          {source !== null && (
            <button type="button" className="button button-subtle" onClick={() => take(weekly.holidays, null)}>
              {say('stopRefresh')}
            </button>
          )}
        </div>
      )}
      <SourceForm
        source={source}
        onTake={(days, from, years) => {
          const others = weekly.holidays.filter(({ date }) => !years.includes(Number(date.slice(0, 4))));
          take(inOrder([...others, ...days]), from);
        }}
      />
      <FileForm
        timeZone={weekly.timeZone}
        onTake={(days) => {
          const dates = new Set(days.map(({ date }) => date));
          take(inOrder([...weekly.holidays.filter(({ date }) => !dates.has(date)), ...days]), source);
        }}
      />
      <p className="small subtle" role="status">
        {taken && say('taken')}
      </p>
    </section>
  );
}

function Coverage({ weekly }: { readonly weekly: WeeklyCalendar }) {
  const { view, words } = useWorkspace();
  const { say } = useCalendarWords();
  const coverage = holidaysRunOut(weekly, view.at);
  if (coverage === undefined) return <p>{say('noHolidays')}</p>;
  const date = words.format.date(coverage.lastCovered);
  if (coverage.daysLeft >= WARN_DAYS_AHEAD) return <p>{say('known', { date })}</p>;
  return (
    <p className="banner banner-warning">
      <Icon name="near-breach" />
      {say(coverage.hasRunOut ? 'runOut' : 'runningOut', { date })}
    </p>
  );
}

function inOrder(holidays: readonly Holiday[]): readonly Holiday[] {
  return [...holidays].sort((a, b) => (a.date < b.date ? -1 : 1));
}
