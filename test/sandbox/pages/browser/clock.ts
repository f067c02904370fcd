const SECOND = 1_000;

/** Moves the site's clock on between two looks at the server: the site runs at real speed. */
export function startClock(): void {
  setInterval(() => {
    const time = document.querySelector<HTMLElement>('.clock-time');
    if (time === null) return;
    const { now, locale, zone } = time.dataset;
    // A swapped-in clock carries the server's newer time and no start of its own yet.
    time.dataset['since'] ??= String(performance.now());
    const at = Number(now) + performance.now() - Number(time.dataset['since']);
    const format = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: zone });
    // No-break spaces, as everywhere a figure stands.
    const shown = format.format(at).replace(/\s/g, '\u00a0');
    if (time.textContent !== shown) time.textContent = shown;
  }, SECOND);
}
