import { accessibilityProblems } from './accessibility';
import { framesReady, openSite, type OpenSite } from './local-site';

const PAGES: readonly (readonly [name: string, person: string, path: string])[] = [
  ['the start page', 'agent', '/'],
  ['the queue', 'agent', '/queue'],
  ['the board', 'agent', '/board'],
  ['the board of a project out of scope', 'agent', '/board?project=DEV'],
  ['a gadget without a project', 'agent', '/dashboard'],
  ['a breached issue', 'agent', '/browse/SUP-9'],
  ['an issue without levels', 'agent', '/browse/SUP-13'],
  ['the screen that creates an issue', 'agent', '/create'],
  ['the screen of a transition', 'agent', '/browse/SUP-7/transition/41'],
  ['a feature request', 'agent', '/browse/SUP-5'],
  ['an issue out of scope', 'agent', '/browse/DEV-1'],
  ['the settings', 'admin', '/admin'],
  ['the portal', 'customer-plus', '/portal'],
  ['the form of a request', 'customer-plus', '/portal/new'],
  ['a running request', 'customer-plus', '/portal/requests/SUP-14'],
  ['a request that waits for its customer', 'customer-base', '/portal/requests/SUP-10'],
  ['a request of an employee without licence', 'employee', '/portal/requests/SUP-13'],
];

/** One way to look at the pages. */
export interface Sight {
  readonly language: 'en' | 'fr';
  readonly theme: 'light' | 'dark';
  readonly width: number;
  /** Whether axe judges too: it takes as long as all the rest. */
  readonly judged: boolean;
}

/** Opens every page once for each sight: no complaint in the console, no barrier, nothing wider than the window. */
export function openEveryPage(sights: readonly Sight[]): void {
  let open: OpenSite;
  beforeAll(async () => {
    open = await openSite();
  }, 120_000);
  afterAll(() => open.close());

  describe.each(sights)('$language, $theme, $width px wide', ({ language, theme, width, judged }) => {
    it.each(PAGES)(
      '%s',
      async (_, person, path) => {
        const { page, context, complaints } = await open.enter({ language, width });
        await context.addCookies(
          Object.entries({ person, language, theme }).map(([name, value]) => ({ name, value, url: open.site.origin })),
        );
        await page.goto(path);
        await framesReady(page);
        if (judged || process.env['CADRAN_FULL'] === '1') expect(await accessibilityProblems(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(
          0,
        );
        expect(complaints.take()).toEqual([]);
        await context.close();
      },
      60_000,
    );
  });
}
