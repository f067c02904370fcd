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
    ['fr', 'dark', 320],
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
});
