import { withPolicyText } from '../../../../src/core/policy/change-text';
import type { PolicyDocument } from '../../../../src/core/policy/document';
import { levelOf } from '../../../../src/core/policy/lookup';
import type { LevelAxis } from '../../../../src/core/policy/matrix';
import { placeKey, type PolicyTextPlace } from '../../../../src/core/policy/place';
import { policyTexts } from '../../../../src/core/policy/policy-texts';
import { unpublished } from '../../../../src/core/policy/presets/published';
import type { Language, PolicyText } from '../../../../src/core/policy/text';
import type { StepKind } from '../../draft/step-kind';

/** The wording of the source, word for word; null where the source does not have it in that language. */
export interface PublishedStep {
  readonly kind: 'published';
  readonly place: PolicyTextPlace;
  readonly language: Language;
  readonly text: string | null;
}

export const publishedStep: StepKind<PublishedStep> = {
  kind: 'published',
  key: ({ place, language }) => `${placeKey(place)}/${language}`,
  apply: (document, { place, language, text }) =>
    withPolicyText(document, place, (found) => withPublished(found, language, text)),
  words: ({ place, language, text }, { base, words: { say }, names }) => [
    {
      place: say('publishedIn', { place: names.place(place), language: say(`language.${language}`) }),
      before: textAt(base, place)?.published[language] ?? say('none'),
      after: text ?? say('none'),
    },
  ],
  places: ({ place }) => [place],
};

/** What people read follows the publication until somebody corrects it. */
function withPublished(found: PolicyText, language: Language, text: string | null): PolicyText {
  const { published, shown } = found;
  const follows = shown[language] === (published[language] ?? '');
  return {
    published: { ...published, [language]: text },
    shown: follows && text !== null ? { ...shown, [language]: text } : shown,
  };
}

/** The text at a place; undefined where the document has none. */
export function textAt(document: PolicyDocument, place: PolicyTextPlace): PolicyText | undefined {
  const key = placeKey(place);
  return policyTexts(document).find((text) => placeKey(text.place) === key)?.text;
}

/** Whether the published matrix has a wording of its own for a level. */
export interface MatrixLabelStep {
  readonly kind: 'matrix-label';
  readonly axis: LevelAxis;
  readonly level: string;
  readonly on: boolean;
}

export const matrixLabelStep: StepKind<MatrixLabelStep> = {
  kind: 'matrix-label',
  key: ({ axis, level }) => `${axis}/${level}`,
  apply: (document, { axis, level, on }) => {
    const found = levelOf(document, axis, level);
    if (found === undefined) throw new RangeError(`the policy has no level "${level}"`);
    const { matrixLabel, ...rest } = found;
    const { en, fr } = found.label.shown;
    const next = on ? { ...rest, matrixLabel: matrixLabel ?? unpublished(en, fr) } : rest;
    const list = axis === 'impact' ? 'impacts' : 'urgencies';
    return { ...document, [list]: document[list].map((other) => (other.key === level ? next : other)) };
  },
  words: ({ axis, level, on }, { words: { say }, names }) => [
    {
      place: names.place({ kind: 'matrix-label', axis, level }),
      before: say(on ? 'no' : 'yes'),
      after: say(on ? 'yes' : 'no'),
    },
  ],
};

/** The day the policy was last updated; null where it does not say. */
export interface UpdatedStep {
  readonly kind: 'updated';
  readonly date: string | null;
}

export const updatedStep: StepKind<UpdatedStep> = {
  kind: 'updated',
  key: () => '',
  apply: (document, { date }) => ({
    ...document,
    updated: date === null ? null : { text: unpublished('', ''), ...document.updated, date },
  }),
  words: ({ date }, { base, words }) => {
    const text = (day: string | null | undefined): string => (day ? words.format.date(day) : words.say('none'));
    return [{ place: words.say('setting.updated'), before: text(base.updated?.date), after: text(date) }];
  },
};

/** The document's own key, by which an export is known. */
export interface PolicyKeyStep {
  readonly kind: 'policy-key';
  readonly key: string;
}

export const policyKeyStep: StepKind<PolicyKeyStep> = {
  kind: 'policy-key',
  key: () => '',
  apply: (document, { key }) => ({ ...document, key }),
  words: ({ key }, { base, words }) => [{ place: words.say('setting.key'), before: base.key, after: key }],
};
