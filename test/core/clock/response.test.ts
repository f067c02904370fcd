import { clockOf, entries, fold, foldClock } from './folding';
import { hm, instant, type CommentSpec, type EditSpec } from '../../builders/ticket';

/** P1 on BASE: response 1 h, resolution 8 h, of 08:30 to 16:30 in Toronto. */
const P1 = { createdAt: '2025-12-09T10:00 Toronto', impact: 'extended', urgency: 'critical' };
const NOON = '2025-12-09T12:00 Toronto';

describe('both clocks start at creation', () => {
  it.each(['response', 'resolution'] as const)('%s', (metric) => {
    expect(foldClock(metric, { ...P1, now: NOON }).startTime).toBe(instant(P1.createdAt));
  });

  it('a fold at the creation has used nothing', () => {
    const { clocks } = fold({ ...P1, now: P1.createdAt });

    expect(clocks.map(({ elapsedTime, state }) => [elapsedTime, state])).toEqual([
      [0, 'running'],
      [0, 'running'],
    ]);
  });

  it('a clock behind the creation folds as of the creation', () => {
    const { at, clocks } = fold({ ...P1, now: '2025-12-09T09:58 Toronto' });

    expect(at).toBe(instant(P1.createdAt));
    expect(clocks.map(({ elapsedTime }) => elapsedTime)).toEqual([0, 0]);
  });
});

describe('response stops at a public comment of an agent', () => {
  it.each<[string, CommentSpec, boolean]>([
    ['a public comment of an agent', { at: '2025-12-09T10:20 Toronto' }, true],
    ['an internal note of an agent', { at: '2025-12-09T10:20 Toronto', isPublic: false }, false],
    ['the customer', { at: '2025-12-09T10:20 Toronto', author: 'customer' }, false],
    ['an app', { at: '2025-12-09T10:20 Toronto', author: 'app' }, false],
    ['an agent, at the very creation', { at: '2025-12-09T10:00 Toronto' }, true],
    ['an agent, after the instant of the fold', { at: '2025-12-09T12:00:00.001 Toronto' }, false],
  ])('%s', (_who, comment, stops) => {
    const { stopTime } = foldClock('response', { ...P1, comments: [comment], now: NOON });

    expect(stopTime).toBe(stops ? instant(comment.at) : null);
  });

  it('at the first: later replies change nothing', () => {
    const comments = [{ at: '2025-12-09T10:20 Toronto' }, { at: '2025-12-09T11:50 Toronto' }];

    expect(foldClock('response', { ...P1, comments, now: NOON })).toMatchObject({
      elapsedTime: hm(0, 20),
      state: 'met',
    });
  });
});

describe('response stops at resolution', () => {
  const resolved: EditSpec = { at: '2025-12-09T10:40 Toronto', statusId: 'resolved' };

  it('without a reply', () => {
    const result = fold({ ...P1, edits: [resolved], now: NOON });

    expect(clockOf(result, 'response')).toMatchObject({ stopTime: instant(resolved.at), state: 'met' });
    expect(entries(result, 'stopped').map(({ metric, by }) => [metric, by])).toEqual([
      ['response', 'resolved'],
      ['resolution', 'resolved'],
    ]);
  });

  it('with a reply at the same instant the reply is what stopped it', () => {
    const result = fold({ ...P1, edits: [resolved], comments: [{ at: resolved.at }], now: NOON });

    expect(entries(result, 'stopped')[0]).toMatchObject({ metric: 'response', by: 'reply' });
  });
});

describe('pause statuses do not touch response', () => {
  it.each<[string, object]>([
    ['created waiting', { statusId: 'waiting' }],
    ['waiting from 10:10', { edits: [{ at: '2025-12-09T10:10 Toronto', statusId: 'waiting' }] }],
  ])('%s', (_when, spec) => {
    expect(foldClock('response', { ...P1, ...spec, now: NOON })).toMatchObject({
      elapsedTime: hm(2),
      paused: false,
      state: 'breached',
      breachTime: instant('2025-12-09T11:00 Toronto'),
    });
  });
});

describe('a due time at closing', () => {
  const late = { createdAt: '2025-12-09T15:30 Toronto', impact: 'extended', urgency: 'critical' };
  const CLOSING = instant('2025-12-09T16:30 Toronto');

  it.each<[string, string, string]>([
    ['the next opening', '2025-12-10T08:30 Toronto', 'met'],
    ['a millisecond later', '2025-12-10T08:30:00.001 Toronto', 'missed'],
  ])('is closing time, not the next opening; an answer at %s', (_when, at, state) => {
    expect(foldClock('response', { ...late, comments: [{ at }], now: at })).toMatchObject({
      breachTime: CLOSING,
      state,
    });
  });

  it.each<[string, string, string]>([
    ['at closing', '2025-12-09T16:30 Toronto', 'near-breach'],
    ['in the night', '2025-12-10T02:00 Toronto', 'near-breach'],
    ['at the next opening', '2025-12-10T08:30 Toronto', 'near-breach'],
    ['a millisecond after', '2025-12-10T08:30:00.001 Toronto', 'breached'],
  ])('breached means used is more than the target: %s', (_when, now, state) => {
    expect(foldClock('response', { ...late, now }).state).toBe(state);
  });

  it('the breach to flag is at the first millisecond beyond the target', () => {
    const { thresholds } = foldClock('response', { ...late, now: late.createdAt });

    expect(thresholds.at(-1)).toMatchObject({
      threshold: { kind: 'breach' },
      at: instant('2025-12-10T08:30:00.001 Toronto'),
    });
  });
});
