import { assumptionsOf } from '../../../src/core/policy/assumptions';
import { assumptionValue } from '../assumptions/assumption-words';
import { PlaceCalendarsCard } from '../policy/place-calendars-card';
import { useWorkspace } from '../workspace-context';
import { zoneOf } from './zone-step';

const ZONES: readonly string[] = Intl.supportedValuesOf('timeZone');

/** The hours in which clocks count: the time zone is chosen here, hours and holidays can be refined later. */
export function CalendarStep() {
  const { policy, words, names, draft, openTab } = useWorkspace();
  const { say } = words;
  const zone = zoneOf(policy);
  if (zone === undefined) return <PlaceCalendarsCard />;
  const told = assumptionsOf(policy).filter(({ key }) => key === 'business-hours' || key === 'holidays');
  return (
    <>
      <label className="choice zone">
        <span className="label">{say('guide.zone')}</span>
        <select
          className="field"
          value={zone}
          onChange={({ target }) => draft.add({ kind: 'zone', timeZone: target.value })}
        >
          {[...new Set([zone, ...ZONES])].map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <dl className="before-after">
        {told.map((assumption) => (
          <div key={assumption.key} className="fact">
            <dt>{words.translate(`assumptions.${assumption.key}.title`)}</dt>
            <dd>
              {assumptionValue(assumption, policy, words, names).map((line) => (
                <p key={line}>{line}</p>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <div>
        <button type="button" className="button" onClick={() => openTab('calendars')}>
          {say('guide.refine')}
        </button>
      </div>
    </>
  );
}
