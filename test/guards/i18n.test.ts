import { placeholdersOf } from '../../src/i18n/message';
import english from '../../src/i18n/en-US.json';
import french from '../../src/i18n/fr-FR.json';

type Leaf = readonly [key: string, text: unknown];

/** Every text with its dotted key; a plural's forms count under their own names. */
function leaves(node: unknown, path: readonly string[] = []): Leaf[] {
  if (typeof node !== 'object' || node === null) return [[path.join('.'), node]];
  return Object.entries(node).flatMap(([key, child]) => leaves(child, [...path, key]));
}

/** What is no text counts as empty; its own test finds it. */
const wordsOf = (text: unknown): string => (typeof text === 'string' ? text : '');

/** Plural forms of one message: French may need `many` where English has no such category. */
const PLURAL_FORM = /\.(?:zero|one|two|few|many|other)$/;

const texts = { 'en-US': new Map(leaves(english)), 'fr-FR': new Map(leaves(french)) };
const messagesOf = (language: keyof typeof texts): string[] => [
  ...new Set([...texts[language].keys()].map((key) => key.replace(PLURAL_FORM, ''))),
];

describe('the messages of both languages', () => {
  it('have the same keys', () => {
    expect(messagesOf('fr-FR').sort()).toEqual(messagesOf('en-US').sort());
  });

  it.each(['en-US', 'fr-FR'] as const)('are all texts with something in them: %s', (language) => {
    const empty = [...texts[language]].filter(([, text]) => typeof text !== 'string' || text.trim() === '');
    expect(empty).toEqual([]);
  });

  it('have the same placeholders', () => {
    const different = [...texts['en-US']].flatMap(([key, text]) => {
      const other = texts['fr-FR'].get(key);
      if (other === undefined) return [];
      const [here, there] = [placeholdersOf(wordsOf(text)), placeholdersOf(wordsOf(other))];
      return here.join() === there.join() ? [] : [{ key, here, there }];
    });
    expect(different).toEqual([]);
  });

  it.each(['en-US', 'fr-FR'] as const)('spell plurals with a form for every other number: %s', (language) => {
    const keys = [...texts[language].keys()];
    const withForms = keys.filter((key) => /\.(?:zero|one|two|few|many)$/.test(key));
    const withoutOther = withForms.filter((key) => !keys.includes(key.replace(PLURAL_FORM, '.other')));
    expect(withoutOther).toEqual([]);
  });

  it('leave no English behind in French', () => {
    const same = [...texts['en-US']]
      .filter(([key, text]) => texts['fr-FR'].get(key) === text && !ALIKE_IN_BOTH.has(wordsOf(text)))
      .filter(([, text]) => /[A-Za-z]{3}/.test(wordsOf(text).replaceAll(/\{\w+\}|<\/?b>/g, '')))
      .map(([key]) => key);
    expect(same).toEqual([]);
  });
});

/** Words that are rightly the same in both languages. */
const ALIKE_IN_BOTH = new Set([
  'Actions',
  'Cadran',
  'Impact',
  'Plan',
  'Organisation',
  'Source',
  'Date',
  'Total',
  'Version {version}',
  'Versions',
]);
