import { useCallback, useEffect, useMemo, useState } from 'react';
import type { AdminPageView } from '../../src/contract/admin-page';
import { draftFromText, draftToText, layDraft, withoutStep, withStep, type Draft, type LaidDraft } from './draft';
import type { Step } from './step';

const KEY = 'cadran.admin-page.draft';

export interface DraftHandle {
  readonly laid: LaidDraft;
  /** The version in force, where the draft was begun on another one and the admin has not looked at that yet. */
  readonly movedTo: number | null;
  readonly add: (...steps: readonly Step[]) => void;
  readonly undo: (steps: readonly Step[]) => void;
  readonly discard: () => void;
  /** Takes the version in force as the draft's base; steps that no longer fit go. */
  readonly settle: () => void;
}

/** The admin's draft, kept in this browser until it is published or discarded. */
export function useDraft({ document, published }: AdminPageView): DraftHandle {
  const version = published?.version ?? null;
  const [draft, setDraft] = useState<Draft>(() => stored() ?? { baseVersion: version, steps: [] });
  const laid = useMemo(() => layDraft(document, draft.steps), [document, draft.steps]);

  useEffect(() => {
    store(draft);
  }, [draft]);

  const add = useCallback(
    (...steps: readonly Step[]) => {
      setDraft((before) => {
        const base = before.steps.length === 0 ? { ...before, baseVersion: version } : before;
        return steps.reduce((next, step) => withStep(next, document, step), base);
      });
    },
    [document, version],
  );
  const undo = useCallback((steps: readonly Step[]) => {
    setDraft((before) => steps.reduce(withoutStep, before));
  }, []);
  const discard = useCallback(() => {
    setDraft({ baseVersion: version, steps: [] });
  }, [version]);
  const settle = useCallback(() => {
    setDraft({ baseVersion: version, steps: laid.steps });
  }, [version, laid]);

  const isMoved = draft.steps.length > 0 && draft.baseVersion !== version;
  return { laid, movedTo: isMoved ? version : null, add, undo, discard, settle };
}

/** A browser may refuse storage to a frame; the draft then lives as long as the page. */
function stored(): Draft | null {
  try {
    return draftFromText(sessionStorage.getItem(KEY));
  } catch {
    return null;
  }
}

function store(draft: Draft): void {
  try {
    if (draft.steps.length === 0) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, draftToText(draft));
  } catch {
    // As above.
  }
}
