import type { PolicyDocument } from '../document';
import type { Reported } from '../finding';
import type { TextPlace } from '../place';
import { ownTexts, policyTexts } from '../policy-texts';
import type { Bilingual, Language } from '../text';

const LANGUAGES: readonly Language[] = ['en', 'fr'];

/** Texts that one language's readers would find empty. The duty's words count only where some priority has that duty. */
export function checkTranslations(document: PolicyDocument): readonly Reported[] {
  const texts: readonly { readonly place: TextPlace; readonly shown: Bilingual }[] = [
    ...policyTexts(document)
      .filter(({ place }) => place.kind !== 'duty' || document.duty.priorities.length > 0)
      .map(({ place, text }) => ({ place, shown: text.shown })),
    ...ownTexts(document).map(({ place, text }) => ({ place, shown: text })),
  ];
  return texts.flatMap(({ place, shown }) =>
    LANGUAGES.filter((language) => shown[language].trim() === '').map((language): Reported => ({
      code: 'missing-translation',
      place,
      facts: { language },
    })),
  );
}
