import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { AdminPageView } from '../../../src/contract/admin-page';
import { useExtension } from '../../shared/surface-context';
import { draftFromText, draftToText, layDraft, withoutStep, withStep, type Draft, type LaidDraft } from './draft';
import { changedTo, historyOf, redone, undone, type DraftHistory } from './draft-history';
import type { Step } from './step';

export interface DraftHandle {
  readonly laid: LaidDraft;
  /** The version in force, where the draft was begun on another one and the admin has not looked at that yet. */
  readonly movedTo: number | null;
  /** The version that the draft was begun on; null before the first publication. */
  readonly begunOn: number | null;
  readonly add: (...steps: readonly Step[]) => void;
  readonly undo: (steps: readonly Step[]) => void;
  /** The last change back, and forward again; null where there is none. */
  readonly back: (() => void) | null;
  readonly forward: (() => void) | null;
  readonly discard: () => void;
  /** It is in force now: nothing of it is left, to go back to either. */
  readonly clear: () => void;
  /** Takes the version in force as the draft's base; steps that no longer fit go. */
  readonly settle: () => void;
}

/**
 * The admin's draft, kept in this browser, on this site, until it is published or discarded: closing the page loses
 * nothing, and windows on the same site show the same draft.
 */
export function useDraft({ document: base, published }: AdminPageView): DraftHandle {
  const version = published?.version ?? null;
  const key = `cadran.admin-page.draft ${useExtension().siteUrl}`;
  const [history, setHistory] = useState(() => historyOf(stored(key) ?? { baseVersion: version, steps: [] }));
  // Several steps of one click, and one that leaving the page makes, each see the one before.
  const latest = useRef(history);
  const draft = history.present;
  const laid = useMemo(() => layDraft(base, draft.steps), [base, draft.steps]);

  const take = useCallback(
    (next: DraftHistory) => {
      latest.current = next;
      store(key, next.present);
      setHistory(next);
    },
    [key],
  );
  const change = useCallback(
    (to: (draft: Draft) => Draft) => {
      take(changedTo(latest.current, to(latest.current.present)));
    },
    [take],
  );
  useEffect(() => {
    const onStorage = (event: StorageEvent): void => {
      if (event.key !== key) return;
      const next = changedTo(latest.current, draftFromText(event.newValue) ?? { baseVersion: version, steps: [] });
      latest.current = next;
      setHistory(next);
    };
    // What is being typed is taken as a field's blur takes it.
    const onLeave = (): void => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    };
    window.addEventListener('storage', onStorage);
    window.addEventListener('pagehide', onLeave);
    return () => {
      window.removeEventListener('storage', onStorage);
      window.removeEventListener('pagehide', onLeave);
    };
  }, [key, version]);

  const add = useCallback(
    (...steps: readonly Step[]) => {
      change((before) => {
        const begun = before.steps.length === 0 ? { ...before, baseVersion: version } : before;
        return steps.reduce((next, step) => withStep(next, base, step), begun);
      });
    },
    [change, base, version],
  );
  const undo = useCallback(
    (steps: readonly Step[]) => {
      change((before) => steps.reduce((next, step) => withoutStep(next, base, step), before));
    },
    [change, base],
  );
  const discard = useCallback(() => {
    change(() => ({ baseVersion: version, steps: [] }));
  }, [change, version]);
  const clear = useCallback(() => {
    take(historyOf({ baseVersion: version, steps: [] }));
  }, [take, version]);
  const settle = useCallback(() => {
    change((before) => ({ baseVersion: version, steps: layDraft(base, before.steps).steps }));
  }, [change, base, version]);

  const isMoved = draft.steps.length > 0 && draft.baseVersion !== version;
  return {
    laid,
    movedTo: isMoved ? version : null,
    begunOn: draft.baseVersion,
    add,
    undo,
    back: history.past.length === 0 ? null : () => take(undone(latest.current)),
    forward: history.future.length === 0 ? null : () => take(redone(latest.current)),
    discard,
    clear,
    settle,
  };
}

/** A browser may refuse storage to a frame; the draft then lives as long as the page. */
function stored(key: string): Draft | null {
  try {
    return draftFromText(localStorage.getItem(key));
  } catch {
    return null;
  }
}

function store(key: string, draft: Draft): void {
  try {
    if (draft.steps.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, draftToText(draft));
  } catch {
    // As above.
  }
}
