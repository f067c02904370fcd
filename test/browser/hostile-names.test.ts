/**
 * Whatever people, organizations, tickets, the policy's own things and the days of a calendar are called: on every surface,
 * nothing runs, nothing becomes markup, nothing is wider than its frame, and every character is shown.
 */
import type { Frame, Page } from 'playwright-core';
import { describeInBrowser } from './describe-in-browser';
import { nameEverything } from './hostile-site';
import { HOSTILE } from './hostile-strings';
import { framesReady, moduleFrame, openSite, type OpenSite } from './local-site';

jest.setTimeout(240_000);

interface Stop {
  readonly person: string;
  readonly path: string | ((open: OpenSite) => string);
  /** What is done on the page, looking after each step. */
  readonly go?: (page: Page, look: () => Promise<void>) => Promise<void>;
}

const STOPS: readonly Stop[] = [
  { person: 'agent', path: '/browse/SUP-9', go: editLevels },
  { person: 'agent', path: '/browse/SUP-5' },
  { person: 'agent', path: '/queue' },
  { person: 'agent', path: '/create' },
  { person: 'agent', path: '/board', go: reportsAndMonth },
  { person: 'agent', path: '/dashboard' },
  { person: 'agent', path: ({ site }) => `/dashboard?project=${site.world().facts.projectId}` },
  { person: 'admin', path: '/admin', go: everyTab },
  { person: 'customer-plus', path: '/portal/requests/SUP-14' },
  { person: 'customer-plus', path: '/portal/requests/SUP-5' },
  { person: 'customer-plus', path: '/portal/new' },
  { person: 'customer-plus', path: guidedForm },
];

/** The form without the two fields, where the app's own panel asks. */
function guidedForm({ site }: OpenSite): string {
  const types = Object.values(site.world().stage.jira.state().requestTypes);
  return `/portal/new?type=${types.find(({ fields }) => fields.length <= 2)?.id ?? ''}`;
}

describeInBrowser('hostile names', () => {
  let open: OpenSite;
  beforeAll(async () => {
    open = await openSite();
    await nameEverything(open);
  });
  afterAll(() => open.close());

  it('two hundred of them', () => {
    expect(new Set(HOSTILE).size).toBe(200);
  });

  /** What the frames of each surface have shown so far. */
  const shown = new Map<string, string>();

  it.each([
    ['en', 1280],
    ['fr', 360],
  ] as const)('on every surface, in %s, %i px wide', async (language, width) => {
    const { page, context, complaints } = await open.enter({ language, width });
    const problems: string[] = [];
    for (const { person, path, go } of STOPS) {
      const url = typeof path === 'string' ? path : path(open);
      await context.addCookies(
        Object.entries({ person, language }).map(([name, value]) => ({ name, value, url: open.site.origin })),
      );
      await page.goto(url);
      await framesReady(page);
      const look = async (): Promise<void> => {
        const [page0, ...frames] = await Promise.all(page.frames().map(sightOf));
        for (const { where, ran, foreign, beyond, text } of frames) {
          const surface = where.split('/').at(-2) ?? where;
          // Of the page around, which is Jira's, this is its own affair.
          if (beyond > 0) problems.push(`${url}: ${surface} is ${beyond} px wider than its frame`);
          problems.push(...[ran, ...foreign].flatMap((what) => (what === null ? [] : [`${url}: ${surface} ${what}`])));
          shown.set(surface, `${shown.get(surface) ?? ''} ${text}`);
        }
        problems.push(
          ...[page0?.ran ?? null, ...complaints.take()].flatMap((what) => (what === null ? [] : [`${url}: ${what}`])),
        );
      };
      await look();
      await go?.(page, look);
    }
    await context.close();
    expect(problems).toEqual([]);
  });

  it('is shown whole, each on every surface', () => {
    const single = (text: string): string => text.replace(/\s+/g, ' ').trim();
    // Megabytes of text: each surface's is made single once, not once a name.
    const missing = [...shown].flatMap(([surface, text]) => {
      const whole = single(text);
      return HOSTILE.filter((name) => !whole.includes(single(name))).map((name) => `${surface}: ${name}`);
    });
    expect(missing).toEqual([]);
    expect([...shown.keys()].sort()).toEqual([
      'admin-page',
      'agent-panel',
      'customer-panel',
      'level-field',
      'request-form',
      'sla-board',
      'sla-gadget',
    ]);
  });
});

/** What a frame holds, and whether any of it came of a name. */
function sightOf(frame: Frame) {
  return frame.evaluate(() => {
    const attributes = ['title', 'aria-label', 'placeholder', 'value', 'label'];
    const all = [...document.querySelectorAll('*')];
    return {
      where: location.pathname,
      ran: document.documentElement.dataset['ran'] ?? null,
      foreign: all
        .filter((element) =>
          element.matches(
            '[onerror],[onload],[onmouseover],[onfocus],[ontoggle],[href^="javascript:"],base,meta[http-equiv],math,iframe[srcdoc],[action*="example.org"]',
          ),
        )
        .map(({ outerHTML }) => outerHTML.slice(0, 200)),
      beyond: Math.max(0, document.documentElement.scrollWidth - window.innerWidth),
      text: [
        document.body.textContent,
        ...all.flatMap((element) => attributes.map((name) => element.getAttribute(name) ?? '')),
      ].join(' '),
    };
  });
}

async function editLevels(page: Page, look: () => Promise<void>): Promise<void> {
  for (const level of ['impact', 'urgency']) {
    await page.locator(`[data-level="${level}"] [data-edit]`).click();
    await page.locator(`[data-level="${level}"] > .frame iframe`).waitFor({ state: 'attached' });
  }
  await framesReady(page);
  await look();
}

async function reportsAndMonth(page: Page, look: () => Promise<void>): Promise<void> {
  const board = moduleFrame(page, 'sla-board');
  await board.getByRole('button', { name: /^(?:Reports|Rapports)$/ }).click();
  await board.locator('.figures').nth(1).waitFor();
  await look();
  await page.reload();
  await framesReady(page);
  await board.getByRole('button', { name: /A customer’s month|Le mois d’un client/ }).click();
  await board.getByRole('combobox', { name: /^Organi[sz]ation/ }).selectOption({ index: 1 });
  await board.locator('.button-primary:not([disabled])').waitFor();
  await look();
}

async function everyTab(page: Page, look: () => Promise<void>): Promise<void> {
  const tabs = moduleFrame(page, 'admin-page').getByRole('tab');
  const count = await tabs.count();
  expect(count).toBeGreaterThan(6);
  for (let index = 0; index < count; index += 1) {
    await tabs.nth(index).click();
    await framesReady(page);
    await moduleFrame(page, 'admin-page')
      .locator('details')
      .evaluateAll((all) => {
        for (const one of all) (one as HTMLDetailsElement).open = true;
      });
    await look();
  }
}
