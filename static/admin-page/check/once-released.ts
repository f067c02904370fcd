let isPressed = false;

for (const kind of ['pointerdown', 'pointerup', 'pointercancel'] as const) {
  window.addEventListener(kind, () => (isPressed = kind === 'pointerdown'), { capture: true });
}

/**
 * Runs it now or, while a pointer is pressed, right after the click that it ends in: whoever leaves a field by pressing a
 * button would otherwise lose the click to the page that moves under it.
 */
export function onceReleased(run: () => void): void {
  if (!isPressed) {
    run();
    return;
  }
  const abort = new AbortController();
  for (const kind of ['pointerup', 'pointercancel']) {
    window.addEventListener(
      kind,
      () => {
        abort.abort();
        setTimeout(run);
      },
      { capture: true, signal: abort.signal },
    );
  }
}
