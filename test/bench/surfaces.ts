import { buildSurfaces, scriptGzipBytes } from '../../static/build';
import { moduleFrame, openSite } from '../browser/local-site';
import type { Target } from './target';

const KB = 1024;
const ROUNDS = 15;

/** What each surface's JavaScript may weigh after gzip, in KB; test/guards/bundle.test.ts holds the same. */
const BUDGETS: Readonly<Record<string, number>> = { 'agent-panel': 190, 'level-field': 90 };

/** The gzip size of each surface's JavaScript, in bytes, by the surface's name. */
export async function measureSurfaces(): Promise<Readonly<Record<string, number>>> {
  const built = await buildSurfaces();
  return Object.fromEntries(built.map((surface) => [`gzip ${surface.surface}`, scriptGzipBytes(surface)]));
}

/** The budgets of the agent panel and of the fields' editors. */
export function surfaceTargets(figures: Readonly<Record<string, number>>): readonly Target[] {
  return Object.entries(BUDGETS).map(([surface, budget]) => {
    const size = (figures[`gzip ${surface}`] ?? NaN) / KB;
    return {
      what: `${surface}: under ${budget} KB of JavaScript`,
      found: `${size.toFixed(1)} KB`,
      isMet: size < budget,
    };
  });
}

/** How long the agent panel takes to its first clock, in milliseconds, and what it asks of the server. */
export interface PanelFigures {
  readonly rounds: number;
  /** From the start of the frame's own load; `AfterLoad` from its end. */
  readonly medianMs: number;
  readonly slowestMs: number;
  readonly medianAfterLoadMs: number;
  readonly callsPerOpening: number;
}

/** Opens the panel in the local site again and again, each time in a new browser context with nothing cached. */
export async function measurePanel(): Promise<PanelFigures> {
  const open = await openSite();
  try {
    const times: { total: number; afterLoad: number }[] = [];
    let calls = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const { page, context } = await open.enter();
      await context.addInitScript(watchForClock);
      page.on('response', (response) => {
        if (!response.url().endsWith('/__forge/invoke')) return;
        void response.text().then((text) => (calls += text.includes('"clocks"') ? 1 : 0));
      });
      await page.goto('/as/agent?to=/browse/SUP-14');
      await moduleFrame(page, 'agent-panel').locator('.dial-large').waitFor();
      const frame = page.frames().find((candidate) => candidate.url().includes('/agent-panel/'));
      if (frame === undefined) throw new Error('no panel');
      times.push(
        await frame.evaluate(() => {
          const total = (window as unknown as { firstClock: number }).firstClock;
          const [load] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
          return { total, afterLoad: Math.max(0, total - (load?.loadEventEnd ?? 0)) };
        }),
      );
      await context.close();
    }
    const totals = times.map(({ total }) => total).sort((a, b) => a - b);
    const afterLoad = times.map((time) => time.afterLoad).sort((a, b) => a - b);
    return {
      rounds: ROUNDS,
      medianMs: totals[ROUNDS >> 1] ?? NaN,
      slowestMs: totals.at(-1) ?? NaN,
      medianAfterLoadMs: afterLoad[ROUNDS >> 1] ?? NaN,
      callsPerOpening: calls / ROUNDS,
    };
  } finally {
    await open.close();
  }
}

/** Runs in every frame before its own scripts: notes when the first dial stands in it. No inner name, which would be lost. */
function watchForClock(): void {
  new MutationObserver(() => {
    const seen = window as unknown as { firstClock?: number };
    if (document.querySelector('.dial-large') !== null) seen.firstClock ??= performance.now();
  }).observe(document, { childList: true, subtree: true });
}

/** What the panel has to keep. */
export function panelTargets({ medianAfterLoadMs, callsPerOpening }: PanelFigures): readonly Target[] {
  return [
    {
      what: 'panel: first clock within 500 ms of its load',
      found: `${medianAfterLoadMs.toFixed(0)} ms`,
      isMet: medianAfterLoadMs < 500,
    },
    { what: 'panel: one call to the server', found: callsPerOpening.toFixed(2), isMet: callsPerOpening === 1 },
  ];
}
