import { createFormatter, type Formatter } from '../../../src/i18n/format';
import { readerOf } from '../../../src/i18n/reader';
import { personOf, type Person } from '../seed/people';
import type { Caller, Instant } from '../seam';
import type { Rest } from './rest';
import { en } from './texts/en';
import { fr } from './texts/fr';
import type { SiteTexts } from './texts/texts';
import type { Language } from './site-facts';
import { SITE_ZONE } from './time-targets';
import type { WebRequest } from './web/web';

export type Theme = 'light' | 'dark';

export const COOKIES = { person: 'person', language: 'language', theme: 'theme' } as const;

/** One page asked for: by whom, in which language and theme. Who it is comes from the person cookie alone. */
export interface Visit {
  readonly person: Person | null;
  readonly texts: SiteTexts;
  readonly theme: Theme;
  /** Times as the person reads them, in their own zone. */
  readonly format: Formatter;
  readonly now: Instant;
  readonly rest: Rest;
  /** Path and query of the page, to come back to. */
  readonly path: string;
}

/** What a request's headers say of who asks. */
export type Asking = Pick<WebRequest, 'cookies' | 'acceptLanguage'>;

/** The visit of a request; `restOf` gives Jira's routes as that person, or as nobody. */
export function visitOf(request: WebRequest, now: Instant, restOf: (person: Person | null) => Rest): Visit {
  const person = personOf(request.cookies[COOKIES.person]);
  const language = languageOf(request);
  return {
    person,
    texts: language === 'fr' ? fr : en,
    theme: request.cookies[COOKIES.theme] === 'dark' ? 'dark' : 'light',
    format: createFormatter(readerOf(localeOf(language), person?.timeZone ?? SITE_ZONE)),
    now,
    rest: restOf(person),
    path: `${request.url.pathname}${request.url.search}`,
  };
}

/** The person of a request as the platform tells the app of them. */
export function callerOf(asking: Asking): Caller {
  return callerFor(personOf(asking.cookies[COOKIES.person]), languageOf(asking));
}

/** A person as the platform tells the app of them. */
export function callerFor(person: Person | null, language: Language): Caller {
  return {
    accountId: person?.accountId ?? null,
    accountType: person?.kind ?? 'anonymous',
    locale: localeOf(language),
    timezone: person?.timeZone ?? SITE_ZONE,
  };
}

/** What was chosen, else the first language of the browser. */
function languageOf({ cookies, acceptLanguage }: Asking): Language {
  const chosen = cookies[COOKIES.language];
  if (chosen === 'en' || chosen === 'fr') return chosen;
  return /^\s*fr\b/i.test(acceptLanguage) ? 'fr' : 'en';
}

/** Jira knows one French only (forge-facts.md §1). */
const localeOf = (language: Language): string => (language === 'fr' ? 'fr-FR' : 'en-US');
