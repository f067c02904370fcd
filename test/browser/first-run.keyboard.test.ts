/** The guided set-up by the keyboard alone: what each step needs is reached with Tab, chosen by its letters, pressed with Enter. */
import type { Page } from 'playwright-core';
import { describeInBrowser } from './describe-in-browser';
import { framesReady, moduleFrame, openSite, type OpenSite } from './local-site';

jest.setTimeout(120_000);

/** More stops than any step of the guide has. */
const MOST_TABS = 60;

describeInBrowser('the first run by keyboard', () => {
  let open: OpenSite;
  beforeAll(async () => {
    open = await openSite({ setUp: false });
  });
  afterAll(() => open.close());

  /** Tabs on until the named button or field of the page's frame has the focus; throws where it never comes. */
  async function tabTo(page: Page, role: 'button' | 'combobox', name: string | RegExp): Promise<void> {
    const wanted = moduleFrame(page, 'admin-page').getByRole(role, { name, exact: typeof name === 'string' });
    for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
      if (await wanted.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`the keyboard does not reach ${String(name)}`);
  }

  it('ends with the clocks kept', async () => {
    const { page, context } = await open.enter();
    await context.addCookies([{ name: 'person', value: 'admin', url: open.site.origin }]);
    await page.goto('/admin');
    await framesReady(page);
    const frame = moduleFrame(page, 'admin-page');
    const heading = (name: string) => frame.getByRole('heading', { name }).waitFor();
    const press = async (name: string | RegExp): Promise<void> => {
      await tabTo(page, 'button', name);
      await page.keyboard.press('Enter');
    };
    await heading('Which policy do you begin with?');
    await press('Continue');
    await heading('Which tickets count?');
    await press('Continue');
    await heading('When do clocks count?');
    await press('Skip');
    await heading('Which plan does each organization have?');
    await tabTo(page, 'combobox', 'Hôpital Sainte-Rose');
    await page.keyboard.type('PLUS');
    await press('Continue');
    await heading('Where do people see and set the fields?');
    await press('Add them to 2 screens');
    await frame.getByText('All fields are on the screens.').waitFor();
    // The project's own settings are a stop too; what they ask for is done by somebody else here, and seen from the same button.
    await tabTo(page, 'button', 'Open the settings of STAGE+ support');
    await tabTo(page, 'button', 'Check again');
    await page.keyboard.press('Enter');
    await frame.getByText(/^Checked again: \d places still lack fields/).waitFor();
    const { jira } = open.site.world().stage;
    for (const type of Object.values(jira.state().requestTypes)) {
      for (const fieldId of ['impact', 'urgency']) jira.addFieldToRequestType(type.id, { fieldId, required: false });
    }
    await page.keyboard.press('Enter');
    await frame.getByText('All forms ask for impact and urgency.').waitFor();
    await frame.getByText('Checked again: nothing that Jira tells of is missing.').waitFor();
    await press('Continue');
    await heading('Ready to start');
    await press('Start Cadran');
    await heading('Cadran keeps the clocks');
    expect(open.site.world().stage.platform.peekEntity('assignment')).toHaveLength(1);
    await context.close();
  });
});
