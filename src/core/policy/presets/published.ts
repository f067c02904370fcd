import type { PolicyText } from '../text';

/** A text whose wording is right in both languages: people read what was published. */
export function asPublished(en: string, fr: string): PolicyText {
  return { published: { en, fr }, shown: { en, fr } };
}

/** A text that people read corrected; a language that is not corrected is shown as published. */
export function corrected(
  published: { readonly en: string; readonly fr: string },
  shown: { readonly en?: string; readonly fr?: string },
): PolicyText {
  return { published, shown: { ...published, ...shown } };
}

/** A text that the source has in one language only. */
export function inFrenchOnly(fr: string, shown: { readonly en: string; readonly fr?: string }): PolicyText {
  return { published: { en: null, fr }, shown: { fr, ...shown } };
}

/** Cadran's own words, for what the source has no text of. */
export function unpublished(en: string, fr: string): PolicyText {
  return { published: { en: null, fr: null }, shown: { en, fr } };
}
