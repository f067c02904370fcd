import type { AgentAction } from '../../../src/core/clock/history';
import { buildPolicy, buildPolicyVersion } from '../../builders/policy';
import { instant, type CommentSpec, type EditSpec } from '../../builders/ticket';
import { entries, fold, foldClock, type FoldSpec } from './folding';

/** Jira's priorities '1' to '4' are P1 to P4 (test/builders/policy.ts). The matrix makes extended and critical P1. */
const P1 = { createdAt: '2025-12-09T10:00 Toronto', impact: 'extended', urgency: 'critical', priorityId: '1' };
const UNSET = { createdAt: P1.createdAt, priorityId: '3' };
const NOW = '2025-12-09T15:00 Toronto';
const at = (time: string): string => `2025-12-09T${time} Toronto`;
const act = (time: string, action: AgentAction): CommentSpec => ({ at: at(time), action });
const downgrade = (time: string, levels = 1): CommentSpec =>
  act(time, { kind: 'downgrade', levels, reasonCode: 'no-access' });
const priorityOf = (spec: Partial<FoldSpec>): unknown => {
  const { priority, priorityToWrite } = fold({ createdAt: P1.createdAt, now: NOW, ...spec });
  const { effective, source } = priority;
  return [effective, source, priorityToWrite];
};

describe('the priority of a ticket: what holds, why, and what to write to Jira', () => {
  it.each<[string, Partial<FoldSpec>, [string | null, string, string | null]]>([
    ['the matrix, Jira agrees', { ...P1 }, ['P1', 'matrix', null]],
    ['the matrix, Jira shows another', { ...P1, priorityId: '3' }, ['P1', 'matrix', '1']],
    ['the matrix, Jira shows none', { ...P1, priorityId: null }, ['P1', 'matrix', '1']],
    ['a level unset: Jira through the mapping', { ...UNSET }, ['P3', 'jira', null]],
    ['a level unset, Jira unmapped', { ...UNSET, priorityId: '9' }, [null, 'none', null]],
    ['a level unset, Jira empty', { ...UNSET, priorityId: null }, [null, 'none', null]],
    ['a level the policy does not have: Jira', { ...UNSET, impact: 'huge', urgency: 'high' }, ['P3', 'jira', null]],
    [
      'Jira changes while a level is unset',
      { ...UNSET, edits: [{ at: at('11:00'), priorityId: '2' }] },
      ['P2', 'jira', null],
    ],
    [
      'levels set later',
      { ...UNSET, edits: [{ at: at('11:00'), impact: 'extended', urgency: 'critical' }] },
      ['P1', 'matrix', '1'],
    ],
  ])('%s', (_what, spec, expected) => {
    expect(priorityOf(spec)).toEqual(expected);
  });

  it('without a goal time accrues: no due time, no threshold', () => {
    expect(foldClock('resolution', { ...UNSET, priorityId: '9', now: NOW })).toMatchObject({
      goal: null,
      elapsedTime: 5 * 3_600_000,
      remainingTime: null,
      breachTime: null,
      thresholds: [],
    });
  });
});

