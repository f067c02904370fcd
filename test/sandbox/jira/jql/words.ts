/** The ~ operator: every word of the search is a word of the text; `pay*` finds by its beginning, "in quotes" a phrase. */

const WORD = /[\p{L}\p{N}]+\*?/gu;

export function matchesWords(text: string, search: string): boolean {
  const phrase = /^"(.*)"$/.exec(search)?.[1];
  if (phrase !== undefined) return text.toLowerCase().includes(phrase.toLowerCase());
  const words = new Set(text.toLowerCase().match(WORD));
  const wanted: readonly string[] = search.toLowerCase().match(WORD) ?? [];
  return wanted.every((word) =>
    word.endsWith('*') ? [...words].some((candidate) => candidate.startsWith(word.slice(0, -1))) : words.has(word),
  );
}
