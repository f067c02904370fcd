/** *Your month with us* in the browser: made, read, switched, saved, printed; in both languages, themes and widths. */
import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import { accessibilityProblems } from './accessibility';
import { describeInBrowser } from './describe-in-browser';
import { downloadText } from './download-text';
import { framesReady, moduleFrame, openSite, type OpenSite } from './local-site';

jest.setTimeout(120_000);

const board = (page: Page) => moduleFrame(page, 'sla-board');
const letter = (page: Page) => board(page).locator('.month-letter');

/** Opens the page of an organization and waits until all of it is there. */
async function openMonth(page: Page, organization: string): Promise<void> {
  await page.goto('/board');
  await framesReady(page);
  await board(page)
    .getByRole('button', { name: /A customer’s month|Le mois d’un client/ })
    .click();
  const choice = board(page).getByRole('combobox', { name: /^Organization|^Organisation/ });
  await choice.selectOption({ label: organization });
  await letter(page).getByRole('heading', { name: organization }).waitFor();
  await complete(page);
}

/** Printing and saving are offered once all of it is there. */
async function complete(page: Page): Promise<void> {
  await board(page).locator('.button-primary:not([disabled])').waitFor();
}

const MONTHS = new Map([
  ['nov.', '11'],
  ['déc.', '12'],
]);

/** The first sheet, in points, on which the browser prints what the board's frame shows. */
async function paperOf(page: Page): Promise<{ width: number; height: number }> {
  const root = board(page).locator('html');
  const [address, text] = [await root.evaluate(() => location.href), await root.evaluate((html) => html.outerHTML)];
  const print = await page.context().newPage();
  // The frame alone, as window.print() takes it: without its scripts, with its styles.
  await print.route(address, (route) =>
    route.fulfill({ contentType: 'text/html', body: text.replace(/<script[^]*?<\/script>/g, '') }),
  );
  await print.goto(address);
  const pdf = (await print.pdf({ preferCSSPageSize: true })).toString('latin1');
  await print.close();
  const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
  return { width: Number(width), height: Number(height) };
}

/** What a French page shows in a cell, as its CSV has it: an instant that sorts, nothing for a dash, numbers unspaced. */
function asSaved(shown: string): string {
  if (shown === '–') return '';
  const instant = /^(\d+)\s(\S+)\s(\d{4}),\s(\d+)\sh\s(\d\d)$/.exec(shown);
  if (instant === null) return /^[\d\s]+$/.test(shown) ? shown.replace(/\s/g, '') : shown;
  const [, day = '', month = '', year = '', hours = '', minutes = ''] = instant;
  return `${year}-${MONTHS.get(month) ?? month}-${day.padStart(2, '0')} ${hours.padStart(2, '0')}:${minutes}`;
}

async function asAgent(
  open: OpenSite,
  { language, theme, width }: { language: 'en' | 'fr'; theme: string; width: number },
) {
  const entered = await open.enter({ language, width });
  entered.page.setDefaultTimeout(10_000);
  await entered.context.addCookies(
    Object.entries({ person: 'agent', language, theme }).map(([name, value]) => ({
      name,
      value,
      url: open.site.origin,
    })),
  );
  return entered;
}

