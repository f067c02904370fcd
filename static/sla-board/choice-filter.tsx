export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** One question of the filter. What was chosen stays a choice also while its name is not known yet. */
export function ChoiceFilter(props: {
  readonly label: string;
  /** What leaves the question open. */
  readonly all: string;
  readonly options: readonly Choice[];
  readonly value: string | null;
  readonly onChoose: (value: string | null) => void;
}) {
  const { label, all, options, value, onChoose } = props;
  const isUnknown = value !== null && !options.some((option) => option.value === value);
  return (
    <label className="filter">
      <span className="visually-hidden">{label}</span>
      <select
        className={value === null ? 'field' : 'field field-chosen'}
        value={value ?? ''}
        onChange={({ target }) => {
          onChoose(target.value === '' ? null : target.value);
        }}
      >
        <option value="">{all}</option>
        {isUnknown && <option value={value}>…</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
