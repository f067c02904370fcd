import { StorageMeter } from '../../sandbox/platform/storage-meter';
import { startFixture, START, type Fixture, type Outcome } from './fixture';

let fixture: Fixture;
const drive: Fixture['drive'] = (steps, caller) => fixture.drive(steps, caller);
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.platform.close());
/** Each test has a minute of its own, so that none meets another's share of the rates. */
let minute = 0;
beforeEach(() => {
  minute += 1;
  fixture.clock.set(START + minute * 60_000);
});

const codes = (outcomes: Outcome[]) => outcomes.map(({ error }) => error?.code);
const nested = (depth: number): unknown => (depth === 0 ? 1 : { d: nested(depth - 1) });

describe('a plain value', () => {
  it('is read with its times where they are asked for', async () => {
    const outcomes = await drive([
      ['kvs.set', 'times', 1],
      ['kvs.get', 'times', { metadataFields: ['CREATED_AT', 'UPDATED_AT'] }],
    ]);
    const { createdAt, updatedAt } = outcomes[1]?.value as { createdAt: number; updatedAt: number };
    expect(createdAt).toBe(updatedAt);
    expect(Math.abs(createdAt - fixture.clock.now())).toBeLessThan(5_000);
  });

  it('is created once under FAIL_IF_EXISTS', async () => {
    const lock = ['kvs.set', 'lock', 'mine', { keyPolicy: 'FAIL_IF_EXISTS' }] as [string, ...unknown[]];
    const outcomes = await drive([lock, lock]);
    expect(outcomes.map(({ error }) => error?.status)).toEqual([undefined, 409]);
    expect(codes(outcomes)).toEqual([undefined, 'KEY_CONFLICT']);
  });

  it('gives back what stood before, or what stands now', async () => {
    const returning = (returnValue: string) => ({ keyPolicy: 'OVERRIDE', returnValue });
    const outcomes = await drive([
      ['kvs.set', 'back', 1],
      ['kvs.set', 'back', 2, returning('PREVIOUS')],
      ['kvs.set', 'back', 3, returning('LATEST')],
    ]);
    expect(outcomes.map(({ value }) => value)).toEqual([
      undefined,
      { key: 'back', value: 1 },
      { key: 'back', value: 3 },
    ]);
  });

  it('is still there after its time to live, until the cloud would have deleted it', async () => {
    await drive([['kvs.set', 'brief', 'x', { ttl: { value: 1, unit: 'MINUTES' } }]]);
    const now = fixture.clock.now();
    fixture.clock.set(now + 47 * 3_600_000);
    const [before] = await drive([['kvs.get', 'brief']]);
    fixture.clock.set(now + 49 * 3_600_000);
    const [after] = await drive([['kvs.get', 'brief']]);
    expect([before?.value, after?.value]).toEqual(['x', undefined]);
  });

  it.each<[string, unknown[], string]>([
    ['an empty key', ['', 1], 'EMPTY_KEY'],
    ['a key of 501 characters', ['k'.repeat(501), 1], 'KEY_TOO_LONG'],
    ['a key with a slash', ['a/b', 1], 'INVALID_KEY'],
    ['more than 240 KiB', ['big', 'x'.repeat(240 * 1024)], 'MAX_SIZE'],
    ['32 levels', ['deep', nested(32)], 'MAX_DEPTH'],
    ['no value', ['none'], 'INVALID_ENTITY_VALUE'],
    ['more than a year to live', ['old', 1, { ttl: { value: 400, unit: 'DAYS' } }], 'INVALID_OPTIONS'],
    ['an unknown policy', ['policy', 1, { keyPolicy: 'MERGE' }], 'INVALID_OPTIONS'],
  ])('is refused with %s', async (_what, args, code) => {
    expect(codes(await drive([['kvs.set', ...args]]))).toEqual([code]);
  });

  it('is taken with a key of 500 characters, 31 levels', async () => {
    expect(codes(await drive([['kvs.set', 'k'.repeat(500), nested(31)]]))).toEqual([undefined]);
  });

  it('is found page by page by the beginning of its key', async () => {
    await drive(['a', 'b', 'c'].map((name) => ['kvs.set', `page:${name}`, name]));
    const [first] = await drive([['kvs.query', 'page:', 2]]);
    const page = first?.value as { results: { key: string }[]; nextCursor: string };
    const [second] = await drive([['kvs.query', 'page:', 2, page.nextCursor]]);
    expect(page.results.map(({ key }) => key)).toEqual(['page:a', 'page:b']);
    expect(second?.value).toEqual({ results: [{ key: 'page:c', value: 'c' }] });
  });

  it('is kept apart from a secret of the same key', async () => {
    const outcomes = await drive([
      ['kvs.setSecret', 'token', 's'],
      ['kvs.get', 'token'],
      ['kvs.getSecret', 'token'],
      ['kvs.deleteSecret', 'token'],
      ['kvs.getSecret', 'token'],
    ]);
    expect(outcomes.map(({ value }) => value)).toEqual([undefined, undefined, 's', undefined, undefined]);
  });
});

