import { buildPolicy, buildPolicyVersion } from '../../builders/policy';
import { hm, instant, type EditSpec } from '../../builders/ticket';
import { clockOf, entries, fold, foldClock } from './folding';

const P1 = { createdAt: '2025-12-09T10:00 Toronto', impact: 'extended', urgency: 'critical' };
const at = (time: string): string => `2025-12-09T${time} Toronto`;
const status = (time: string, statusId: string): EditSpec => ({ at: at(time), statusId });

describe('pause statuses stop resolution', () => {
  it.each<[string, EditSpec[], number, number]>([
    ['never paused', [], hm(3), 0],
    ['for an hour', [status('11:00', 'waiting'), status('12:00', 'open')], hm(2), hm(1)],
    [
      'twice',
      [status('10:30', 'waiting'), status('11:00', 'open'), status('12:00', 'waiting'), status('12:15', 'open')],
      hm(2, 15),
      hm(0, 45),
    ],
    ['and still', [status('11:00', 'waiting')], hm(1), hm(2)],
    ['for no time', [status('11:00', 'waiting'), status('11:00', 'open')], hm(3), 0],
    ['moving between running statuses', [status('11:00', 'in-progress'), status('12:00', 'open')], hm(3), 0],
  ])('%s', (_how, edits, used, paused) => {
    const { elapsedTime, totals } = foldClock('resolution', { ...P1, edits, now: at('13:00') });

    expect([elapsedTime, totals.paused]).toEqual([used, paused]);
  });

  it('also from creation', () => {
    const edits = [status('11:00', 'open')];

    expect(foldClock('resolution', { ...P1, statusId: 'waiting', edits, now: at('13:00') })).toMatchObject({
      elapsedTime: hm(2),
      startTime: instant(P1.createdAt),
      breachTime: instant('2025-12-10T11:00 Toronto'),
    });
  });

  it('due is empty while paused, and with it every threshold not reached', () => {
    const clock = foldClock('resolution', { ...P1, edits: [status('11:00', 'waiting')], now: at('13:00') });

    expect(clock).toMatchObject({ state: 'paused', paused: true, breachTime: null, remainingTime: hm(7) });
    expect(clock.thresholds.map((threshold) => threshold.at)).toEqual([null, null, null]);
  });

  it('over a night and a weekend pauses every millisecond, not only working ones', () => {
    const edits = [
      { at: '2025-12-12T16:00 Toronto', statusId: 'waiting' },
      { at: '2025-12-15T09:00 Toronto', statusId: 'open' },
    ];
    const clock = foldClock('resolution', {
      ...P1,
      createdAt: '2025-12-12T15:00 Toronto',
      edits,
      now: '2025-12-15T10:00 Toronto',
    });

    expect(clock).toMatchObject({
      elapsedTime: hm(2),
      totals: { used: hm(2), paused: hm(65), outsideHours: 0 },
      breachTime: instant('2025-12-15T16:00 Toronto'),
    });
  });

  it('the ledger says when, why and until when', () => {
    const edits = [status('11:00', 'waiting'), status('12:00', 'open')];
    const result = fold({ ...P1, edits, now: at('13:00') });

    expect(entries(result, 'paused', 'resumed')).toEqual([
      { at: instant(at('11:00')), kind: 'paused', metric: 'resolution', cause: 'status', statusId: 'waiting' },
      {
        at: instant(at('12:00')),
        kind: 'resumed',
        metric: 'resolution',
        pausedFor: hm(1),
        due: instant('2025-12-10T11:00 Toronto'),
      },
    ]);
  });
});

describe('resolution stops on entering the status category Done of the snapshot, or a listed status', () => {
  const listed = buildPolicy({ extraDoneStatusIds: ['in-progress'] });

  it.each<[string, string, ReturnType<typeof buildPolicy>, boolean]>([
    ['a status of the category', 'resolved', buildPolicy(), true],
    ['another of the category', 'closed', buildPolicy(), true],
    ['one that is not', 'in-progress', buildPolicy(), false],
    ['one that is not, but listed', 'in-progress', listed, true],
    ['one that the snapshot does not know', 'new-status', buildPolicy(), false],
  ])('%s', (_what, statusId, document, stops) => {
    const edits = [status('12:00', statusId)];
    const clock = foldClock('resolution', { ...P1, edits, policies: [buildPolicyVersion(document)], now: at('13:00') });

    expect(clock.stopTime).toBe(stops ? instant(at('12:00')) : null);
  });

  it('from a pause: the pause counts, the time after does not', () => {
    const edits = [status('11:00', 'waiting'), status('12:00', 'resolved')];
    const clock = foldClock('resolution', { ...P1, edits, now: at('15:00') });

    expect(clock).toMatchObject({ elapsedTime: hm(1), state: 'met', paused: false, totals: { paused: hm(1) } });
  });

  it('created in a done status both clocks have stopped at once, and met', () => {
    const { clocks, status: worst } = fold({ ...P1, statusId: 'resolved', now: at('15:00') });

    expect(clocks.map(({ state, elapsedTime, stopTime }) => [state, elapsedTime, stopTime])).toEqual([
      ['met', 0, instant(P1.createdAt)],
      ['met', 0, instant(P1.createdAt)],
    ]);
    expect(worst).toBe('met');
  });

  it('a status that both pauses and is done stops', () => {
    const policies = [buildPolicyVersion(buildPolicy({ pauseStatusIds: ['waiting', 'resolved'] }))];
    const edits = [status('12:00', 'resolved')];

    expect(foldClock('resolution', { ...P1, edits, policies, now: at('13:00') }).state).toBe('met');
  });
});