describe('override: any other change to a value that differs from the matrix', () => {
  const P4: EditSpec = { at: at('11:00'), priorityId: '4' };

  it.each<[string, EditSpec[], CommentSpec[], [string | null, string, string | null]]>([
    ['stands', [P4], [], ['P4', 'override', null]],
    ['to an unmapped priority there is no goal', [{ at: at('11:00'), priorityId: '9' }], [], [null, 'override', null]],
    ['Cadran writing is none', [{ ...P4, author: 'cadran' }], [], ['P1', 'matrix', '1']],
    [
      'a change to what the matrix says is none',
      [
        { at: at('11:00'), priorityId: '2', author: 'cadran' },
        { at: at('11:05'), priorityId: '1' },
      ],
      [],
      ['P1', 'matrix', null],
    ],
    ['a change back to the matrix ends it', [P4, { at: at('12:00'), priorityId: '1' }], [], ['P1', 'matrix', null]],
    ['stands until urgency changes', [P4, { at: at('12:00'), urgency: 'high' }], [], ['P2', 'matrix', '2']],
    ['stands until impact changes', [P4, { at: at('12:00'), impact: 'important' }], [], ['P2', 'matrix', '2']],
    [
      'stands until an agent returns to the matrix',
      [P4],
      [act('12:00', { kind: 'return-to-matrix' })],
      ['P1', 'matrix', '1'],
    ],
    [
      'levels and priority in one edit: the priority wins',
      [{ at: at('11:00'), urgency: 'high', priorityId: '4' }],
      [],
      ['P4', 'override', null],
    ],
    [
      'levels first and priority in one edit, agreeing',
      [{ at: at('11:00'), urgency: 'high', priorityId: '2' }],
      [],
      ['P2', 'matrix', null],
    ],
    [
      'an automation that undoes Cadran wins after one round',
      [
        { at: at('11:00'), urgency: 'high' },
        { at: at('11:00:05'), priorityId: '2', author: 'cadran' },
        { at: at('11:00:09'), priorityId: '1' },
      ],
      [],
      ['P1', 'override', null],
    ],
    [
      'a late write of Cadran over it is put right',
      [P4, { at: at('11:00:01'), priorityId: '2', author: 'cadran' }],
      [],
      ['P4', 'override', '4'],
    ],
  ])('%s', (_what, edits, comments, expected) => {
    expect(priorityOf({ ...P1, edits, comments })).toEqual(expected);
  });

  it('at creation is no change, so no override', () => {
    expect(priorityOf({ ...P1, priorityId: '4' })).toEqual(['P1', 'matrix', '1']);
  });

  it('is judged by the matrix at that instant: a later matrix that agrees with it leaves it standing', () => {
    const { matrix } = buildPolicy();
    const later = buildPolicy({ matrix: { ...matrix, extended: { ...matrix['extended'], critical: 'P4' } } });
    const policies = [
      buildPolicyVersion(),
      buildPolicyVersion(later, { version: 2, publishedAt: instant(at('12:00')) }),
    ];

    expect(priorityOf({ ...P1, edits: [P4], policies })).toEqual(['P4', 'override', null]);
  });

  it.each<[string, (string | null)[], string, [string | null, string, string | null]]>([
    ['that shares the Jira priority of the matrix is none', ['1', '1', '3', '4'], '1', ['P1', 'matrix', null]],
    [
      'cannot be told from an unmapped priority while the own one is unmapped',
      [null, '2', '3', '4'],
      '9',
      ['P1', 'matrix', null],
    ],
    ['can be told from a mapped priority even then', [null, '2', '3', '4'], '2', ['P2', 'override', null]],
  ])('%s', (_what, ids, priorityId, expected) => {
    const document = buildPolicy();
    const priorities = document.priorities.map((priority, i) => ({ ...priority, jiraPriorityId: ids[i] ?? null }));
    const policies = [buildPolicyVersion({ ...document, priorities })];

    expect(priorityOf({ ...P1, priorityId: '7', edits: [{ at: at('11:00'), priorityId }], policies })).toEqual(
      expected,
    );
  });
});

