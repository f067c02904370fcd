import type { Draft } from './draft';

/** A draft with the ones before it, to be gone back to, and those that were gone back from. */
export interface DraftHistory {
  readonly past: readonly Draft[];
  readonly present: Draft;
  readonly future: readonly Draft[];
}

/** As many steps back as anybody takes; what is older stays in the draft and can be undone in its list. */
const MAX_PAST = 200;

/** A history that begins here. */
export function historyOf(draft: Draft): DraftHistory {
  return { past: [], present: draft, future: [] };
}

/** Another draft takes the present one's place; where nothing differs, the history stays as it is. */
export function changedTo({ past, present, future }: DraftHistory, draft: Draft): DraftHistory {
  if (JSON.stringify(present) === JSON.stringify(draft)) return { past, present, future };
  return { past: [...past, present].slice(-MAX_PAST), present: draft, future: [] };
}

/** One change back. */
export function undone(history: DraftHistory): DraftHistory {
  const { past, present, future } = history;
  const before = past.at(-1);
  return before === undefined ? history : { past: past.slice(0, -1), present: before, future: [present, ...future] };
}

/** One change forward again. */
export function redone(history: DraftHistory): DraftHistory {
  const { past, present, future } = history;
  const [next, ...later] = future;
  return next === undefined ? history : { past: [...past, present], present: next, future: later };
}
