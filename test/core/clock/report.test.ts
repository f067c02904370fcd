import { foldTicket } from '../../../src/core/clock/fold';
import { clockResults, type ClockResult } from '../../../src/core/clock/report';
import { buildPolicy, buildPolicyVersion } from '../../builders/policy';
import { hm, instant, type CommentSpec } from '../../builders/ticket';
import { foldInput, type FoldSpec } from './folding';

/** P1 on BASE: response due 11:00; resolution due on Wednesday at 10:00. */
const P1 = { createdAt: '2025-12-09T10:00 Toronto', impact: 'extended', urgency: 'critical' };
const at = (time: string, day = '09'): string => `2025-12-${day}T${time} Toronto`;
const NOW = at('16:00', '12');
const answered: CommentSpec = { at: at('10:20') };
const unavailable: CommentSpec = { at: at('12:00'), action: { kind: 'unavailable', reasonCode: 'x' } };
const resolvedAt = (when: string, resolutionId = 'fixed'): Partial<FoldSpec> => ({
  edits: [{ at: when, statusId: 'resolved', resolutionId }],
});

const resultsOf = (spec: FoldSpec): readonly ClockResult[] => clockResults(foldTicket(foldInput(spec)));

describe('the results of a ticket', () => {
  it.each<[string, Partial<FoldSpec>, [string, string, number, number][]]>([
    ['open: none', {}, []],
    ['answered in time, still open', { comments: [answered] }, [['response', 'met', 0, 0]]],
    ['answered late', { comments: [{ at: at('11:09') }] }, [['response', 'missed', hm(0, 9), hm(0, 9)]]],
    [
      'both met',
      { comments: [answered], ...resolvedAt(at('15:00')) },
      [
        ['response', 'met', 0, 0],
        ['resolution', 'met', 0, 0],
      ],
    ],
    [
      'resolved at the due time',
      { comments: [answered], ...resolvedAt(at('10:00', '10')) },
      [
        ['response', 'met', 0, 0],
        ['resolution', 'met', 0, 0],
      ],
    ],
    [
      'late by working and by real time over a night',
      { comments: [answered], ...resolvedAt(at('09:00', '11')) },
      [
        ['response', 'met', 0, 0],
        ['resolution', 'missed', hm(7), hm(23)],
      ],
    ],
    [
      'missed while the customer was unavailable',
      { comments: [answered, unavailable], ...resolvedAt(at('11:00', '10')) },
      [
        ['response', 'met', 0, 0],
        ['resolution', 'missed-customer-unavailable', hm(1), hm(1)],
      ],
    ],
    [
      'no goal: no promise',
      { impact: null, ...resolvedAt(at('15:00')) },
      [
        ['response', 'no-promise', 0, 0],
        ['resolution', 'no-promise', 0, 0],
      ],
    ],
  ])('%s', (_what, spec, expected) => {
    const results = resultsOf({ ...P1, now: NOW, ...spec });

    expect(results.map(({ metric, outcome, lateBy }) => [metric, outcome, lateBy.working, lateBy.real])).toEqual(
      expected,
    );
  });

  it('a new cycle keeps the closed result', () => {
    const policies = [buildPolicyVersion(buildPolicy({ modes: { ...buildPolicy().modes, reopen: 'new-cycle' } }))];
    const edits = [
      { at: at('12:00'), statusId: 'resolved' },
      { at: at('13:00'), statusId: 'open' },
      { at: at('16:00', '11'), statusId: 'resolved' },
    ];
    const results = resultsOf({ ...P1, comments: [answered], edits, policies, now: NOW });

    expect(results.map(({ metric, cycle, outcome, stopTime }) => [metric, cycle, outcome, stopTime])).toEqual([
      ['resolution', 1, 'met', instant(at('12:00'))],
      ['response', 1, 'met', instant(at('10:20'))],
      ['resolution', 2, 'missed', instant(at('16:00', '11'))],
    ]);
  });

  it('those closed with a chosen resolution are apart', () => {
    const policies = [buildPolicyVersion(buildPolicy({ resolutionIdsApart: ['duplicate'] }))];
    const results = resultsOf({ ...P1, policies, ...resolvedAt(at('12:00'), 'duplicate'), now: NOW });

    expect(results.map(({ apart }) => apart)).toEqual([true, true]);
  });

  it('an earlier cycle is not, whatever the ticket was closed with in the end', () => {
    const document = buildPolicy({ resolutionIdsApart: ['duplicate'] });
    const policies = [buildPolicyVersion({ ...document, modes: { ...document.modes, reopen: 'new-cycle' } })];
    const edits = [
      { at: at('12:00'), statusId: 'resolved', resolutionId: 'fixed' },
      { at: at('13:00'), statusId: 'open', resolutionId: null },
      { at: at('14:00'), statusId: 'resolved', resolutionId: 'duplicate' },
    ];
    const results = resultsOf({ ...P1, edits, policies, now: NOW });

    expect(results.map(({ metric, cycle, apart }) => [metric, cycle, apart])).toEqual([
      ['resolution', 1, false],
      ['response', 1, true],
      ['resolution', 2, true],
    ]);
  });
});
