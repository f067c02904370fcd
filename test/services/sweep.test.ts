import { MINUTE } from '../../src/core/time/instant';
import { FLAGS_A_MINUTE } from '../../src/services/pace';
import { BusyError, type TicketRow } from '../../src/services/ports';
import { sweep } from '../../src/services/sweep';
import { memorySite, type Memory } from '../builders/memory-ports';
import { instant } from '../builders/ticket';

const NOW = instant('2025-12-09T10:00 Toronto');

let site: Memory;
beforeEach(() => {
  site = memorySite(NOW);
});

function rows(count: number, nextAt: number, priorityRank = 0): void {
  const first = site.rows.size;
  for (let index = first; index < first + count; index += 1) {
    const row: TicketRow = {
      issueId: String(index),
      projectId: '10000',
      state: 'open',
      nextAt,
      rev: 1,
      handled: [],
      reporterOrganizationIds: null,
      organizationIds: [],
      ahead: [],
      status: 'running',
      policyVersion: 1,
      seenUpdatedAt: 0,
      priorityRank,
    };
    site.rows.set(row.issueId, row);
  }
}

describe('a sweep', () => {
  it('with nothing due reads one page and no more', async () => {
    rows(3, NOW + 7 * MINUTE);
    expect(await sweep(site.ports)).toEqual({ fired: 0, late: 0 });
    expect(site.calls).toEqual(['tickets.dueBy']);
  });

  it.each([
    ['an hour', 60 * MINUTE],
    ['a day', 24 * 60 * MINUTE],
  ])('missed for %s finds what passed, and says how late', async (_case, missed) => {
    rows(1, NOW - missed);
    expect(await sweep(site.ports)).toEqual({ fired: 1, late: missed });
    expect(site.fired).toEqual([{ issueId: '0', delay: 0 }]);
  });
});

describe('a burst', () => {
  beforeEach(() => rows(FLAGS_A_MINUTE + 500, NOW));

  it('is not pushed again while it is under way, and again when it should be over', async () => {
    expect(await sweep(site.ports)).toMatchObject({ fired: FLAGS_A_MINUTE + 500 });
    const last = Math.max(...site.fired.map(({ delay }) => delay));
    site.now = NOW + last;
    expect(await sweep(site.ports)).toEqual({ fired: 0, late: 0 });
    site.now = NOW + last + MINUTE;
    expect((await sweep(site.ports)).fired).toBe(FLAGS_A_MINUTE + 500);
  });

  it('does not hide what comes due after it', async () => {
    await sweep(site.ports);
    rows(1, NOW + 6 * MINUTE + 1);
    site.now = NOW + 1;
    site.fired.length = 0;
    await sweep(site.ports);
    expect(site.fired).toHaveLength(1);
  });

  it('that the queue refuses part way leaves the rest to the next sweep, with no error', async () => {
    rows(2_000, NOW);
    let pushes = 0;
    site.before = (name) => {
      if (name !== 'queue.fire') return;
      pushes += 1;
      if (pushes === 2) throw new BusyError('push-fire-threshold', MINUTE);
    };
    const { fired } = await sweep(site.ports);
    expect(fired).toBe(site.fired.length);
    expect(fired).toBeLessThan(FLAGS_A_MINUTE + 2_500);
    expect(site.burst).toBeNull();
  });
});
