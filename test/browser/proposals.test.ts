import { accessibilityProblems } from './accessibility';
import { describeInBrowser } from './describe-in-browser';
import { framesReady, moduleFrame, openSite, type OpenSite } from './local-site';

jest.setTimeout(90_000);

describeInBrowser('a proposed cost in the browser', () => {
  let open: OpenSite;
  beforeAll(async () => {
    open = await openSite();
  });
  afterAll(() => open.close());

  it('a customer accepts by keyboard, after being asked, and the agent sees it', async () => {
    const { page, complaints } = await open.enter({ language: 'fr', width: 360 });
    await page.goto('/as/customer-plus?to=/portal/requests/SUP-5');
    await framesReady(page);
    const panel = moduleFrame(page, 'customer-panel');
    await panel.getByRole('button', { name: /^Accepter 12 593,19/ }).focus();
    await page.keyboard.press('Enter');
    await panel.getByText('Une fois donnée, l’acceptation ne peut plus être reprise ici.').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await panel.getByRole('button', { name: 'Oui, accepter' }).count()).toBe(0);
    await panel.getByRole('button', { name: /^Accepter 12 593,19/ }).click();
    await panel.getByRole('button', { name: 'Oui, accepter' }).click();
    await panel.getByText(/^Acceptée/).waitFor();
    expect(await panel.getByRole('button', { name: 'Refuser' }).count()).toBe(0);
    expect(complaints.take()).toEqual([]);

    const agent = (await open.enter()).page;
    await agent.goto('/as/agent?to=/browse/SUP-5');
    await framesReady(agent);
    await moduleFrame(agent, 'agent-panel').getByText('2 accepted, 0 declined, 1 to answer.').waitFor();
  });

  it('an agent changes what was accepted only after being asked, and sees the shares while writing', async () => {
    const { page, complaints } = await open.enter();
    await page.goto('/as/agent?to=/browse/SUP-5');
    await framesReady(page);
    const panel = moduleFrame(page, 'agent-panel');
    await panel.getByRole('button', { name: 'Change' }).click();
    const form = panel.getByRole('form', { name: 'Propose another cost' });
    await form.getByLabel('Amount').fill('0.10');
    await form.getByLabel('Shares').selectOption({ label: 'Equal shares' });
    await form.getByRole('button', { name: 'Remove Cégep des Îles' }).click();
    await form.getByText('2 chosen').waitFor();
    expect(await form.getByText('$0.05').count()).toBe(2);
    expect(await accessibilityProblems(page)).toEqual([]);
    await form.getByRole('button', { name: /^Propose CA\$0\.10/ }).click();
    await form.getByText(/have? accepted. A change is a new proposal/).waitFor();
    await form.getByRole('button', { name: 'Propose anew' }).click();
    await panel.getByText('0 accepted, 0 declined, 2 to answer.').waitFor();
    expect(complaints.take()).toEqual([]);
  });

  it('an administrator opens a statement, records figures and saves a group', async () => {
    const { page, complaints } = await open.enter({ language: 'fr' });
    await page.goto('/as/admin?to=/admin');
    await framesReady(page);
    const panel = moduleFrame(page, 'admin-page');
    await panel.getByRole('tab', { name: 'Propositions' }).click();
    await panel.getByText('SUP-5', { exact: true }).click();
    await panel.getByRole('button', { name: 'Télécharger en CSV' }).waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      panel.getByRole('button', { name: 'Télécharger en CSV' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^SUP-5-repartition-\d\.csv$/);
    await panel.getByLabel('Tarif de Cégep des Îles').fill('20 000,50');
    await panel.getByRole('button', { name: 'Enregistrer les chiffres de Cégep des Îles' }).click();
    await panel.getByText('Enregistré', { exact: true }).waitFor();
    await panel.getByRole('button', { name: 'Nouveau groupe' }).click();
    await panel.getByLabel('Sigle').fill('iles');
    await panel.getByRole('checkbox', { name: 'Cégep des Îles' }).check();
    await panel.getByRole('button', { name: 'Enregistrer avec 1 organisation' }).click();
    await panel.getByText('ILES', { exact: true }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(complaints.take()).toEqual([]);
  });
});
