import type { AgentAction, CommentAuthor } from '../../../src/core/clock/history';
import { buildPolicy, buildPolicyVersion } from '../../builders/policy';
import { hm, instant, type CommentSpec, type EditSpec } from '../../builders/ticket';
import { clockOf, entries, fold, type FoldSpec } from './folding';

/** P1 on BASE, resolution 8 h of 08:30 to 16:30: due on Wednesday at 10:00. */
const P1 = { createdAt: '2025-12-09T10:00 Toronto', impact: 'extended', urgency: 'critical' };
const P3 = { ...P1, urgency: 'low' };
const at = (time: string, day = '09'): string => `2025-12-${day}T${time} Toronto`;
const act = (when: string, action: AgentAction, author: CommentAuthor = 'agent'): CommentSpec => ({
  at: when,
  action,
  author,
});
const unavailable = (when: string): CommentSpec => act(when, { kind: 'unavailable', reasonCode: 'no-access' });
const available = (when: string): CommentSpec => act(when, { kind: 'available' });
const resolved = (when: string): EditSpec => ({ at: when, statusId: 'resolved' });
const dutyPauses = [buildPolicyVersion(buildPolicy({ modes: { ...buildPolicy().modes, duty: 'pause' } }))];

describe('resources unavailable opens an interval', () => {
  it.each<[string, Partial<FoldSpec>, string | null]>([
    ['on P1', { ...P1, comments: [unavailable(at('11:00'))] }, at('11:00')],
    ['on P2', { ...P1, urgency: 'high', comments: [unavailable(at('11:00'))] }, at('11:00')],
    ['not on P3, where the customer has no such duty', { ...P3, comments: [unavailable(at('11:00'))] }, null],
    ['not without a priority', { ...P1, urgency: null, comments: [unavailable(at('11:00'))] }, null],
    [
      'not by a customer',
      { ...P1, comments: [act(at('11:00'), { kind: 'unavailable', reasonCode: 'x' }, 'customer')] },
      null,
    ],
    ['not by an app', { ...P1, comments: [act(at('11:00'), { kind: 'unavailable', reasonCode: 'x' }, 'app')] }, null],
    ['that ends when lifted', { ...P1, comments: [unavailable(at('11:00')), available(at('12:00'))] }, null],
    [
      'that can open again',
      { ...P1, comments: [unavailable(at('11:00')), available(at('12:00')), unavailable(at('13:00'))] },
      at('13:00'),
    ],
    [
      'that goes on when said twice',
      { ...P1, comments: [unavailable(at('11:00')), unavailable(at('12:00'))] },
      at('11:00'),
    ],
    [
      'that ends when the priority leaves P1 and P2',
      { ...P1, comments: [unavailable(at('11:00'))], edits: [{ at: at('12:00'), urgency: 'low' }] },
      null,
    ],
    [
      'that stays ended when the priority comes back',
      {
        ...P1,
        comments: [unavailable(at('11:00'))],
        edits: [
          { at: at('12:00'), urgency: 'low' },
          { at: at('12:30'), urgency: 'critical' },
        ],
      },
      null,
    ],
    [
      'that goes on from P1 to P2',
      { ...P1, comments: [unavailable(at('11:00'))], edits: [{ at: at('12:00'), urgency: 'high' }] },
      at('11:00'),
    ],
    [
      'that ends where a downgrade leaves P1 and P2',
      {
        ...P1,
        comments: [unavailable(at('11:00')), act(at('12:00'), { kind: 'downgrade', levels: 2, reasonCode: 'x' })],
      },
      null,
    ],
  ])('%s', (_when, spec, since) => {
    const { unavailable: open } = fold({ createdAt: P1.createdAt, now: at('15:00'), ...spec });

    expect(open?.since ?? null).toBe(since === null ? null : instant(since));
  });

  it('the ledger says what opened and what ended it', () => {
    const comments = [unavailable(at('11:00')), available(at('12:00')), unavailable(at('13:00'))];
    const result = fold({ ...P1, comments, edits: [{ at: at('14:00'), urgency: 'low' }], now: at('15:00') });

    expect(entries(result, 'unavailable', 'available')).toEqual([
      { at: instant(at('11:00')), kind: 'unavailable', reasonCode: 'no-access', commentId: '1' },
      { at: instant(at('12:00')), kind: 'available', cause: 'lifted' },
      { at: instant(at('13:00')), kind: 'unavailable', reasonCode: 'no-access', commentId: '3' },
      { at: instant(at('14:00')), kind: 'available', cause: 'priority' },
    ]);
  });
});

describe('an exemption, not a licence to stop the clock: the clocks run on', () => {
  it.each(['response', 'resolution'] as const)('%s', (metric) => {
    const clock = clockOf(fold({ ...P1, comments: [unavailable(at('11:00'))], now: at('13:00') }), metric);

    expect(clock).toMatchObject({ elapsedTime: hm(3), paused: false, totals: { unavailable: 0 } });
  });
});

