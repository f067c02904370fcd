import type { LevelView } from '../../src/contract/level';
import { useBilingual, useTranslate } from '../shared/surface-context';
import type { LevelFieldMessages } from './messages';
import { storedLevel } from './stored-level';

/** The stored level in the reader's language. A key that the policy does not know is shown as it is, and said so. */
export function LevelText(props: { readonly levels: readonly LevelView[]; readonly value: string | null }) {
  const translate = useTranslate<LevelFieldMessages>();
  const inLanguage = useBilingual();
  const stored = storedLevel(props.levels, props.value);
  switch (stored.kind) {
    case 'level':
      return <p>{inLanguage(stored.level.label)}</p>;
    case 'unset':
      return <p className="subtle">{translate('levelField.unset')}</p>;
    case 'unknown':
      return (
        <p>
          {stored.key} <span className="subtle small">{translate('levelField.unknown')}</span>
        </p>
      );
  }
}
