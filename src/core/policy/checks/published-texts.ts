import type { PolicyDocument } from '../document';
import type { Reported } from '../finding';
import { levelOf } from '../lookup';
import { policyTexts, type PlacedPolicyText } from '../policy-texts';
import type { Language } from '../text';

const LANGUAGES: readonly Language[] = ['en', 'fr'];

/** Each difference between what was published and what people read, and what was published in one language only. */
export function checkPublishedTexts(document: PolicyDocument): readonly Reported[] {
  return policyTexts(document).flatMap((placed) => [...corrections(document, placed), ...oneLanguageOnly(placed)]);
}

function corrections(document: PolicyDocument, { place, text }: PlacedPolicyText): readonly Reported[] {
  return LANGUAGES.flatMap((language): readonly Reported[] => {
    const published = text.published[language];
    const shown = text.shown[language];
    if (published === null || published === shown) return [];
    // What the matrix calls a level is judged against the table of levels, by its own check.
    if (
      place.kind === 'matrix-label' &&
      levelOf(document, place.axis, place.level)?.label.published[language] !== published
    ) {
      return [];
    }
    return [
      {
        code: 'text-corrected',
        place,
        facts: { language, published, shown },
        readings: [
          {
            sources: [{ kind: 'published', language, place }],
            value: { kind: 'text', language, text: published },
            ratio: null,
            inForce: false,
            fix: { kind: 'set-shown', place, shown: { [language]: published } },
          },
          {
            sources: [{ kind: 'shown', place }],
            value: { kind: 'text', language, text: shown },
            ratio: null,
            inForce: true,
            fix: null,
          },
        ],
      },
    ];
  });
}

function oneLanguageOnly({ place, text: { published } }: PlacedPolicyText): readonly Reported[] {
  const [language, missing]: readonly [Language, Language] = published.en === null ? ['fr', 'en'] : ['en', 'fr'];
  const wording = published[language];
  if (wording === null || published[missing] !== null) return [];
  return [{ code: 'published-in-one-language', place, facts: { language, missing, published: wording } }];
}
