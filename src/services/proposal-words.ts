import type { OrderingBody } from '../contract/proposal';
import type { Bilingual, Language } from '../core/policy/text';
import type { Money } from '../core/proposal/money';
import { createFormatter } from '../i18n/format';
import { createTranslate, type Translate } from '../i18n/message';
import { readerOf } from '../i18n/reader';
import english from '../i18n/en-US.json';
import french from '../i18n/fr-FR.json';

const MESSAGES = { en: { proposalComment: english.proposalComment }, fr: { proposalComment: french.proposalComment } };
const LANGUAGES: readonly Language[] = ['fr', 'en'];

/** What a proposal's comments speak of. Never a share: every customer of the request reads them. */
export interface Announced {
  readonly version: number;
  readonly total: Money;
  readonly orderedBy: OrderingBody | null;
  readonly establishments: number;
}

/** A public comment has readers of both languages: what is proposed, then the agent's own words, in each. */
export function proposedLines(announced: Announced, words: Bilingual | null): readonly string[] {
  return LANGUAGES.flatMap((language) => {
    const { t, values } = wording(announced, language);
    const { orderedBy, establishments: count } = announced;
    const own = words?.[language].trim() ?? '';
    return [
      t('proposalComment.proposed', values),
      ...(orderedBy === null ? [] : [t('proposalComment.ordered', { body: orderedBy.label[language], count })]),
      ...(own === '' ? [] : [own]),
      t('proposalComment.how'),
    ];
  });
}

/** That an offer was taken back, in both languages. */
export function withdrawnLines(announced: Announced): readonly string[] {
  return LANGUAGES.map((language) => {
    const { t, values } = wording(announced, language);
    return t('proposalComment.withdrawn', values);
  });
}

/** A customer's answer, in the customer's language; for an organization by its name, else for themself. */
export function answerText(
  announced: Announced,
  answer: 'accept' | 'decline',
  organization: string | null,
  language: Language,
): string {
  const { t, values } = wording(announced, language);
  return organization === null
    ? t(`proposalComment.${answer}`, values)
    : t(`proposalComment.${answer}For`, { ...values, organization });
}

function wording(
  { version, total }: Announced,
  language: Language,
): {
  readonly t: Translate<typeof MESSAGES.en>;
  readonly values: { readonly version: number; readonly total: string };
} {
  const format = createFormatter(readerOf(language === 'fr' ? 'fr-FR' : 'en-US', 'UTC'));
  return { t: createTranslate(language, MESSAGES), values: { version, total: format.money(total) } };
}
