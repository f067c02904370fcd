/** A call named as a member that every object has: refused on each surface, and nothing read behind the gates. */
import { MINUTE } from '../../src/core/time/instant';
import { RESERVED_NAMES } from '../builders/reserved-names';
import { instant } from '../builders/ticket';
import { startAppSite, type AppSite } from './app-site';

let site: AppSite;
beforeAll(async () => {
  site = await startAppSite({ startAt: instant('2025-12-09T10:00 Toronto') - MINUTE });
}, 60_000);
afterAll(() => site.close());

const SURFACES = [
  'agent-panel',
  'admin-page',
  'customer-panel',
  'request-form',
  'impact',
  'sla-board',
  'sla-gadget',
] as const;

describe.each(SURFACES)('%s', (surface) => {
  it.each(RESERVED_NAMES)('%s', async (key) => {
    site.jira.resetCalls();
    // The outsider may open none of them but the field.
    expect(await site.ask(surface, site.people.outsider, key, {})).toEqual({ ok: false, code: 'refused' });
    expect(site.jira.calls()).toEqual([]);
  });
});

it('nothing of it is a failure', async () => {
  await site.platform.settle();
  expect(site.platform.takeFailures()).toEqual([]);
  expect(site.platform.logs().filter(({ level }) => level === 'error')).toEqual([]);
});
