import { readFileSync } from 'node:fs';
import type { LocalPlatform } from '../platform/platform';

export type Language = 'en' | 'fr';

/** What the pages know of the site and the app without asking anybody. */
export interface SiteFacts {
  readonly projectKey: string;
  readonly projectId: string;
  readonly serviceDeskId: string;
  /** The UUID of the app's id: the key of the property that its panel in a form fills. */
  readonly appUuid: string;
  /** Id of the custom field of an app module. */
  readonly fieldId: (moduleKey: string) => string;
  /** A module's name or title in the reader's language, as Jira takes it from the app's translations. */
  readonly moduleName: (moduleKey: string, language: Language) => string;
  /** A field's value as lists show it: by the formatter of the manifest, which knows no reader. */
  readonly inList: (moduleKey: string, value: unknown) => string;
}

type Messages = { readonly [key: string]: string | Messages };

/** `manifest.impact.name` in the messages of each language; throws where the manifest names a text that is missing. */
export function translationsOf({
  manifest,
}: Pick<LocalPlatform, 'manifest'>): (key: string, language: Language) => string {
  const files = manifest.translations?.resources ?? new Map<string, string>();
  const read = (locale: string): Messages => JSON.parse(readFileSync(files.get(locale) ?? '', 'utf8')) as Messages;
  const messages: Record<Language, Messages> = { en: read('en-US'), fr: read('fr-FR') };
  return (key, language) => {
    const found = key
      .split('.')
      .reduce<string | Messages | undefined>(
        (at, part) => (typeof at === 'object' ? at[part] : undefined),
        messages[language],
      );
    if (typeof found !== 'string') throw new Error(`the manifest names ${key}, which the ${language} texts lack`);
    return found;
  };
}

/** The text of `{i18n: key}` or a plain string. */
export function textIn(
  value: unknown,
  language: Language,
  translate: (key: string, language: Language) => string,
): string {
  if (typeof value === 'string') return value;
  return translate((value as { i18n: string }).i18n, language);
}

/**
 * A formatter of the manifest as a function of the value. Jira expressions of this kind (comparisons and conditions) are
 * JavaScript too; the manifest is this project's own file.
 */
export function formatterOf(rawModule: Readonly<Record<string, unknown>>): (value: unknown) => string {
  const view = rawModule['view'] as { formatter?: { expression?: string } } | undefined;
  const expression = view?.formatter?.expression;
  if (expression === undefined) return textOf;
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  const evaluate = new Function('value', `return (${expression})`) as (value: unknown) => unknown;
  return (value) => textOf(evaluate(value ?? null));
}

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? value.toString() : '';
