/** Whatever a customer can be told, in both languages: plain words, never shouted, in short sentences. */
import en from '../../../src/i18n/en-US.json';
import fr from '../../../src/i18n/fr-FR.json';

type Tree = string | { readonly [key: string]: Tree };

const textsIn = (tree: Tree, at: string): (readonly [string, string])[] =>
  typeof tree === 'string'
    ? [[at, tree]]
    : Object.entries(tree).flatMap(([key, value]) => textsIn(value, `${at}.${key}`));

const messages = [
  ...textsIn(en.customerPanel, 'en.customerPanel'),
  ...textsIn(fr.customerPanel, 'fr.customerPanel'),
  ...textsIn(en.requestForm, 'en.requestForm'),
  ...textsIn(fr.requestForm, 'fr.requestForm'),
];

test('there are messages to read', () => {
  expect(messages.length).toBeGreaterThan(200);
});

test.each<[string, RegExp]>([
  ['nothing is shouted', /\b\p{Lu}{3,}\b|!/u],
  ['nothing is said in the engine’s words', /breach|threshold|\bSLA\b|ticket|billet|null|undefined|seuil|%/i],
])('%s', (_, shouted) => {
  const words = messages.map(([key, text]) => [key, text.replaceAll(/\{\w+\}/g, '')] as const);
  expect(words.filter(([, text]) => shouted.test(text))).toEqual([]);
});

test('sentences are short', () => {
  const long = messages.filter(([, text]) =>
    text.split(/(?<=[.!?:])\s/).some((sentence) => sentence.split(/\s+/).length > 20),
  );
  expect(long).toEqual([]);
});