describe('chosen resolutions are reported apart', () => {
  const policies = [buildPolicyVersion(buildPolicy({ resolutionIdsApart: ['duplicate'] }))];
  const closedAs = (resolutionId: string): EditSpec => ({ at: at('12:00'), statusId: 'resolved', resolutionId });

  it.each<[string, EditSpec[], boolean]>([
    ['closed as a duplicate', [closedAs('duplicate')], true],
    ['closed as fixed', [closedAs('fixed')], false],
    ['corrected to a duplicate afterwards', [closedAs('fixed'), { at: at('12:30'), resolutionId: 'duplicate' }], true],
    ['reopened', [closedAs('duplicate'), { at: at('12:30'), statusId: 'open', resolutionId: null }], false],
    ['open', [], false],
  ])('%s', (_how, edits, apart) => {
    expect(fold({ ...P1, edits, policies, now: at('13:00') }).reportedApart).toBe(apart);
  });
});

describe('reopening continues the resolution clock, the closed time not counted', () => {
  const edits = [status('11:00', 'resolved'), status('13:00', 'open')];

  it('by default', () => {
    const result = fold({ ...P1, edits, now: at('14:00') });

    expect(clockOf(result, 'resolution')).toMatchObject({
      cycle: 1,
      state: 'running',
      startTime: instant(P1.createdAt),
      stopTime: null,
      elapsedTime: hm(2),
      totals: { used: hm(2), closed: hm(2) },
      breachTime: instant('2025-12-10T12:00 Toronto'),
    });
    expect(entries(result, 'reopened')).toEqual([
      { at: instant(at('13:00')), kind: 'reopened', closedFor: hm(2), cycle: 1 },
    ]);
  });

  it('never restarts response', () => {
    expect(foldClock('response', { ...P1, edits, now: at('14:00') })).toMatchObject({
      state: 'met',
      elapsedTime: hm(1),
    });
  });

  it('into a pause status it is paused from then', () => {
    const result = fold({
      ...P1,
      edits: [status('11:00', 'resolved'), status('13:00', 'waiting'), status('13:30', 'open')],
      now: at('14:00'),
    });

    expect(clockOf(result, 'resolution').totals).toMatchObject({ used: hm(1, 30), closed: hm(2), paused: hm(0, 30) });
    expect(entries(result, 'resumed')).toMatchObject([{ pausedFor: hm(0, 30) }]);
  });

  it('between two done statuses is no reopening', () => {
    const { stopTime } = foldClock('resolution', {
      ...P1,
      edits: [status('11:00', 'resolved'), status('13:00', 'closed')],
      now: at('14:00'),
    });

    expect(stopTime).toBe(instant(at('11:00')));
  });

  it('of a missed ticket it is breached again, due when it was', () => {
    const late = [
      { at: '2025-12-10T12:00 Toronto', statusId: 'resolved' },
      { at: '2025-12-11T09:00 Toronto', statusId: 'open' },
    ];

    expect(foldClock('resolution', { ...P1, edits: late, now: '2025-12-11T10:00 Toronto' })).toMatchObject({
      state: 'breached',
      breachTime: instant('2025-12-10T10:00 Toronto'),
      elapsedTime: hm(11),
    });
  });

  it('is under the goals then in force', () => {
    const levels = [...edits.slice(0, 1), { at: at('12:00'), urgency: 'high' }, ...edits.slice(1)];
    const result = fold({ ...P1, edits: levels, now: at('14:00') });

    expect(clockOf(result, 'resolution').goal).toMatchObject({ priority: 'P2', target: hm(16) });
    expect(entries(result, 'reopened', 'retarget')).toMatchObject([
      { kind: 'reopened' },
      {
        kind: 'retarget',
        at: instant(at('13:00')),
        cause: 'priority',
        used: hm(1),
        dueBefore: instant('2025-12-10T12:00 Toronto'),
      },
    ]);
  });
});

describe('option: reopening is a new cycle that keeps the closed result', () => {
  const policies = [buildPolicyVersion(buildPolicy({ modes: { ...buildPolicy().modes, reopen: 'new-cycle' } }))];
  const edits = [status('11:00', 'resolved'), status('13:00', 'open')];

  it('counts from the reopening', () => {
    const result = fold({ ...P1, edits, policies, now: at('14:00') });

    expect(clockOf(result, 'resolution')).toMatchObject({
      cycle: 2,
      startTime: instant(at('13:00')),
      elapsedTime: hm(1),
      totals: { used: hm(1), closed: 0 },
    });
    expect(result.closedCycles).toMatchObject([{ metric: 'resolution', cycle: 1, state: 'met', elapsedTime: hm(1) }]);
    expect(entries(result, 'goal').map(({ metric, at: when }) => [metric, when])).toEqual([
      ['response', instant(P1.createdAt)],
      ['resolution', instant(P1.createdAt)],
      ['resolution', instant(at('13:00'))],
    ]);
  });

  it('flags of the new cycle have keys of their own', () => {
    const { thresholds } = foldClock('resolution', { ...P1, edits, policies, now: at('14:00') });

    expect(thresholds.map(({ key }) => key.split(':').slice(0, 2).join(':'))).toEqual(Array(3).fill('resolution:2'));
  });

  it('response stays in its only cycle', () => {
    expect(foldClock('response', { ...P1, edits, policies, now: at('14:00') })).toMatchObject({
      cycle: 1,
      state: 'met',
    });
  });
});
