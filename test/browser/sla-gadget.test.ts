import { accessibilityProblems } from './accessibility';
import { describeInBrowser } from './describe-in-browser';
import { framesReady, moduleFrame, openSite, type OpenSite } from './local-site';

jest.setTimeout(120_000);

describeInBrowser('the gadget', () => {
  let open: OpenSite;
  beforeAll(async () => {
    open = await openSite();
  });
  afterAll(() => open.close());

  it('is set to a project, then shows what is at risk and what was kept this month', async () => {
    const { page, complaints } = await open.enter();
    await page.goto('/as/agent?to=/dashboard');
    const gadget = moduleFrame(page, 'sla-gadget');
    await gadget.getByLabel('Project').selectOption({ label: 'STAGE+ support (SUP)' });
    await gadget.getByRole('button', { name: 'Save' }).click();
    await page.waitForURL(/project=\d+$/);
    await gadget.getByText('Kept in December 2025').waitFor();
    const shown = await gadget.locator('body').innerText();
    expect(shown).toMatch(/1\s+Breached\s+3\s+Near breach/);
    // Of the seed: answered and solved this month, each promise as its own share.
    expect(shown).toMatch(/Response\s+\d+(\.\d)?\s%\s+\d+ of \d+/);
    expect(shown).toMatch(/Resolution\s+\d+(\.\d)?\s%\s+\d+ of \d+/);
    await page.getByRole('link', { name: 'Edit gadget' }).click();
    await gadget.getByLabel('Project').waitFor();
    expect(complaints.take()).toEqual([]);
  });

  it('says that it may not be seen, and no more, to who does not browse its project', async () => {
    const { page } = await open.enter();
    await page.goto('/as/agent?to=/dashboard?project=1');
    const alert = moduleFrame(page, 'sla-gadget').getByRole('alert');
    await alert.getByText('You may not see or change this here.').waitFor();
  });

  it.each([
    ['en', 'dark', 1280],
    ['fr', 'light', 320],
  ] as const)('has no barrier in %s, %s, %d px wide', async (language, theme, width) => {
    const { page, context, complaints } = await open.enter({ language, width });
    await context.addCookies(
      Object.entries({ person: 'agent', language, theme }).map(([name, value]) => ({
        name,
        value,
        url: open.site.origin,
      })),
    );
    await page.goto(`/dashboard?project=${open.site.world().facts.projectId}`);
    await framesReady(page);
    await moduleFrame(page, 'sla-gadget').locator('.gadget-kept').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    expect(complaints.take()).toEqual([]);
  });
});