describe('a batch', () => {
  it('says which items it could not take', async () => {
    const [set, get] = await drive([
      [
        'kvs.batchSet',
        [
          { key: 'b1', value: 1 },
          { key: 'b2', value: { rev: 1 }, entityName: 'ticket' },
          { key: 'b/3', value: 3 },
        ],
      ],
      ['kvs.batchGet', [{ key: 'b1' }, { key: 'b2', entityName: 'ticket' }, { key: 'b9' }]],
    ]);
    expect(set?.value).toMatchObject({
      successfulKeys: [{ key: 'b1' }, { key: 'b2', entityName: 'ticket' }],
      failedKeys: [{ key: 'b/3', error: { code: 'INVALID_KEY' } }],
    });
    expect(get?.value).toMatchObject({
      successfulKeys: [
        { key: 'b1', value: 1 },
        { key: 'b2', value: { rev: 1 } },
      ],
      failedKeys: [{ key: 'b9', error: { code: 'KEY_NOT_FOUND' } }],
    });
  });

  it('deletes what is there and what is not', async () => {
    const [outcome] = await drive([['kvs.batchDelete', [{ key: 'b1' }, { key: 'gone' }]]]);
    expect(outcome?.value).toMatchObject({ successfulKeys: [{ key: 'b1' }, { key: 'gone' }], failedKeys: [] });
  });

  it('has at most 25 items', async () => {
    const items = Array.from({ length: 26 }, (_, n) => ({ key: `n${n}`, value: n }));
    expect(codes(await drive([['kvs.batchSet', items]]))).toEqual(['INVALID_BATCH']);
  });

  it('may be asked for 45 times a minute', async () => {
    const outcomes = await drive(Array.from({ length: 46 }, () => ['kvs.batchGet', [{ key: 'b1' }]]));
    expect(outcomes.slice(0, 45).every(({ error }) => error === undefined)).toBe(true);
    expect(outcomes[45]?.error).toMatchObject({ code: 'RATE_LIMIT_EXCEEDED', status: 429 });
  });
});

