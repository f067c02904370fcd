import { dueThresholds, nextThreshold } from '../../../src/core/clock/thresholds';
import type { PolicyDocument, PolicyVersion } from '../../../src/core/policy/document';
import { buildPolicy, buildPolicyVersion } from '../../builders/policy';
import { instant } from '../../builders/ticket';
import { entries, fold, foldClock } from './folding';

/** P1 on BASE: response 1 h from 10:00, resolution 8 h, due on Wednesday at 10:00. */
const P1 = { createdAt: '2025-12-09T10:00 Toronto', impact: 'extended', urgency: 'critical' };
const at = (time: string, day = '09'): string => `2025-12-${day}T${time} Toronto`;
const named = (key: string): string => `${key.split(':')[0] ?? ''} ${key.split(':').at(-1) ?? ''}`;
const withThresholds = (...thresholds: PolicyDocument['thresholds']): PolicyVersion[] => [
  buildPolicyVersion(buildPolicy({ thresholds })),
];

describe('thresholds in percent of the target or in working time left, then breach', () => {
  it.each<[string, PolicyDocument['thresholds'], [string, string][]]>([
    [
      '75 % and 90 % by default',
      buildPolicy().thresholds,
      [
        ['75%', at('16:00')],
        ['90%', at('09:12', '10')],
        ['breach', at('10:00:00.001', '10')],
      ],
    ],
    [
      'an hour left',
      [{ kind: 'remaining', remaining: { unit: 'hours', amount: 1 } }],
      [
        ['-1h', at('09:00', '10')],
        ['breach', at('10:00:00.001', '10')],
      ],
    ],
    [
      'an hour and a half left',
      [{ kind: 'remaining', remaining: { unit: 'minutes', amount: 90 } }],
      [
        ['-1h30m', at('16:30')],
        ['breach', at('10:00:00.001', '10')],
      ],
    ],
    [
      'a working day left of a working day: at once',
      [{ kind: 'remaining', remaining: { unit: 'days', amount: 1 } }],
      [
        ['-1d', at('10:00')],
        ['breach', at('10:00:00.001', '10')],
      ],
    ],
    [
      'more left than the whole target: at once',
      [{ kind: 'remaining', remaining: { unit: 'hours', amount: 9 } }],
      [
        ['-9h', at('10:00')],
        ['breach', at('10:00:00.001', '10')],
      ],
    ],
    [
      'a part of a percent: at the first millisecond that reaches it',
      [{ kind: 'percent', percent: 33.3333 }],
      [
        ['33.3333%', at('12:39:59.991')],
        ['breach', at('10:00:00.001', '10')],
      ],
    ],
    [
      'beyond the target',
      [{ kind: 'percent', percent: 125 }],
      [
        ['breach', at('10:00:00.001', '10')],
        ['125%', at('12:00', '10')],
      ],
    ],
    [
      'in their order, however listed',
      [
        { kind: 'percent', percent: 90 },
        { kind: 'percent', percent: 50 },
      ],
      [
        ['50%', at('14:00')],
        ['90%', at('09:12', '10')],
        ['breach', at('10:00:00.001', '10')],
      ],
    ],
    ['none: only the breach', [], [['breach', at('10:00:00.001', '10')]]],
  ])('%s', (_what, thresholds, expected) => {
    const clock = foldClock('resolution', { ...P1, policies: withThresholds(...thresholds), now: P1.createdAt });

    expect(clock.thresholds.map((threshold) => [threshold.key.split(':').at(-1), threshold.at])).toEqual(
      expected.map(([text, when]) => [text, instant(when)]),
    );
  });

  it('at closing time, where the working time for it ends there', () => {
    const { thresholds } = foldClock('resolution', { ...P1, createdAt: at('10:30'), now: at('10:30') });

    expect(thresholds[0]?.at).toBe(instant(at('16:30')));
  });

  it('those reached before a stop keep their time, the others have none', () => {
    const edits = [{ at: at('09:00', '10'), statusId: 'resolved' }];
    const { thresholds } = foldClock('resolution', { ...P1, edits, now: at('12:00', '10') });

    expect(thresholds.map((threshold) => threshold.at)).toEqual([instant(at('16:00')), null, null]);
  });
});

describe('the flag key is metric : cycle : fingerprint : threshold', () => {
  it('for each threshold', () => {
    const { thresholds, goal } = foldClock('resolution', { ...P1, now: P1.createdAt });

    expect(thresholds.map(({ key }) => key)).toEqual(
      ['75%', '90%', 'breach'].map((threshold) => `resolution:1:${goal?.fingerprint ?? ''}:${threshold}`),
    );
  });

  it('differs by target and by calendar, not by priority or plan', () => {
    const fingerprint = (spec: object): string | undefined =>
      foldClock('resolution', { ...P1, now: P1.createdAt, ...spec }).goal?.fingerprint;
    const [p1, p2, again] = [fingerprint({}), fingerprint({ urgency: 'high' }), fingerprint({})];

    expect(p1).toBe(again);
    expect(p1).not.toBe(p2);
  });
});

