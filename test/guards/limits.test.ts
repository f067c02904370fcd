/**
 * The README's table of limits and prices, worked out anew from what it assumes and from what is counted on the stand-ins
 * (test/site/pipeline/counts.test.ts). Limits and prices are Forge's and Jira's of August 2026.
 */
import { readFileSync } from 'node:fs';

const section = readFileSync('README.md', 'utf8').split('### Limits and prices')[1]?.split('###')[0] ?? '';

const DAYS = 21;
const TICKETS_A_DAY = 10;
const SHARE_OF_BUSIEST_HOUR = 1 / 5;

/** What happens to a ticket: how often, how many functions that takes, and how many calls and points each time. */
const LIFE = [
  { what: 'its creation', times: 1, functions: 2, calls: 3, points: 4 },
  { what: '6 events that move clocks', times: 6, functions: 2, calls: 3, points: 4 },
  { what: '6 that do not', times: 6, functions: 2, calls: 1, points: 2 },
  { what: '2 flags with a comment', times: 2, functions: 1, calls: 2, points: 4 },
  { what: '4 looks of agents', times: 4, functions: 1, calls: 2, points: 11 },
  { what: '2 of its customer', times: 2, functions: 1, calls: 2, points: 4 },
];
const perTicket = (of: (part: (typeof LIFE)[number]) => number): number =>
  LIFE.reduce((sum, part) => sum + part.times * of(part), 0);

const POINTS = perTicket(({ points }) => points);
const SECONDS = perTicket(({ functions, calls }) => functions * 0.1 + calls * 0.2);
const MEMORY_GB = 0.25;
/** 8,640 sweeps of 0.1 s. */
const SWEEPS_GB_SECONDS = 8_640 * 0.1 * MEMORY_GB;
const [WRITTEN_GB, READ_GB] = [13e-6, 100e-6];

const usd = (used: number, free: number, price: number): number => Math.max(0, used - free) * price;

/** Figures as the README writes them. */
const rounded = (value: number, digits: number): string => Number(value.toPrecision(digits)).toLocaleString('en-US');

function rowOf(agents: number): readonly string[] {
  const tickets = agents * TICKETS_A_DAY;
  const month = tickets * DAYS;
  const gbSeconds = month * SECONDS * MEMORY_GB + SWEEPS_GB_SECONDS;
  const price =
    usd(gbSeconds, 200_000, 0.000025) + usd(month * WRITTEN_GB, 0.1, 1.09) + usd(month * READ_GB, 0.1, 0.055);
  const [written, read] = [month * WRITTEN_GB, month * READ_GB];
  return [
    rounded(agents, 4),
    rounded(tickets, 5),
    rounded(tickets * SHARE_OF_BUSIEST_HOUR * POINTS, 3),
    rounded(month * perTicket(({ functions }) => (functions === 2 ? 1 : 0)), 3),
    rounded(gbSeconds, 2),
    `${written < 0.1 ? `${rounded(written * 1_000, 2)} MB` : `${rounded(written, 2)} GB`}, ${rounded(read, 2)} GB`,
    price.toFixed(2),
  ];
}

it('assumes what is counted here', () => {
  expect(LIFE.filter(({ what }) => !section.includes(what))).toEqual([]);
  expect(section).toContain(`(${String(POINTS)} points)`);
});

it.each([10, 100, 1_000])('%i agents', (agents) => {
  const rows = section.split('\n').filter((line) => /^\|\s+[\d,]+ \|/.test(line));
  expect(
    rows.map((row) =>
      row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    ),
  ).toContainEqual(rowOf(agents));
});

/** How many agents of that kind a quota carries, which grows with the users of a site; rounded down to ten. */
function agentsWithin(base: number, perUser: number): number {
  const pointsOfAnAgent = TICKETS_A_DAY * SHARE_OF_BUSIEST_HOUR * POINTS;
  return Math.floor(base / (pointsOfAnAgent - perUser) / 10) * 10;
}

it.each([
  ['of all sites together', 65_000, 0],
  ['of a site on Standard', 100_000, 10],
  ['on Premium', 130_000, 20],
  ['on Enterprise', 150_000, 30],
])('agents that the quota %s carries', (_what, base, perUser) => {
  expect(section).toMatch(new RegExp(`\\b${String(agentsWithin(base, perUser))}\\b`));
});
