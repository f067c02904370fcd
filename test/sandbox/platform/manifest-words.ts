/** The value as one of the words, an absent one as the first word; throws on any other, naming `place`. */
export function oneOf<T extends string>(value: unknown, words: readonly [T, ...T[]], place: string): T {
  if (value === undefined) return words[0];
  const found = words.find((word) => word === value);
  if (found === undefined) throw new Error(`${place} must be one of ${words.join(', ')}.`);
  return found;
}
