import { useEffect } from 'react';
import type { DraftHandle } from './use-draft';

/** Ctrl+Z (⌘Z) takes the last change back, with Shift forward again; within a field the browser's own undo stays. */
export function useUndoKeys({ back, forward }: DraftHandle): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyping(event.target)) return;
      const key = event.key.toLowerCase();
      const move = key === 'y' || (key === 'z' && event.shiftKey) ? forward : key === 'z' ? back : null;
      if (move === null) return;
      event.preventDefault();
      move();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [back, forward]);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type !== 'checkbox');
}
