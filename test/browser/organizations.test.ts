/** Plans of thousands of organizations at the page itself: found, imported with a dry run, exported, undone. */
import type { FrameLocator, Page } from 'playwright-core';
import { accessibilityProblems } from './accessibility';
import { describeInBrowser } from './describe-in-browser';
import { downloadText } from './download-text';
import { framesReady, moduleFrame, openSite, type OpenSite } from './local-site';

jest.setTimeout(120_000);

const COUNT = 5_000;

describeInBrowser('organizations at the page', () => {
  let open: OpenSite;
  beforeAll(async () => {
    // Calls a second are measured as they come, since the site's clock may stand still between two.
    // Nothing runs behind the page unless a test moves time, so that an import stays where it is while it is looked at.
    open = await openSite({
      seed: false,
      runsByItself: false,
      stage: { jiraOptions: { limits: { now: () => Date.now() } } },
    });
    const { jira } = open.site.world().stage;
    for (let n = 1; n <= COUNT; n += 1) {
      jira.addOrganization({ name: `Établissement ${String(n).padStart(4, '0')}`, memberIds: [], projectKeys: [] });
    }
  });
  afterAll(() => open.close());

  async function enter(options: { language?: 'en' | 'fr'; theme?: string; width?: number } = {}): Promise<Page> {
    const { language = 'en', theme = 'light', width = 1280 } = options;
    const { page, context } = await open.enter({ language, width });
    await context.addCookies(
      Object.entries({ person: 'admin', language, theme }).map(([name, value]) => ({
        name,
        value,
        url: open.site.origin,
      })),
    );
    await page.goto('/admin');
    await framesReady(page);
    return page;
  }

  const frameOf = (page: Page): FrameLocator => moduleFrame(page, 'admin-page');
  const openTab = (page: Page, name: string) => frameOf(page).getByRole('tab', { name }).click();

  it('the first rows come with one page of Jira’s list; a search reads the rest once', async () => {
    const page = await enter();
    const frame = frameOf(page);
    const { jira } = open.site.world().stage;
    const lists = () => jira.calls().filter(({ path }) => path.startsWith('/rest/servicedeskapi/organization?')).length;
    await openTab(page, 'Organizations');
    await frame.getByText('50 organizations shown').waitFor();
    const before = lists();
    expect(before).toBeLessThanOrEqual(2);
    await frame.getByRole('searchbox', { name: 'Search by name' }).fill('etablissement 49');
    await frame.getByText('50 of 100 organizations shown').waitFor({ timeout: 60_000 });
    const read = lists() - before;
    expect(read).toBeLessThanOrEqual(120);
    await frame.getByRole('searchbox', { name: 'Search by name' }).fill('4321');
    await frame.getByText('Établissement 4321').waitFor();
    expect(lists() - before).toBe(read);
    await page.context().close();
  });

  it('a file shows what each line does and why others cannot, and is applied when told to', async () => {
    const page = await enter();
    const frame = frameOf(page);
    await openTab(page, 'Organizations');
    await frame.getByRole('button', { name: 'Import from CSV' }).click();
    const file = [
      'Organisation;Forfait;Plan;Du;Au',
      'Établissement 0001;;PLUS;2025-01-01;',
      '"Établissement 0002";;base;31/01/2025;31/12/2025',
      'Nulle part;;PLUS;2025-01-01;',
      'Établissement 0003;;GOLD;2025-01-01;',
      'Établissement 0004;;PLUS;bientôt;',
    ].join('\r\n');
    await frame
      .getByLabel('CSV file')
      .setInputFiles({ name: 'plans.csv', mimeType: 'text/csv', buffer: Buffer.from(file, 'latin1') });
    await frame.getByText('2 lines would be applied.').waitFor({ timeout: 60_000 });
    await frame.getByText('3 lines cannot be applied').waitFor();
    for (const fault of [
      'The site has no organization “Nulle part”',
      'The policy in force has no plan “GOLD”',
      '“bientôt” in “From” is no day',
      'Windows-1252',
    ]) {
      await frame.getByText(fault).waitFor();
    }
    expect(await accessibilityProblems(page)).toEqual([]);
    const entity = () => open.site.world().stage.platform.peekEntity('assignment').length;
    const before = entity();
    await frame.getByRole('button', { name: 'Apply the 2 good lines' }).click();
    await frame.getByText('Recorded: 2. Already so: 0. Not recorded: 0.').waitFor();
    expect(entity() - before).toBe(2);
    await page.context().close();
  });

  it('the list follows a large import: what is recorded shows while the rest waits', async () => {
    const page = await enter();
    const frame = frameOf(page);
    await openTab(page, 'Organizations');
    await frame.getByText('50 organizations shown').waitFor();
    const todayOf = (n: string) =>
      frame.locator('.organization', { hasText: `Établissement ${n}` }).locator('.organization-today');
    await todayOf('0030').getByText('No plan').waitFor();
    await frame.getByRole('button', { name: 'Import from CSV' }).click();
    const names = Array.from({ length: 1_200 }, (_, i) => `Établissement ${String(i + 11).padStart(4, '0')}`);
    const file = ['Organization,Plan,From', ...names.map((name) => `${name},PLUS,2025-01-01`)].join('\r\n');
    await frame
      .getByLabel('CSV file')
      .setInputFiles({ name: 'plans.csv', mimeType: 'text/csv', buffer: Buffer.from(file) });
    await frame.getByText('1,200 lines would be applied.').waitFor({ timeout: 60_000 });
    await frame.getByRole('button', { name: 'Apply 1,200 lines' }).click();
    await frame.getByText('Importing.').waitFor();
    await todayOf('0030').getByText('PLUS').waitFor();
    await frame.getByText('Importing.').waitFor();
    await open.site.move('hour');
    await frame.getByText('The import is done.').waitFor();
    await frame.getByRole('searchbox', { name: 'Search by name' }).fill('1210');
    await todayOf('1210').getByText('PLUS').waitFor();
    await page.context().close();
  });

  it('an assignment is undone where it was made', async () => {
    const page = await enter();
    const frame = frameOf(page);
    await openTab(page, 'Organizations');
    const row = frame.locator('.organization', { hasText: 'Cégep des Îles' });
    await row.locator('summary').first().click();
    const assignments = await row.locator('.assignments > li').count();
    await row.getByLabel('To (optional)').fill('2030-12-31');
    await row.getByLabel('From', { exact: true }).fill('2030-01-01');
    await row.getByRole('button', { name: 'Assign', exact: true }).click();
    await row.getByText(/already covers some of these days/).waitFor();
    await row.getByLabel('From', { exact: true }).fill('2024-01-01');
    await row.getByLabel('To (optional)').fill('2024-12-31');
    await row.getByRole('button', { name: 'Assign', exact: true }).click();
    await row.getByText(/assigned/).waitFor();
    expect(await row.locator('.assignments > li').count()).toBe(assignments + 1);
    await row.getByRole('button', { name: 'Undo' }).click();
    await row.getByText(/assigned/).waitFor({ state: 'detached' });
    expect(await row.locator('.assignments > li').count()).toBe(assignments);
    await page.context().close();
  });

  it('those without a plan and out of subscription are found, and the export holds all', async () => {
    const page = await enter({ language: 'fr', theme: 'dark', width: 360 });
    const frame = frameOf(page);
    await openTab(page, 'Organisations');
    await frame.getByLabel('Afficher').selectOption('ended');
    await frame.getByText('Musée de l’Estuaire').waitFor({ timeout: 60_000 });
    expect(await accessibilityProblems(page)).toEqual([]);
    const [file] = await Promise.all([
      page.waitForEvent('download', { timeout: 60_000 }),
      frame.getByRole('button', { name: 'Exporter en CSV' }).click(),
    ]);
    const text = await downloadText(file);
    expect(text.split('\r\n').length).toBeGreaterThan(COUNT);
    expect(text.startsWith('\uFEFF')).toBe(true);
    await page.context().close();
  });

  it('a policy that is refused leaves the draft as it was; a good one takes its place and can be taken back', async () => {
    const page = await enter();
    const frame = frameOf(page);
    await openTab(page, 'Set-up');
    const give = (text: string) =>
      frame
        .getByLabel('JSON file')
        .setInputFiles({ name: 'policy.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await give('{"schemaVersion": 1, "rank": NaN}');
    await frame.getByText('This is no JSON from line 1').waitFor();
    await give('{"schemaVersion": 2, "__proto__": {"a": 1}}');
    await frame.getByText('Nothing may have this name').waitFor();
    await frame.getByText('Your draft is as it was.').waitFor();
    expect(await frame.getByText('No changes').count()).toBeGreaterThan(0);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      frame.getByRole('button', { name: 'Export as JSON' }).click(),
    ]);
    const text = await downloadText(file);
    await give(text.replace('"percent": 75', '"percent": 70'));
    await frame.getByRole('button', { name: 'Put it in the draft' }).click();
    await frame.getByText('The draft now holds the policy from the file').waitFor();
    await frame
      .getByText(/^1 change/)
      .first()
      .waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.context().close();
  });
});