describeInBrowser('a month', () => {
  let open: OpenSite;
  beforeAll(async () => {
    open = await openSite();
  });
  afterAll(() => open.close());

  it("is made when it is asked for, in the site's language, and is read in the other at a click", async () => {
    const { page, complaints } = await asAgent(open, { language: 'en', theme: 'light', width: 1280 });
    await openMonth(page, 'Cégep des Îles');
    expect(await letter(page).getAttribute('lang')).toBe('fr-CA');
    await letter(page).getByText('Votre mois avec nous').waitFor();
    await board(page).getByRole('button', { name: 'English' }).click();
    await letter(page).getByText('Your month with us').waitFor();
    expect(await letter(page).getAttribute('lang')).toBe('en-CA');
    await board(page).getByRole('button', { name: 'Back' }).click();
    await board(page).getByRole('heading', { name: 'Open incidents' }).waitFor();
    expect(complaints.take()).toEqual([]);
  });

  it('says so where an organization had no request in it', async () => {
    const { page } = await asAgent(open, { language: 'en', theme: 'light', width: 1280 });
    await openMonth(page, 'Musée de l’Estuaire');
    await letter(page).getByText('aucune demande de cette organisation').waitFor();
  });

  it('is saved as a CSV that, reopened, is the table that is shown', async () => {
    const { page } = await asAgent(open, { language: 'fr', theme: 'light', width: 1280 });
    await openMonth(page, 'Cégep des Îles');
    await board(page).getByRole('combobox', { name: 'Mois' }).selectOption('2025-12');
    await letter(page).getByText('décembre 2025').first().waitFor();
    await complete(page);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      board(page).getByRole('button', { name: 'Demandes en CSV' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^cadran-2025-12-\d+-requests\.csv$/);
    const text = await downloadText(file);
    expect(text.startsWith('\uFEFF')).toBe(true);
    const saved = Papa.parse<string[]>(text.slice(1), { delimiter: ';', skipEmptyLines: true }).data;
    const table = letter(page).getByRole('region', { name: 'Demandes' }).getByRole('table');
    const shown = await table
      .locator('tr')
      .evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent)));
    expect(saved).toEqual(shown.map((row) => row.map(asSaved)));
    expect(saved.length).toBeGreaterThan(1);
  });

  it('prints the page and nothing around it, on white, whatever the theme', async () => {
    const { page } = await asAgent(open, { language: 'fr', theme: 'dark', width: 1280 });
    await openMonth(page, 'Cégep des Îles');
    await page.emulateMedia({ media: 'print' });
    expect(await board(page).locator('.month-toolbar').isVisible()).toBe(false);
    expect(await letter(page).isVisible()).toBe(true);
    const colour = await letter(page)
      .locator('.month-lead p')
      .first()
      .evaluate((sentence) => getComputedStyle(sentence).color);
    expect(colour).toBe('rgb(0, 0, 0)');
  });

  it('lies on its side on paper, and the board stands upright, also after it', async () => {
    const { page } = await asAgent(open, { language: 'en', theme: 'light', width: 1280 });
    await openMonth(page, 'Cégep des Îles');
    const month = await paperOf(page);
    expect(month.width).toBeGreaterThan(month.height);
    await board(page).getByRole('button', { name: 'Back' }).click();
    await board(page).getByRole('heading', { name: 'Open incidents' }).waitFor();
    const whole = await paperOf(page);
    expect(whole.width).toBeLessThan(whole.height);
  });

  it('calls the browser’s print, of its own frame', async () => {
    const { page } = await asAgent(open, { language: 'en', theme: 'light', width: 1280 });
    await openMonth(page, 'Cégep des Îles');
    const printed = await board(page)
      .locator('body')
      .evaluate(() => {
        let times = 0;
        window.print = () => (times += 1);
        document.querySelector<HTMLElement>('.month-toolbar .button-primary')?.click();
        return times;
      });
    expect(printed).toBe(1);
  });

  it('is walked with the keyboard alone', async () => {
    const { page } = await asAgent(open, { language: 'en', theme: 'light', width: 1280 });
    await openMonth(page, 'Cégep des Îles');
    await board(page).getByRole('button', { name: 'Back' }).focus();
    const stops: string[] = [];
    for (let stop = 0; stop < 10; stop += 1) {
      await page.keyboard.press('Tab');
      stops.push(
        await board(page)
          .locator(':focus')
          .evaluate((at) => at.getAttribute('aria-labelledby') ?? at.textContent),
      );
    }
    expect(stops.slice(2, 7)).toEqual(['English', 'Français', 'Requests as CSV', 'Figures as CSV', 'Print']);
    expect(new Set(stops.slice(7)).size).toBe(3);
  });

  it.each([
    ['en', 'light', 1280],
    ['fr', 'dark', 1280],
    ['fr', 'light', 320],
    ['en', 'dark', 360],
  ] as const)('has no barrier in %s, %s, %d px wide', async (language, theme, width) => {
    const { page, complaints } = await asAgent(open, { language, theme, width });
    await openMonth(page, 'Cégep des Îles');
    expect(await accessibilityProblems(page)).toEqual([]);
    const tooWide = await board(page)
      .locator('body')
      .evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(tooWide).toBeLessThanOrEqual(0);
    expect(complaints.take()).toEqual([]);
  });
});
