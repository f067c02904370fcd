import { useCalendarWords } from './use-calendar-words';
import { yearsIn, type YearRange } from './years';

const FIELDS = ['from', 'to'] as const;

/** From which year to which. */
export function YearFields(props: { readonly range: YearRange; readonly onChange: (range: YearRange) => void }) {
  const { range, onChange } = props;
  const { say } = useCalendarWords();
  return FIELDS.map((field) => (
    <label key={field} className="choice">
      <span className="label">{say(field)}</span>
      <input
        type="number"
        className="field year-field"
        min={1970}
        max={2076}
        value={range[field]}
        aria-invalid={yearsIn(range) === null}
        onChange={({ target }) => onChange({ ...range, [field]: target.value })}
      />
    </label>
  ));
}
