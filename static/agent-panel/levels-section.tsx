import { useId, useRef, useState } from 'react';
import type { AgentPanelView } from '../../src/contract/agent-panel';
import type { Failure, Outcome } from '../shared/bridge';
import { ErrorState } from '../shared/error-state';
import { LevelMatrix, type LevelPair } from '../shared/level-matrix';
import { PriorityBadge } from '../shared/priority-badge';
import { RichText } from '../shared/rich-text';
import { previewText, problemText } from './level-words';
import { downgradeText, priorityReason } from './priority-words';
import { priorityName, type Words } from './words';

/** The matrix, and the two clicks that set both levels: one on a cell, one on *Set*. */
export function LevelsSection(props: {
  readonly words: Words;
  readonly now: number;
  readonly onSetLevels: (levels: LevelPair) => Promise<Outcome<AgentPanelView>>;
  /** Told what was saved, in words, to be read out. */
  readonly onSaved: (text: string) => void;
}) {
  const { words, onSetLevels, onSaved } = props;
  const { translate, format, view } = words;
  const { language } = format.reader;
  const [chosen, setChosen] = useState<LevelPair | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isSaving, setSaving] = useState(false);
  const title = useId();
  const section = useRef<HTMLElement>(null);
  const order = view.priorities.map(({ key }) => key);
  const { effective } = view.priority;
  const downgrade = downgradeText(words, props.now);

  const save = async (pair: LevelPair): Promise<void> => {
    setSaving(true);
    setFailure(null);
    const outcome = await onSetLevels(pair);
    setSaving(false);
    if (!outcome.ok) {
      setFailure(outcome);
      return;
    }
    setChosen(null);
    // *Set* goes with the preview: the keyboard goes on from the cell that is now current.
    section.current?.querySelector<HTMLElement>('[data-cell][tabindex="0"]')?.focus({ preventScroll: true });
    const priority = outcome.data.state === 'tracked' ? outcome.data.priority.effective : null;
    if (priority !== null) onSaved(translate('agentPanel.levels.saved', { priority: priorityName(words, priority) }));
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
                setFailure(null);
              }
            : null
        }
      />
      {!view.mayEdit && <p className="small subtle">{translate('agentPanel.levels.lookOnly')}</p>}
      {chosen !== null && (
        <div className="preview">
          <p className="small" role="status">
            <RichText text={previewText(words, chosen)} />
          </p>
          <button
            type="button"
            className="button button-primary"
            disabled={isSaving}
            onClick={() => {
              void save(chosen);
            }}
          >
            {translate(isSaving ? 'agentPanel.levels.saving' : 'agentPanel.levels.set')}
          </button>
        </div>
      )}
      {chosen !== null && failure !== null && (
        <div className="levels-failure">
          <ErrorState
            failure={failure}
            title={translate('agentPanel.levels.unsaved')}
            onRetry={() => void save(chosen)}
          >
            {problemText(words, failure.problems)}
          </ErrorState>
        </div>
      )}
    </section>
  );
}
