/**
 * A text of the policy. `published` is the source's own wording, verbatim (null where a language does not have it);
 * `shown` is what people read: the same, corrected. Each difference between the two is a finding of checkPolicy.
 */
export interface PolicyText {
  readonly published: { readonly en: string | null; readonly fr: string | null };
  readonly shown: Bilingual;
}

/** A text in both of Cadran's languages. */
export interface Bilingual {
  readonly en: string;
  readonly fr: string;
}

/** The languages policy texts and the user interface come in. */
export type Language = keyof Bilingual;

/** Both, English first. */
export const LANGUAGES = ['en', 'fr'] as const satisfies readonly Language[];
