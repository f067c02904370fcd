import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { stagePlus } from '../../src/core/policy/presets/stage-plus';
import type { PolicyVersion } from '../../src/core/policy/document';
import { accessibilityProblems } from './accessibility';
import { describeInBrowser } from './describe-in-browser';
import { framesReady, moduleFrame, openSite, type Entered, type OpenSite } from './local-site';

jest.setTimeout(120_000);

const FEED = join(__dirname, '../fixtures/calendars/holidays-feed.ics');

describeInBrowser('the calendar editor', () => {
  let open: OpenSite;
  beforeAll(async () => {
    open = await openSite();
  });
  afterAll(() => open.close());

  interface Opened extends Entered {
    /** The whole surface, its bar of changes too. */
    readonly surface: Locator;
    readonly tab: Locator;
  }

  async function openCalendars(
    language: 'en' | 'fr' = 'en',
    theme: 'light' | 'dark' = 'light',
    width = 1280,
  ): Promise<Opened> {
    const entered = await open.enter({ language, width });
    await entered.context.addCookies(
      Object.entries({ person: 'admin', language, theme }).map(([name, value]) => ({
        name,
        value,
        url: open.site.origin,
      })),
    );
    await entered.page.goto('/admin');
    await framesReady(entered.page);
    const surface = moduleFrame(entered.page, 'admin-page').locator('body');
    const name = language === 'en' ? 'Calendars' : 'Calendriers';
    await surface.getByRole('tab', { name }).click();
    return { ...entered, surface, tab: surface.getByRole('tabpanel', { name }) };
  }

  const fold = (tab: Locator, name: string): Locator => tab.locator('summary').filter({ hasText: name });
  const labelOf = async (locator: Locator): Promise<string> =>
    ((await locator.getAttribute('aria-label')) ?? '').replace(/[\u00A0\u202F]/g, ' ');
  const chosenDay = (tab: Locator): Promise<string> => labelOf(tab.locator('.day[aria-current]'));
  const goTo = (tab: Locator, date: string): Promise<void> => tab.getByLabel('Go to a day').fill(date);

  async function type(field: Locator, text: string): Promise<void> {
    await field.fill(text);
    await field.blur();
  }

  async function takeQuebec(tab: Locator, from: string, to: string): Promise<void> {
    await fold(tab, 'By country and region').click();
    await tab.getByRole('combobox', { name: 'Country', exact: true }).selectOption({ label: 'Canada' });
    await tab.getByRole('combobox', { name: 'Region', exact: true }).selectOption({ label: 'Quebec' });
    await tab.getByLabel('From year').first().fill(from);
    await tab.getByLabel('To year').first().fill(to);
    await tab.getByRole('button', { name: 'Show holidays' }).click();
  }

  const published = (): PolicyVersion => {
    const versions = open.site
      .world()
      .stage.platform.peekValues()
      .filter(({ key }) => key.startsWith('policy:version:'));
    return versions.map(({ value }) => value as PolicyVersion).sort((a, b) => b.version - a.version)[0]!;
  };

  it('built by hand, one equals the preset’s, and is published', async () => {
    const { surface, tab, complaints } = await openCalendars();
    await tab.getByRole('button', { name: 'Add weekly hours' }).click();
    await type(tab.getByLabel('Name in English'), 'Business hours');
    await type(tab.getByLabel('Name in French'), 'Heures ouvrables');
    await type(tab.getByLabel('Time zone'), 'America/Toronto');
    await tab.getByLabel('Monday, opens').fill('08:30');
    await type(tab.getByLabel('Monday, closes'), '16:30');
    await tab.getByRole('button', { name: 'Copy to… (from Monday)' }).click();
    await tab.getByRole('button', { name: 'Copy', exact: true }).click();
    await takeQuebec(tab, '2023', '2032');
    await tab.getByRole('button', { name: 'Take these 82 days' }).click();
    await tab.getByText('Taken into the draft.').waitFor();

    await surface.getByRole('button', { name: 'Publish…' }).click();
    await surface.getByRole('button', { name: 'Publish', exact: true }).click();
    await surface.getByText('Version 2 is in force.').waitFor();
    expect(published().document.calendars['calendar-2']).toEqual(stagePlus().calendars['business-hours']);
    expect(complaints.take()).toEqual([]);
  });

  it('drawn with the mouse, moved and ended by keys, over midnight too, and undone', async () => {
    const { page, surface, tab } = await openCalendars();
    const saturday = tab.locator('.day-column').nth(5);
    await draw(page, saturday, 9 / 24, 12 / 24);
    const block = saturday.getByRole('button');
    expect(await labelOf(block)).toBe('Saturday, 9:00 AM – 12:00 PM');
    expect(await tab.getByLabel('Saturday, closes').inputValue()).toBe('12:00');

    await block.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Shift+ArrowUp');
    expect(await tab.getByLabel('Saturday, opens').inputValue()).toBe('09:15');
    expect(await tab.getByLabel('Saturday, closes').inputValue()).toBe('12:00');
    await draw(page, saturday, 22 / 24, 26 / 24);
    expect(await labelOf(saturday.getByRole('button').last())).toBe('Saturday, 10:00 PM – 2:00 AM the next day');
    expect(await tab.getByText('next day', { exact: true }).count()).toBe(1);

    await block.first().focus();
    await page.keyboard.press('Delete');
    expect(await saturday.getByRole('button').count()).toBe(1);
    await surface.getByRole('button', { name: 'See which' }).click();
    await surface.getByRole('button', { name: 'Undo Business hours, Saturday' }).click();
    expect(await saturday.getByRole('button').count()).toBe(0);
  });

  it('hours that make no sense are said, and not taken', async () => {
    const { tab } = await openCalendars();
    await tab.getByRole('button', { name: 'Add hours, Monday' }).click();
    await tab.getByLabel('Monday, opens').last().fill('10:00');
    await type(tab.getByLabel('Monday, closes').last(), '11:00');
    expect(await tab.getByText('Two stretches of a day overlap.').count()).toBe(1);
    expect(await tab.locator('.day-column').first().getByRole('button').count()).toBe(2);
    await type(tab.getByLabel('Time zone'), 'Mars/Olympus');
    await tab.getByText('No time zone is called “Mars/Olympus”.').waitFor();
  });

  it('the legal substitutes of 2029 appear: where they are taken from, in the picture and in the list', async () => {
    const { tab } = await openCalendars();
    await goTo(tab, '2029-06-25');
    expect(await chosenDay(tab)).toBe('Monday, June 25, 2029: National Holiday (substitute day), closed');
    const listed = await tab.getByRole('table', { name: 'Days that differ in 2029' }).innerText();
    expect(listed).toContain('Canada Day (substitute day), closed');
    await takeQuebec(tab, '2029', '2029');
    await tab.getByText('10 days', { exact: true }).waitFor();
    expect(await tab.getByText('Substitute day', { exact: true }).count()).toBe(2);
  });

  it('a holiday feed is imported, each entry left out named with its reason', async () => {
    const { tab } = await openCalendars();
    await fold(tab, 'From a calendar file').click();
    const form = tab.locator('form').filter({ hasText: 'Calendar file' });
    await form.locator('input[type="file"]').setInputFiles({
      name: 'feed.ics',
      mimeType: 'text/calendar',
      buffer: readFileSync(FEED),
    });
    await form.getByLabel('From year').fill('2026');
    await form.getByLabel('To year').fill('2027');
    await form.getByRole('button', { name: 'Read the file' }).click();
    await tab.getByText('6 entries were skipped').waitFor();
    expect(await tab.locator('.calendar-reasons li').allInnerTexts()).toEqual([
      'Veille de Noël en après-midi: it covers no whole day',
      'Pont de juillet: it is cancelled',
      'Semaine de formation: it repeats by a rule that is not understood',
      "Congé d'ailleurs: its time zone is not known",
      'Ancien congé: none of its days is in these years',
      'Commander un gâteau: it is no event',
    ]);
    await tab.getByRole('button', { name: 'Add these 9 days' }).click();
    await goTo(tab, '2026-12-30');
    expect(await chosenDay(tab)).toBe('Wednesday, December 30, 2026: Fermeture des Fêtes, closed');
    await goTo(tab, '2026-06-15');
    expect(await chosenDay(tab)).toBe('Monday, June 15, 2026: Inventaire, closed');
  });

  it('a day is found and given other hours by keys alone', async () => {
    const { page, tab } = await openCalendars();
    const today = tab.locator('.day[tabindex="0"]');
    await today.focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight']) await page.keyboard.press(key);
    expect(await chosenDay(tab)).toBe('Wednesday, December 24, 2025: 8:30 AM – 4:30 PM');
    await page.keyboard.press('Enter');
    await tab.getByRole('heading', { name: 'Wednesday, December 24, 2025' }).waitFor();
    await tab.getByRole('radio', { name: 'Other hours, on this day only' }).press('Space');
    await type(tab.getByLabel('Wednesday, December 24, 2025, closes'), '12:00');
    expect(await chosenDay(tab)).toBe('Wednesday, December 24, 2025: 8:30 AM – 12:00 PM instead of the usual hours');
    await tab.getByRole('button', { name: 'Remove Wednesday, December 24, 2025' }).press('Enter');
    expect(await chosenDay(tab)).toBe('Wednesday, December 24, 2025: 8:30 AM – 4:30 PM');
  });

  it('one that goals count on is not removed, and says which; a copy of it is', async () => {
    const { tab } = await openCalendars();
    await tab.getByRole('button', { name: 'Remove…' }).click();
    await tab.getByText('it is the policy’s default calendar').waitFor();
    await tab.getByRole('button', { name: 'Duplicate' }).click();
    await tab.getByRole('heading', { name: 'Business hours (copy)' }).waitFor();
    await tab.getByRole('button', { name: 'Remove…' }).click();
    await tab.getByRole('button', { name: 'Remove it in the draft' }).click();
    await tab.getByText('“Business hours (copy)” is removed in the draft.').waitFor();
    expect(await tab.getByRole('heading', { name: 'Business hours (copy)' }).count()).toBe(0);
  });

  it.each([
    ['en', 'light', 1280],
    ['fr', 'dark', 320],
    ['en', 'dark', 360],
    ['fr', 'light', 360],
  ] as const)('has no barrier and fits: %s, %s, %i px', async (language, theme, width) => {
    const { page, tab, complaints } = await openCalendars(language, theme, width);
    await fold(tab, language === 'en' ? 'By country' : 'Par pays').click();
    await tab.getByRole('button', { name: language === 'en' ? 'Show holidays' : 'Voir les jours fériés' }).click();
    await tab.locator('.offered-days').waitFor();
    await fold(tab, language === 'en' ? 'From a calendar' : 'D’un fichier').click();
    await tab.locator('.day-holiday').first().click();
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    expect(complaints.take()).toEqual([]);
  });
});

/** Drags within a column of the week, from one share of its height to another; past its end is the next day. */
async function draw(page: Page, column: Locator, from: number, to: number): Promise<void> {
  // In the middle of the window, clear of the bar at its lower edge.
  await column.evaluate((drawn) => drawn.scrollIntoView({ block: 'center' }));
  const box = await settledBox(page, column);
  const x = box.x + box.width / 2;
  await page.mouse.move(x, box.y + box.height * from);
  await page.mouse.down();
  await page.mouse.move(x, box.y + box.height * ((from + to) / 2));
  await page.mouse.move(x, box.y + box.height * to);
  await page.mouse.up();
}

/** Where it stands once the page around it has come to rest: a bar that opens moves everything. */
async function settledBox(
  page: Page,
  locator: Locator,
): Promise<{ x: number; y: number; width: number; height: number }> {
  for (let before = await locator.boundingBox(); ;) {
    await page.waitForTimeout(150);
    const now = await locator.boundingBox();
    if (now !== null && now.y === before?.y && now.height === before.height) return now;
    before = now;
  }
}
