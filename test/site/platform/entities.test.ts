import { seededRandom } from '../../sandbox/platform/random';
import { startFixture, START, type Fixture, type Outcome } from './fixture';

let fixture: Fixture;
const drive: Fixture['drive'] = (steps, caller) => fixture.drive(steps, caller);

const codes = (outcomes: Outcome[]) => outcomes.map(({ error }) => error?.code);
const query = (request: object): [string, ...unknown[]] => ['entity.query', 'ticket', request];
const keysOf = (outcome: Outcome | undefined) =>
  (outcome?.value as { results: { key: string }[] } | undefined)?.results.map(({ key }) => key);

describe('rows of an entity', () => {
  beforeAll(async () => {
    fixture = await startFixture();
    const row = (key: string, state: string, nextAt: number | null, more: object = {}): [string, ...unknown[]] => [
      'entity.set',
      'ticket',
      key,
      { state, projectId: '10000', ...(nextAt === null ? {} : { nextAt }), ...more },
    ];
    await drive([
      row('a', 'open', START + 30, { rev: 1, isOpen: true }),
      row('b', 'open', START + 10, { rev: 2, isOpen: true }),
      row('c', 'open', START + 20, { rev: 3, isOpen: false }),
      row('d', 'done', START + 15),
      row('e', 'open', null),
    ]);
  });
  afterAll(() => fixture.platform.close());

  it.each<[string, object, string[]]>([
    ['of one partition, by the range', { index: 'by-next', partition: ['open'] }, ['b', 'c', 'a']],
    ['backwards', { index: 'by-next', partition: ['open'], sort: 'DESC' }, ['a', 'c', 'b']],
    ['up to an instant', { index: 'by-next', partition: ['open'], where: ['lessThanEqualTo', START + 20] }, ['b', 'c']],
    ['after an instant', { index: 'by-next', partition: ['open'], where: ['greaterThan', START + 20] }, ['a']],
    ['between instants', { index: 'by-next', partition: ['open'], where: ['between', START + 15, START + 25] }, ['c']],
    ['of a partition of two attributes', { index: 'by-project', partition: ['10000', 'done'] }, ['d']],
    [
      'of a plain index, without a partition',
      { index: 'projectId', where: ['equalTo', '10000'] },
      ['a', 'b', 'c', 'd', 'e'],
    ],
    ['of an empty partition', { index: 'by-next', partition: ['unknown'] }, []],
    [
      'that pass a filter',
      { index: 'by-next', partition: ['open'], filters: { mode: 'and', items: [['isOpen', 'equalTo', true]] } },
      ['b', 'a'],
    ],
    [
      'that pass one of two filters',
      {
        index: 'by-next',
        partition: ['open'],
        filters: {
          mode: 'or',
          items: [
            ['rev', 'equalTo', 1],
            ['rev', 'greaterThan', 2],
          ],
        },
      },
      ['c', 'a'],
    ],
  ])('are found %s', async (_how, request, keys) => {
    expect(keysOf((await drive([query(request)]))[0])).toEqual(keys);
  });

  it('come in pages of the limit, the filter applied to the page that was read', async () => {
    const request = {
      index: 'by-next',
      partition: ['open'],
      filters: { mode: 'and', items: [['rev', 'equalTo', 1]] },
      limit: 2,
    };
    const [first] = await drive([query(request)]);
    const { nextCursor } = first?.value as { nextCursor: string };
    const [second] = await drive([query({ ...request, cursor: nextCursor })]);
    expect([keysOf(first), keysOf(second)]).toEqual([[], ['a']]);
    expect(second?.value).not.toHaveProperty('nextCursor');
  });

  it('are neither lost nor read twice where one goes between two pages', async () => {
    const request = { index: 'projectId', where: ['equalTo', '10000'], limit: 2 };
    await drive([['entity.set', 'ticket', 'aa', { projectId: '10000' }]]);
    const [first] = await drive([query(request)]);
    const { nextCursor } = first?.value as { nextCursor: string };
    await drive([['entity.delete', 'ticket', 'aa']]);
    const [second] = await drive([query({ ...request, cursor: nextCursor })]);
    expect([keysOf(first), keysOf(second)]).toEqual([
      ['a', 'aa'],
      ['b', 'c'],
    ]);
  });

  it.each<[string, object, string]>([
    ['an undeclared index', { index: 'by-due', partition: ['open'] }, 'INDEX_NOT_FOUND'],
    ['no partition', { index: 'by-next' }, 'INVALID_QUERY'],
    ['half a partition', { index: 'by-project', partition: ['10000'] }, 'INVALID_QUERY'],
    ['a partition of another type', { index: 'by-next', partition: [1] }, 'INVALID_QUERY'],
    [
      'a range of another type',
      { index: 'by-next', partition: ['open'], where: ['lessThan', '2025'] },
      'INVALID_QUERY',
    ],
    ['a page of 101', { index: 'by-next', partition: ['open'], limit: 101 }, 'INVALID_QUERY'],
    [
      'a filter on an undeclared attribute',
      { index: 'by-next', partition: ['open'], filters: { mode: 'and', items: [['due', 'exists']] } },
      'INVALID_QUERY',
    ],
    ['a cursor of nowhere', { index: 'by-next', partition: ['open'], cursor: 'x' }, 'INVALID_CURSOR'],
  ])('are not found by %s', async (_what, request, code) => {
    expect(codes(await drive([query(request)]))).toEqual([code]);
  });

  it('are not found by the cursor of another query', async () => {
    const [page] = await drive([query({ index: 'by-next', partition: ['open'], limit: 1 })]);
    const { nextCursor } = page?.value as { nextCursor: string };
    const other = query({ index: 'by-next', partition: ['done'], limit: 1, cursor: nextCursor });
    expect(codes(await drive([other]))).toEqual(['INVALID_CURSOR']);
  });

  it.each<[string, object | unknown[]]>([
    ['an undeclared attribute', { due: 1 }],
    ['an empty string', { state: '' }],
    ['a number for a string', { state: 1 }],
    ['a string for a number', { nextAt: '1' }],
    ['an instant for a 32-bit integer', { rev: START }],
    ['a fraction for an integer', { rev: 1.5 }],
    ['a word for a boolean', { isOpen: 'true' }],
    ['null for a typed attribute', { nextAt: null }],
    ['a list for an object', []],
  ])('are refused with %s', async (_what, value) => {
    expect(codes(await drive([['entity.set', 'ticket', 'bad', value]]))).toEqual(['INVALID_ENTITY_VALUE']);
  });

  it('are refused of an undeclared entity', async () => {
    expect(codes(await drive([['entity.set', 'sla-clock', 'x', {}]]))).toEqual(['ENTITY_NOT_FOUND']);
  });

  it('are shown to the site', () => {
    expect(fixture.platform.peekEntity('ticket').map(({ key }) => key)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });
});

describe('an index that lags behind', () => {
  it('shows writes and deletions late, while the key tells the truth at once', async () => {
    const random = seededRandom(7);
    const lagging = await startFixture({ indexLag: () => 1_000 + random() * 1_000 });
    const open = query({ index: 'by-next', partition: ['open'] });
    const row = { state: 'open', nextAt: 1 };
    const seen = async () => keysOf((await lagging.drive([open]))[0]);
    await lagging.drive([['entity.set', 'ticket', 'a', row]]);
    const [first, [truth]] = [await seen(), await lagging.drive([['entity.get', 'ticket', 'a']])];
    lagging.clock.set(lagging.clock.now() + 3_000);
    const second = await seen();
    await lagging.drive([['entity.delete', 'ticket', 'a']]);
    const third = await seen();
    lagging.clock.set(lagging.clock.now() + 3_000);
    const fourth = await seen();
    await lagging.platform.close();
    expect(truth?.value).toEqual(row);
    expect([first, second, third, fourth]).toEqual([[], ['a'], ['a'], []]);
  });
});
