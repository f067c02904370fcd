import type { Language } from '../core/policy/text';

/** Who reads: the language of the words, the Intl locale of dates and figures, and the zone of times (rules.md §10). */
export interface Reader {
  readonly language: Language;
  readonly intlLocale: string;
  /** IANA name. */
  readonly timeZone: string;
}

/** The language of messages and policy texts for a platform locale: any `fr*` is French, everything else English. */
export function languageOf(locale: string): Language {
  return /^fr(?:[-_]|$)/i.test(locale) ? 'fr' : 'en';
}

/**
 * The Intl locale of dates and figures (rules.md §10): the reader's own region, else Canadian French or US English.
 *
 * Jira knows one French only, `fr-FR`, so that locale says nothing of a region; the browser's own list does.
 *
 * @param locale the platform's locale (`fr-FR`, `en-GB`)
 * @param preferred the reader's own locales, best first (`navigator.languages`); none on a server
 * @example intlLocaleOf('fr-FR', ['fr-CA', 'en']) // 'fr-CA'
 */
export function intlLocaleOf(locale: string, preferred: readonly string[] = []): string {
  const language = languageOf(locale);
  const own = /^fr-FR$/i.test(locale) ? preferred : [...preferred, locale];
  const withRegion = own.find((candidate) => languageIs(candidate, language) && regionOf(candidate) !== undefined);
  return withRegion ?? (language === 'fr' ? 'fr-CA' : 'en-US');
}

/** The reader with that platform locale, zone and browser languages. An unknown zone reads in UTC, and says so. */
export function readerOf(locale: string, timeZone: string, preferred: readonly string[] = []): Reader {
  return { language: languageOf(locale), intlLocale: intlLocaleOf(locale, preferred), timeZone: knownZone(timeZone) };
}

function knownZone(timeZone: string): string {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone });
    return timeZone;
  } catch {
    return 'UTC';
  }
}

function languageIs(candidate: string, language: Language): boolean {
  return candidate.toLowerCase().split(/[-_]/)[0] === language;
}

function regionOf(candidate: string): string | undefined {
  try {
    return new Intl.Locale(candidate).region;
  } catch {
    return undefined;
  }
}
