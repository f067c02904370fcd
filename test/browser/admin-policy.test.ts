import type { FrameLocator, Page } from 'playwright-core';
import { MINUTE } from '../../src/core/time/instant';
import { accessibilityProblems } from './accessibility';
import { describeInBrowser } from './describe-in-browser';
import { framesReady, moduleFrame, openSite, type Entered, type OpenSite } from './local-site';

/** Every fold and every form of the policy, open at once. */
async function openEverything(frame: FrameLocator): Promise<void> {
  for (const card of ['plans', 'texts', 'lists']) {
    await frame.locator(`section[aria-labelledby="${card}"] button[aria-expanded="false"]`).first().click();
  }
  for (const summary of await frame.locator('#panel-policy summary').all()) await summary.click();
  await frame.locator('#panel-policy .edit-button').first().click();
}

describeInBrowser('the policy on the admin page', () => {
  let open: OpenSite;
  beforeAll(async () => {
    open = await openSite();
  }, 120_000);
  afterAll(() => open.close());

  async function enter(options: Parameters<OpenSite['enter']>[0] & { theme?: 'light' | 'dark' } = {}) {
    const entered = await open.enter(options);
    const { language = 'en', theme = 'light' } = options;
    await entered.context.addCookies(
      Object.entries({ person: 'admin', language, theme }).map(([name, value]) => ({
        name,
        value,
        url: open.site.origin,
      })),
    );
    await entered.page.goto('/admin');
    await framesReady(entered.page);
    return { ...entered, frame: moduleFrame(entered.page, 'admin-page') };
  }
  const leave = async ({ context, complaints }: Entered): Promise<void> => {
    expect(complaints.take()).toEqual([]);
    await context.close();
  };
  const changes = (frame: FrameLocator, count: number): Promise<void> =>
    frame.getByText(new RegExp(`^${count} changes? · `)).waitFor();
  const focused = (page: Page): Promise<string | null> =>
    page
      .frames()
      .at(-1)
      ?.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null) ?? Promise.resolve(null);

  it.each([
    { language: 'en', theme: 'light', width: 1440 },
    { language: 'fr', theme: 'dark', width: 360 },
    { language: 'fr', theme: 'light', width: 1024 },
  ] as const)(
    'has no barrier with everything open: $language, $theme, $width px',
    async (sight) => {
      const entered = await enter(sight);
      await openEverything(entered.frame);
      expect(await accessibilityProblems(entered.page)).toEqual([]);
      const wider = await entered.page
        .frames()
        .at(-1)
        ?.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wider).toBeLessThanOrEqual(0);
      await leave(entered);
    },
    90_000,
  );

  it('is drafted by keyboard in the matrix: arrows move, a figure sets the priority of its place', async () => {
    const entered = await enter();
    const { page, frame } = entered;
    await frame.getByRole('combobox', { name: 'Extended × Critical' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    expect(await focused(page)).toBe('Important × High');
    await page.keyboard.press('3');
    await frame.getByText('Important × High: P2 becomes P3 in this draft').waitFor();
    await page.keyboard.press('Control+End');
    expect(await focused(page)).toBe('Minor × Low');
    await leave(entered);
  });

  it('takes targets as people write them, and says what it cannot read', async () => {
    const entered = await enter();
    const { page, frame } = entered;
    const target = frame.getByRole('textbox', { name: 'P2 resolution on BASE', exact: true });
    await target.fill('soon');
    await page.keyboard.press('Enter');
    await frame.getByText('it is not written as a length of time').waitFor();
    await target.fill('3 jours');
    await page.keyboard.press('Enter');
    await frame.getByText('3 d = 24 h of Mon–Fri 08:30–16:30').waitFor();
    await frame.getByText('was 2 d').waitFor();
    await target.fill('4h (24x7)');
    await page.keyboard.press('Enter');
    await changes(frame, 2);
    await leave(entered);
  });

  it('keeps a draft over a reload, also what was still being typed, and takes it back and forward', async () => {
    const entered = await enter();
    const { page, frame } = entered;
    await frame.getByRole('button', { name: 'Use 4 d' }).first().click();
    await changes(frame, 1);
    await frame.getByRole('textbox', { name: 'P1 response on BASE', exact: true }).fill('45m');
    await page.reload();
    await framesReady(page);
    await changes(frame, 2);
    expect(await frame.getByRole('textbox', { name: 'P1 response on BASE', exact: true }).inputValue()).toBe('45m');

    await frame.getByRole('button', { name: 'Use 4 d' }).first().click();
    await changes(frame, 3);
    await frame.locator('#check').click();
    await page.keyboard.press('Control+z');
    await changes(frame, 2);
    await page.keyboard.press('Control+Shift+z');
    await changes(frame, 3);
    await leave(entered);
  }, 60_000);

  it('does not move under a pressed pointer: what the check finds waits for the click', async () => {
    const entered = await enter();
    const { page, frame } = entered;
    let answer = (): void => undefined;
    await page.route(/__forge.invoke/, async (route) => {
      if (route.request().postData()?.includes('"check"')) await new Promise<void>((resolve) => (answer = resolve));
      await route.continue();
    });
    await frame.locator('section[aria-labelledby="texts"] button[aria-expanded="false"]').first().click();
    const edit = frame.locator('section[aria-labelledby="texts"] .edit-button').nth(2);
    const asked = page.waitForRequest((request) => request.postData()?.includes('"check"') === true);
    await frame.getByRole('textbox', { name: 'P1 resolution on PLUS', exact: true }).fill('9d');
    await page.keyboard.press('Enter');
    await asked;
    const findings = frame.locator('.findings > li');
    const before = await findings.count();
    await edit.hover();
    await page.mouse.down();
    const answered = page.waitForResponse((response) => response.request().postData()?.includes('"check"') === true);
    answer();
    await (await answered).finished();
    await page.mouse.up();

    await frame.locator('section[aria-labelledby="texts"] .edit-button[aria-expanded="true"]').waitFor();
    await findings.nth(before).waitFor();
    await leave(entered);
  });

  it('comes back to the tab that was open when the page is loaded again', async () => {
    const entered = await enter();
    const { page, frame } = entered;
    await frame.getByRole('tab', { name: 'Calendars' }).click();
    await page.reload();
    await framesReady(page);
    await frame.getByRole('heading', { name: 'Weekly hours' }).waitFor();
    await leave(entered);
  });

  it('shows what a plan costs while the fee is given, and keeps the fee nowhere', async () => {
    const entered = await enter();
    const { page, frame } = entered;
    const plans = frame.getByRole('region', { name: 'Plans and what they include' });
    await plans.getByRole('button', { name: 'Edit Plans and what they include' }).click();
    const fee = plans.getByLabel('Annual subscription fee, to see amounts');
    await fee.fill('50 000');
    await plans.getByText('10,000 a year').waitFor();
    await plans.getByLabel('Percent for PLUS').fill('25 %');
    await page.keyboard.press('Enter');
    await plans.getByText('12,500 a year').waitFor();
    await page.reload();
    await framesReady(page);
    await plans.getByRole('button', { name: 'Edit Plans and what they include' }).click();
    expect(await fee.inputValue()).toBe('');
    expect(await plans.getByLabel('Percent for PLUS').inputValue()).toBe('25');
    await leave(entered);
  });

  it('fills a plan with targets twice as fast as another’s, in one step back and forth', async () => {
    const entered = await enter();
    const { frame } = entered;
    const plans = frame.getByRole('region', { name: 'Plans and what they include' });
    await plans.getByRole('button', { name: 'Edit Plans and what they include' }).click();
    await plans.getByRole('button', { name: 'Fill PLUS' }).click();
    await changes(frame, 1);
    const target = frame.getByRole('textbox', { name: 'P4 resolution on PLUS', exact: true });
    expect(await target.inputValue()).toBe('5d');
    expect(await frame.getByRole('textbox', { name: 'P3 resolution on PLUS', exact: true }).inputValue()).toBe('2h');
    await leave(entered);
  });

  it('says what goes with a priority before it goes', async () => {
    const entered = await enter();
    const { frame } = entered;
    await frame.getByText('Priorities and what they are in Jira').click();
    await frame.getByRole('button', { name: 'Remove P3', exact: true }).click();
    await frame.getByText('With P3: 4 cells of the matrix become P4 and 4 targets go.').waitFor();
    await frame.getByRole('alert').getByRole('button', { name: 'Remove P3' }).click();
    await changes(frame, 1);
    expect(await frame.getByRole('textbox', { name: /^P3 / }).count()).toBe(0);
    await leave(entered);
  });

  it('previews which open tickets move, publishes, and shows how far the work is on any page that opens', async () => {
    const entered = await enter({ width: 1440 });
    const { page, frame } = entered;
    await frame.getByRole('button', { name: 'Use 4 d' }).first().click();
    await frame.getByRole('button', { name: 'Preview' }).click();
    const moves = frame.getByRole('region', { name: 'The largest moves' });
    await frame.getByText(/^\d+ open tickets? moves?:$/).waitFor();
    expect(await moves.getByRole('row').nth(1).innerText()).toMatch(/^SUP-\d+\s+Resolution\s.*later\s.*4\sh → 4\sd /s);

    // Jira has no time for the work that follows, so that it can be watched and stopped.
    const { stage } = open.site.world();
    const busy = { status: 429, headers: { 'Retry-After': '600' } };
    stage.jira.failNext({ match: /search\/(jql|approximate-count)/, times: 99, ...busy });
    await frame.getByRole('button', { name: 'Publish…' }).click();
    await frame.getByRole('button', { name: 'Publish', exact: true }).click();
    await frame.getByText('Version 2 in force').waitFor();
    await frame.getByText('Open tickets are being moved to version 2').waitFor();
    await page.reload();
    await framesReady(page);
    await frame.getByRole('progressbar').waitFor();
    await frame.getByRole('button', { name: 'Stop' }).click();
    await frame.getByText('Moving open tickets to version 2 was stopped').waitFor();

    stage.jira.clearFailures();
    await frame.getByRole('button', { name: 'Go on' }).click();
    await open.site.moveTo(open.site.clock.now() + 15 * MINUTE);
    await frame.getByText('All open tickets follow version 2.').waitFor({ timeout: 15_000 });
    await leave(entered);
  }, 60_000);
});