describe('near breach from the first threshold', () => {
  it.each([
    [at('15:59:59.999'), 'running'],
    [at('16:00'), 'near-breach'],
    [at('10:00', '10'), 'near-breach'],
    [at('10:00:00.001', '10'), 'breached'],
  ])('at %s: %s', (now, state) => {
    expect(foldClock('resolution', { ...P1, now }).state).toBe(state);
  });

  it('without warnings a clock is running up to its very due time', () => {
    expect(foldClock('resolution', { ...P1, policies: withThresholds(), now: at('10:00', '10') })).toMatchObject({
      state: 'running',
      remainingTime: 0,
    });
  });

  it('no longer once a retarget gives more time', () => {
    const edits = [{ at: at('16:10'), urgency: 'high' }];

    expect(foldClock('resolution', { ...P1, edits, now: at('16:20') }).state).toBe('running');
  });

  it.each([
    ['paused before the breach', at('16:10'), 'paused'],
    ['a breached clock that pauses stays breached', at('11:00', '10'), 'breached'],
  ])('%s', (_what, when, state) => {
    const edits = [{ at: when, statusId: 'waiting' }];

    expect(foldClock('resolution', { ...P1, edits, now: at('12:00', '11') })).toMatchObject({
      state,
      paused: true,
      breachTime: null,
    });
  });
});

describe('the next threshold of a ticket', () => {
  const keys = fold({ ...P1, now: P1.createdAt }).clocks.flatMap(({ thresholds }) => thresholds.map(({ key }) => key));
  const [response75, response90, responseBreach, ...resolution] = keys as [string, string, string];

  it.each<[string, string, string[], string | null, string | null]>([
    ['the first of either clock', at('10:00'), [], 'response 75%', at('10:45')],
    ['one that is past is due now', at('10:50'), [], 'response 75%', at('10:45')],
    ['not one that is handled', at('10:50'), [response75], 'response 90%', at('10:54')],
    [
      'the other clock when one is done',
      at('11:30'),
      [response75, response90, responseBreach],
      'resolution 75%',
      at('16:00'),
    ],
    ['none when all are handled', at('12:00'), keys, null, null],
  ])('%s', (_what, now, handled, expected, when) => {
    const next = nextThreshold(fold({ ...P1, now }), handled);

    expect(next && named(next.key)).toBe(expected);
    expect(next?.at ?? null).toBe(when && instant(when));
  });

  it('none while paused before it', () => {
    const result = fold({
      ...P1,
      comments: [{ at: at('10:20') }],
      edits: [{ at: at('11:00'), statusId: 'waiting' }],
      now: at('12:00'),
    });

    expect(nextThreshold(result, [])).toBeNull();
  });

  it('none without a goal', () => {
    expect(nextThreshold(fold({ ...P1, impact: null, now: at('12:00') }), [])).toBeNull();
  });

  it('those due are all that were reached, earliest first, once', () => {
    const result = fold({ ...P1, now: at('16:15') });
    const due = dueThresholds(result, [response90], result.at);

    expect(due.map(({ key }) => named(key))).toEqual(['response 75%', 'response breach', 'resolution 75%']);
    expect(dueThresholds(result, [response90, ...due.map(({ key }) => key)], result.at)).toEqual([]);
    expect(resolution).toHaveLength(3);
  });

  it('as of an instant to come: what a sweep reads ahead', () => {
    const result = fold({ ...P1, now: at('10:00') });

    expect(dueThresholds(result, [], instant(at('10:54'))).map(({ key }) => named(key))).toEqual([
      'response 75%',
      'response 90%',
    ]);
  });
});

describe('a retarget arms only keys not seen in this cycle', () => {
  // P1 until 16:10, P2 until 16:20, P1 again: its 75 % was reached at 16:00.
  const edits = [
    { at: at('16:10'), urgency: 'high' },
    { at: at('16:20'), urgency: 'critical' },
  ];
  const result = fold({ ...P1, comments: [{ at: at('10:10') }], edits, now: at('16:25') });

  it('back under an earlier goal its keys are the same', () => {
    const before = fold({ ...P1, comments: [{ at: at('10:10') }], now: at('16:05') });
    const handled = dueThresholds(before, [], before.at).map(({ key }) => key);

    expect(nextThreshold(result, handled)).toMatchObject({ threshold: { percent: 90 } });
  });

  it('the ledger names each once', () => {
    expect(entries(result, 'threshold').map(({ at: when, key }) => [when, named(key)])).toEqual([
      [instant(at('16:00')), 'resolution 75%'],
    ]);
  });
});
