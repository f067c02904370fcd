import { useEffect, useId, useRef, useState } from 'react';
import type { Failure } from '../shared/bridge';
import { ErrorState } from '../shared/error-state';
import { Icon } from '../shared/icon';
import { LevelMatrix, type CurrentLevels, type LevelPair } from '../shared/level-matrix';
import { PriorityBadge } from '../shared/priority-badge';
import { RichText } from '../shared/rich-text';
import type { ClocksNow } from './change-words';
import { previewText, problemText, savedText } from './level-words';
import { downgradeText, priorityReason } from './priority-words';
import type { PanelCalls } from './use-actions';
import { priorityName, type Words } from './words';

/** The matrix, and the two clicks that set both levels: one on a cell, one on *Set*. One more takes them back. */
export function LevelsSection(props: {
  readonly words: Words;
  readonly given: ClocksNow;
  readonly onSetLevels: PanelCalls['setLevels'];
  /** Told what was saved, in words, to be read out. */
  readonly onSaved: (text: string) => void;
}) {
  const { words, given, onSetLevels, onSaved } = props;
  const { translate, format, view } = words;
  const { language } = format.reader;
  const [chosen, setChosen] = useState<LevelPair | null>(null);
  const [failed, setFailed] = useState<{ readonly failure: Failure; readonly again: () => void } | null>(null);
  const [isSaving, setSaving] = useState(false);
  const [saved, setSaved] = useState<{ readonly before: CurrentLevels; readonly after: CurrentLevels } | null>(null);
  const [saves, setSaves] = useState(0);
  const title = useId();
  const section = useRef<HTMLElement>(null);
  const order = view.priorities.map(({ key }) => key);
  const { effective } = view.priority;
  const downgrade = downgradeText(words, given.now);
  // Somebody else's change since is not taken back by this button.
  const mayUndo = saved !== null && saved.after.impact === view.impact && saved.after.urgency === view.urgency;

  // The button goes with what it saved: the keyboard goes on from the cell that is now current.
  useEffect(() => {
    if (saves === 0) return;
    const current = section.current?.querySelector<HTMLElement>('[aria-selected="true"] [data-cell]');
    const cell = current ?? section.current?.querySelector<HTMLElement>('[data-cell][tabindex="0"]');
    cell?.focus({ preventScroll: true });
  }, [saves]);

  const save = async (levels: CurrentLevels, isUndo: boolean): Promise<void> => {
    const before = { impact: view.impact, urgency: view.urgency };
    setSaving(true);
    setFailed(null);
    const outcome = await onSetLevels(levels);
    setSaving(false);
    if (!outcome.ok) {
      setFailed({ failure: outcome, again: () => void save(levels, isUndo) });
      return;
    }
    setChosen(null);
    setSaved(isUndo ? null : { before, after: levels });
    setSaves((count) => count + 1);
    onSaved(savedText(words, outcome.data, isUndo));
  };

  return (
    <section ref={section} className="section" aria-labelledby={title}>
      <div className="row between">
        <h2 id={title} className="label">
          {translate('agentPanel.levels.title')}
        </h2>
        <span className="row small subtle">
          {effective !== null && (
            <PriorityBadge priority={effective} label={priorityName(words, effective)} order={order} />
          )}
          {priorityReason(words)}
        </span>
      </div>
      {downgrade !== null && <p className="small levels-downgrade">{downgrade}</p>}
      <LevelMatrix
        label={translate('agentPanel.levels.matrix')}
        corner={translate('agentPanel.levels.corner')}
        impacts={view.impacts.map(({ key, label }) => ({ key, label: label[language] }))}
        urgencies={view.urgencies.map(({ key, label }) => ({ key, label: label[language] }))}
        priorityOf={({ impact, urgency }) => {
          const key = view.matrix[impact]?.[urgency] ?? '';
          return { key, label: priorityName(words, key) };
        }}
        priorityOrder={order}
        current={{ impact: view.impact, urgency: view.urgency }}
        chosen={chosen}
        onChoose={
          view.mayEdit
            ? (pair) => {
                setChosen(pair);
                setFailed(null);
              }
            : null
        }
      />
      {!view.mayEdit && <p className="small subtle">{translate('agentPanel.levels.lookOnly')}</p>}
      {chosen !== null && (
        <div className="preview">
          <p className="small" role="status">
            <RichText text={previewText(words, chosen, given)} />
          </p>
          <button
            type="button"
            className="button button-primary"
            disabled={isSaving}
            onClick={() => {
              void save(chosen, false);
            }}
          >
            {translate(isSaving ? 'agentPanel.levels.saving' : 'agentPanel.levels.set')}
          </button>
        </div>
      )}
      {chosen === null && mayUndo && (
        <div className="row levels-saved small">
          <Icon name="check" />
          <span>{savedText(words, view, false)}</span>
          <button
            type="button"
            className="button button-subtle"
            disabled={isSaving}
            onClick={() => {
              void save(saved.before, true);
            }}
          >
            <Icon name="undo" />
            {translate('agentPanel.levels.undo')}
          </button>
        </div>
      )}
      {failed !== null && (
        <div className="levels-failure">
          <ErrorState
            failure={failed.failure}
            title={translate('agentPanel.levels.unsaved')}
            reason={problemText(words, failed.failure.problems)}
            onRetry={failed.again}
          />
        </div>
      )}
      <Measures words={words} />
    </section>
  );
}

/** The policy's own definitions, folded away as help. */
function Measures({ words: { translate, format, view } }: { readonly words: Words }) {
  const { measures } = view;
  const defined = (['impact', 'urgency', 'priority'] as const).flatMap((name) => measures[name] ?? []);
  if (defined.length === 0) return null;
  return (
    <details className="measures">
      <summary className="small subtle">
        <Icon name="chevron" />
        {translate('agentPanel.measures.title')}
      </summary>
      <ul className="stack small">
        {defined.map((text) => (
          <li key={text.en}>{text[format.reader.language]}</li>
        ))}
      </ul>
    </details>
  );
}
