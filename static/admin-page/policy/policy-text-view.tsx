import type { PolicyText } from '../../../src/core/policy/text';
import { useWorkspace } from '../workspace-context';

/** A text as people read it, with the published wording where that is another. */
export function PolicyTextView({ text }: { readonly text: PolicyText }) {
  const { words } = useWorkspace();
  const published = text.published[words.language];
  const shown = words.pick(text.shown);
  const isTranslation = published === null && (text.published.en ?? text.published.fr) !== null;
  return (
    <>
      <p>{shown}</p>
      {published !== null && published !== shown && (
        <p className="small subtle published">
          <span className="label">{words.say('text.asPublished')}</span> {words.quote(published)}
        </p>
      )}
      {isTranslation && (
        <p className="small subtle published">
          {words.say('text.onlyIn', { language: words.say(`language.${words.language}`) })}
        </p>
      )}
    </>
  );
}
