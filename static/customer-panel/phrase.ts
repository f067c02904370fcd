import type { Bilingual } from '../../src/core/policy/text';
import type { EpochMillis, Millis } from '../../src/core/time/instant';
import type { CustomerPanelKey } from './messages';

/** What fills a placeholder: kept as it is until it is rendered, so that an instant can become a `<time>` element. */
export type PhraseValue =
  | { readonly kind: 'instant'; readonly at: EpochMillis }
  /** An instant by which something is promised. */
  | { readonly kind: 'deadline'; readonly at: EpochMillis }
  | { readonly kind: 'length'; readonly length: Millis }
  | { readonly kind: 'text'; readonly text: Bilingual };

/** One sentence of the panel: the message's key under `customerPanel`, and what fills it. */
export interface Phrase {
  readonly key: CustomerPanelKey;
  readonly values: Readonly<Record<string, PhraseValue>>;
}

/** A sentence, with what fills its placeholders. */
export function say(key: CustomerPanelKey, values: Readonly<Record<string, PhraseValue>> = {}): Phrase {
  return { key, values };
}

/** An instant for a placeholder. */
export function instant(at: EpochMillis): PhraseValue {
  return { kind: 'instant', at };
}

/** A due time for a placeholder: `today by 3:25 PM`. */
export function deadline(at: EpochMillis): PhraseValue {
  return { kind: 'deadline', at };
}

/** A length of time for a placeholder. */
export function length(millis: Millis): PhraseValue {
  return { kind: 'length', length: millis };
}

/** A text of the policy for a placeholder. */
export function text(bilingual: Bilingual): PhraseValue {
  return { kind: 'text', text: bilingual };
}
