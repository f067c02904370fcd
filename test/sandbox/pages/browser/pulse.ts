const EVERY_MILLIS = 2_000;

interface Pulse {
  now: number;
  revision: string;
}

/**
 * Asks the site now and then whether anything changed, and if so takes the parts marked `data-live` of the page from the
 * server anew. Frames are in none of them and go on undisturbed.
 */
export function startPulse(): void {
  let known: string | null = null;
  const look = async (): Promise<void> => {
    if (document.hidden) return;
    const { revision } = (await (await fetch('/site/pulse')).json()) as Pulse;
    if (known !== null && revision !== known) await refresh();
    known = revision;
  };
  const again = (): void => {
    // A site that is being restarted answers later; a page left open must not fill the console meanwhile.
    look()
      .catch(() => undefined)
      .finally(() => setTimeout(again, EVERY_MILLIS));
  };
  again();
}

async function refresh(): Promise<void> {
  const response = await fetch(location.href);
  if (!response.ok) return;
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
  for (const part of document.querySelectorAll<HTMLElement>('[data-live]')) {
    const next = fresh.getElementById(part.id);
    if (next === null || next.innerHTML === part.innerHTML || isInUse(part)) continue;
    const open = [...part.querySelectorAll('details')].map((details) => details.open);
    part.innerHTML = next.innerHTML;
    [...part.querySelectorAll('details')].forEach((details, index) => (details.open = open[index] ?? details.open));
  }
}

/** Whoever is choosing or writing in a part of the page keeps it as it is. */
const isInUse = (part: HTMLElement): boolean => part.contains(document.activeElement);
