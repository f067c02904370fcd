import { useEffect, useState } from 'react';

/** A pause in typing before the search is asked. */
const PAUSE_MILLIS = 300;

/** Words to search for. What is typed shows at once, what is asked follows a pause. */
export function SearchField(props: {
  readonly label: string;
  readonly value: string;
  readonly onSearch: (search: string) => void;
}) {
  const { label, value, onSearch } = props;
  const [typed, setTyped] = useState({ value, text: value });
  // Cleared from outside: what was typed goes too.
  const text = typed.value === value ? typed.text : value;
  useEffect(() => {
    if (text.trim() === value) return;
    const timer = setTimeout(() => {
      setTyped({ value: text.trim(), text });
      onSearch(text.trim());
    }, PAUSE_MILLIS);
    return () => {
      clearTimeout(timer);
    };
  }, [text, value, onSearch]);
  return (
    <label className="filter filter-search">
      <span className="visually-hidden">{label}</span>
      <input
        type="search"
        className="field"
        placeholder={label}
        maxLength={200}
        value={text}
        onChange={({ target }) => {
          setTyped({ value, text: target.value });
        }}
      />
    </label>
  );
}
