/** Whatever people, organizations, tickets and the site's own things are called: nothing runs, and nothing breaks out. */
import { describeInBrowser } from './describe-in-browser';
import { HOSTILE } from './hostile-strings';
import { framesReady, openSite, type OpenSite } from './local-site';

const PAGES: readonly (readonly [person: string, path: string])[] = [
  ['agent', '/browse/SUP-9'],
  ['agent', '/browse/SUP-5'],
  ['agent', '/board'],
  ['admin', '/admin'],
  ['customer-plus', '/portal/requests/SUP-14'],
  ['customer-plus', '/portal/new'],
];

describeInBrowser('hostile names', () => {
  let open: OpenSite;
  beforeAll(async () => {
    open = await openSite();
  }, 120_000);
  afterAll(() => open.close());

  /** Calls everything on the site by the strings from one on; how many were given. */
  function rename(from: number): number {
    const { users, organizations, statuses, priorities, requestTypes, projects, issues } = open.site
      .world()
      .stage.jira.state();
    let next = from;
    const name = (): string => HOSTILE[next++ % HOSTILE.length] ?? '';
    for (const user of Object.values(users)) user.displayName = name();
    for (const named of [organizations, statuses, priorities, requestTypes, projects]) {
      for (const thing of Object.values<{ name: string }>(named)) thing.name = name();
    }
    for (const issue of Object.values(issues)) issue.values['summary'] = name();
    return next - from;
  }

  it('two hundred of them', () => {
    expect(new Set(HOSTILE).size).toBe(200);
  });

  it('on every surface', async () => {
    for (let from = 0; from < HOSTILE.length;) {
      from += rename(from);
      for (const [person, path] of PAGES) {
        const { page, context, complaints } = await open.enter({ width: 1280 });
        await context.addCookies([{ name: 'person', value: person, url: open.site.origin }]);
        await page.goto(path);
        await framesReady(page);
        // The page around is Jira's: what it does with long names is its own affair, what runs in it is not.
        const [host, ...frames] = await Promise.all(
          page.frames().map((frame) =>
            frame.evaluate(() => ({
              where: location.pathname,
              ran: document.documentElement.dataset['ran'] ?? null,
              beyond: Math.max(0, document.documentElement.scrollWidth - window.innerWidth),
            })),
          ),
        );
        expect(frames).not.toEqual([]);
        expect([path, host?.ran, frames.filter(({ ran, beyond }) => ran !== null || beyond > 0)]).toEqual([
          path,
          null,
          [],
        ]);
        expect(complaints.take()).toEqual([]);
        await context.close();
      }
    }
  }, 300_000);
});
