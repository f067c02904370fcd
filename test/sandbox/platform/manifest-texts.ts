import { readFileSync } from 'node:fs';
import { getTranslationValue, type TranslationResourceContent } from '@forge/i18n';
import { isObject } from './json';
import type { Manifest } from './manifest';

/**
 * A text of the manifest (a title, a field's name) in a locale: the string itself, or what `{i18n: key}` names in the
 * locale's file, else in the default one, else the key. `fr-CA` is no locale of Forge's and so reads the default.
 */
export function manifestText(translations: Manifest['translations'], value: unknown, locale?: string): string {
  if (typeof value === 'string') return value;
  if (!isObject(value) || typeof value['i18n'] !== 'string') return '';
  const key = value['i18n'];
  const fallback = translations?.fallback['default'];
  for (const candidate of [locale, fallback]) {
    const file = typeof candidate === 'string' ? translations?.resources.get(candidate) : undefined;
    if (file === undefined) continue;
    const content = JSON.parse(readFileSync(file, 'utf8')) as TranslationResourceContent;
    const text = getTranslationValue({ [candidate as 'en-US']: content }, key, candidate as 'en-US');
    if (text !== null) return text;
  }
  return key;
}
