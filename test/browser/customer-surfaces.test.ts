import type { AdminPageView } from '../../src/contract/admin-page';
import { callerFor } from '../sandbox/pages/visit';
import { thePerson } from '../sandbox/seed/people';
import { accessibilityProblems } from './accessibility';
import { describeInBrowser } from './describe-in-browser';
import { framesReady, moduleFrame, openSite, type Entered, type OpenSite } from './local-site';

jest.setTimeout(120_000);

describeInBrowser('a request on the portal', () => {
  let open: OpenSite;
  beforeAll(async () => {
    open = await openSite();
  });
  afterAll(() => open.close());

  /** At the form without the two fields, where Cadran's own panel asks. */
  const atTheForm = async (options: Parameters<OpenSite['enter']>[0], person: string): Promise<Entered> => {
    const entered = await open.enter(options);
    await entered.page.goto(`/as/${person}?to=/portal/new&language=${options?.language ?? 'en'}`);
    await entered.page.getByRole('link', { name: /Get help/ }).click();
    await framesReady(entered.page);
    return entered;
  };

  it('shows what follows before it is sent, and the same after', async () => {
    const { page, complaints } = await atTheForm({}, 'customer-plus');
    const form = moduleFrame(page, 'request-form');
    const follows = form.getByRole('status');
    expect(await follows.innerText()).toMatch(/Our team sets the priority/);
    await form.getByRole('radio', { name: /All users/ }).check();
    await form.getByRole('radio', { name: /entire service/ }).check();
    await follows.getByText('Your request would have priority P1.').waitFor();
    const promised = await follows.locator('time').allInnerTexts();
    expect(promised).toHaveLength(2);

    await page.getByLabel('In one line').fill('Nobody can sign in');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.waitForURL(/\/portal\/requests\/SUP-\d+$/);
    await framesReady(page);
    const panel = moduleFrame(page, 'customer-panel');
    await panel.getByText('We have your request.').waitFor();
    expect(await panel.locator('.promise-figure time').allInnerTexts()).toHaveLength(2);
    expect(await panel.getByText('P1', { exact: true }).first().isVisible()).toBe(true);
    expect(complaints.take()).toEqual([]);
  });

  it('goes out without a priority from who is not sure', async () => {
    const { page } = await atTheForm({ language: 'fr' }, 'customer-base');
    const form = moduleFrame(page, 'request-form');
    await form.getByRole('radio', { name: /Un ou quelques/ }).check();
    for (const unsure of await form.getByRole('radio', { name: 'Je ne sais pas' }).all()) await unsure.check();
    expect(await form.getByRole('status').innerText()).toMatch(/Notre équipe établit la priorité/);
    await page.getByLabel('En une ligne').fill('Une question');
    await page.getByRole('button', { name: 'Envoyer', exact: true }).click();
    await page.waitForURL(/\/portal\/requests\/SUP-\d+$/);
    await framesReady(page);
    const ranking = moduleFrame(page, 'customer-panel').getByRole('region', { name: 'Le classement de votre demande' });
    expect(await ranking.innerText()).toMatch(/Impact\s+Pas encore indiqué\s+Urgence\s+Pas encore indiqué/);
  });

  it('is usable by keyboard, at 320 px, and judged without barrier', async () => {
    const { page } = await atTheForm({ width: 320, language: 'fr' }, 'customer-plus');
    const form = moduleFrame(page, 'request-form');
    await form.getByRole('radio').first().focus();
    await page.keyboard.press('ArrowDown');
    expect(await form.getByRole('radio').nth(1).isChecked()).toBe(true);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('tells its customer of the planned correction, the definitions, and every time as a time', async () => {
    const { page, complaints } = await open.enter();
    await page.goto('/as/customer-base?to=/portal/requests/SUP-1&language=en');
    await framesReady(page);
    const panel = moduleFrame(page, 'customer-panel');
    await panel.getByText('About your plan').click();
    expect(await panel.getByRole('region', { name: 'Bugs of the platform' }).innerText()).toMatch(
      /corrected free of charge[\s\S]*Correction planned in version STAGE\+ 4\.2, on Jan\s15,\s2026\./,
    );
    await panel.getByText('Every level and what follows').click();
    expect(await panel.getByRole('table').innerText()).toContain('P1');
    for (const time of await panel.locator('time').all()) {
      expect(await time.getAttribute('datetime')).toMatch(/^\d{4}-\d\d-\d\dT/);
    }
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(complaints.take()).toEqual([]);
  });

  it('follows what the team does while it is open', async () => {
    const { page } = await open.enter();
    await page.goto('/as/clinic?to=/portal/requests/SUP-15&language=en');
    await framesReady(page);
    const panel = moduleFrame(page, 'customer-panel');
    await panel.getByText('We have your request.').waitFor();

    const agent = (await open.enter()).page;
    await agent.goto('/as/agent?to=/browse/SUP-15');
    await agent.getByRole('textbox', { name: 'Comment' }).fill('We see it.');
    await agent.getByRole('button', { name: 'Reply to customer' }).click();
    await agent.waitForLoadState();

    // What a reader does who comes back to the tab; left in sight, the panel asks within a minute by itself.
    await panel.locator('body').evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await panel.getByText('We are working on your request.').waitFor();
    expect(await panel.getByRole('status').innerText()).toMatch(/We answered you today at/);
  });

  it('gets a prepared reply that the agent has read, changed and sent', async () => {
    await allowPreparedReplies(open);
    const { page, complaints } = await open.enter();
    await page.goto('/as/agent?to=/browse/SUP-9&language=en');
    await framesReady(page);
    const panel = moduleFrame(page, 'agent-panel');
    await panel.getByText('Tell the customer').click();
    const text = panel.getByRole('textbox', { name: 'Your message' });
    expect(await text.inputValue()).toMatch(/^Bonjour,/);
    await panel.getByRole('combobox', { name: 'About' }).selectOption('We are late');
    await panel.getByRole('combobox', { name: 'Language' }).selectOption('English');
    expect(await text.inputValue()).toMatch(/The solution is later than we promised/);
    await text.fill(`${await text.inputValue()} Call us at noon.`);
    expect(await accessibilityProblems(page)).toEqual([]);
    await panel.getByRole('button', { name: 'Send to the customer' }).click();
    await panel.getByRole('status').getByText('Sent to the customer.').waitFor();

    await page.goto('/as/museum?to=/portal/requests/SUP-9');
    await page.getByText('Call us at noon.').waitFor();
    expect(complaints.take()).toEqual([]);
  });
});

/** Publishes the setting, as the administrator at the app's own page. */
async function allowPreparedReplies({ site }: OpenSite): Promise<void> {
  const admin = callerFor(thePerson('admin'), 'en');
  const ask = (key: string, payload: unknown): Promise<unknown> =>
    site.world().stage.platform.invokeResolver({ moduleKey: 'admin-page', extension: {} }, admin, key, payload);
  const { data } = (await ask('view', {})) as { data: AdminPageView };
  const portal = { showOtherPlans: false, preparedReplies: true };
  await ask('publish', {
    document: { ...data.document, portal },
    baseVersion: data.published?.version ?? null,
    adopt: 'new-tickets',
  });
}
