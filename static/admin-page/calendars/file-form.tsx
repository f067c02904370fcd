import { useId, useState, type FormEvent } from 'react';
import type { Holiday } from '../../../src/core/time/calendar';
import type { SkippedEntry } from '../../../src/core/time/holiday-sources';
import type { Failure } from '../../shared/bridge';
import { ErrorState } from '../../shared/error-state';
import { Icon } from '../../shared/icon';
import { call } from '../admin-call';
import { useWorkspace } from '../workspace-context';
import { failureWords } from './failure-words';
import { TakeDays } from './take-days';
import { useCalendarWords } from './use-calendar-words';
import { YearFields } from './year-fields';
import { proposedYears, yearsIn } from './years';

/** A resolver takes 500 KB in all. */
const MOST_CHARACTERS = 400_000;

interface Read {
  readonly holidays: readonly Holiday[];
  readonly skipped: readonly SkippedEntry[];
}

/** Days that a calendar file closes, looked at before they are added; what it holds besides is named with the reason. */
export function FileForm(props: { readonly timeZone: string; readonly onTake: (days: readonly Holiday[]) => void }) {
  const { timeZone, onTake } = props;
  const { view } = useWorkspace();
  const { say } = useCalendarWords();
  const [file, setFile] = useState<File | null>(null);
  const [range, setRange] = useState(() => proposedYears(view.at));
  const [read, setRead] = useState<Read | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [loading, setLoading] = useState(false);
  const id = useId();
  const years = yearsIn(range);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setRead(null);
    setFailure(null);
    setProblem(null);
    if (file === null) {
      setProblem(say('fileMissing'));
      return;
    }
    if (years === null) {
      setProblem(say('yearsBad'));
      return;
    }
    const text = await file.text();
    if (text.length > MOST_CHARACTERS) {
      setProblem(say('fileTooLarge'));
      return;
    }
    setLoading(true);
    const days = { from: `${years[0] ?? ''}-01-01`, to: `${years.at(-1) ?? ''}-12-31` };
    const outcome = await call('readCalendarFile', { file: text, timeZone, ...days });
    setLoading(false);
    if (outcome.ok) setRead(outcome.data);
    else setFailure(outcome);
  };
  return (
    <details className="fold">
      <summary>
        <Icon name="chevron" className="fold-mark" />
        {say('file')}
      </summary>
      <div className="fold-body">
        <form className="choices" noValidate onSubmit={(event) => void submit(event)}>
          <label className="choice">
            <span className="label">{say('fileLabel')}</span>
            <input
              type="file"
              className="field"
              accept=".ics,text/calendar"
              aria-describedby={id}
              onChange={({ target }) => setFile(target.files?.[0] ?? null)}
            />
          </label>
          <YearFields range={range} onChange={setRange} />
          <button type="submit" className="button" disabled={loading}>
            {say(loading ? 'fileReading' : 'fileRead')}
          </button>
        </form>
        <p id={id} className="small subtle">
          {say('fileHelp')}
        </p>
        {problem !== null && (
          <p className="small field-error" role="alert">
            {problem}
          </p>
        )}
        {failure && (
          <ErrorState failure={failure} title={say('fileFailed')}>
            {failureWords(failure, say)}
          </ErrorState>
        )}
        {read && <ReadFile read={read} onTake={onTake} />}
      </div>
    </details>
  );
}

function ReadFile({ read, onTake }: { readonly read: Read; readonly onTake: (days: readonly Holiday[]) => void }) {
  const { say } = useCalendarWords();
  const { holidays, skipped } = read;
  return (
    <div className="stack">
      {holidays.length === 0 ? (
        <p role="status">{say('fileNothing')}</p>
      ) : (
        <TakeDays days={holidays} takeLabel={(count) => say('takeAdd', { count })} onTake={onTake} />
      )}
      {skipped.length > 0 && (
        <>
          <p>
            <b>{say('skipped', { count: skipped.length })}</b>
          </p>
          <ul className="calendar-reasons">
            {skipped.map(({ name, reason }, i) => (
              // Entries of one name skipped for one reason are several all the same.
              <li key={i}>
                {say('skippedOne', { name: name === '' ? say('unnamed') : name, reason: say(`reason.${reason}`) })}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
