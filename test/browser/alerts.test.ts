import type { Locator } from 'playwright-core';
import { accessibilityProblems } from './accessibility';
import { describeInBrowser } from './describe-in-browser';
import { framesReady, moduleFrame, openSite, type Entered, type OpenSite } from './local-site';

jest.setTimeout(120_000);

describeInBrowser('alerts', () => {
  let open: OpenSite;
  beforeAll(async () => {
    open = await openSite();
  });
  afterAll(() => open.close());

  async function openAlerts(
    language: 'en' | 'fr' = 'en',
    theme: 'light' | 'dark' = 'light',
    width = 1280,
  ): Promise<Entered & { readonly surface: Locator; readonly tab: Locator }> {
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
    const name = language === 'en' ? 'Alerts' : 'Alertes';
    await surface.getByRole('tab', { name }).click();
    return { ...entered, surface, tab: surface.getByRole('tabpanel', { name }) };
  }

  it('are set by keyboard, each change in words, and the last week is shown under the draft', async () => {
    const { page, context, surface, tab, complaints } = await openAlerts();
    await tab.getByRole('textbox').fill('50 %, 1h left');
    await page.keyboard.press('Enter');
    await tab.getByRole('searchbox', { name: 'Find a group of the site by its name' }).fill('team');
    await tab.getByRole('button', { name: 'support-team' }).focus();
    await page.keyboard.press('Enter');
    await tab.getByRole('checkbox', { name: 'P4' }).focus();
    await page.keyboard.press('Space');
    await surface.getByText('3 changes').waitFor();
    await surface.getByRole('button', { name: 'See which' }).click();
    const changes = (await surface.locator('footer').innerText()).replace(/\u00A0/g, ' ');
    expect(changes).toContain('support-team');
    expect(changes).toContain('P1, P2, P3');
    expect(changes).toContain('50 %, 1 h left');

    await tab.getByRole('button', { name: 'Work it out' }).click();
    await tab.getByText(/\d+ flags: \d+ by comment, \d+ by mail\./).waitFor();
    const week = tab.getByRole('region', { name: 'Flags by day and priority' });
    expect(await week.getByRole('row').count()).toBe(1 + 7 + 1);
    expect(await tab.locator('.flag-bar').count()).toBe(7 * 4);
    const kinds = tab.getByRole('table', { name: 'Flags by warning' });
    expect(await kinds.getByRole('rowheader').first().innerText()).toMatch(/^50/);
    await tab.getByRole('checkbox', { name: 'Internal comment' }).uncheck();
    await tab.getByText('The draft has changed since.').waitFor();
    expect(complaints.take()).toEqual([]);
    await context.close();
  });

  it('tell of a group that is not there, and take a group off again', async () => {
    const { context, tab } = await openAlerts();
    const search = tab.getByRole('searchbox', { name: 'Find a group of the site by its name' });
    await search.fill('nobody has this');
    await tab.getByText('No group has “nobody has this” in its name.').waitFor();
    await search.fill('jira');
    await tab.getByRole('button', { name: 'jira-administrators' }).click();
    await tab.getByRole('button', { name: 'Remove the group' }).click();
    expect(await tab.getByText('Nobody', { exact: true }).count()).toBe(1);
    await context.close();
  });

  it.each([
    ['en', 'light', 1280],
    ['en', 'dark', 320],
    ['fr', 'light', 320],
    ['fr', 'dark', 1280],
  ] as const)('are open to everybody in %s, %s, at %d px', async (language, theme, width) => {
    const { page, context, tab } = await openAlerts(language, theme, width);
    await tab.getByRole('button', { name: language === 'en' ? 'Work it out' : 'Calculer' }).click();
    await tab.locator('.flag-days').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    await context.close();
  });
});
