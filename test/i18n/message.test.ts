import { createTranslate, MessageError, placeholdersOf } from '../../src/i18n/message';

const messages = {
  en: {
    plan: 'on {plan}',
    nested: { deep: 'Deep' },
    tickets: { one: '{count} ticket', other: '{count} tickets' },
  },
  fr: {
    plan: 'au plan {plan}',
    nested: { deep: 'Profond' },
    tickets: { one: '{count} billet', other: '{count} billets' },
  },
};

describe('createTranslate', () => {
  it.each([
    ['en', 'on PLUS'],
    ['fr', 'au plan PLUS'],
  ] as const)('fills placeholders in %s', (language, text) => {
    expect(createTranslate(language, messages)('plan', { plan: 'PLUS' })).toBe(text);
  });

  it('marks what a message emphasizes, and leaves the same tags in a value as text', () => {
    const emphatic = { en: { cell: '<b>{name}</b> it is' }, fr: { cell: 'c’est <b>{name}</b>' } };
    expect(createTranslate('en', emphatic)('cell', { name: '<b>P1</b>' })).toBe('\uE001<b>P1</b>\uE002 it is');
  });

  it('takes no value from what every object has', () => {
    const odd = { en: { it: '{toString}' }, fr: { it: '{toString}' } };
    expect(() => createTranslate('en', odd)('it', {})).toThrow(MessageError);
  });

  it('finds nested keys', () => {
    expect(createTranslate('fr', messages)('nested.deep')).toBe('Profond');
  });

  it.each([
    ['en', 0, '0 tickets'],
    ['en', 1, '1 ticket'],
    ['en', 2, '2 tickets'],
    ['fr', 0, '0 billet'],
    ['fr', 1, '1 billet'],
    ['fr', 2, '2 billets'],
    ['fr', 1_000_000, '1\u00A0000\u00A0000 billets'],
    ['en', 5_000, '5,000 tickets'],
    ['en', 1.25, '1.25 tickets'],
    ['fr', 1.25, '1,25 billet'],
  ] as const)('chooses the plural form of %s for %d', (language, count, text) => {
    expect(createTranslate(language, messages)('tickets', { count })).toBe(text);
  });

  it.each([
    ['en', 'en-GB', '5,000 tickets'],
    ['en', 'en-ZA', '5\u00A0000 tickets'],
    ['fr', 'fr-FR', '5\u00A0000 billets'],
    ['fr', 'fr-CH', '5\u00A0000 billets'],
  ] as const)('writes the count in %s as a reader in %s does', (language, intlLocale, text) => {
    expect(createTranslate(language, messages, intlLocale)('tickets', { count: 5_000 })).toBe(text);
  });

  it('leaves every other number as it is: versions, lines and years are no amounts', () => {
    const one = {
      en: { line: 'Line {line} of {count} for {year}' },
      fr: { line: 'Ligne {line} de {count} pour {year}' },
    };
    expect(createTranslate('en', one)('line', { line: 1234, count: 4321, year: 2026 })).toBe(
      'Line 1234 of 4,321 for 2026',
    );
  });

  it('keeps a French colon with the word before it', () => {
    const one = { en: { why: 'Why: {reason}' }, fr: { why: 'Motif : « {reason} »' } };
    expect(createTranslate('fr', one)('why', { reason: 'accès' })).toBe('Motif\u00A0: «\u00A0accès\u00A0»');
  });

  it('leaves braces that a value brings in alone', () => {
    expect(createTranslate('en', messages)('plan', { plan: '{plan}' })).toBe('on {plan}');
  });

  it('refuses a message without a value for its placeholder', () => {
    expect(() => createTranslate('en', messages)('plan')).toThrow(MessageError);
  });

  it('refuses an unknown key', () => {
    const translate = createTranslate('en', messages) as (key: string) => string;
    expect(() => translate('nested.nowhere')).toThrow('No message "nested.nowhere" in en');
  });

  it('refuses a plural message without a count', () => {
    expect(() => createTranslate('en', messages)('tickets')).toThrow(MessageError);
  });
});

describe('placeholdersOf', () => {
  it('lists each once, sorted', () => {
    expect(placeholdersOf('{to} from {from} {to}')).toEqual(['from', 'to']);
  });
});
