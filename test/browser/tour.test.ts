import { describeInBrowser } from './describe-in-browser';
import { moduleFrame, openSite, type OpenSite } from './local-site';

jest.setTimeout(120_000);

describeInBrowser('the tour of the start page', () => {
  let open: OpenSite;
  beforeAll(async () => {
    open = await openSite();
  });
  afterAll(() => open.close());

  it('is walked by pressing what it says, and every step ticks itself off', async () => {
    const { page, complaints } = await open.enter();
    const ticked = async (count: number): Promise<void> => {
      await page.goto('/');
      await page.waitForFunction((steps) => document.querySelectorAll('.step-done').length === steps, count);
    };
    const follow = (): Promise<void> => page.locator('.step-current .button').click();
    await ticked(0);

    // Send a request as the PLUS customer.
    await follow();
    await page.getByLabel('In one line').fill('Nothing works any more');
    await moduleFrame(page, 'impact').getByRole('radio', { name: 'Extended' }).check();
    await moduleFrame(page, 'urgency').getByRole('radio', { name: 'Critical' }).check();
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.waitForURL(/\/portal\/requests\/SUP-\d+$/);
    const key = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await ticked(1);

    // See P1, 30 min and 4 h as the agent.
    await follow();
    await page.waitForURL(`**/browse/${key}`);
    const panel = moduleFrame(page, 'agent-panel');
    await panel.getByText('P1', { exact: true }).first().waitFor();
    const promise = await panel.locator('body').innerText();
    expect(promise).toMatch(/30\smin/);
    expect(promise).toMatch(/4\sh/);
    await ticked(2);

    // Press Next threshold, see the flag as the agent.
    await follow();
    await page.waitForURL('/');
    await ticked(3);
    await follow();
    await page.waitForURL(`**/browse/${key}`);
    await panel.getByText('Near breach').first().waitFor();
    expect(await page.locator('[data-field="sla-status"]').innerText()).toBe('Near breach');
    await ticked(4);

    // Read it in French as the customer.
    await follow();
    await page.waitForURL(`**/portal/requests/${key}`);
    await moduleFrame(page, 'customer-panel').getByText('demande').first().waitFor();
    await page.goto('/');
    expect(await page.locator('html').getAttribute('lang')).toBe('fr-CA');
    await ticked(5);

    // Open the findings as the administrator.
    await follow();
    await moduleFrame(page, 'admin-page').locator('h1, h2').first().waitFor();
    await ticked(6);
    await page.getByText('Vous avez vu tout le parcours').waitFor();
    expect(complaints.take()).toEqual([]);
  });
});
