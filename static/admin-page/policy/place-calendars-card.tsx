import { useEffect, useState, type ReactNode } from 'react';
import type { HolidayPlace } from '../../../src/core/time/holiday-sources';
import type { Failure } from '../../shared/bridge';
import { ErrorState } from '../../shared/error-state';
import { call } from '../admin-call';
import { useWorkspace } from '../workspace-context';
import { BUSINESS_HOURS, holidayYears, placeCalendars } from './place-calendars';

/** For a policy without hours: the calendars of a place, by its country and region. The Calendars tab changes them. */
export function PlaceCalendarsCard() {
  const { view, words, draft } = useWorkspace();
  const { say, pick, format } = words;
  const [countries, setCountries] = useState<readonly HolidayPlace[]>([]);
  const [regions, setRegions] = useState<readonly HolidayPlace[]>([]);
  const [country, setCountry] = useState('');
  const [region, setRegion] = useState('');
  const [timeZone, setTimeZone] = useState(format.reader.timeZone);
  const [start, setStart] = useState('09:00');
  const [end, setEnd] = useState('17:00');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setBusy] = useState(false);

  useEffect(() => {
    void call('countries', {}).then((outcome) => {
      if (outcome.ok) setCountries(outcome.data.countries);
      else setFailure(outcome);
    });
  }, []);
  useEffect(() => {
    if (country === '') return;
    let wanted = true;
    void call('regions', { country }).then((outcome) => {
      if (!wanted) return;
      if (outcome.ok) setRegions(outcome.data.regions);
      else setFailure(outcome);
    });
    return () => {
      wanted = false;
    };
  }, [country]);

  const make = async (): Promise<void> => {
    setBusy(true);
    setFailure(null);
    const place = { country, region: region === '' ? null : region };
    const years = holidayYears(new Date(view.at).getUTCFullYear());
    const outcome = await call('holidays', { ...place, years });
    setBusy(false);
    if (!outcome.ok) {
      setFailure(outcome);
      return;
    }
    const { holidays } = outcome.data;
    const calendars = placeCalendars({ ...place, timeZone, hours: { start, end }, holidays });
    draft.add({ kind: 'place-calendars', calendars, defaultCalendar: BUSINESS_HOURS });
  };
  const isReversed = end <= start;
  return (
    <section className="card" aria-labelledby="place-calendars">
      <h2 id="place-calendars">{say('hoursOf.title')}</h2>
      <p className="subtle">{say('hoursOf.intro')}</p>
      {failure && <ErrorState failure={failure} title={say('hoursOf.failed')} onRetry={() => void make()} />}
      <div className="choices">
        <Pick
          label={say('hoursOf.country')}
          value={country}
          onPick={(code) => {
            setCountry(code);
            setRegion('');
            setRegions([]);
          }}
        >
          <option value="">{say('setUp.choose')}</option>
          {countries.map(({ code, name }) => (
            <option key={code} value={code}>
              {pick(name)}
            </option>
          ))}
        </Pick>
        <Pick label={say('hoursOf.region')} value={region} onPick={setRegion}>
          <option value="">{say('hoursOf.wholeCountry')}</option>
          {regions.map(({ code, name }) => (
            <option key={code} value={code}>
              {pick(name)}
            </option>
          ))}
        </Pick>
        <Pick label={say('hoursOf.zone')} value={timeZone} onPick={setTimeZone}>
          {[...new Set([timeZone, ...Intl.supportedValuesOf('timeZone')])].map((zone) => (
            <option key={zone} value={zone}>
              {zone}
            </option>
          ))}
        </Pick>
        <Time label={say('hoursOf.from')} value={start} onChange={setStart} />
        <Time label={say('hoursOf.to')} value={end} onChange={setEnd} />
      </div>
      {isReversed && (
        <p className="small field-error" role="alert">
          {say('hoursOf.reversed')}
        </p>
      )}
      <button
        type="button"
        className="button button-primary more"
        disabled={country === '' || isReversed || isBusy}
        onClick={() => void make()}
      >
        {say('hoursOf.make')}
      </button>
    </section>
  );
}

function Pick(props: {
  readonly label: string;
  readonly value: string;
  readonly onPick: (value: string) => void;
  readonly children: ReactNode;
}) {
  return (
    <label className="choice">
      <span className="label">{props.label}</span>
      <select className="field" value={props.value} onChange={({ target }) => props.onPick(target.value)}>
        {props.children}
      </select>
    </label>
  );
}

function Time(props: { readonly label: string; readonly value: string; readonly onChange: (value: string) => void }) {
  return (
    <label className="choice">
      <span className="label">{props.label}</span>
      <input
        type="time"
        className="field"
        required
        value={props.value}
        onChange={({ target }) => props.onChange(target.value)}
      />
    </label>
  );
}
