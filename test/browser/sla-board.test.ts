import type { Page } from 'playwright-core';
import type { AdminPageView } from '../../src/contract/admin-page';
import { callerFor } from '../sandbox/pages/visit';
import { seedManyIncidents } from '../sandbox/seed/many-incidents';
import { thePerson } from '../sandbox/seed/people';
import { accessibilityProblems } from './accessibility';
import { describeInBrowser } from './describe-in-browser';
import { framesReady, moduleFrame, openSite, type Entered, type OpenSite } from './local-site';

jest.setTimeout(120_000);

const board = (page: Page) => moduleFrame(page, 'sla-board');
const rows = (page: Page) => board(page).locator('.incidents tbody tr');
const keys = (page: Page): Promise<string[]> =>
  rows(page).evaluateAll((list) => list.map((row) => row.getAttribute('data-key') ?? ''));

async function enterBoard(open: OpenSite, options: Parameters<OpenSite['enter']>[0] = {}): Promise<Entered> {
  const entered = await open.enter(options);
  await entered.page.goto('/as/agent?to=/board');
  await framesReady(entered.page);
  await rows(entered.page).first().waitFor();
  return entered;
}

/** What the frame asks the app for from now on, by key. */
function invocations(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (!request.url().endsWith('/__forge/invoke')) return;
    asked.push((JSON.parse(request.postData() ?? '{}') as { functionKey: string }).functionKey);
  });
  return asked;
}

/** Refuses or delays what the frame asks for; undone by the function it gives. */
async function disturb(page: Page, key: string, how: 'fail' | 'delay'): Promise<() => Promise<void>> {
  const handler: Parameters<Page['route']>[1] = async (route) => {
    const { functionKey } = JSON.parse(route.request().postData() ?? '{}') as { functionKey: string };
    if (functionKey !== key) return route.continue();
    if (how === 'fail') return route.fulfill({ json: { value: { ok: false, code: 'busy' } } });
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    return route.continue();
  };
  await page.route('**/__forge/invoke', handler);
  return () => page.unroute('**/__forge/invoke', handler);
}

