/** The agent panel as agents meet it: by keyboard, in both languages and themes, narrow, on odd tickets, and refused. */
import type { AdminPageApi, AdminPageView } from '../../src/contract/admin-page';
import type { Answer } from '../../src/contract/answer';
import type { PolicyDocument } from '../../src/core/policy/document';
import { MINUTE, SECOND } from '../../src/core/time/instant';
import { callerFor } from '../sandbox/pages/visit';
import { thePerson } from '../sandbox/seed/people';
import { accessibilityProblems } from './accessibility';
import { meddle, openPanel, raiseTicket, type PanelPage } from './agent-panel';
import { describeInBrowser } from './describe-in-browser';
import { framesReady, openSite, type OpenSite } from './local-site';

jest.setTimeout(120_000);

const P1 = { impact: 'extended', urgency: 'critical' };

let open: OpenSite;
const jira = () => open.site.world().stage.jira;
const actions = (key: string): unknown[] =>
  (jira().issue(key)?.comments ?? []).flatMap(({ properties }) => properties['cadran.action'] ?? []);

/** How far anything in the panel's frame reaches beyond its edge. */
const overflow = ({ page }: PanelPage): Promise<number> => {
  const frame = page.frames().find((candidate) => candidate.url().includes('/agent-panel/'));
  if (frame === undefined) throw new Error('no panel');
  return frame.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
};

/** The admin page's resolver, asked as the admin. */
const askAdmin = async <Key extends keyof AdminPageApi>(
  key: Key,
  payload: AdminPageApi[Key]['request'],
): Promise<AdminPageApi[Key]['response']> => {
  const on = { moduleKey: 'admin-page', extension: { type: 'jira:adminPage' } };
  const caller = callerFor(thePerson('admin'), 'en');
  const answer = await open.site.world().stage.platform.invokeResolver(on, caller, key, payload);
  const told = answer as Answer<AdminPageApi[Key]['response']>;
  if (!told.ok) throw new Error(JSON.stringify(told));
  return told.data;
};
const settings = (): Promise<AdminPageView> => askAdmin('view', {});

/** Publishes the policy in force as changed, where it is. */
async function publish(change: (document: PolicyDocument) => PolicyDocument): Promise<void> {
  const { document, published } = await settings();
  const changed = change(document);
  if (JSON.stringify(changed) === JSON.stringify(document)) return;
  await askAdmin('publish', { document: changed, baseVersion: published?.version ?? null, adopt: 'new-tickets' });
}

