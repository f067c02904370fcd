import { useId, useRef, useState } from 'react';
import { isKey, keyFrom } from '../../../src/core/policy/edit/key-from';
import { keysOf, type ListName } from '../../../src/core/policy/edit/list-names';
import { useWorkspace } from '../workspace-context';

/**
 * Something more in a list: its name in both languages and its key, which is proposed from the name. The key stays for
 * good: tickets and records go by it.
 */
export function AddForm(props: { readonly list: ListName; readonly copyOf?: string; readonly onAdded?: () => void }) {
  const { policy, words, draft } = useWorkspace();
  const { list, copyOf, onAdded } = props;
  const { say } = words;
  const [label, setLabel] = useState({ en: '', fr: '' });
  const [typedKey, setTypedKey] = useState<string | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const first = useRef<HTMLInputElement>(null);
  const id = useId();
  const taken = keysOf(policy, list);
  const key = typedKey ?? keyFrom(label.en || label.fr, taken);

  const add = (): void => {
    const problem = taken.includes(key) ? 'add.taken' : isKey(key) ? null : key === '' ? 'add.noName' : 'add.badKey';
    setWrong(problem === null ? null : say(problem, { key }));
    if (problem !== null) return;
    const named = { en: label.en || label.fr || key, fr: label.fr || label.en || key };
    draft.add({ kind: 'add', list, key, label: named, ...(copyOf === undefined ? {} : { copyOf }) });
    setLabel({ en: '', fr: '' });
    setTypedKey(null);
    first.current?.focus();
    onAdded?.();
  };
  return (
    <form
      className="add-form"
      noValidate
      aria-label={say(`add.${list}`)}
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <label className="choice">
        <span className="label">{say('add.en')}</span>
        <input
          ref={first}
          className="field"
          lang="en"
          autoComplete="off"
          value={label.en}
          onChange={({ target }) => setLabel((before) => ({ ...before, en: target.value }))}
        />
      </label>
      <label className="choice">
        <span className="label">{say('add.fr')}</span>
        <input
          className="field"
          lang="fr"
          autoComplete="off"
          value={label.fr}
          onChange={({ target }) => setLabel((before) => ({ ...before, fr: target.value }))}
        />
      </label>
      <label className="choice">
        <span className="label">{say('add.key')}</span>
        <input
          className="field key-field"
          autoComplete="off"
          value={key}
          aria-invalid={wrong !== null}
          aria-describedby={wrong === null ? `${id}-help` : `${id}-wrong`}
          onChange={({ target }) => setTypedKey(target.value.trim() === '' ? null : target.value.trim())}
        />
      </label>
      <button type="submit" className="button">
        {say(`add.${list}`)}
      </button>
      <p className="small subtle add-help" id={`${id}-help`}>
        {say('add.keyHelp')}
      </p>
      {wrong !== null && (
        <p className="small field-error add-help" id={`${id}-wrong`} role="alert">
          {wrong}
        </p>
      )}
    </form>
  );
}
