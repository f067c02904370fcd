/** The weekly refresh of holidays, through the schedule and the admin's own bundle. */
import type { AdminPageApi } from '../../../src/contract/admin-page';
import { isAlways } from '../../../src/core/time/calendar';
import { HOUR } from '../../../src/core/time/instant';
import { instant } from '../../builders/ticket';
import { granted, startAppSite, type AppSite } from '../app-site';

/** The preset's holidays reach to 2032, and five years ahead are wanted. */
const JANUARY_2028 = instant('2028-01-04T10:00 Toronto');

jest.setTimeout(120_000);

let site: AppSite;
beforeAll(async () => {
  site = await startAppSite({ startAt: JANUARY_2028 });
}, 120_000);
afterAll(() => site.close());
afterEach(() => expect(site.platform.takeFailures()).toEqual([]));

const view = () => site.ask<AdminPageApi, 'view'>('admin-page', site.people.admin, 'view', {}).then(granted);

it('publishes the years that a calendar’s source knows and the calendar does not', async () => {
  const before = await view();
  await site.moveTo(JANUARY_2028 + HOUR);

  const after = await view();
  expect(after.published?.version).toBe((before.published?.version ?? 0) + 1);
  const calendar = after.document.calendars[after.document.defaultCalendar]?.calendar;
  const dates = calendar === undefined || isAlways(calendar) ? [] : calendar.holidays.map(({ date }) => date);
  expect(dates).toContain('2032-12-25');
  expect(dates.at(-1)).toBe('2033-12-25');
});