describe('a miss that overlaps the interval is missed with customer resources unavailable', () => {
  // Due on Wednesday at 10:00; late from then until resolved at 12:00.
  it.each<[string, CommentSpec[], string]>([
    ['open at the miss', [unavailable(at('11:00'))], 'missed-customer-unavailable'],
    ['opened while late', [unavailable(at('11:00', '10'))], 'missed-customer-unavailable'],
    ['lifted while late', [unavailable(at('11:00')), available(at('10:30', '10'))], 'missed-customer-unavailable'],
    ['lifted just before the due time', [unavailable(at('11:00')), available(at('09:59', '10'))], 'missed'],
    ['lifted at the due time', [unavailable(at('11:00')), available(at('10:00', '10'))], 'missed'],
    ['opened as it was resolved', [unavailable(at('12:00', '10'))], 'missed'],
    [
      'opened and lifted while late',
      [unavailable(at('11:00', '10')), available(at('11:01', '10'))],
      'missed-customer-unavailable',
    ],
    ['never open', [], 'missed'],
  ])('%s', (_how, comments, outcome) => {
    const result = fold({
      ...P1,
      comments: [{ at: at('10:30') }, ...comments],
      edits: [resolved(at('12:00', '10'))],
      now: at('13:00', '10'),
    });

    expect(entries(result, 'stopped').at(-1)).toMatchObject({ metric: 'resolution', outcome });
    expect(clockOf(result, 'resolution')).toMatchObject({
      state: 'missed',
      missedWithCustomerUnavailable: outcome !== 'missed',
    });
  });

  it('an interval that opens and ends at one instant is none', () => {
    const edits = [{ at: at('11:00', '10'), urgency: 'low' }, resolved(at('12:00', '10'))];
    const result = fold({
      ...P1,
      urgency: 'critical',
      comments: [unavailable(at('11:00', '10'))],
      edits,
      now: at('13:00', '10'),
    });

    expect(entries(result, 'unavailable', 'available')).toHaveLength(2);
    expect(clockOf(result, 'resolution')).toMatchObject({ state: 'missed', missedWithCustomerUnavailable: false });
  });

  it('nor does one that opens at the very instant of the fold overlap yet', () => {
    const spec = { ...P1, comments: [unavailable(at('11:00', '10'))] };

    expect(clockOf(fold({ ...spec, now: at('11:00', '10') }), 'resolution').missedWithCustomerUnavailable).toBe(false);
    expect(clockOf(fold({ ...spec, now: at('11:01', '10') }), 'resolution').missedWithCustomerUnavailable).toBe(true);
  });

  it('a promise that was kept is met, whatever was unavailable', () => {
    const result = fold({
      ...P1,
      comments: [unavailable(at('11:00'))],
      edits: [resolved(at('12:00'))],
      now: at('13:00'),
    });

    expect(clockOf(result, 'resolution')).toMatchObject({ state: 'met', missedWithCustomerUnavailable: false });
  });

  it('an open breach already says how it would count', () => {
    const result = fold({ ...P1, comments: [unavailable(at('11:00'))], now: at('11:00', '10') });

    expect(clockOf(result, 'resolution')).toMatchObject({ state: 'breached', missedWithCustomerUnavailable: true });
  });
});

describe('option pause: the interval stops resolution, never response', () => {
  const comments = [unavailable(at('11:00')), available(at('12:00'))];

  it.each([
    ['response', hm(3), 0],
    ['resolution', hm(2), hm(1)],
  ] as const)('%s', (metric, used, stopped) => {
    const { totals, elapsedTime } = clockOf(fold({ ...P1, comments, policies: dutyPauses, now: at('13:00') }), metric);

    expect([elapsedTime, totals.unavailable]).toEqual([used, stopped]);
  });

  it('shows as paused, with its cause in the ledger', () => {
    const result = fold({ ...P1, comments: comments.slice(0, 1), policies: dutyPauses, now: at('13:00') });

    expect(clockOf(result, 'resolution')).toMatchObject({ state: 'paused', breachTime: null });
    expect(entries(result, 'paused')).toMatchObject([{ cause: 'unavailable', at: instant(at('11:00')) }]);
  });

  it('time that a status pauses is paused, not unavailable', () => {
    const edits = [
      { at: at('11:15'), statusId: 'waiting' },
      { at: at('11:45'), statusId: 'open' },
    ];
    const result = fold({ ...P1, comments, edits, policies: dutyPauses, now: at('13:00') });

    expect(clockOf(result, 'resolution').totals).toMatchObject({
      used: hm(2),
      unavailable: hm(0, 30),
      paused: hm(0, 30),
    });
    expect(entries(result, 'resumed')).toMatchObject([{ at: instant(at('12:00')), pausedFor: hm(1) }]);
  });
});
