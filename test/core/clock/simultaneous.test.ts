import type { AgentAction } from '../../../src/core/clock/history';
import { buildPolicy, buildPolicyVersion } from '../../builders/policy';
import { hm, instant, type CommentSpec, type EditSpec } from '../../builders/ticket';
import { clockOf, entries, fold, type FoldSpec } from './folding';

/** P1 on BASE: resolution 8 h, due on Wednesday at 10:00. */
const P1 = { createdAt: '2025-12-09T10:00 Toronto', impact: 'extended', urgency: 'critical', priorityId: '1' };
const T = '2025-12-09T12:00 Toronto';
const NOW = '2025-12-09T15:00 Toronto';
const edit = (values: Omit<EditSpec, 'at'>): EditSpec => ({ at: T, ...values });
const act = (action: AgentAction): CommentSpec => ({ at: T, action });
const downgrade = act({ kind: 'downgrade', levels: 1, reasonCode: 'x' });
const unavailable = act({ kind: 'unavailable', reasonCode: 'x' });
const folded = (spec: Partial<FoldSpec>): ReturnType<typeof fold> =>
  fold({ createdAt: P1.createdAt, now: NOW, ...spec });

describe('events at one instant: stop, lift, pause, unavailable, levels, override or downgrade, retarget, resume, start', () => {
  it('stop before retarget: the goal so far judges', () => {
    const late = { at: '2025-12-10T10:00:00.001 Toronto' };
    const edits = [
      { ...late, statusId: 'resolved' },
      { ...late, urgency: 'high' },
    ];
    const clock = clockOf(folded({ ...P1, edits, now: '2025-12-10T12:00 Toronto' }), 'resolution');

    expect(clock).toMatchObject({ state: 'missed', goal: { priority: 'P1' } });
  });

  it('stop before unavailable: a miss that ends as the interval opens does not overlap it', () => {
    const when = '2025-12-10T12:00 Toronto';
    const comments = [{ at: when, action: { kind: 'unavailable', reasonCode: 'x' } as const }];
    const result = folded({
      ...P1,
      comments,
      edits: [{ at: when, statusId: 'resolved' }],
      now: '2025-12-10T13:00 Toronto',
    });

    expect(entries(result, 'stopped').map(({ outcome }) => outcome)).toEqual(['missed', 'missed']);
  });

  it('lift before downgrade: lifted and downgraded anew it is downgraded', () => {
    const comments = [downgrade, act({ kind: 'lift-downgrade' })];

    expect(folded({ ...P1, comments }).priority.effective).toBe('P2');
  });

  it('lift before unavailable: available and unavailable at once it is unavailable', () => {
    const comments = [unavailable, act({ kind: 'available' })];

    expect(folded({ ...P1, comments }).unavailable).not.toBeNull();
  });

  it('unavailable before levels: opened on P1, ended as the levels leave it', () => {
    const result = folded({ ...P1, comments: [unavailable], edits: [edit({ urgency: 'low' })] });

    expect(entries(result, 'unavailable', 'available').map(({ kind }) => kind)).toEqual(['unavailable', 'available']);
  });

  it('unavailable before levels: not opened on P3, though the levels make it P1', () => {
    expect(
      folded({ ...P1, urgency: 'low', comments: [unavailable], edits: [edit({ urgency: 'critical' })] }).unavailable,
    ).toBeNull();
  });

  it.each<[string, EditSpec[]]>([
    ['levels first', [edit({ urgency: 'high' }), edit({ priorityId: '4' })]],
    ['priority first', [edit({ priorityId: '4' }), edit({ urgency: 'high' })]],
    ['in one edit', [edit({ urgency: 'high', priorityId: '4' })]],
  ])('levels before override, whichever was saved first: %s', (_how, edits) => {
    expect(folded({ ...P1, edits }).priority).toMatchObject({ effective: 'P4', source: 'override' });
  });

  it('override before downgrade: the downgrade lowers it', () => {
    expect(folded({ ...P1, comments: [downgrade], edits: [edit({ priorityId: '2' })] }).priority.effective).toBe('P3');
  });

  it('pause before retarget, retarget before resume: one retarget, no due time in it while paused', () => {
    const paused = folded({ ...P1, edits: [edit({ statusId: 'waiting' }), edit({ urgency: 'high' })] });
    const resumed = folded({
      ...P1,
      statusId: 'waiting',
      edits: [edit({ statusId: 'open' }), edit({ urgency: 'high' })],
    });
    const resolutionEntries = (result: typeof paused): unknown[] =>
      entries(result, 'paused', 'retarget', 'resumed')
        .filter(({ metric, at }) => metric === 'resolution' && at === instant(T))
        .map(({ kind }) => kind);

    expect(resolutionEntries(paused)).toEqual(['paused', 'retarget']);
    expect(resolutionEntries(resumed)).toEqual(['retarget', 'resumed']);
    expect(entries(resumed, 'resumed')[0]?.due).toBe(instant('2025-12-11T12:00 Toronto'));
  });

  it('retarget before start: a reopened clock starts under the goals then in force', () => {
    const newCycle = [buildPolicyVersion(buildPolicy({ modes: { ...buildPolicy().modes, reopen: 'new-cycle' } }))];
    const edits = [
      { at: '2025-12-09T11:00 Toronto', statusId: 'resolved' },
      edit({ statusId: 'open', urgency: 'high' }),
    ];
    const result = folded({ ...P1, edits, policies: newCycle });

    expect(clockOf(result, 'resolution').goal?.priority).toBe('P2');
    expect(entries(result, 'retarget')).toEqual([]);
  });

  it('start last: what is set at the creation itself is no retarget', () => {
    const at = P1.createdAt;
    const result = folded({
      createdAt: at,
      priorityId: '3',
      edits: [
        { at, impact: 'extended' },
        { at, urgency: 'critical' },
      ],
    });

    expect(entries(result, 'retarget')).toEqual([]);
    expect(entries(result, 'goal').map(({ goal }) => goal.priority)).toEqual(['P1', 'P1']);
  });
});

describe('of several edits of one value at one instant the last by id holds', () => {
  it('a status passed through stops nothing', () => {
    const edits = [edit({ id: '20', statusId: 'resolved' }), edit({ id: '100', statusId: 'open' })];

    expect(clockOf(folded({ ...P1, edits }), 'resolution')).toMatchObject({ state: 'running', elapsedTime: hm(5) });
  });

  it('ids are numbers: 100 is after 20', () => {
    const [a, b] = [edit({ id: '100', urgency: 'high' }), edit({ id: '20', urgency: 'low' })];

    expect(folded({ ...P1, edits: [a, b] }).urgency).toBe('high');
  });
});
