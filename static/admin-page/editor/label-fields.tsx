import { LANGUAGES, type Bilingual } from '../../../src/core/policy/text';
import type { OwnTextPlace } from '../../../src/core/policy/place';
import { useWorkspace } from '../workspace-context';
import { TypedField } from './typed-field';

/** The name of something in both languages. */
export function LabelFields({ place, label }: { readonly place: OwnTextPlace; readonly label: Bilingual }) {
  const { words, names, draft } = useWorkspace();
  const { say } = words;
  return LANGUAGES.map((language) => (
    <TypedField
      key={language}
      label={say('edit.shown', { place: names.place(place), language: say(`language.${language}`) })}
      value={label[language]}
      lang={language}
      onCommit={(typed) => {
        draft.add({ kind: 'fix', fix: { kind: 'set-shown', place, shown: { [language]: typed } } });
        return null;
      }}
    />
  ));
}
