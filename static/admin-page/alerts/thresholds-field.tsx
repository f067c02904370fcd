import { useState } from 'react';
import type { Threshold } from '../../../src/core/policy/document';
import { thresholdsText } from './thresholds-step';
import { parseThresholds } from './thresholds';
import { useWorkspace } from '../workspace-context';

/** Warnings as one line of text; what cannot be read stays as typed, with the piece that is wrong named. */
export function ThresholdsField({ thresholds }: { readonly thresholds: readonly Threshold[] }) {
  const { words, draft } = useWorkspace();
  const { say } = words;
  const current = thresholds.length === 0 ? '' : thresholdsText(thresholds, words);
  const [typed, setTyped] = useState<string | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  return (
    <form
      className="inline-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const parsed = parseThresholds(typed ?? current);
        if (parsed.ok) {
          draft.add({ kind: 'thresholds', thresholds: parsed.thresholds });
          setTyped(null);
        }
        setWrong(parsed.ok ? null : parsed.text);
      }}
    >
      <label className="choice">
        <span className="small subtle">{say('assumptions.add')}</span>
        <input
          className="field"
          value={typed ?? current}
          aria-invalid={wrong !== null}
          aria-describedby={wrong === null ? undefined : 'thresholds-wrong'}
          onChange={({ target }) => setTyped(target.value)}
        />
      </label>
      <button type="submit" className="button" disabled={typed === null || typed === current}>
        {say('assumptions.set')}
      </button>
      {wrong !== null && (
        <p className="small field-error" id="thresholds-wrong" role="alert">
          {say('assumptions.badThreshold', { text: wrong })}
        </p>
      )}
    </form>
  );
}
