/** From a site on which nobody set anything up to the first ticket with clocks, by the guide alone. */
import type { FrameLocator, Page } from 'playwright-core';
import { thePerson } from '../sandbox/seed/people';
import { accessibilityProblems } from './accessibility';
import { describeInBrowser } from './describe-in-browser';
import { framesReady, moduleFrame, openSite, type OpenSite } from './local-site';

jest.setTimeout(120_000);

/** Two minutes at a pace of four seconds a click are thirty of them; the guide takes far fewer. */
const MOST_CLICKS = 15;

describeInBrowser('the first run', () => {
  let open: OpenSite;
  beforeAll(async () => {
    open = await openSite({ setUp: false });
  });
  afterAll(() => open.close());

  const heading = (frame: FrameLocator, name: string) => frame.getByRole('heading', { name }).waitFor();

  async function enterAs(person: string, path: string, language: 'en' | 'fr' = 'en', width?: number): Promise<Page> {
    const { page, context } = await open.enter({ language, ...(width === undefined ? {} : { width }) });
    await context.addCookies(
      Object.entries({ person, language }).map(([name, value]) => ({ name, value, url: open.site.origin })),
    );
    await page.goto(path);
    await framesReady(page);
    return page;
  }

  it.each([
    ['en', 'light', 1280],
    ['fr', 'dark', 360],
  ] as const)('has no barrier on any of its steps: %s, %s, %d px', async (language, theme, width) => {
    const page = await enterAs('admin', '/admin', language, width);
    await page.context().addCookies([{ name: 'theme', value: theme, url: open.site.origin }]);
    await page.reload();
    await framesReady(page);
    const frame = moduleFrame(page, 'admin-page');
    const steps = frame.locator('.guide-step');
    for (let step = 0; step < (await steps.count()); step += 1) {
      await steps.nth(step).click();
      await framesReady(page);
      expect(await accessibilityProblems(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(
        0,
      );
    }
    await page.context().close();
  });

  it('shows a team-managed project its steps and the way there, and sees the fields once they are added', async () => {
    const { jira } = open.site.world().stage;
    const { accountId } = thePerson('admin');
    jira.addProject({
      key: 'TEAM',
      name: 'Field team',
      type: 'software',
      managed: 'team',
      hasAppFields: false,
      roles: { administrator: [accountId] },
    });
    const page = await enterAs('admin', '/admin');
    const frame = moduleFrame(page, 'admin-page');
    await frame.locator('.guide-step', { hasText: 'Tickets' }).click();
    await frame.getByRole('combobox', { name: 'Field team TEAM' }).selectOption('Incidents');
    await frame.locator('.guide-step', { hasText: 'Fields' }).click();
    const section = frame.getByRole('region', { name: 'Field team' });
    await section.getByText('Open Project settings > Work types in Field team.').waitFor();
    await section.getByText('to these work types and save: “Task” and “Bug”.').waitFor();
    const opened = page.waitForEvent('popup');
    await section.getByRole('button', { name: 'Open the settings of Field team' }).click();
    expect(new URL((await opened).url()).pathname).toBe('/jira/software/projects/TEAM/settings/issuetypes');

    const again = frame.getByRole('button', { name: 'Check again' });
    for (const level of ['impact', 'urgency']) jira.addFieldToWorkType('TEAM', 'Bug', level);
    jira.addFieldToWorkType('TEAM', 'Task', 'urgency');
    await again.click();
    await section.getByText('to these work types and save: “Task” (Impact).').waitFor();
    jira.addFieldToWorkType('TEAM', 'Task', 'impact');
    await again.click();
    await section.getByText('All work types ask for impact and urgency when a ticket is created.').waitFor();
    expect(await section.getByRole('listitem').count()).toBe(0);
    expect(await accessibilityProblems(page)).toEqual([]);

    // Who may create nothing there is told that nothing can be seen, never that something is missing.
    const projectId = Object.values(jira.state().projects).find(({ key }) => key === 'TEAM')?.id ?? '';
    jira.setPermission({ accountId, permission: 'CREATE_ISSUES', projectId, granted: false });
    await again.click();
    await section.getByText('the permission Create issues in Field team').waitFor();
    await page.context().close();
  });

  it('is at the same step when the page is loaded again, and leaves publishing to its last step', async () => {
    const page = await enterAs('admin', '/admin');
    const frame = moduleFrame(page, 'admin-page');
    await frame.getByRole('button', { name: 'Continue' }).click();
    await heading(frame, 'Which tickets count?');
    await page.reload();
    await framesReady(page);
    await heading(frame, 'Which tickets count?');
    expect(await frame.getByRole('button', { name: 'Publish…' }).count()).toBe(0);
    await frame.getByRole('button', { name: 'Leave the guide' }).click();
    expect(await frame.getByRole('button', { name: 'Publish…' }).count()).toBe(1);
    await page.context().close();
  });

  it('goes from an empty site to a ticket with both clocks', async () => {
    const page = await enterAs('admin', '/admin');
    const frame = moduleFrame(page, 'admin-page');
    let clicks = 0;
    const press = async (name: string | RegExp): Promise<void> => {
      clicks += 1;
      await frame.getByRole('button', { name, exact: typeof name === 'string' }).click();
    };

    await heading(frame, 'Which policy do you begin with?');
    expect(await frame.getByRole('radio', { name: 'STAGE+ support policy' }).isChecked()).toBe(true);
    await press('Continue');
    await heading(frame, 'Which tickets count?');
    await press('Continue');
    await heading(frame, 'When do clocks count?');
    await press('Skip');
    await heading(frame, 'Which plan does each organization have?');
    clicks += 1;
    await frame.getByLabel('Hôpital Sainte-Rose').selectOption('PLUS');
    await press('Continue');
    await heading(frame, 'Where do people see and set the fields?');
    await frame.getByText('SUP: View/Edit Work Item Screen').waitFor();
    await press('Add them to 2 screens');
    await frame.getByText('All fields are on the screens.').waitFor();
    // What only a project administrator can do: the guide says where, and sees it done.
    await frame.getByText('In each of these forms, add the fields Impact and Urgency').waitFor();
    const { jira } = open.site.world().stage;
    for (const type of Object.values(jira.state().requestTypes)) {
      for (const fieldId of ['impact', 'urgency']) jira.addFieldToRequestType(type.id, { fieldId, required: false });
    }
    await press('Check again');
    await frame.getByText('All forms ask for impact and urgency.').waitFor();
    await press('Continue');
    await heading(frame, 'Ready to start');
    await press('Start Cadran');
    await heading(frame, 'Cadran keeps the clocks');
    await press('See the policy');
    await frame.getByRole('tab', { name: /Policy/ }).waitFor();
    expect(clicks).toBeLessThanOrEqual(MOST_CLICKS);
    await page.context().close();

    const customer = await enterAs('customer-plus', '/portal/new');
    await customer.locator('input[name="summary"]').fill('Nothing opens');
    const answer = async (level: string, name: string): Promise<void> => {
      await moduleFrame(customer, level).getByRole('radio', { name }).check();
    };
    await answer('impact', 'Extended');
    await answer('urgency', 'Critical');
    await customer.getByRole('button', { name: 'Send', exact: true }).click();
    await customer.waitForURL(/portal\/requests\/SUP-1/);
    await customer.context().close();

    const agent = await enterAs('agent', '/browse/SUP-1');
    const panel = moduleFrame(agent, 'agent-panel');
    await panel.getByText('P1', { exact: true }).first().waitFor();
    await panel.getByText(/PLUS/).first().waitFor();
    expect(await panel.getByRole('heading', { name: /Response|Resolution/ }).count()).toBeGreaterThanOrEqual(2);
    await agent.context().close();
  });

  it('can be gone through again, and changes nothing then', async () => {
    const page = await enterAs('admin', '/admin');
    const frame = moduleFrame(page, 'admin-page');
    await frame.getByRole('tab', { name: 'Set-up' }).click();
    await frame.getByRole('button', { name: 'Go through the set-up step by step' }).click();
    const before = JSON.stringify(open.site.world().stage.platform.peekValues());
    for (let step = 0; step < 5; step += 1) await frame.getByRole('button', { name: 'Skip', exact: true }).click();
    await frame.getByRole('button', { name: 'Finish' }).click();
    await heading(frame, 'Cadran keeps the clocks');
    expect(JSON.stringify(open.site.world().stage.platform.peekValues())).toBe(before);
    await page.context().close();
  });
});