describeInBrowser('the agent panel', () => {
  beforeAll(async () => {
    open = await openSite();
  }, 120_000);
  afterAll(() => open.close());

  describe('by keyboard alone', () => {
    it('sets levels and takes them back', async () => {
      const key = raiseTicket(open, 'customer-plus', { impact: 'moderate', urgency: 'low' });
      const { page, panel, context, complaints } = await openPanel(open, key);
      await panel.locator('[data-cell][tabindex="0"]').focus();
      await page.keyboard.press('Control+Home');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      await panel.getByText('Extended × High is P2.').waitFor();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await panel.getByText('Saved: P2.').first().waitFor();
      await panel.locator('[data-cell="0-1"]:focus').waitFor();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await panel.locator('[data-cell="2-3"]:focus').waitFor();
      expect(complaints.take()).toEqual([]);
      await context.close();
    });

    it('downgrades with a reason and own words, and undoes it', async () => {
      const key = raiseTicket(open, 'customer-plus', P1);
      const { page, panel, context, complaints } = await openPanel(open, key);
      await panel.getByRole('button', { name: 'Downgrade…' }).focus();
      await page.keyboard.press('Enter');
      expect(await panel.locator(':focus').evaluate((field) => field.tagName)).toBe('SELECT');
      await page.keyboard.press('ArrowDown');
      await panel.getByText('handled as P3.').waitFor();
      await page.keyboard.press('Tab');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Tab');
      await page.keyboard.type('Three reminders, no answer');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await panel.getByRole('button', { name: 'Undo: downgrade' }).waitFor();
      await panel.getByText('P1 by the matrix, handled as P3').waitFor();
      expect(actions(key)).toMatchObject([{ kind: 'downgrade', levels: 2, reasonCode: 'resources-not-provided' }]);
      await panel.getByRole('button', { name: 'Undo: downgrade' }).focus();
      await page.keyboard.press('Enter');
      await panel.getByRole('button', { name: 'Redo: downgrade' }).waitFor();
      expect(actions(key)).toMatchObject([{ kind: 'downgrade' }, { kind: 'undo' }]);
      expect(complaints.take()).toEqual([]);
      await context.close();
    });

    it('closes a form by Escape and goes back to the button that opened it', async () => {
      const { page, panel, context } = await openPanel(open, raiseTicket(open, 'customer-plus', P1));
      const button = panel.getByRole('button', { name: 'Resources unavailable…' });
      await button.focus();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Escape');
      await button.waitFor();
      await page.waitForFunction(() => document.activeElement?.tagName === 'IFRAME');
      expect(await panel.locator(':focus').innerText()).toBe('Resources unavailable…');
      await context.close();
    });

    it('asks for a reason before anything is sent', async () => {
      const key = raiseTicket(open, 'customer-plus', P1);
      const { page, panel, context } = await openPanel(open, key);
      await panel.getByRole('button', { name: 'Resources unavailable…' }).press('Enter');
      await panel.getByRole('button', { name: 'Mark as unavailable' }).press('Enter');
      await panel.getByText('Choose a reason first.').waitFor();
      expect(await panel.locator(':focus').getAttribute('name')).toBe('reason');
      expect(actions(key)).toEqual([]);
      await page.keyboard.press('Escape');
      await context.close();
    });
  });

  describe('without barriers', () => {
    it.each([
      ['en', 'light'],
      ['en', 'dark'],
      ['fr', 'light'],
      ['fr', 'dark'],
    ] as const)('%s, %s: as it opens, with a cell looked at and a form open', async (language, theme) => {
      const opened = await openPanel(open, raiseTicket(open, 'customer-plus', P1), { language, theme });
      const { page, panel, context, complaints } = opened;
      await panel.locator('[data-cell="1-2"]').click();
      await panel.locator('[data-opens="downgrade"]').click();
      await panel.locator('form button[type="submit"]').click();
      await panel.locator('summary').first().click();
      expect(await accessibilityProblems(page)).toEqual([]);
      expect(await overflow(opened)).toBeLessThanOrEqual(0);
      expect(complaints.take()).toEqual([]);
      await context.close();
    });

    it.each([
      ['at 400 % zoom', 320, 256],
      ['on a phone', 360, 740],
    ])('%s nothing is wider than the panel, and everything can be reached', async (_case, width, height) => {
      for (const language of ['en', 'fr'] as const) {
        const key = raiseTicket(open, 'customer-plus', P1);
        const opened = await openPanel(open, key, { language, width, height });
        await opened.panel.locator('[data-opens="unavailable"]').click();
        await opened.panel.locator('[data-cell="3-3"]').click();
        expect(await overflow(opened)).toBeLessThanOrEqual(0);
        await opened.panel.locator('form select').selectOption({ index: 1 });
        await opened.panel.locator('form button[type="submit"]').click();
        await opened.panel.locator('.banner-discovery').waitFor();
        await opened.context.close();
      }
    });
  });

  describe('on odd tickets', () => {
    let asPublished: PolicyDocument;
    beforeAll(async () => {
      asPublished = (await settings()).document;
    });
    afterEach(() => publish(() => asPublished));

    it('long names, right-to-left text and emoji stay inside and apart', async () => {
      const name = `מרכז רפואי 🏥 ${'Établissement-de-santé-très-très-long-'.repeat(5)}`;
      const { id } = jira().addOrganization({ name, memberIds: [], projectKeys: ['SUP'] });
      const key = raiseTicket(open, 'walk-in', P1, { summary: `${name} ⏱️`, organizationIds: [id] });
      const opened = await openPanel(open, key, { width: 360 });
      const shown = opened.panel.locator('bdi.organization');
      expect(await shown.innerText()).toBe(name);
      expect(await overflow(opened)).toBeLessThanOrEqual(0);
      expect(await accessibilityProblems(opened.page)).toEqual([]);
      await opened.context.close();
    });

    it('without levels: the clocks follow Jira’s priority, and the panel says so', async () => {
      const { panel, context } = await openPanel(open, raiseTicket(open, 'customer-plus'));
      await panel.getByText('from Jira’s priority; levels not set').waitFor();
      expect(await panel.locator('[data-cell][tabindex="0"]').getAttribute('data-cell')).toBe('0-0');
      await context.close();
    });

    it('without a priority: what is missing, and one click leads to the matrix', async () => {
      await publish(({ priorities, ...rest }) => ({
        ...rest,
        priorities: priorities.map((priority) => ({ ...priority, jiraPriorityId: null })),
      }));
      const { panel, context } = await openPanel(open, raiseTicket(open, 'customer-plus'));
      await panel.getByRole('button', { name: 'Choose the levels' }).click();
      expect(await panel.locator(':focus').getAttribute('data-cell')).toBe('0-0');
      await context.close();
    });

    it('without an organization: the default plan, and why', async () => {
      const { panel, context } = await openPanel(open, raiseTicket(open, 'walk-in', P1));
      await panel.getByText('neither the request nor its reporter has an organization').waitFor();
      await context.close();
    });

    it('without a plan: no promise, and why', async () => {
      await publish(({ modes, ...rest }) => ({ ...rest, modes: { ...modes, outOfSubscription: 'no-promise' } }));
      // The museum's subscription ended in October.
      const { panel, context } = await openPanel(open, raiseTicket(open, 'museum', P1), { language: 'fr' });
      await panel.getByText('Aucune promesse ne s’applique').waitFor();
      await panel.getByText('Aucun plan', { exact: true }).waitFor();
      await context.close();
    });

    it('with 200 entries in the ledger: the latest first hand, all on request', async () => {
      const key = raiseTicket(open, 'customer-plus', P1);
      const start = open.site.clock.now();
      for (let i = 1; i <= 200; i += 1) {
        jira().seedStep(key, {
          kind: 'edit',
          at: start + i * SECOND,
          by: thePerson('agent').accountId,
          fields: { urgency: i % 2 === 1 ? 'high' : 'critical' },
        });
      }
      await open.site.moveTo(start + 5 * MINUTE);
      const opened = await openPanel(open, key);
      const lines = opened.panel.locator('.ledger-lines > li');
      expect(await lines.count()).toBe(21);
      await opened.panel.getByRole('button', { name: 'Show all 201 entries' }).click();
      expect(await lines.count()).toBe(201);
      expect(await overflow(opened)).toBeLessThanOrEqual(0);
      expect(await accessibilityProblems(opened.page)).toEqual([]);
      expect(opened.complaints.take()).toEqual([]);
      await opened.context.close();
    });
  });

  describe('refused, slow and failing', () => {
    const fill = async ({ panel }: PanelPage): Promise<void> => {
      await panel.locator('[data-opens="unavailable"]').click();
      await panel.getByLabel('Reason').selectOption('no-access');
      await panel.getByLabel('Your own words').fill('VPN asked for twice');
      await panel.getByRole('button', { name: 'Mark as unavailable' }).click();
    };

    it('an action that Jira refuses is told in words, and what was entered stays', async () => {
      const key = raiseTicket(open, 'customer-plus', P1);
      const opened = await openPanel(open, key);
      const { accountId } = thePerson('agent');
      const projectId = jira().issue(key)?.projectId ?? '';
      jira().setPermission({ accountId, permission: 'ADD_COMMENTS', projectId, granted: false });
      await fill(opened);
      await opened.panel.getByText('Jira does not let you comment on this ticket').waitFor();
      expect(await opened.panel.getByLabel('Your own words').inputValue()).toBe('VPN asked for twice');
      expect(await opened.panel.getByLabel('Reason').inputValue()).toBe('no-access');
      expect(actions(key)).toEqual([]);
      jira().setPermission({ accountId, permission: 'ADD_COMMENTS', projectId, granted: true });
      await opened.panel.getByRole('button', { name: 'Mark as unavailable' }).click();
      await opened.panel.locator('.banner-discovery').waitFor();
      await opened.context.close();
    });

    it('levels that Jira refuses are told in words, and the cell stays chosen', async () => {
      const key = raiseTicket(open, 'customer-plus', P1);
      const { panel, context } = await openPanel(open, key);
      const { accountId } = thePerson('agent');
      const projectId = jira().issue(key)?.projectId ?? '';
      jira().setPermission({ accountId, permission: 'EDIT_ISSUES', projectId, granted: false });
      await panel.locator('[data-cell="3-3"]').click();
      await panel.getByRole('button', { name: 'Set', exact: true }).click();
      await panel.getByText('Not saved; your choice is kept.').waitFor();
      expect(await panel.locator('[data-cell="3-3"]').getAttribute('aria-pressed')).toBe('true');
      jira().setPermission({ accountId, permission: 'EDIT_ISSUES', projectId, granted: true });
      await context.close();
    });

    it('a server that fails: what was entered stays, and trying again takes it once', async () => {
      const key = raiseTicket(open, 'customer-plus', P1);
      const opened = await openPanel(open, key, {
        before: async (page) => {
          await meddle(page, 'act', 'fails');
        },
      });
      await fill(opened);
      await opened.panel.getByText('Not recorded; what you entered is kept.').waitFor();
      expect(await opened.panel.getByLabel('Your own words').inputValue()).toBe('VPN asked for twice');
      await opened.panel.getByRole('button', { name: 'Try again' }).click();
      await opened.panel.locator('.banner-discovery').waitFor();
      expect(actions(key)).toHaveLength(1);
      await opened.context.close();
    });

    it('a server that fails as the panel opens: says what still holds, and opens on another try', async () => {
      const opened = await openPanel(open, raiseTicket(open, 'customer-plus', P1), {
        language: 'fr',
        before: async (page) => {
          await meddle(page, 'view', 'fails', 3);
        },
      });
      await opened.panel.getByText('Les échéances sont inchangées et les alertes continuent.').waitFor();
      await opened.panel.getByRole('button', { name: 'Réessayer' }).click();
      await opened.panel.locator('.dial-large').waitFor();
      await opened.context.close();
    });

    it('a slow server: shapes of what comes, a second click sends nothing more', async () => {
      const key = raiseTicket(open, 'customer-plus', P1);
      let release: () => void = () => undefined;
      const held = new Promise<void>((resolve) => (release = resolve));
      const opened = await openPanel(open, key, {
        waits: false,
        before: async (page) => {
          await meddle(page, 'view', held, 3);
        },
      });
      await opened.panel.locator('[aria-busy="true"] .skeleton-dial').waitFor();
      release();
      await framesReady(opened.page);

      let done: () => void = () => undefined;
      const slow = new Promise<void>((resolve) => (done = resolve));
      const { calls } = await meddle(opened.page, 'act', slow);
      await fill(opened);
      const button = opened.panel.getByRole('button', { name: 'Recording…' });
      await button.click({ force: true });
      await button.click({ force: true });
      done();
      await opened.panel.locator('.banner-discovery').waitFor();
      expect(calls()).toBe(1);
      expect(actions(key)).toHaveLength(1);
      await opened.context.close();
    });
  });
});
