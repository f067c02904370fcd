import { accessibilityProblems } from './accessibility';
import { describeInBrowser } from './describe-in-browser';
import { framesReady, openSite, type OpenSite } from './local-site';

jest.setTimeout(120_000);

const PAGES: readonly (readonly [name: string, person: string, path: string])[] = [
  ['the start page', 'agent', '/'],
  ['the queue', 'agent', '/queue'],
  ['a breached issue', 'agent', '/browse/SUP-9'],
  ['an issue without levels', 'agent', '/browse/SUP-13'],
  ['a feature request', 'agent', '/browse/SUP-5'],
  ['an issue out of scope', 'agent', '/browse/DEV-1'],
  ['the settings', 'admin', '/admin'],
  ['the portal', 'customer-plus', '/portal'],
  ['the form of a request', 'customer-plus', '/portal/new'],
  ['a running request', 'customer-plus', '/portal/requests/SUP-14'],
  ['a request that waits for its customer', 'customer-base', '/portal/requests/SUP-10'],
  ['a request of an employee without licence', 'employee', '/portal/requests/SUP-13'],
];

describeInBrowser('every page, in both languages and themes, and on a phone', () => {
  let open: OpenSite;
  beforeAll(async () => {
    open = await openSite();
  });
  afterAll(() => open.close());

  const SIGHTS = (['en', 'fr'] as const).flatMap((language) =>
    (['light', 'dark'] as const).map((theme) => ({ language, theme, width: 1280 })),
  );

  describe.each([...SIGHTS, { language: 'fr', theme: 'light', width: 360 } as const])(
    '$language, $theme, $width px wide',
    ({ language, theme, width }) => {
      it.each(PAGES)('%s: no complaint, no barrier, nothing wider than the window', async (_, person, path) => {
        const { page, context, complaints } = await open.enter({ language, width });
        await context.addCookies(
          Object.entries({ person, language, theme }).map(([name, value]) => ({ name, value, url: open.site.origin })),
        );
        await page.goto(path);
        await framesReady(page);
        expect(await accessibilityProblems(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(
          0,
        );
        expect(complaints.take()).toEqual([]);
        await context.close();
      });
    },
  );
});
