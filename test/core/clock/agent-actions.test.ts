import { checkAction, lastAction } from '../../../src/core/clock/agent-actions';
import { foldTicket } from '../../../src/core/clock/fold';
import type { AgentAction } from '../../../src/core/clock/history';
import { compileCalendar } from '../../../src/core/time/working-time';
import { DAY } from '../../../src/core/time/instant';
import { buildPolicy, buildPolicyVersion } from '../../builders/policy';
import { buildTicket, instant, type TicketSpec } from '../../builders/ticket';

const POLICY = buildPolicy();
const CREATED = '2026-03-10T09:10 Toronto';
const NOW = instant('2026-03-10T10:00 Toronto');
const P1 = { createdAt: CREATED, impact: 'extended', urgency: 'critical', priorityId: '1' } as const;
const P4 = { createdAt: CREATED, impact: 'minor', urgency: 'low', priorityId: '4' } as const;
const LATE = '2026-03-10T09:30 Toronto';
const DOWNGRADE = { kind: 'downgrade', levels: 1, reasonCode: 'no-access' } as const;
const UNAVAILABLE = { kind: 'unavailable', reasonCode: 'answer-missing' } as const;

function check(spec: TicketSpec, action: AgentAction) {
  const history = buildTicket(spec);
  const fold = foldTicket({
    history,
    policies: [buildPolicyVersion(POLICY)],
    assignments: [],
    workingTimeOf: (calendar) => compileCalendar(calendar, history.createdAt - DAY, NOW + 60 * DAY),
    now: NOW,
  });
  return checkAction(fold, POLICY, history.comments, action);
}

const acted = (spec: TicketSpec, ...actions: AgentAction[]): TicketSpec => ({
  ...spec,
  comments: actions.map((action, i) => ({ at: instant(LATE) + i * 60_000, action })),
});
const overridden = { ...P1, edits: [{ at: LATE, priorityId: '3' }] };

describe('an action before it is written', () => {
  it.each<[string, TicketSpec, AgentAction, ReturnType<typeof check>]>([
    ['a downgrade', P1, DOWNGRADE, 'takes-effect'],
    ['the same downgrade again', acted(P1, DOWNGRADE), DOWNGRADE, 'unchanged'],
    ['a downgrade by more', acted(P1, DOWNGRADE), { ...DOWNGRADE, levels: 2 }, 'takes-effect'],
    [
      'a downgrade for another reason',
      acted(P1, DOWNGRADE),
      { ...DOWNGRADE, reasonCode: 'answer-missing' },
      'takes-effect',
    ],
    [
      'a downgrade for no reason of the policy',
      P1,
      { ...DOWNGRADE, reasonCode: 'bored' },
      { problem: 'unknown-reason' },
    ],
    ['a downgrade of the lowest priority', P4, DOWNGRADE, { problem: 'nothing-to-lower' }],
    ['a downgrade without a priority', { createdAt: CREATED }, DOWNGRADE, { problem: 'nothing-to-lower' }],
    ['a downgrade below the last priority', P1, { ...DOWNGRADE, levels: 4 }, { problem: 'too-many-levels' }],
    ['lifting a downgrade', acted(P1, DOWNGRADE), { kind: 'lift-downgrade' }, 'takes-effect'],
    ['lifting none', P1, { kind: 'lift-downgrade' }, 'unchanged'],
    ['unavailable on P1', P1, UNAVAILABLE, 'takes-effect'],
    ['unavailable again', acted(P1, UNAVAILABLE), UNAVAILABLE, 'unchanged'],
    [
      'unavailable for another reason',
      acted(P1, UNAVAILABLE),
      { ...UNAVAILABLE, reasonCode: 'no-access' },
      'takes-effect',
    ],
    ['unavailable on P4, where no duty applies', P4, UNAVAILABLE, { problem: 'no-duty' }],
    ['available', acted(P1, UNAVAILABLE), { kind: 'available' }, 'takes-effect'],
    ['available without unavailable', P1, { kind: 'available' }, 'unchanged'],
    ['back to the matrix', overridden, { kind: 'return-to-matrix' }, 'takes-effect'],
    ['back to the matrix as it is', P1, { kind: 'return-to-matrix' }, 'unchanged'],
    ['undo of the last action', acted(P1, UNAVAILABLE, DOWNGRADE), { kind: 'undo', commentId: '2' }, 'takes-effect'],
    [
      'undo of an earlier one',
      acted(P1, UNAVAILABLE, DOWNGRADE),
      { kind: 'undo', commentId: '1' },
      { problem: 'not-last' },
    ],
    [
      'undo again',
      acted(P1, DOWNGRADE, { kind: 'undo', commentId: '1' }),
      { kind: 'undo', commentId: '1' },
      'unchanged',
    ],
    [
      'undo of the undo',
      acted(P1, DOWNGRADE, { kind: 'undo', commentId: '1' }),
      { kind: 'undo', commentId: '2' },
      'takes-effect',
    ],
    ['undo of nothing', P1, { kind: 'undo', commentId: '1' }, { problem: 'not-last' }],
  ])('%s', (_case, spec, action, answer) => {
    expect(check(spec, action)).toEqual(answer);
  });
});

describe('the last action', () => {
  it('is the latest by instant, then by id, whatever the order of the list', () => {
    const { comments } = buildTicket({
      ...P1,
      comments: [
        { at: LATE, id: '9', action: DOWNGRADE },
        { at: LATE, id: '10', action: UNAVAILABLE },
        { at: CREATED, id: '11', action: { kind: 'available' } },
      ],
    });
    expect(lastAction(comments)?.id).toBe('10');
    expect(lastAction([...comments].reverse())?.id).toBe('10');
  });

  it('is none of a customer', () => {
    const { comments } = buildTicket({ ...P1, comments: [{ at: LATE, author: 'customer', action: DOWNGRADE }] });
    expect(lastAction(comments)).toBeNull();
  });
});
