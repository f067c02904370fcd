/** `npm run bench -- organizations`: how long 5,000 organizations take at the admin page of the local site, in real time. */
import type { Page } from 'playwright-core';
import { SECOND } from '../../src/core/time/instant';
import { framesReady, moduleFrame, openSite, type OpenSite } from '../browser/local-site';
import type { Target } from './target';

const COUNT = 5_000;
const ROUNDS = 7;
/** An import keeps to a share of the store's minute, so all lines take minutes. */
const PATIENCE = 300 * SECOND;

export interface OrganizationFigures {
  readonly organizations: number;
  /** From the click on the tab, of a page opened anew, to the first fifty rows. */
  readonly firstRowsMedianMs: number;
  readonly firstRowsSlowestMs: number;
  /** From the first letters, which read the whole list, to what they find; then of the next search, which reads nothing. */
  readonly firstSearchMs: number;
  readonly nextSearchMs: number;
  /** From the file, a line an organization, to what each line would do; then from the click to the last line recorded. */
  readonly dryRunMs: number;
  readonly importMs: number;
}

/** Opens the page, searches and imports a plan for each organization, in a real browser. */
export async function measureOrganizations(): Promise<OrganizationFigures> {
  // Calls a second are measured as they come, since the site's clock may stand still between two.
  const open = await openSite({ seed: false, stage: { jiraOptions: { limits: { now: () => Date.now() } } } });
  try {
    const { jira } = open.site.world().stage;
    for (let n = 1; n <= COUNT; n += 1) {
      jira.addOrganization({ name: nameOf(n), memberIds: [], projectKeys: [] });
    }
    const times: number[] = [];
    for (let round = 1; round < ROUNDS; round += 1) {
      const { page, millis } = await openOrganizations(open);
      times.push(millis);
      await page.context().close();
    }
    const { page, millis } = await openOrganizations(open);
    times.push(millis);
    times.sort((a, b) => a - b);
    return {
      organizations: Object.keys(jira.state().organizations).length,
      firstRowsMedianMs: times[ROUNDS >> 1] ?? NaN,
      firstRowsSlowestMs: times.at(-1) ?? NaN,
      ...(await search(page)),
      ...(await importPlans(page)),
    };
  } finally {
    await open.close();
  }
}

/** What the project promises of these figures. */
export function organizationTargets({ firstRowsMedianMs }: OrganizationFigures): readonly Target[] {
  return [
    {
      what: 'first rows of 5,000 organizations: under 1 s',
      found: `${firstRowsMedianMs.toFixed(0)} ms`,
      isMet: firstRowsMedianMs < SECOND,
    },
  ];
}

const nameOf = (n: number): string => `Établissement ${String(n).padStart(4, '0')}`;

async function openOrganizations(open: OpenSite): Promise<{ readonly page: Page; readonly millis: number }> {
  const { page, context } = await open.enter();
  await context.addCookies([{ name: 'person', value: 'admin', url: open.site.origin }]);
  await page.goto('/admin');
  await framesReady(page);
  const frame = moduleFrame(page, 'admin-page');
  const tab = frame.getByRole('tab', { name: 'Organizations' });
  const millis = await timed(async () => {
    await tab.click();
    await frame.getByText('50 organizations shown').waitFor();
  });
  return { page, millis };
}

async function search(page: Page): Promise<Pick<OrganizationFigures, 'firstSearchMs' | 'nextSearchMs'>> {
  const frame = moduleFrame(page, 'admin-page');
  const box = frame.getByRole('searchbox', { name: 'Search by name' });
  const find = (n: number): Promise<number> =>
    timed(async () => {
      await box.fill(nameOf(n));
      await frame.locator('.organization').getByText(nameOf(n)).waitFor({ timeout: PATIENCE });
    });
  return { firstSearchMs: await find(4_900), nextSearchMs: await find(4_321) };
}

async function importPlans(page: Page): Promise<Pick<OrganizationFigures, 'dryRunMs' | 'importMs'>> {
  const frame = moduleFrame(page, 'admin-page');
  await frame.getByRole('button', { name: 'Import from CSV' }).click();
  const lines = Array.from({ length: COUNT }, (_none, i) => `${nameOf(i + 1)},PLUS,2025-01-01,`);
  const buffer = Buffer.from(['Organization,Plan,From,To', ...lines].join('\r\n'));
  const dryRunMs = await timed(async () => {
    await frame.getByLabel('CSV file').setInputFiles({ name: 'plans.csv', mimeType: 'text/csv', buffer });
    await frame.getByText(/^5,000 lines would be applied/).waitFor({ timeout: PATIENCE });
  });
  const importMs = await timed(async () => {
    await frame.getByRole('button', { name: /^Apply/ }).click();
    await frame.getByText(/^Recorded: 5,000/).waitFor({ timeout: PATIENCE });
  });
  return { dryRunMs, importMs };
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
