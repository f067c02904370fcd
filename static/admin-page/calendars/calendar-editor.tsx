import type { CalendarKey, NamedCalendar } from '../../../src/core/policy/document';
import { isAlways } from '../../../src/core/time/calendar';
import { useWorkspace } from '../workspace-context';
import { inBoth } from './add-calendar';
import { CalendarNames } from './calendar-names';
import { HolidaysSection } from './holidays-section';
import { newKey } from './new-calendar';
import { RemoveCalendar } from './remove-calendar';
import { useCalendarWords } from './use-calendar-words';
import { WeekEditor } from './week-editor';
import { YearSection } from './year-section';

/** One calendar: its name and zone, its week, its holidays and its year. */
export function CalendarEditor(props: {
  readonly calendar: CalendarKey;
  readonly named: NamedCalendar;
  readonly onOpen: (key: CalendarKey) => void;
  readonly onRemove: (name: string) => void;
}) {
  const { view, policy, words, draft } = useWorkspace();
  const { say } = useCalendarWords();
  const { calendar, named, onOpen, onRemove } = props;
  const duplicate = (): void => {
    const key = newKey(calendar, [view.document, policy]);
    const label = {
      en: inBoth('copyName', { name: named.label.en }).en,
      fr: inBoth('copyName', { name: named.label.fr }).fr,
    };
    draft.add({ kind: 'calendar', calendar: key, named: { ...named, label } });
    onOpen(key);
  };
  return (
    <>
      <section className="card" aria-labelledby="calendar-name">
        <h2 id="calendar-name">{words.pick(named.label)}</h2>
        <CalendarNames calendar={calendar} named={named} />
        {isAlways(named.calendar) && <p>{say('always')}</p>}
        <div className="row">
          <button type="button" className="button" onClick={duplicate}>
            {say('duplicate')}
          </button>
          <RemoveCalendar calendar={calendar} onRemove={() => onRemove(words.pick(named.label))} />
        </div>
      </section>
      {!isAlways(named.calendar) && (
        <>
          <WeekEditor calendar={calendar} weekly={named.calendar} />
          <HolidaysSection calendar={calendar} weekly={named.calendar} source={named.holidaySource} />
          <YearSection calendar={calendar} weekly={named.calendar} source={named.holidaySource} />
        </>
      )}
    </>
  );
}
