/** Which stored results a figure of the report is about, and how they stand together in its rows. */
import { groupingKey, groupResults, selectResults } from '../../../src/core/report/select-results';
import { buildResult } from './results';

const plus = buildResult({ issueId: '1', organizationId: '7', plan: 'PLUS', priority: 'P1' });
const base = buildResult({ issueId: '2', organizationId: '8', plan: 'BASE', priority: 'P2' });
const bare = buildResult({ issueId: '3', organizationId: null, plan: null, priority: null });
const elsewhere = buildResult({ issueId: '4', projectId: '20000' });
const all = [plus, base, bare, elsewhere];

describe('the results of a project', () => {
  it.each([
    { filter: {}, chosen: ['1', '2', '3'] },
    { filter: { organizationId: '7' }, chosen: ['1'] },
    { filter: { organizationId: null }, chosen: ['3'] },
    { filter: { plan: 'BASE' }, chosen: ['2'] },
    { filter: { plan: null }, chosen: ['3'] },
    { filter: { priority: 'P1' }, chosen: ['1'] },
    { filter: { priority: null }, chosen: ['3'] },
    { filter: { organizationId: '7', plan: 'BASE' }, chosen: [] },
    { filter: { organizationId: '8', plan: 'BASE', priority: 'P1' }, chosen: [] },
  ])('under $filter are $chosen', ({ filter, chosen }) => {
    expect(selectResults(all, '10000', filter).map(({ issueId }) => issueId)).toEqual(chosen);
  });

  it.each([
    {
      by: 'organization',
      rows: [
        ['7', 1],
        ['8', 1],
        [null, 1],
      ],
    },
    {
      by: 'plan',
      rows: [
        ['PLUS', 1],
        ['BASE', 2],
        [null, 1],
      ],
    },
    {
      by: 'priority',
      rows: [
        ['P1', 1],
        ['P2', 2],
        [null, 1],
      ],
    },
  ] as const)('stand together by $by as they were met', ({ by, rows }) => {
    const results = by === 'organization' ? [plus, base, bare] : all;
    const groups = groupResults(results, (result) => groupingKey(result, by));
    expect([...groups].map(([key, group]) => [key, group.length])).toEqual(rows);
  });
});
