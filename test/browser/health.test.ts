import { accessibilityProblems } from './accessibility';
import { describeInBrowser } from './describe-in-browser';
import { framesReady, moduleFrame, openSite, type OpenSite } from './local-site';

jest.setTimeout(120_000);

describeInBrowser('health', () => {
  let open: OpenSite;
  beforeAll(async () => {
    open = await openSite();
  });
  afterAll(() => open.close());

  it.each([
    ['en', 'light', 1280],
    ['en', 'dark', 320],
    ['fr', 'light', 320],
    ['fr', 'dark', 1280],
  ] as const)('is told in %s, %s, at %d px, and asked again by keyboard', async (language, theme, width) => {
    const { page, context, complaints } = await open.enter({ language, width });
    await context.addCookies(
      Object.entries({ person: 'admin', language, theme }).map(([name, value]) => ({
        name,
        value,
        url: open.site.origin,
      })),
    );
    await page.goto('/admin');
    await framesReady(page);
    const surface = moduleFrame(page, 'admin-page').locator('body');
    await surface.getByRole('tab', { name: language === 'en' ? 'Health' : 'État' }).click();
    const tab = surface.getByRole('tabpanel', { name: language === 'en' ? 'Health' : 'État' });
    // The seeded site's screens are not set up by anybody, and its portal is there.
    await tab.getByText(language === 'en' ? /Distribution of this app/ : /ouvrez Distribution/).waitFor();
    await tab.getByText(language === 'en' ? /of 65,000/ : /sur 65.000/).waitFor();
    await tab.getByRole('button', { name: language === 'en' ? 'Check again' : 'Vérifier de nouveau' }).focus();
    await page.keyboard.press('Enter');
    await tab
      .getByText(language === 'en' ? /things? to look at|All is well/ : /points? à regarder|Tout va bien/)
      .waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    expect(complaints.take()).toEqual([]);
    await context.close();
  });

  it('leads to the page in Jira, and to the guide that adds what a screen lacks', async () => {
    const { stage } = open.site.world();
    for (const screen of Object.values(stage.jira.state().screens)) {
      for (const tab of screen.tabs) tab.fieldIds = [];
    }
    const { page, context } = await open.enter();
    await context.addCookies([{ name: 'person', value: 'admin', url: open.site.origin }]);
    await page.goto('/admin');
    await framesReady(page);
    const frame = moduleFrame(page, 'admin-page');
    await frame.getByRole('tab', { name: 'Health' }).click();
    const opened = page.waitForEvent('popup');
    await frame.getByRole('button', { name: 'Open the settings of STAGE+ support' }).click();
    expect(new URL((await opened).url()).pathname).toBe('/jira/servicedesk/projects/SUP/settings/request-types');
    await frame.getByRole('button', { name: 'Add them in the guide' }).first().click();
    await frame.getByRole('button', { name: /^Add them to \d screens?$/ }).click();
    await frame.getByText('All fields are on the screens.').waitFor();
    await context.close();
  });
});
