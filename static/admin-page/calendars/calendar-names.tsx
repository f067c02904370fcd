import { useId, useState } from 'react';
import type { CalendarKey, NamedCalendar } from '../../../src/core/policy/document';
import { isKnownZone } from '../../../src/core/time/zone-name';
import { useWorkspace } from '../workspace-context';
import { useCalendarWords } from './use-calendar-words';

const LANGUAGES = ['en', 'fr'] as const;

/** A calendar's name in both languages and its zone. What is typed is taken when the field is left. */
export function CalendarNames({ calendar, named }: { readonly calendar: CalendarKey; readonly named: NamedCalendar }) {
  const { words, draft } = useWorkspace();
  const { say } = useCalendarWords();
  const { label } = named;
  const { timeZone } = named.calendar;
  const id = useId();
  return (
    <div className="choices">
      {LANGUAGES.map((language) => (
        <TakenField
          key={language}
          label={say('name', { language: words.say(`language.${language}`) })}
          value={label[language]}
          problemOf={(text) => (text.trim() === '' ? say('nameMissing') : null)}
          onTake={(text) =>
            draft.add({ kind: 'calendar-label', calendar, label: { ...label, [language]: text.trim() } })
          }
        />
      ))}
      <TakenField
        label={say('zone')}
        help={say('zoneHelp')}
        value={timeZone}
        list={id}
        problemOf={(text) => (isKnownZone(text.trim()) ? null : say('zoneUnknown', { zone: words.quote(text) }))}
        onTake={(text) => draft.add({ kind: 'calendar-zone', calendar, timeZone: text.trim() })}
      />
      <datalist id={id}>
        {Intl.supportedValuesOf('timeZone').map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </div>
  );
}

function TakenField(props: {
  readonly label: string;
  readonly value: string;
  readonly help?: string;
  readonly list?: string;
  readonly problemOf: (text: string) => string | null;
  readonly onTake: (text: string) => void;
}) {
  const { label, value, help, list, problemOf, onTake } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const problem = typed === null ? null : problemOf(typed);
  const id = useId();
  const take = (): void => {
    if (typed === null || problem !== null) return;
    setTyped(null);
    onTake(typed);
  };
  return (
    <div className="choice calendar-field">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="field"
        value={typed ?? value}
        list={list}
        maxLength={100}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-note`}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={take}
        onKeyDown={({ key }) => {
          if (key === 'Enter') take();
          if (key === 'Escape') setTyped(null);
        }}
      />
      <span id={`${id}-note`} className={problem === null ? 'small subtle' : 'small field-error'}>
        {problem ?? help}
      </span>
    </div>
  );
}
