import type { CalendarKey } from '../../../src/core/policy/document';
import type { Bilingual } from '../../../src/core/policy/text';
import { createTranslate } from '../../../src/i18n/message';
import { adminPageMessages, type AdminPageMessages, type CalendarsKey } from '../messages';
import { useWorkspace } from '../workspace-context';
import { newCalendar, newKey } from './new-calendar';
import { useCalendarWords } from './use-calendar-words';

/** One more calendar, of either kind; it opens to be set. */
export function AddCalendar({ onAdd }: { readonly onAdd: (key: CalendarKey) => void }) {
  const { view, policy, draft } = useWorkspace();
  const { say } = useCalendarWords();
  const add = (kind: 'weekly' | 'always'): void => {
    const key = newKey(kind === 'always' ? 'always' : 'calendar', [view.document, policy]);
    const label = inBoth(kind === 'always' ? 'newAlways' : 'newName', { number: key.slice(key.lastIndexOf('-') + 1) });
    draft.add({ kind: 'calendar', calendar: key, named: newCalendar(kind, label, policy) });
    onAdd(key);
  };
  return (
    <div className="row calendar-actions">
      <button type="button" className="button" onClick={() => add('weekly')}>
        {say('addWeekly')}
      </button>
      <button type="button" className="button" onClick={() => add('always')}>
        {say('addAlways')}
      </button>
    </div>
  );
}

/** A message in both languages: what an admin reads in one, a colleague reads in the other. */
export function inBoth(key: CalendarsKey, values: Readonly<Record<string, string>>): Bilingual {
  const text = (language: 'en' | 'fr'): string =>
    createTranslate<AdminPageMessages>(language, adminPageMessages)(`calendars.${key}`, values);
  return { en: text('en'), fr: text('fr') };
}
