import { intlLocaleOf, languageOf, readerOf } from '../../src/i18n/reader';

describe('languageOf', () => {
  it.each([
    ['fr-FR', 'fr'],
    ['fr-CA', 'fr'],
    ['fr', 'fr'],
    ['FR_fr', 'fr'],
    ['en-US', 'en'],
    ['en-GB', 'en'],
    ['de-DE', 'en'],
    ['fry', 'en'],
    ['', 'en'],
  ])('reads %p in %p', (locale, language) => {
    expect(languageOf(locale)).toBe(language);
  });
});

describe('intlLocaleOf', () => {
  it.each([
    { says: 'the only French of Jira without a region of the reader', locale: 'fr-FR', preferred: [], is: 'fr-CA' },
    { says: 'a reader in Quebec', locale: 'fr-FR', preferred: ['fr-CA', 'en-CA'], is: 'fr-CA' },
    { says: 'a reader in France', locale: 'fr-FR', preferred: ['en-US', 'fr-FR'], is: 'fr-FR' },
    {
      says: 'a reader in Belgium with a bare language first',
      locale: 'fr-FR',
      preferred: ['fr', 'fr-BE'],
      is: 'fr-BE',
    },
    { says: 'an English browser under French', locale: 'fr-FR', preferred: ['en-US'], is: 'fr-CA' },
    { says: 'a French browser under English', locale: 'en-US', preferred: ['fr-CA'], is: 'en-US' },
    { says: 'a Canadian reader of English', locale: 'en-US', preferred: ['en-CA'], is: 'en-CA' },
    { says: 'British English', locale: 'en-GB', preferred: [], is: 'en-GB' },
    { says: 'a language Cadran does not speak', locale: 'de-DE', preferred: ['de-DE'], is: 'en-US' },
    { says: 'nonsense among the preferred', locale: 'fr-FR', preferred: ['fr-', '!!'], is: 'fr-CA' },
  ])('$says: $is', ({ locale, preferred, is }) => {
    expect(intlLocaleOf(locale, preferred)).toBe(is);
  });
});

describe('readerOf', () => {
  it('keeps a known zone', () => {
    expect(readerOf('fr-FR', 'America/Halifax').timeZone).toBe('America/Halifax');
  });

  it('reads in UTC where the zone is unknown', () => {
    expect(readerOf('en-US', 'Mars/Olympus').timeZone).toBe('UTC');
  });
});
