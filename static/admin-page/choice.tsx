/** A native select over known values; nothing but those can be chosen. */
export function Choice<Value extends string>(props: {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly (readonly [Value, string])[];
  readonly onChoose: (value: Value) => void;
}) {
  const { label, value, options, onChoose } = props;
  return (
    <select
      className="field"
      aria-label={label}
      value={value}
      onChange={({ target }) => {
        const chosen = options.find(([option]) => option === target.value)?.[0];
        if (chosen !== undefined) onChoose(chosen);
      }}
    >
      {options.map(([option, name]) => (
        <option key={option} value={option}>
          {name}
        </option>
      ))}
    </select>
  );
}
