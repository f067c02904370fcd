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
    ['fr', 1_000_000, '1000000 billets'],
  ] as const)('chooses the plural form of %s for %d', (language, count, text) => {
    expect(createTranslate(language, messages)('tickets', { count })).toBe(text);
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
