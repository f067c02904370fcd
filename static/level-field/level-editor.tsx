import { view } from '@forge/bridge';
import { useId, useState, type KeyboardEvent } from 'react';
import type { LevelView } from '../../src/contract/level';
import type { Bilingual } from '../../src/core/policy/text';
import { useBilingual, useTranslate } from '../shared/surface-context';
import type { FieldPlace } from './field-place';
import { LevelOption } from './level-option';
import type { LevelFieldMessages } from './messages';
import { storedLevel } from './stored-level';
import { useSubmission } from './use-submission';

/**
 * The levels as a radio group, each with its description as help. On forms a choice is sent at once; in the issue view it
 * waits for *Save*, since arrow keys change the choice of a radio group and sending closes the editor.
 */
export function LevelEditor(props: {
  readonly place: FieldPlace;
  readonly levels: readonly LevelView[];
  /** What the policy says of the measure; null where it has no such clause. */
  readonly definition: Bilingual | null;
}) {
  const { place, levels, definition } = props;
  const inLanguage = useBilingual();
  const translate = useTranslate<LevelFieldMessages>();
  const [chosen, setChosen] = useState(place.value);
  const { submission, send } = useSubmission();
  const group = useId();
  const stored = storedLevel(levels, chosen);

  const choose = (key: string | null): void => {
    setChosen(key);
    if (place.sends === 'on-change') send(key);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (place.sends === 'on-change') return;
    if (event.key === 'Escape') void view.close();
    // On a radio Enter does nothing by itself; on a button it presses the button.
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) send(chosen);
  };

  return (
    <fieldset className="level-editor" onKeyDown={onKeyDown} aria-describedby={`${group}-help`}>
      <legend className="visually-hidden">{translate(`levelField.name.${place.measure}`)}</legend>
      <p id={`${group}-help`} className="small subtle">
        {definition === null ? translate(`levelField.help.${place.measure}`) : inLanguage(definition)}
      </p>
      {stored.kind === 'unknown' && (
        <p className="small level-unknown">
          <b>{stored.key}</b> {translate('levelField.unknown')}
        </p>
      )}
      <div className="level-options">
        {levels.map((level) => (
          <LevelOption key={level.key} group={group} level={level} chosen={chosen === level.key} onChoose={choose} />
        ))}
      </div>
      <div className="row">
        {place.sends === 'on-save' && (
          <>
            <button
              type="button"
              className="button button-primary"
              disabled={submission === 'sending'}
              onClick={() => {
                send(chosen);
              }}
            >
              {translate('levelField.save')}
            </button>
            <button type="button" className="button" onClick={() => void view.close()}>
              {translate('common.cancel')}
            </button>
          </>
        )}
        {chosen !== null && (
          <button
            type="button"
            className="button button-subtle"
            onClick={() => {
              choose(null);
            }}
          >
            {translate('levelField.clear')}
          </button>
        )}
      </div>
      <p role="alert" className="small level-failed">
        {submission === 'failed' && translate('levelField.unsaved')}
      </p>
    </fieldset>
  );
}
