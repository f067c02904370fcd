import { readFileSync } from 'node:fs';
import type { Frame, Page } from 'playwright-core';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface AxeWindow {
  axe: {
    run(
      context: Document,
      options: unknown,
    ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>;
  };
}

/** Violations of WCAG 2.2 A and AA in a page and in each of its frames, one line each; axe-core judges. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  const problems: string[] = [];
  for (const frame of page.frames()) problems.push(...(await problemsIn(frame, frame === page.mainFrame())));
  return problems;
}

async function problemsIn(frame: Frame, isWholePage: boolean): Promise<string[]> {
  // A frame lets the page around it show through, which axe, looking at the frame alone, would take for white.
  if (!isWholePage) await frame.evaluate(() => (document.documentElement.style.background = 'var(--ds-surface)'));
  await frame.evaluate(AXE);
  const violations = await frame.evaluate(async (whole) => {
    const { axe } = window as unknown as AxeWindow;
    const result = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      iframes: false,
      // A frame is a part of a page: the page around it has the title, the first heading and the landmarks.
      rules: whole
        ? {}
        : {
            'page-has-heading-one': { enabled: false },
            region: { enabled: false },
            'landmark-one-main': { enabled: false },
          },
    });
    return result.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
    );
  }, isWholePage);
  return violations.map((violation) => `${new URL(frame.url()).pathname} ${violation}`);
}
