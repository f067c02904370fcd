import { useState } from 'react';
import { LANGUAGES } from '../../../src/core/policy/text';
import type { PolicyTextPlace } from '../../../src/core/policy/place';
import { PolicyTextView } from '../policy/policy-text-view';
import { textAt } from '../policy/steps/text-steps';
import { useWorkspace } from '../workspace-context';
import { Fold } from './fold';
import { TypedField } from './typed-field';

/** A text of the policy as people read it, to be opened for writing: in both languages, and as its source has it. */
export function TextEditor(props: { readonly place: PolicyTextPlace; readonly isLong?: boolean }) {
  const { policy, words, names } = useWorkspace();
  const [isOpen, setOpen] = useState(false);
  const text = textAt(policy, props.place);
  if (text === undefined) return null;
  const name = names.place(props.place);
  return (
    <div className="text-editor">
      <div className="text-read">
        {words.pick(text.shown) === '' ? (
          <p className="subtle">{words.say('edit.noText')}</p>
        ) : (
          <PolicyTextView text={text} />
        )}
      </div>
      <button
        type="button"
        className="button button-subtle edit-button"
        aria-label={words.say(isOpen ? 'edit.closeWhat' : 'edit.what', { what: name })}
        aria-expanded={isOpen}
        onClick={() => setOpen((open) => !open)}
      >
        {words.say(isOpen ? 'edit.close' : 'edit.open')}
      </button>
      {isOpen && <TextFields {...props} />}
    </div>
  );
}

/** The fields of a text: what people read, and behind a fold what its source says. */
export function TextFields({ place, isLong = false }: { readonly place: PolicyTextPlace; readonly isLong?: boolean }) {
  const { policy, words, names, draft } = useWorkspace();
  const text = textAt(policy, place);
  if (text === undefined) return null;
  const { say } = words;
  const name = names.place(place);
  const label = (kind: 'shown' | 'published', language: 'en' | 'fr'): string =>
    say(`edit.${kind}`, { place: name, language: say(`language.${language}`) });
  return (
    <div className="text-fields" role="group" aria-label={name}>
      {LANGUAGES.map((language) => (
        <TypedField
          key={language}
          label={label('shown', language)}
          value={text.shown[language]}
          isLong={isLong}
          lang={language}
          onCommit={(typed) => {
            draft.add({ kind: 'fix', fix: { kind: 'set-shown', place, shown: { [language]: typed } } });
            return null;
          }}
        />
      ))}
      <Fold title={say('edit.source')} className="source-fold">
        <p className="small subtle">{say('edit.sourceHelp')}</p>
        <div className="text-fields">
          {LANGUAGES.map((language) => (
            <TypedField
              key={language}
              label={label('published', language)}
              value={text.published[language] ?? ''}
              isLong={isLong}
              lang={language}
              onCommit={(typed) => {
                draft.add({ kind: 'published', place, language, text: typed === '' ? null : typed });
                return null;
              }}
            />
          ))}
        </div>
      </Fold>
    </div>
  );
}