describeInBrowser('the board', () => {
  let open: OpenSite;
  beforeAll(async () => {
    open = await openSite();
  });
  afterAll(() => open.close());

  it('opens in three calls, in handling order, and shows the day ahead', async () => {
    const { page, complaints } = await open.enter();
    const asked = invocations(page);
    await page.goto('/as/agent?to=/board');
    await framesReady(page);
    await rows(page).first().waitFor();
    expect(asked.toSorted()).toEqual(['incidents', 'outlook', 'view']);
    const shown = await keys(page);
    expect(shown).toHaveLength(11);
    expect(shown.slice(0, 2)).toEqual(['SUP-9', 'SUP-14']);
    expect(await board(page).locator('.day-link').count()).toBe(6);
    expect(complaints.take()).toEqual([]);
  });

  it('shows what breaks first with one click, and keeps that and the filters for the next visit', async () => {
    const { page, context } = await enterBoard(open);
    await board(page).getByRole('button', { name: 'What breaks first' }).click();
    await expectKeys(page, (shown) => shown[1] === 'SUP-14' && shown[2] === 'SUP-15');
    await board(page).getByLabel('Priority').selectOption('P3');
    await expectKeys(page, (shown) => shown.join() === 'SUP-15,SUP-7');
    const again = await context.newPage();
    await again.goto('/board');
    await framesReady(again);
    await expectKeys(again, (shown) => shown.join() === 'SUP-15,SUP-7');
    await board(again).getByRole('button', { name: 'Clear filters' }).click();
    await expectKeys(again, (shown) => shown.length === 11);
  });

  it('finds by words and by key, and says so where nothing matches', async () => {
    const { page } = await enterBoard(open);
    const search = board(page).getByRole('searchbox');
    await search.fill('billett');
    await expectKeys(page, (shown) => shown.join() === 'SUP-9');
    await search.fill('sup-4');
    await expectKeys(page, (shown) => shown.join() === 'SUP-4');
    await search.fill('nowhere');
    await board(page).getByRole('heading', { name: 'Nothing matches these filters.' }).waitFor();
  });

  it('shows one state alone by its count, and the people of the project by name', async () => {
    const { page } = await enterBoard(open);
    await board(page).getByRole('button', { name: '1 breached' }).click();
    await expectKeys(page, (shown) => shown.join() === 'SUP-9');
    await board(page).getByRole('button', { name: '1 breached' }).click();
    await board(page).getByLabel('Assignee').focus();
    await board(page).getByRole('option', { name: 'Camille Roy' }).waitFor({ state: 'attached' });
    await board(page).getByLabel('Assignee').selectOption({ label: 'Camille Roy' });
    await expectKeys(page, (shown) => shown.toSorted().join() === 'SUP-1,SUP-7');
    await board(page).getByLabel('Organization').selectOption({ label: 'Cégep des Îles' });
    await expectKeys(page, (shown) => shown.join() === 'SUP-1');
  });

  it('is walked by the keyboard alone: one stop, arrows from row to row, Enter opens the ticket', async () => {
    const { page } = await enterBoard(open);
    await board(page).getByLabel('Assignee').focus();
    await page.keyboard.press('Tab');
    const focused = () => board(page).locator(':focus').innerText();
    expect(await focused()).toContain('SUP-9');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toContain('SUP-14');
    await page.keyboard.press('End');
    expect(await focused()).toContain('SUP-13');
    await page.keyboard.press('ArrowUp');
    expect(await focused()).toContain('SUP-1');
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/browse/SUP-9');
  });

  it('counts down by itself, and by seconds at the end', async () => {
    const { page } = await enterBoard(open);
    const left = rows(page).nth(1).locator('.col-time b');
    const first = await left.innerText();
    await board(page)
      .locator('body')
      .evaluate(() => {
        // Two minutes go by on the reader's clock.
        const { now } = Date;
        Date.now = () => now() + 120_000;
      });
    await eventually(async () => (await left.innerText()) !== first);
  });

  it('asks again while it is open, and loses neither place nor filter nor what it shows', async () => {
    const { page } = await enterBoard(open, { height: 500 });
    await board(page).getByLabel('Plan').selectOption('BASE');
    await expectKeys(page, (shown) => shown.length === 8);
    const link = board(page)
      .getByRole('link', { name: /^SUP-6 / })
      .last();
    await link.focus();
    const place = await page.evaluate(() => window.scrollY);
    expect(place).toBeGreaterThan(0);
    const asked = invocations(page);
    await board(page)
      .getByRole('button', { name: 'Refresh' })
      .evaluate((button) => (button as HTMLElement).click());
    await eventually(() => Promise.resolve(asked.length === 2));
    expect(asked.toSorted()).toEqual(['incidents', 'outlook']);
    await page.waitForTimeout(300);
    expect(await page.evaluate(() => window.scrollY)).toBe(place);
    expect(await board(page).locator(':focus').innerText()).toContain('SUP-6');
    expect(await keys(page)).toHaveLength(8);
  });

  it('keeps what it shows when a later answer fails, says as of when, and offers to try again', async () => {
    const { page } = await enterBoard(open);
    const undo = await disturb(page, 'incidents', 'fail');
    await board(page).getByRole('button', { name: 'Refresh' }).click();
    await board(page).getByRole('alert').getByText('Shown as of 10:').waitFor();
    expect(await keys(page)).toHaveLength(11);
    await undo();
    await board(page).getByRole('button', { name: 'Try again' }).click();
    await board(page).getByRole('alert').waitFor({ state: 'detached' });
  });

  it('shows shapes while it waits, and why where nothing comes at all', async () => {
    const { page } = await open.enter();
    const undo = await disturb(page, 'view', 'delay');
    await page.goto('/as/agent?to=/board');
    await board(page).locator('.skeleton').first().waitFor();
    await rows(page).first().waitFor();
    await undo();
    await disturb(page, 'view', 'fail');
    await page.reload();
    await board(page).getByRole('alert').getByText('The board could not be read.').waitFor();
  });

  it('has nothing to show in a project that the policy leaves out', async () => {
    const { page } = await open.enter();
    await page.goto('/as/agent?to=/board?project=DEV');
    await board(page).getByRole('heading', { name: 'No incidents are tracked here' }).waitFor();
  });

  it.each([
    ['en', 'light', 1280],
    ['fr', 'dark', 1280],
    ['fr', 'light', 320],
    ['en', 'dark', 360],
  ] as const)('has no barrier in %s, %s, %d px wide, its list open', async (language, theme, width) => {
    const { page, context, complaints } = await open.enter({ language, width });
    await context.addCookies(
      Object.entries({ person: 'agent', language, theme }).map(([name, value]) => ({
        name,
        value,
        url: open.site.origin,
      })),
    );
    await page.goto('/board');
    await framesReady(page);
    await rows(page).first().waitFor();
    await board(page).locator('.day-list summary').click();
    expect(await accessibilityProblems(page)).toEqual([]);
    const tooWide = await board(page)
      .locator('body')
      .evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(tooWide).toBeLessThanOrEqual(0);
    expect(complaints.take()).toEqual([]);
  });

  it('holds long names, right-to-left text and emoji without breaking', async () => {
    const { stage } = open.site.world();
    const { jira } = stage;
    const customer = thePerson('lakeshore').accountId;
    const name = `مستشفى الأمل 🏥 ${'Établissement'.repeat(8)}`;
    const organizationId = jira.addOrganization({ name, projectKeys: ['SUP'] }).id;
    seedManyIncidents(stage, await policyOf(open), {
      ...manyOf(open),
      reporterId: customer,
      organizationIds: [organizationId],
      count: 1,
    });
    const { page } = await enterBoard(open, { width: 360 });
    await board(page).getByText('مستشفى').first().waitFor();
    const tooWide = await board(page)
      .locator('body')
      .evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(tooWide).toBeLessThanOrEqual(0);
  });

  it('stays as light with 5,000 incidents: fifty rows in the page, one search a page', async () => {
    const { stage } = open.site.world();
    seedManyIncidents(stage, await policyOf(open), { ...manyOf(open), count: 5_000 });
    const { page } = await enterBoard(open);
    expect(await rows(page).count()).toBe(50);
    expect(await board(page).locator('*').count()).toBeLessThan(4_000);
    const asked = invocations(page);
    stage.jira.resetCalls();
    const first = await keys(page);
    await board(page).getByRole('button', { name: 'Next' }).click();
    await expectKeys(page, (shown) => shown.length === 50 && !first.includes(shown[0] ?? ''));
    expect(asked).toEqual(['incidents']);
    const searches = stage.jira.calls().filter(({ path }) => path.includes('/search/'));
    expect(searches).toHaveLength(1);
    await board(page).getByRole('button', { name: 'Previous' }).click();
    await expectKeys(page, (shown) => shown.join() === first.join());
  });
});

/** Waits until the rows are as expected; fails with what they are. */
async function expectKeys(page: Page, holds: (shown: string[]) => boolean): Promise<void> {
  let shown: string[] = [];
  await eventually(async () => holds((shown = await keys(page)))).catch(() => {
    throw new Error(`the rows are ${shown.join(', ')}`);
  });
}

async function eventually(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('it did not come to pass');
}

async function policyOf(open: OpenSite): Promise<AdminPageView> {
  const context = { moduleKey: 'admin-page', extension: {} };
  const { platform } = open.site.world().stage;
  const answer = await platform.invokeResolver(context, callerFor(thePerson('admin'), 'en'), 'view', {});
  return (answer as { data: AdminPageView }).data;
}

function manyOf(open: OpenSite) {
  const { requestTypes, organizations } = open.site.world().stage.jira.state();
  const problem = Object.values(requestTypes).find(({ name }) => name.startsWith('Report a problem'));
  return {
    projectKey: 'SUP',
    requestTypeId: problem?.id ?? '',
    reporterId: thePerson('walk-in').accountId,
    organizationIds: Object.keys(organizations),
    assigneeIds: [thePerson('agent').accountId, thePerson('second-agent').accountId],
    now: open.site.clock.now(),
  };
}
