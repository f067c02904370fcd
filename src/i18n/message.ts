import type { Language } from '../core/policy/text';
import { unbroken } from './format';
import { intlLocaleOf } from './reader';

/** A message with a form for each plural category that a language tells apart (`one`, `many`, `other`). */
export type PluralMessage = { readonly [category: string]: string } & { readonly other: string };

/** Messages by key, nested as in the JSON files. */
export interface MessageTree {
  readonly [key: string]: string | MessageTree;
}

/** The dotted keys of a message tree: `agentPanel.empty.title`. A plural message counts as one key. */
export type MessageKey<Messages> = {
  [K in keyof Messages & string]: Messages[K] extends string | { readonly other: string }
    ? K
    : `${K}.${MessageKey<Messages[K]>}`;
}[keyof Messages & string];

/**
 * Values for placeholders, already worded. `count` alone is an amount: it chooses the plural form and is written as the
 * reader writes numbers. Any other number stands as it is, as versions, lines of a file and years do.
 */
export type MessageValues = Readonly<Record<string, string | number>>;

export type Translate<Messages> = (key: MessageKey<Messages>, values?: MessageValues) => string;

/** Both languages of the same tree; English gives the type, so that a key missing in French does not compile. */
export type MessageSet<Messages> = Readonly<Record<Language, Messages>>;

/**
 * Looks messages up and fills `{placeholders}` in one language. Where the message has plural forms, `values.count` chooses
 * the form by the language's own rules, and `other` stands for a category the language file does not spell out.
 *
 * @param intlLocale how the count is written; without a reader's own region, Canadian French or US English
 * @throws {MessageError} for an unknown key or a placeholder without a value: faults of the caller, never of the reader.
 * @example createTranslate('en', messages)('board.open', { count: 5000 }) // '5,000 open tickets'
 */
export function createTranslate<Messages>(
  language: Language,
  messages: MessageSet<Messages>,
  intlLocale: string = intlLocaleOf(language),
): Translate<Messages> {
  const tree: unknown = messages[language];
  const plurals = new Intl.PluralRules(language);
  const amounts = new Intl.NumberFormat(intlLocale, { maximumFractionDigits: 10 });
  const text = (found: string, values: MessageValues, key: string): string => {
    const { count } = values;
    const worded = typeof count === 'number' ? { ...values, count: unbroken(amounts.format(count)) } : values;
    return fill(withEmphasis(language === 'fr' ? frenchSpaces(found) : found), worded, key);
  };
  return (key, values = {}) => {
    const found = lookUp(tree, key);
    if (typeof found === 'string') return text(found, values, key);
    const { count } = values;
    if (isPlural(found) && typeof count === 'number') {
      return text(found[plurals.select(count)] ?? found.other, values, key);
    }
    throw new MessageError(`No message "${key}" in ${language}`);
  };
}

/**
 * What stands for a message's own `<b>` and `</b>` in its text: private-use characters, so that a `<b>` in a value (a name,
 * say) stays the text that it is.
 */
export const EMPHASIS = { from: '\uE001', to: '\uE002' } as const;

function withEmphasis(text: string): string {
  return text.replaceAll('<b>', EMPHASIS.from).replaceAll('</b>', EMPHASIS.to);
}

/** A message that cannot be made: an unknown key, or a placeholder without a value. */
export class MessageError extends Error {
  override readonly name = 'MessageError';
}

/** The placeholders of a message's text, each once, sorted: `['count', 'name']`. */
export function placeholdersOf(text: string): string[] {
  return [...new Set([...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? ''))].sort();
}

const PLACEHOLDER = /\{(\w+)\}/g;

function fill(text: string, values: MessageValues, key: string): string {
  return text.replace(PLACEHOLDER, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) throw new MessageError(`Message "${key}" needs a value for {${name}}`);
    return String(value);
  });
}

/** French puts a space before a colon and inside guillemets, at which no line may break. */
function frenchSpaces(text: string): string {
  return text.replace(/ (?=[:»])|(?<=«) /g, '\u00A0');
}

function lookUp(tree: unknown, key: string): unknown {
  return key.split('.').reduce<unknown>((node, part) => (isTree(node) ? node[part] : undefined), tree);
}

function isTree(node: unknown): node is Record<string, unknown> {
  return typeof node === 'object' && node !== null;
}

function isPlural(node: unknown): node is PluralMessage {
  return isTree(node) && typeof node['other'] === 'string';
}
