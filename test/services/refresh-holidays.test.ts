import { refreshHolidays as refreshed } from '../../src/adapters/holidays/refresh-holidays';
import type { NamedCalendar, PolicyDocument } from '../../src/core/policy/document';
import { publishPolicy } from '../../src/services/publish-policy';
import { refreshHolidays, type RefreshOutcome } from '../../src/services/refresh-holidays';
import { memorySite, type Memory } from '../builders/memory-ports';
import { buildPolicy } from '../builders/policy';

const PUBLISHED = Date.UTC(2026, 0, 5);
const NEW_YEAR_2030 = Date.UTC(2030, 0, 2);

let site: Memory;
beforeEach(() => {
  site = memorySite(PUBLISHED);
});

const look = (): Promise<RefreshOutcome> => refreshHolidays(site.ports, { refreshed });

async function publish(document: PolicyDocument = buildPolicy()): Promise<void> {
  await publishPolicy(site.ports, { document, baseVersion: null, adopt: 'new-tickets' });
}

const yearsOf = ({ calendar }: NamedCalendar): readonly string[] =>
  'always' in calendar ? [] : [...new Set(calendar.holidays.map(({ date }) => date.slice(0, 4)))];

describe('holidays refreshed before they run out', () => {
  it('are published as a version that differs in nothing else, and open tickets are looked at', async () => {
    await publish();
    site.now = NEW_YEAR_2030;

    expect(await look()).toEqual({ kind: 'published', version: 2 });
    const [before, after] = [site.versions.get(1)!, site.versions.get(2)!];
    expect({ ...after.document, calendars: {} }).toEqual({ ...before.document, calendars: {} });
    expect(yearsOf(after.document.calendars['business-hours']!).at(-1)).toBe('2035');
    expect(after.document.calendars['around-the-clock']).toEqual(before.document.calendars['around-the-clock']);
    expect(after).toMatchObject({ publishedAt: NEW_YEAR_2030, trackedFrom: before.trackedFrom });
    expect(site.tracking).toMatchObject({ version: 2, versions: [{ version: 1 }, { version: 2 }] });
    expect(site.jobs.at(-1)).toMatchObject({ runId: 'recompute:2' });
  });

  it('once: the next look finds nothing to add', async () => {
    await publish();
    site.now = NEW_YEAR_2030;
    await look();

    expect(await look()).toEqual({ kind: 'unchanged' });
    expect(site.versions.size).toBe(2);
  });

  it('not while they reach far enough', async () => {
    await publish();

    expect(await look()).toEqual({ kind: 'unchanged' });
  });

  it('not before the first publication', async () => {
    expect(await look()).toEqual({ kind: 'not-configured' });
  });

  it('a publication in the same moment wins', async () => {
    await publish();
    site.now = NEW_YEAR_2030;
    site.before = (call) => {
      if (call === 'policies.publish') site.versions.set(2, site.versions.get(1)!);
    };

    expect(await look()).toEqual({ kind: 'overtaken' });
    expect(site.tracking).toMatchObject({ version: 1 });
  });

  it('a calendar whose source is not known is left as it is, the others are refreshed', async () => {
    const policy = buildPolicy();
    const lost = { ...policy.calendars['business-hours']!, holidaySource: { country: 'ZZ', region: null } };
    await publish({ ...policy, calendars: { ...policy.calendars, lost } });
    site.now = NEW_YEAR_2030;

    expect(await look()).toEqual({ kind: 'published', version: 2 });
    const { calendars } = site.versions.get(2)!.document;
    expect(calendars['lost']).toEqual(lost);
    expect(yearsOf(calendars['business-hours']!).at(-1)).toBe('2035');
  });
});
