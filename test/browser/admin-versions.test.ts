import type { FrameLocator } from 'playwright-core';
import { accessibilityProblems } from './accessibility';
import { describeInBrowser } from './describe-in-browser';
import { framesReady, moduleFrame, openSite, type Entered, type OpenSite } from './local-site';

jest.setTimeout(120_000);

describeInBrowser('versions of the policy', () => {
  let open: OpenSite;
  beforeAll(async () => {
    open = await openSite();
  }, 120_000);
  afterAll(() => open.close());

  type Sight = Parameters<OpenSite['enter']>[0] & { theme?: 'light' | 'dark' };

  /** An administrator in a browser of their own, so that two of them share no draft. */
  async function enter(options: Sight = {}): Promise<Entered & { frame: FrameLocator }> {
    const entered = await open.enter(options);
    const { language = 'en', theme = 'light' } = options;
    await entered.context.addCookies(
      Object.entries({ person: 'admin', language, theme }).map(([name, value]) => ({
        name,
        value,
        url: open.site.origin,
      })),
    );
    await entered.page.goto('/admin');
    await framesReady(entered.page);
    return { ...entered, frame: moduleFrame(entered.page, 'admin-page') };
  }
  const setCell = async (frame: FrameLocator, cell: string, priority: string): Promise<void> => {
    await frame.getByRole('combobox', { name: cell, exact: true }).selectOption({ label: priority });
  };
  const publish = async (frame: FrameLocator): Promise<void> => {
    await frame.getByRole('button', { name: 'Publish…' }).click();
    await frame.getByRole('button', { name: 'Publish', exact: true }).click();
  };

  it('tell the second of two admins what changed meanwhile, lose nothing of theirs, read as what changed, and are gone back to', async () => {
    const one = await enter({ width: 1440 });
    const other = await enter({ width: 1440 });
    await setCell(one.frame, 'Important × High', 'P3');
    await setCell(other.frame, 'Important × High', 'P1');
    await setCell(other.frame, 'Minor × Critical', 'P2');

    await publish(one.frame);
    await one.frame.getByText('Version 2 in force').waitFor();

    // The second is refused, told what came in between and which of it is in the draft too; the draft stands.
    await publish(other.frame);
    await other.frame.getByText('What changed meanwhile').waitFor();
    const meanwhile = other.frame.locator('details', { hasText: 'What changed meanwhile' });
    const told = meanwhile.getByRole('listitem');
    await told.first().waitFor();
    expect(await told.allInnerTexts()).toEqual([
      expect.stringMatching(/^Important × High\s+P2 → P3\s+in your draft too$/i),
    ]);
    await other.frame.getByText('2 changes ·').waitFor();
    expect(await accessibilityProblems(other.page)).toEqual([]);
    await other.frame.getByRole('button', { name: 'Understood' }).click();
    await publish(other.frame);
    await other.frame.getByText('Version 3 in force').waitFor();
    expect(await other.frame.getByRole('combobox', { name: 'Important × High', exact: true }).inputValue()).toBe('P1');

    // What each version changed, the newest first.
    await other.frame.getByRole('tab', { name: 'Versions' }).click();
    const rows = other.frame.locator('.version');
    await rows.nth(2).waitFor();
    expect(
      await rows
        .locator('b')
        .filter({ hasText: /^Version/ })
        .allInnerTexts(),
    ).toEqual(['Version 3', 'Version 2', 'Version 1']);
    await other.frame.getByRole('button', { name: 'What changed, Version 3' }).click();
    await rows.nth(0).getByText('Minor × Critical').waitFor();
    expect(await rows.nth(0).locator('.change-row p').allInnerTexts()).toEqual([
      expect.stringMatching(/^Important × High\s+P3 → P1$/),
      expect.stringMatching(/^Minor × Critical\s+P3 → P2$/),
    ]);

    // Back to the first, through the draft and its preview, as a version of its own.
    await other.frame.getByRole('button', { name: 'Go back to version 1' }).click();
    await other.frame.getByText('Version 1 is in the draft.').waitFor();
    await other.frame.getByRole('button', { name: 'Preview' }).click();
    await other.frame
      .getByText(/open tickets? moves?|No open ticket/)
      .first()
      .waitFor();
    await publish(other.frame);
    await other.frame.getByText('Version 4 in force').waitFor();
    await other.frame.getByRole('tab', { name: /^Policy/ }).click();
    expect(await other.frame.getByRole('combobox', { name: 'Important × High', exact: true }).inputValue()).toBe('P2');
    expect([...one.complaints.take(), ...other.complaints.take()]).toEqual([]);
    await one.context.close();
    await other.context.close();
  });

  it.each([
    { language: 'en', theme: 'dark', width: 1280, tab: 'Versions', see: /^What changed/ },
    { language: 'fr', theme: 'light', width: 360, tab: 'Versions', see: /^Ce qui a changé/ },
  ] as const)('have no barrier: $language, $theme, $width px', async ({ tab, see, ...sight }) => {
    const entered = await enter(sight);
    await entered.frame.getByRole('tab', { name: tab }).press('Enter');
    await entered.frame.getByRole('button', { name: see }).first().press('Enter');
    await entered.frame.locator('.change-row').first().waitFor();
    expect(await accessibilityProblems(entered.page)).toEqual([]);
    const wider = await entered.page
      .frames()
      .at(-1)
      ?.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wider).toBeLessThanOrEqual(0);
    expect(entered.complaints.take()).toEqual([]);
    await entered.context.close();
  });
});
