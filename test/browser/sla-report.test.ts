import type { FrameLocator, Locator, Page } from 'playwright-core';
import { accessibilityProblems } from './accessibility';
import { describeInBrowser } from './describe-in-browser';
import { framesReady, moduleFrame, openSite, type OpenSite } from './local-site';

jest.setTimeout(120_000);

/** Opens the board's reports; `first` is the name of the button that leads there. */
async function openReports(page: Page, first: string): Promise<FrameLocator> {
  await page.goto('/board');
  await framesReady(page);
  const board = moduleFrame(page, 'sla-board');
  await board.getByRole('button', { name: first }).click();
  await board.locator('.figures').nth(1).waitFor();
  return board;
}

describeInBrowser('the reports of the board', () => {
  let open: OpenSite;
  beforeAll(async () => {
    open = await openSite();
  });
  afterAll(() => open.close());

  it('come in a bundle of their own, for who opens them', async () => {
    const { page } = await open.enter();
    const scripts: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('.js')) scripts.push(request.url());
    });
    await page.goto('/as/agent?to=/board');
    await framesReady(page);
    expect(scripts.filter((url) => url.includes('report-page'))).toEqual([]);
    await openReports(page, 'Reports');
    expect(scripts.filter((url) => url.includes('report-page'))).toHaveLength(1);
  });

  it('add up to what the seed lived through, chart and table alike, and open to the tickets', async () => {
    const { page, complaints } = await open.enter();
    await page.goto('/as/agent');
    const board = await openReports(page, 'Reports');
    const total = board.locator('.figures').first().locator('.figures-total');
    // Resolved in December: SUP-2 and SUP-8 in time, SUP-3 late; SUP-4 was opened again.
    expect((await total.innerText()).replace(/\s+/g, ' ')).toMatch(/^All 10 2 1 0 0 0 66\.6 % 66\.6 % /);
    expect(await board.locator('.chart').first().locator('.chart-bar path').count()).toBe(3);
    await total.getByRole('button', { name: '1: Missed, All. Show the tickets' }).click();
    const behind = board.locator('.report-tickets');
    await behind.getByRole('link', { name: /^SUP-3 / }).waitFor();
    expect(await behind.locator('li').count()).toBe(1);
    await behind.getByRole('button', { name: 'Close' }).click();

    await board.getByRole('button', { name: 'Response' }).click();
    expect((await total.innerText()).replace(/\s+/g, ' ')).toMatch(/^All 10 9 1 0 0 0 90 % 90 % /);
    await board.getByRole('button', { name: 'Plan' }).click();
    await board.locator('.figures').first().getByRole('rowheader', { name: 'PLUS' }).waitFor();
    await board.getByLabel('Priority').selectOption('P1');
    await board.locator('.figures').first().getByRole('rowheader', { name: 'PLUS' }).waitFor();
    expect(complaints.take()).toEqual([]);
  });

  it('open every figure of a row and every tile to the tickets behind it', async () => {
    const { page, complaints } = await open.enter();
    await page.goto('/as/agent');
    const board = await openReports(page, 'Reports');
    const total = board.locator('.figures').first().locator('.figures-total');
    const behind = board.locator('.report-tickets');
    const opened = async (button: Locator): Promise<string> => {
      await button.click();
      await behind.locator('li').first().waitFor();
      const keys = (await behind.locator('li .key').allInnerTexts()).sort().join(' ');
      await behind.getByRole('button', { name: 'Close' }).click();
      return keys;
    };
    const share = total.locator('.figure-kept').getByRole('button');
    expect(await opened(share)).toBe('SUP-2 SUP-3 SUP-8');
    expect(await opened(total.locator('.figure-kept-without').getByRole('button'))).toBe('SUP-2 SUP-3 SUP-8');
    for (const late of await total.locator('.figure-late').getByRole('button').all()) {
      expect(await opened(late)).toBe('SUP-3');
    }
    expect((await opened(total.locator('.figure-tickets').getByRole('button'))).split(' ')).toHaveLength(10);
    const tiles = await board.locator('.tiles').getByRole('button').all();
    const ofTiles: string[] = [];
    for (const tile of tiles) ofTiles.push(await opened(tile));
    expect(ofTiles).toEqual(['SUP-2 SUP-3 SUP-8', 'SUP-2 SUP-3 SUP-8', 'SUP-3', 'SUP-3']);
    expect(complaints.take()).toEqual([]);
  });

  it('open an organization, by its name, to its own page of the month', async () => {
    const { page, complaints } = await open.enter();
    await page.goto('/as/agent');
    const board = await openReports(page, 'Reports');
    const name = board.locator('.figures').first().getByRole('rowheader').getByRole('button').first();
    const organization = await name.innerText();
    await name.click();
    await board.locator('.month-letter').getByRole('heading', { name: organization, level: 1 }).waitFor();
    expect(complaints.take()).toEqual([]);
  });

  it.each(['light', 'dark'])('write the axes of their charts in the ink of the %s theme', async (theme) => {
    const { page, context } = await open.enter();
    await context.addCookies([{ name: 'theme', value: theme, url: open.site.origin }]);
    await page.goto('/as/agent');
    const board = await openReports(page, 'Reports');
    const ink = await board
      .locator('.tiles .subtle')
      .first()
      .evaluate((words) => getComputedStyle(words).color);
    const fills = await board
      .locator('.chart text')
      .evaluateAll((texts) => [...new Set(texts.map((text) => getComputedStyle(text).fill))]);
    expect(fills).toEqual([ink]);
  });

  it('say so where a month has nothing in it, and keep the year below', async () => {
    const { page } = await open.enter();
    await page.goto('/as/agent');
    const board = await openReports(page, 'Reports');
    await board.getByRole('combobox', { name: 'Month', exact: true }).selectOption('2025-11');
    await board.getByLabel('Priority').selectOption('P1');
    await board.getByRole('heading', { name: 'Nothing ended in November 2025 yet' }).waitFor();
    const year = board.getByRole('region', { name: 'Promises met and missed by month' });
    await year.getByRole('rowheader', { name: 'December 2024' }).waitFor();
    expect(await year.locator('tbody tr').count()).toBe(12);
  });

  it.each([
    ['en', 'light', 1280, 'Reports'],
    ['fr', 'dark', 360, 'Rapports'],
  ] as const)(
    'have no barrier in %s, %s, %d px wide, and keep the security policy',
    async (language, theme, width, name) => {
      const { page, context, complaints } = await open.enter({ language, width });
      await context.addCookies(
        Object.entries({ person: 'agent', language, theme }).map(([key, value]) => ({
          name: key,
          value,
          url: open.site.origin,
        })),
      );
      const board = await openReports(page, name);
      expect(await accessibilityProblems(page)).toEqual([]);
      const tooWide = await board
        .locator('body')
        .evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(tooWide).toBeLessThanOrEqual(0);
      // Patterns, not colour alone: each outcome has a fill of its own.
      const fills = await board
        .locator('.chart-legend')
        .first()
        .locator('.swatch rect')
        .evaluateAll((list) => list.map((rect) => rect.getAttribute('fill')));
      expect(new Set(fills).size).toBe(3);
      expect(complaints.take()).toEqual([]);
    },
  );
});