describe('a transaction', () => {
  const rev = (value: number) => ({ mode: 'and', items: [['rev', 'equalTo', value]] });
  const ticket = (key: string, value: number, conditions?: object) => ({
    kind: 'set',
    key,
    value: { rev: value },
    entityName: 'ticket',
    ...(conditions === undefined ? {} : { conditions }),
  });

  it('writes where its conditions hold', async () => {
    const outcomes = await drive([
      ['kvs.transact', [ticket('t1', 1), { kind: 'set', key: 'plain', value: 1 }]],
      ['kvs.transact', [ticket('t1', 2, rev(1)), { kind: 'delete', key: 'plain' }]],
      ['entity.get', 'ticket', 't1'],
      ['kvs.get', 'plain'],
    ]);
    expect(codes(outcomes)).toEqual([undefined, undefined, undefined, undefined]);
    expect(outcomes.slice(2).map(({ value }) => value)).toEqual([{ rev: 2 }, undefined]);
  });

  it('writes nothing where one condition does not hold', async () => {
    const outcomes = await drive([
      ['entity.set', 'ticket', 't2', { rev: 1 }],
      ['entity.set', 'ticket', 't3', { rev: 5 }],
      ['kvs.transact', [ticket('t2', 2, rev(1)), ticket('t3', 6, rev(4))]],
      ['entity.get', 'ticket', 't2'],
    ]);
    expect(outcomes[2]?.error).toMatchObject({ code: 'CONDITION_CHECK_FAILED', status: 409 });
    expect(outcomes[3]?.value).toEqual({ rev: 1 });
  });

  it('creates a row only where none is', async () => {
    const create = ticket('t4', 1, { mode: 'and', items: [['rev', 'notExists']] });
    expect(
      codes(
        await drive([
          ['kvs.transact', [create]],
          ['kvs.transact', [create]],
        ]),
      ),
    ).toEqual([undefined, 'CONDITION_CHECK_FAILED']);
  });

  it('lets one of two writers of one revision win', async () => {
    await drive([['entity.set', 'ticket', 'race', { rev: 1 }]]);
    const writers = Array.from({ length: 12 }, () => drive([['kvs.transact', [ticket('race', 2, rev(1))]]]));
    const outcomes = (await Promise.all(writers)).flat();
    expect(outcomes.filter(({ error }) => error === undefined)).toHaveLength(1);
  });

  it.each<[string, unknown[], string]>([
    ['26 operations', Array.from({ length: 26 }, (_, n) => ticket(`x${n}`, 1)), 'INVALID_TRANSACTION'],
    ['a key named twice', [ticket('same', 1), ticket('same', 2)], 'INVALID_TRANSACTION'],
    ['nothing to do', [], 'INVALID_TRANSACTION'],
    ['an undeclared entity', [{ ...ticket('x', 1), entityName: 'lost' }], 'ENTITY_NOT_FOUND'],
    [
      'a condition on an undeclared attribute',
      [ticket('x', 1, { mode: 'and', items: [['due', 'exists']] })],
      'INVALID_QUERY',
    ],
  ])('is refused with %s', async (_what, operations, code) => {
    expect(codes(await drive([['kvs.transact', operations]]))).toEqual([code]);
  });
});

describe('the rates of storage', () => {
  it.each([
    ['written', (meter: StorageMeter) => meter.write([200 * 1024])],
    ['read', (meter: StorageMeter) => meter.read(200 * 1024)],
  ])('are 4,000 units of 10 KB %s a minute', (_what, use) => {
    let now = START;
    const meter = new StorageMeter(() => now, true);
    for (let times = 0; times < 200; times += 1) use(meter);
    expect(() => use(meter)).toThrow(expect.objectContaining({ code: 'RATE_LIMIT_EXCEEDED', status: 429 }) as Error);
    now += 60_000;
    expect(() => use(meter)).not.toThrow();
  });

  it('are not held where the site does not want them', () => {
    const meter = new StorageMeter(() => START, false);
    for (let times = 0; times < 300; times += 1) meter.write([200 * 1024]);
    expect(meter.counts.writes).toBe(6_000);
  });

  it('count what is read and written', async () => {
    const before = fixture.platform.counters();
    await drive([
      ['kvs.set', 'counted', 'x'.repeat(15 * 1024)],
      ['kvs.get', 'counted'],
      ['kvs.get', 'absent'],
    ]);
    const after = fixture.platform.counters();
    const grown = (name: string) => after[name]! - before[name]!;
    expect([grown('storage.writes'), grown('storage.reads')]).toEqual([2, 3]);
    expect([grown('storage.writeBytes'), grown('storage.readBytes')]).toEqual([15_362, 15_362 + 1_024]);
  });
});