describe('downgrade lowers by whole levels and holds over the matrix until lifted', () => {
  it.each<[string, Partial<FoldSpec>, [string | null, string, string | null]]>([
    ['by one', { comments: [downgrade('11:00')] }, ['P2', 'matrix', '2']],
    ['by two', { comments: [downgrade('11:00', 2)] }, ['P3', 'matrix', '3']],
    ['to the lowest at most', { comments: [downgrade('11:00', 9)] }, ['P4', 'matrix', '4']],
    ['a later one replaces it', { comments: [downgrade('11:00', 2), downgrade('12:00', 1)] }, ['P2', 'matrix', '2']],
    [
      'by no whole level it is none',
      { comments: [downgrade('11:00', 0), downgrade('11:01', -1), downgrade('11:02', 0.5), downgrade('11:03', 1.5)] },
      ['P1', 'matrix', null],
    ],
    [
      'until lifted',
      { comments: [downgrade('11:00'), act('12:00', { kind: 'lift-downgrade' })] },
      ['P1', 'matrix', null],
    ],
    [
      'also when the levels change',
      { comments: [downgrade('11:00')], edits: [{ at: at('12:00'), urgency: 'low' }] },
      ['P4', 'matrix', '4'],
    ],
    [
      'once written, there is nothing more to write',
      { comments: [downgrade('11:00')], edits: [{ at: at('11:01'), priorityId: '2', author: 'cadran' }] },
      ['P2', 'matrix', null],
    ],
    [
      'returning to the matrix does not lift it',
      { comments: [downgrade('11:00'), act('12:00', { kind: 'return-to-matrix' })] },
      ['P2', 'matrix', '2'],
    ],
    [
      'it lowers an override that stands',
      { edits: [{ at: at('10:30'), priorityId: '2' }], comments: [downgrade('11:00')] },
      ['P3', 'override', '3'],
    ],
    [
      'a later override is not lowered',
      { comments: [downgrade('11:00')], edits: [{ at: at('12:00'), priorityId: '4' }] },
      ['P4', 'override', null],
    ],
    [
      'and holds again when that override ends',
      {
        comments: [downgrade('11:00'), act('13:00', { kind: 'return-to-matrix' })],
        edits: [{ at: at('12:00'), priorityId: '4' }],
      },
      ['P2', 'matrix', '2'],
    ],
    [
      'an automation that undoes it wins after one round',
      {
        comments: [downgrade('11:00')],
        edits: [
          { at: at('11:00:05'), priorityId: '2', author: 'cadran' as const },
          { at: at('11:00:09'), priorityId: '1' },
        ],
      },
      ['P1', 'override', null],
    ],
  ])('%s', (_what, spec, expected) => {
    expect(priorityOf({ ...P1, ...spec })).toEqual(expected);
  });

  it('of a ticket without levels lowers what Jira shows, once', () => {
    const comments = [downgrade('11:00')];
    const written: EditSpec = { at: at('11:01'), priorityId: '4', author: 'cadran' };

    expect(priorityOf({ ...UNSET, comments })).toEqual(['P4', 'jira', '4']);
    expect(priorityOf({ ...UNSET, comments, edits: [written] })).toEqual(['P4', 'jira', null]);
    expect(
      priorityOf({ ...UNSET, comments: [...comments, act('12:00', { kind: 'lift-downgrade' })], edits: [written] }),
    ).toEqual(['P3', 'jira', '3']);
  });

  it('leaves impact and urgency alone, and shows as P1 by the matrix, handled as P2', () => {
    const { impact, urgency, priority } = fold({ ...P1, comments: [downgrade('11:00')], now: NOW });

    expect({ impact, urgency, priority }).toEqual({
      impact: 'extended',
      urgency: 'critical',
      priority: {
        derived: 'P1',
        effective: 'P2',
        source: 'matrix',
        downgrade: { from: 'P1', to: 'P2', reasonCode: 'no-access', since: instant(at('11:00')) },
      },
    });
  });

  it.each(['customer', 'app'] as const)('agents only: not by the comment of a %s', (author) => {
    expect(priorityOf({ ...P1, comments: [{ ...downgrade('11:00'), author }] })).toEqual(['P1', 'matrix', null]);
  });
});

