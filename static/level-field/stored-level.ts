import type { LevelView } from '../../src/contract/level';

/** What is stored in the field, against the policy: a level, nothing, or a key that the policy does not know (any more). */
export type StoredLevel =
  | { readonly kind: 'level'; readonly level: LevelView }
  | { readonly kind: 'unset' }
  | { readonly kind: 'unknown'; readonly key: string };

/** Finds the stored key among the levels of the published policy. */
export function storedLevel(levels: readonly LevelView[], key: string | null): StoredLevel {
  if (key === null) return { kind: 'unset' };
  const level = levels.find((candidate) => candidate.key === key);
  return level === undefined ? { kind: 'unknown', key } : { kind: 'level', level };
}
