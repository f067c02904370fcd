import { goalSetting } from '../../../src/core/policy/goals';
import { cellOf } from '../../../src/core/policy/matrix';
import type { PolicyDocument } from '../../../src/core/policy/document';
import type { Fix } from '../../../src/core/policy/fix';
import { placeKey, type TextPlace } from '../../../src/core/policy/place';
import { ownTexts, policyTexts } from '../../../src/core/policy/policy-texts';
import type { Bilingual, Language } from '../../../src/core/policy/text';
import type { AdminWords } from '../admin-words';
import type { ChangeWords } from '../draft/step-kind';
import type { Names } from '../names';
import { placeOfFix } from './place-of-fix';

/** The button that makes the change, naming its result: `Use 4 d`, `Use “Extended”`. */
export function fixLabel(fix: Fix, words: AdminWords, names: Names): string {
  switch (fix.kind) {
    case 'set-goal':
      return words.say('use', { value: words.duration(fix.target) });
    case 'set-cell':
      return words.say('use', { value: names.priority(fix.priority) });
    case 'set-shown': {
      const text = textOf(fix.shown, words.language);
      return text.length <= 20 ? words.say('use', { value: words.quote(text) }) : words.say('useThisWording');
    }
  }
}

/** What the change does to the document: each language that it touches is a line. */
export function fixChanges(fix: Fix, policy: PolicyDocument, words: AdminWords, names: Names): readonly ChangeWords[] {
  const place = names.place(placeOfFix(fix));
  switch (fix.kind) {
    case 'set-goal': {
      const before = goalSetting(policy, fix.plan, fix.priority, fix.metric)?.target;
      return [
        { place, before: before ? words.duration(before) : words.say('none'), after: words.duration(fix.target) },
      ];
    }
    case 'set-cell': {
      const before = cellOf(policy, fix.impact, fix.urgency);
      return [
        { place, before: before ? names.priority(before) : words.say('none'), after: names.priority(fix.priority) },
      ];
    }
    case 'set-shown': {
      const shown = shownAt(policy, fix.place);
      return (['en', 'fr'] as const).flatMap((language) => {
        const after = fix.shown[language];
        if (after === undefined) return [];
        const name = words.say('inLanguage', { place, language: words.say(`language.${language}`) });
        return [{ place: name, before: shown?.[language] ?? words.say('none'), after }];
      });
    }
  }
}

function shownAt(policy: PolicyDocument, place: TextPlace): Bilingual | undefined {
  const key = placeKey(place);
  const own = ownTexts(policy).find((text) => placeKey(text.place) === key);
  return own?.text ?? policyTexts(policy).find((text) => placeKey(text.place) === key)?.text.shown;
}

function textOf(shown: Partial<Bilingual>, language: Language): string {
  return shown[language] ?? shown.en ?? shown.fr ?? '';
}