describe('undo: from then on as though the action had never been taken', () => {
  const undo = (time: string, commentId: string): CommentSpec => act(time, { kind: 'undo', commentId });
  const unavailable = act('11:00', { kind: 'unavailable', reasonCode: 'no-access' });

  it.each<[string, CommentSpec[], EditSpec[], unknown]>([
    ['a downgrade', [downgrade('11:00'), undo('12:00', '1')], [], ['P1', 'matrix', null]],
    [
      'a second downgrade: the first holds again',
      [downgrade('11:00', 2), downgrade('12:00', 1), undo('13:00', '2')],
      [],
      ['P3', 'matrix', '3'],
    ],
    [
      'a lift: the downgrade holds again',
      [downgrade('11:00'), act('12:00', { kind: 'lift-downgrade' }), undo('13:00', '2')],
      [],
      ['P2', 'matrix', '2'],
    ],
    [
      'a return to the matrix: the override stands again',
      [act('12:00', { kind: 'return-to-matrix' }), undo('13:00', '1')],
      [{ at: at('11:00'), priorityId: '4' }],
      ['P4', 'override', null],
    ],
    [
      'an undo: the action holds again',
      [downgrade('11:00'), undo('12:00', '1'), undo('13:00', '2')],
      [],
      ['P2', 'matrix', '2'],
    ],
    [
      'a comment that is no action changes nothing',
      [{ at: at('11:00') }, undo('12:00', '1')],
      [],
      ['P1', 'matrix', null],
    ],
    [
      'a later comment cannot be undone in advance',
      [undo('11:00', '2'), downgrade('12:00'), undo('13:00', '9')],
      [],
      ['P2', 'matrix', '2'],
    ],
  ])('%s', (_what, comments, edits, expected) => {
    expect(priorityOf({ ...P1, comments, edits })).toEqual(expected);
  });

  it('what was counted meanwhile stays counted: it retargets at the undo', () => {
    const result = fold({ ...P1, comments: [downgrade('11:00'), undo('12:00', '1')], now: NOW });

    expect(entries(result, 'retarget').filter(({ metric }) => metric === 'resolution')).toMatchObject([
      { at: instant(at('11:00')), from: { priority: 'P1' }, to: { priority: 'P2' } },
      { at: instant(at('12:00')), from: { priority: 'P2' }, to: { priority: 'P1' } },
    ]);
    expect(entries(result, 'undone', 'downgraded', 'downgrade-lifted')).toEqual([
      { at: instant(at('11:00')), kind: 'downgraded', from: 'P1', to: 'P2', reasonCode: 'no-access', commentId: '1' },
      { at: instant(at('12:00')), kind: 'undone', commentId: '1' },
      { at: instant(at('12:00')), kind: 'downgrade-lifted', to: 'P1' },
    ]);
  });

  it('of resources unavailable ends the interval, and no miss overlaps it any more', () => {
    const comments = [
      { at: at('10:30') },
      unavailable,
      { at: '2025-12-10T11:00 Toronto', action: { kind: 'undo', commentId: '2' } as const },
    ];
    const result = fold({
      ...P1,
      comments,
      edits: [{ at: '2025-12-10T12:00 Toronto', statusId: 'resolved' }],
      now: '2025-12-10T13:00 Toronto',
    });

    expect(result.unavailable).toBeNull();
    expect(entries(result, 'stopped').at(-1)).toMatchObject({ outcome: 'missed' });
    expect(entries(result, 'available')).toMatchObject([{ cause: 'lifted' }]);
  });

  it('by a customer counts for nothing', () => {
    const comments = [downgrade('11:00'), { ...undo('12:00', '1'), author: 'customer' as const }];

    expect(priorityOf({ ...P1, comments })).toEqual(['P2', 'matrix', '2']);
  });
});

describe('the ledger says why the priority is what it is', () => {
  it('levels, override, return', () => {
    const edits = [
      { at: at('11:00'), urgency: 'high' },
      { at: at('12:00'), priorityId: '4' },
    ];
    const result = fold({ ...P1, edits, comments: [act('13:00', { kind: 'return-to-matrix' })], now: NOW });

    expect(entries(result, 'created', 'levels', 'priority', 'returned-to-matrix')).toEqual([
      { at: instant(P1.createdAt), kind: 'created', impact: 'extended', urgency: 'critical', priority: 'P1' },
      { at: instant(at('11:00')), kind: 'levels', impact: 'extended', urgency: 'high' },
      { at: instant(at('11:00')), kind: 'priority', from: 'P1', to: 'P2', source: 'matrix' },
      { at: instant(at('12:00')), kind: 'priority', from: 'P2', to: 'P4', source: 'override' },
      { at: instant(at('13:00')), kind: 'returned-to-matrix', to: 'P2' },
    ]);
  });

  it('levels that leave the priority the same', () => {
    const result = fold({ ...P1, urgency: 'high', edits: [{ at: at('11:00'), urgency: 'medium' }], now: NOW });

    expect(entries(result, 'levels', 'priority', 'retarget').map(({ kind }) => kind)).toEqual(['levels']);
  });
});

describe('handling order: priority, impact, urgency', () => {
  const orderOf = (spec: Partial<FoldSpec>): number | null =>
    fold({ createdAt: P1.createdAt, now: NOW, ...spec }).handlingOrder;

  it.each<[string, Partial<FoldSpec>, Partial<FoldSpec>]>([
    ['priority first', { ...P1 }, { ...P1, urgency: 'high' }],
    ['then impact', { ...P1, urgency: 'high' }, { ...P1, impact: 'important' }],
    ['then urgency', { ...P1, urgency: 'high' }, { ...P1, urgency: 'medium' }],
    ['as handled, not as derived', { ...P1, urgency: 'high' }, { ...P1, comments: [downgrade('11:00', 2)] }],
  ])('%s', (_what, before, after) => {
    expect(orderOf(before)).toBeLessThan(orderOf(after) ?? -1);
  });

  it('none without a priority', () => {
    expect(orderOf({ ...UNSET, priorityId: '9' })).toBeNull();
  });
});
