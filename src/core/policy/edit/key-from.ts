/** The schema's longest key. */
const MOST = 40;

/**
 * A key made of a name: `Très élevée` gives `tres-elevee`; a name already written as a key (`P1`, `BASE`) stays as it is.
 * Empty where the name has no letter or digit; numbered where the key is taken.
 *
 * @example
 * keyFrom('Critical', ['critical']) // => 'critical-2'
 */
export function keyFrom(name: string, taken: readonly string[]): string {
  const plain = name.normalize('NFD').replace(/\p{Mn}/gu, '');
  const isKey = /^[A-Z0-9]+$/.test(plain);
  const words = isKey ? plain : plain.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  const key = words.replace(/^-+|-+$/g, '').slice(0, MOST - 4);
  if (key === '' || !taken.includes(key)) return key;
  let number = 2;
  while (taken.includes(`${key}-${number}`)) number += 1;
  return `${key}-${number}`;
}

/** Whether a document takes the text for a key: letters, digits, `.`, `_` and `-`, a letter or digit first. */
export function isKey(text: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/.test(text) && !Object.hasOwn(Object.prototype, text);
}
