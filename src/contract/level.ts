import type { Bilingual } from '../core/policy/text';

/** A level of impact or urgency as people read it. */
export interface LevelView {
  readonly key: string;
  readonly label: Bilingual;
  readonly description: Bilingual;
}
