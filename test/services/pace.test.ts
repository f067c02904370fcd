import { MINUTE, SECOND } from '../../src/core/time/instant';
import { FLAGS_A_MINUTE, pace } from '../../src/services/pace';
import type { TicketRow } from '../../src/services/ports';

const NOW = Date.UTC(2025, 11, 9, 15);

function rows(count: number, at: (index: number) => number, rank: (index: number) => number = () => 0): TicketRow[] {
  return Array.from({ length: count }, (_none, index): TicketRow => ({
    issueId: String(index),
    projectId: '10000',
    state: 'open',
    nextAt: at(index),
    rev: 1,
    handled: [],
    reporterOrganizationIds: null,
    organizationIds: [],
    ahead: [],
    status: 'running',
    policyVersion: 1,
    seenUpdatedAt: 0,
    priorityRank: rank(index),
  }));
}

const countBy = (delays: readonly number[], length: number): readonly number[] => {
  const counts = new Map<number, number>();
  for (const delay of delays) counts.set(Math.floor(delay / length), (counts.get(Math.floor(delay / length)) ?? 0) + 1);
  return [...counts.values()];
};

describe('a few flags', () => {
  it('fire at their own second, those that are late at once', () => {
    const few = rows(3, (index) => NOW + (index - 1) * 1500);
    expect(pace(few, NOW).map(({ delay }) => delay)).toEqual([0, 0, 2 * SECOND]);
  });
});

describe('a burst', () => {
  const burst = rows(
    16_000,
    (index) => NOW + (index % 300) * SECOND,
    (index) => 3 - (Math.floor(index / 300) % 4),
  );
  const paced = pace(burst, NOW);
  const delays = paced.map(({ delay }) => delay);

  it('goes out whole, and nothing before its time', () => {
    expect(paced).toHaveLength(16_000);
    const early = paced.filter(({ issueId, delay }) => NOW + delay < (burst[Number(issueId)]?.nextAt ?? Infinity));
    expect(early).toEqual([]);
  });

  it('keeps to what a minute takes, a hundred rows an event', () => {
    expect(Math.max(...countBy(delays, MINUTE))).toBeLessThanOrEqual(FLAGS_A_MINUTE);
    expect(Math.max(...countBy(delays, 3 * SECOND))).toBeLessThanOrEqual(100);
  });

  it('ends within two sweeps', () => {
    expect(Math.max(...delays)).toBeLessThan(10 * MINUTE);
  });

  it('lets the most urgent keep their time; the others wait, in the order of their priority', () => {
    const worst = [0, 1, 2, 3].map((rank) =>
      Math.max(
        ...paced.map(({ issueId, delay }) => {
          const row = burst[Number(issueId)];
          return row?.priorityRank === rank ? NOW + delay - (row.nextAt ?? 0) : 0;
        }),
      ),
    );
    expect(worst[0]).toBeLessThanOrEqual(3 * SECOND);
    expect([...worst].sort((a, b) => a - b)).toEqual(worst);
  });
});

it('what finds no place within a quarter of an hour is left to the next sweep', () => {
  const paced = pace(
    rows(40_000, () => NOW),
    NOW,
  );
  expect(paced).toHaveLength(30_100);
  expect(Math.max(...paced.map(({ delay }) => delay))).toBe(15 * MINUTE);
});
