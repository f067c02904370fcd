import { describeInBrowser } from './describe-in-browser';
import { framesReady, moduleFrame, openSite, type OpenSite } from './local-site';

jest.setTimeout(60_000);

describeInBrowser('at work in the browser', () => {
  let open: OpenSite;
  beforeAll(async () => {
    open = await openSite();
  });
  afterAll(() => open.close());

  it('levels are set by the field’s own editor, and priority, promise and panel follow', async () => {
    const { page, complaints } = await open.enter();
    await page.goto('/as/agent?to=/browse/SUP-13');
    await framesReady(page);
    const editor = (level: string) => page.frameLocator(`[data-level="${level}"] > .frame iframe`);
    for (const [level, name] of [
      ['impact', 'Important'],
      ['urgency', 'High'],
    ] as const) {
      const button = page.locator(`[data-level="${level}"] [data-edit]`);
      await button.click();
      await editor(level).getByRole('radio', { name }).check();
      await Promise.all([
        page.waitForResponse((response) => response.url().endsWith(`/levels/${level}`)),
        editor(level).getByRole('button', { name: 'Save' }).click(),
      ]);
      await page.waitForLoadState();
      await framesReady(page);
    }
    await page.waitForFunction(() => document.querySelector('#lozenge')?.textContent.includes('P2'));
    await moduleFrame(page, 'agent-panel').getByText('P2', { exact: true }).first().waitFor();
    expect(await page.locator('#priority option:checked').innerText()).toBe('P2');
    expect(
      await page.locator('[data-level="impact"] [data-view]').frameLocator('iframe').locator('body').innerText(),
    ).toBe('Important');
    expect(complaints.take()).toEqual([]);
  });

  it('levels stay as they are when the editor is closed', async () => {
    const { page } = await open.enter();
    await page.goto('/as/agent?to=/browse/SUP-7');
    await framesReady(page);
    await page.locator('[data-level="urgency"] [data-edit]').click();
    const editor = page.frameLocator('[data-level="urgency"] > .frame iframe');
    await editor.getByRole('radio', { name: 'Low' }).check();
    await editor.getByRole('button', { name: 'Cancel' }).click();
    await page.locator('[data-level="urgency"] [data-edit]').waitFor();
    expect(
      await page.locator('[data-level="urgency"] [data-view]').frameLocator('iframe').locator('body').innerText(),
    ).toBe('High');
  });

  it('levels are set as an issue is created, with the policy’s definitions and descriptions as help', async () => {
    const { page, complaints } = await open.enter();
    await page.goto('/as/agent?to=/create');
    await framesReady(page);
    await page.getByLabel('In one line').fill('Reported by telephone');
    const impact = moduleFrame(page, 'impact');
    await impact.getByText('the potential impact of an unresolved issue').waitFor();
    const extended = impact.getByRole('radio', { name: 'Extended' });
    await impact.getByText('All users of the application are impacted.').waitFor();
    await extended.check();
    await moduleFrame(page, 'urgency').getByRole('radio', { name: 'Critical' }).check();
    await page.getByRole('button', { name: 'Create' }).click();
    await page.waitForURL(/\/browse\/SUP-\d+$/);
    await framesReady(page);
    await moduleFrame(page, 'agent-panel').locator('[data-cell="0-0"].matrix-current').waitFor();
    expect(complaints.take()).toEqual([]);
  });

  it('levels are changed on the screen of a transition, beginning with those that stand, by keyboard', async () => {
    const { page, complaints } = await open.enter();
    await page.goto('/as/agent?to=/browse/SUP-14');
    await page.getByRole('link', { name: 'Escalate this issue…' }).click();
    await framesReady(page);
    const urgency = moduleFrame(page, 'urgency');
    expect(await urgency.getByRole('radio', { name: 'Critical' }).isChecked()).toBe(true);
    await urgency.getByRole('radio', { name: 'Critical' }).focus();
    await page.keyboard.press('ArrowDown');
    await urgency.getByRole('radio', { name: 'High', checked: true }).waitFor();
    await page.getByRole('button', { name: 'Escalate this issue' }).click();
    await page.waitForURL('**/browse/SUP-14');
    await page.locator('.status', { hasText: 'Escalated' }).waitFor();
    await moduleFrame(page, 'agent-panel').locator('[data-cell="0-1"].matrix-current').waitFor();
    expect(complaints.take()).toEqual([]);
  });

  it('a page shows what others did meanwhile, and a menu or text in use is left alone', async () => {
    const agent = (await open.enter()).page;
    await agent.goto('/as/agent?to=/browse/SUP-14');
    await framesReady(agent);
    await agent.getByRole('textbox', { name: 'Comment' }).fill('Half a sentence');

    const customer = (await open.enter({ language: 'fr' })).page;
    await customer.goto('/as/customer-plus?to=/portal/requests/SUP-14');
    await customer.getByLabel('Votre message').fill('Du nouveau ?');
    await customer.getByRole('button', { name: 'Envoyer le message' }).click();

    await agent.locator('#comments').getByText('Du nouveau ?').waitFor();
    expect(await agent.getByRole('textbox', { name: 'Comment' }).inputValue()).toBe('Half a sentence');
  });
});
