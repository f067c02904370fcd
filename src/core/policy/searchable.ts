/** A text as people look for it: without accents, case or surrounding space. */
export function searchable(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();
}
