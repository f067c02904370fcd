import type { AdminPageView } from '../../src/contract/admin-page';
import type { Answer } from '../../src/contract/answer';
import { fittedToSite } from '../../src/core/policy/fit-to-site';
import { stagePlus } from '../../src/core/policy/presets/stage-plus';
import { callerFor } from '../sandbox/pages/visit';
import { thePerson } from '../sandbox/seed/people';
import { describeInBrowser } from './describe-in-browser';
import { framesReady, moduleFrame, openSite, type OpenSite } from './local-site';
import { writePolicy } from './policy-writer';

describeInBrowser('a policy written by hand', () => {
  let open: OpenSite;
  beforeAll(async () => {
    open = await openSite();
  }, 120_000);
  afterAll(() => open.close());

  it('from an empty one to the whole of STAGE+, word by word, is the preset when it is published', async () => {
    const { page, context, complaints } = await open.enter({ width: 1440 });
    await context.addCookies([{ name: 'person', value: 'admin', url: open.site.origin }]);
    await page.goto('/admin');
    await framesReady(page);
    const frame = moduleFrame(page, 'admin-page');
    const preset = fittedToSite(stagePlus(), (await viewAsAdmin()).site);

    await writePolicy(frame, preset);
    await frame.getByRole('button', { name: 'Publish…' }).click();
    await frame.getByRole('button', { name: 'Publish', exact: true }).click();
    await frame.getByText('Version 2 in force').waitFor();

    expect((await viewAsAdmin()).document).toEqual(preset);
    expect(complaints.take()).toEqual([]);
  }, 480_000);

  /** What the page's own resolver tells the administrator. */
  async function viewAsAdmin(): Promise<AdminPageView> {
    const { stage } = open.site.world();
    const context = { moduleKey: 'admin-page', extension: { type: 'jira:adminPage' } };
    const admin = callerFor(thePerson('admin'), 'en');
    const answer = (await stage.platform.invokeResolver(context, admin, 'view', {})) as Answer<AdminPageView>;
    if (!answer.ok) throw new Error(answer.code);
    return answer.data;
  }
});
