import { useEffect, useState, type FormEvent } from 'react';
import type { NamedCalendar } from '../../../src/core/policy/document';
import type { Holiday } from '../../../src/core/time/calendar';
import type { HolidayPlace, PartHoliday, PublicHoliday } from '../../../src/core/time/holiday-sources';
import type { Failure } from '../../shared/bridge';
import { ErrorState } from '../../shared/error-state';
import { Icon } from '../../shared/icon';
import { call } from '../admin-call';
import { useWorkspace } from '../workspace-context';
import { failureWords } from './failure-words';
import { TakeDays } from './take-days';
import { useCalendarWords } from './use-calendar-words';
import { useCountries } from './use-countries';
import { YearFields } from './year-fields';
import { proposedYears, yearsIn } from './years';

type Source = NamedCalendar['holidaySource'];

interface Found {
  readonly source: NonNullable<Source>;
  readonly years: readonly number[];
  readonly holidays: readonly PublicHoliday[];
  readonly partDays: readonly PartHoliday[];
}

/** Public holidays of a country or region, looked at before they are taken. */
export function SourceForm(props: {
  readonly source: Source;
  readonly onTake: (days: readonly Holiday[], source: Source, years: readonly number[]) => void;
}) {
  const { source, onTake } = props;
  const { view } = useWorkspace();
  const { say } = useCalendarWords();
  const [isOpen, setOpen] = useState(false);
  const [country, setCountry] = useState(source?.country ?? '');
  const [region, setRegion] = useState(source?.region ?? '');
  const [range, setRange] = useState(() => proposedYears(view.at));
  const [found, setFound] = useState<Found | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [loading, setLoading] = useState(false);
  const years = yearsIn(range);

  const show = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (country === '' || years === null) return;
    const asked = { country, region: region === '' ? null : region };
    setLoading(true);
    setFound(null);
    const outcome = await call('holidays', { ...asked, years });
    setLoading(false);
    setFailure(outcome.ok ? null : outcome);
    if (outcome.ok) setFound({ source: asked, years, ...outcome.data });
  };
  return (
    <details className="fold" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <Icon name="chevron" className="fold-mark" />
        {say('source')}
      </summary>
      {isOpen && (
        <div className="fold-body">
          <form className="choices" noValidate onSubmit={(event) => void show(event)}>
            <Places
              country={country}
              region={region}
              onCountry={(code) => {
                setCountry(code);
                setRegion('');
              }}
              onRegion={setRegion}
            />
            <YearFields range={range} onChange={setRange} />
            <button type="submit" className="button" disabled={loading || country === '' || years === null}>
              {say(loading ? 'showing' : 'show')}
            </button>
          </form>
          {years === null && <p className="small field-error">{say('yearsBad')}</p>}
          {failure && (
            <ErrorState failure={failure} title={say('failed')}>
              {failureWords(failure, say)}
            </ErrorState>
          )}
          {found && <FoundDays key={JSON.stringify([found.source, found.years])} found={found} onTake={onTake} />}
        </div>
      )}
    </details>
  );
}

function Places(props: {
  readonly country: string;
  readonly region: string;
  readonly onCountry: (code: string) => void;
  readonly onRegion: (code: string) => void;
}) {
  const { country, region, onCountry, onRegion } = props;
  const { words } = useWorkspace();
  const { say } = useCalendarWords();
  const { countries, failure, retry } = useCountries();
  const [regions, setRegions] = useState<{ readonly country: string; readonly all: readonly HolidayPlace[] } | null>(
    null,
  );
  useEffect(() => {
    if (country === '') return;
    let wanted = true;
    void call('regions', { country }).then((outcome) => {
      if (wanted) setRegions({ country, all: outcome.ok ? outcome.data.regions : [] });
    });
    return () => {
      wanted = false;
    };
  }, [country]);
  const ofCountry = regions?.country === country ? regions.all : [];
  const sorted = (places: readonly HolidayPlace[]): readonly HolidayPlace[] =>
    [...places].sort((a, b) => words.pick(a.name).localeCompare(words.pick(b.name), words.language));
  if (failure) return <ErrorState failure={failure} title={say('countriesFailed')} onRetry={retry} />;
  return (
    <>
      <label className="choice">
        <span className="label">{say('country')}</span>
        <select className="field" value={country} onChange={({ target }) => onCountry(target.value)}>
          <option value="">{say('chooseCountry')}</option>
          {sorted(countries).map(({ code, name }) => (
            <option key={code} value={code}>
              {words.pick(name)}
            </option>
          ))}
        </select>
      </label>
      {ofCountry.length > 0 && (
        <label className="choice">
          <span className="label">{say('region')}</span>
          <select className="field" value={region} onChange={({ target }) => onRegion(target.value)}>
            <option value="">{say('wholeCountry')}</option>
            {ofCountry.map(({ code, name }) => (
              <option key={code} value={code}>
                {words.pick(name)}
              </option>
            ))}
          </select>
        </label>
      )}
    </>
  );
}

function FoundDays(props: {
  readonly found: Found;
  readonly onTake: (days: readonly Holiday[], source: Source, years: readonly number[]) => void;
}) {
  const { found, onTake } = props;
  const { words } = useWorkspace();
  const { say } = useCalendarWords();
  return (
    <div className="stack">
      {found.holidays.length === 0 ? (
        <p>{say('none')}</p>
      ) : (
        <TakeDays
          days={found.holidays}
          takeLabel={(count) => say('takeReplace', { count })}
          onTake={(days) => onTake(days, found.source, found.years)}
        />
      )}
      <p className="small subtle">{say('takeReplaceHelp')}</p>
      {found.partDays.map(({ date, name, from }) => (
        <p key={date} className="small subtle">
          {say('partDay', { date: words.format.date(date), name: words.pick(name), time: from })}
        </p>
      ))}
    </div>
  );
}
