import type { Bilingual } from '../core/policy/text';

/** A level of impact or urgency as people read it. */
export interface LevelView {
  readonly key: string;
  readonly label: Bilingual;
  readonly description: Bilingual;
}

/** How the policy defines the three measures that order incidents; null where it has no such clause. */
export interface MeasureTexts {
  readonly impact: Bilingual | null;
  readonly urgency: Bilingual | null;
  readonly priority: Bilingual | null;
}
