/** What of a ticket is kept for reports: what held when its clock stopped, and nothing that came after. */
import { ticketResults } from '../../../src/core/report/ticket-results';
import type { StoredResult } from '../../../src/core/report/stored-result';
import { foldTicket } from '../../../src/core/clock/fold';
import { buildPolicy, buildPolicyVersion } from '../../builders/policy';
import { hm, instant } from '../../builders/ticket';
import { foldInput, plusFor, type FoldSpec } from '../clock/folding';

/** P1 on BASE: response due 11:00; resolution due on Wednesday at 10:00. */
const P1 = { createdAt: '2025-12-09T10:00 Toronto', impact: 'extended', urgency: 'critical', organizationIds: ['7'] };
const at = (time: string, day = '09'): string => `2025-12-${day}T${time} Toronto`;
const resolved = { statusId: 'resolved', resolutionId: 'fixed' };

function resultsOf(spec: Partial<FoldSpec>): readonly StoredResult[] {
  const input = foldInput({ ...P1, now: at('16:00', '12'), ...spec });
  return ticketResults(foldTicket(input), { ...input, issueId: '10001', projectId: '10000' });
}

const only = (results: readonly StoredResult[], metric: string): StoredResult => {
  const found = results.filter((result) => result.metric === metric);
  if (found.length !== 1) throw new Error(`${String(found.length)} results of ${metric}`);
  return found[0] as StoredResult;
};

it('an open clock has none, a stopped one has everything a report needs', () => {
  const results = resultsOf({ comments: [{ at: at('11:09') }], assignments: [plusFor('7', { plan: 'BASE' })] });
  expect(results).toEqual([
    {
      issueId: '10001',
      metric: 'response',
      cycle: 1,
      month: '2025-12',
      projectId: '10000',
      organizationId: '7',
      plan: 'BASE',
      priority: 'P1',
      outcome: 'missed',
      createdAt: instant(at('10:00')),
      stoppedAt: instant(at('11:09')),
      lateBy: { working: hm(0, 9), real: hm(0, 9) },
      duty: [],
      apart: false,
    },
  ]);
});

describe('the organization', () => {
  const stop = { at: at('12:00'), ...resolved };

  it.each<[string, Partial<FoldSpec>, string | null]>([
    ['is the one whose assignment gave the plan', { organizationIds: ['5', '7'], assignments: [plusFor('7')] }, '7'],
    ['without an assignment is the first that the ticket names', { organizationIds: ['9', '7'] }, '7'],
    ["else the reporter's", { organizationIds: [], reporterOrganizationIds: ['8'] }, '8'],
    ['is none where there is none', { organizationIds: [] }, null],
  ])('%s', (_what, spec, organizationId) => {
    expect(only(resultsOf({ ...spec, edits: [stop] }), 'resolution').organizationId).toBe(organizationId);
  });

  it('is that of the stop, whatever the ticket is given later', () => {
    const later = { at: at('13:00'), organizationIds: ['2'] };
    const assignments = [plusFor('2')];
    const result = only(resultsOf({ edits: [stop, later], assignments }), 'resolution');
    expect(result).toMatchObject({ organizationId: '7', plan: 'BASE' });
  });

  it('given at the very instant of the stop comes too late', () => {
    const result = only(resultsOf({ edits: [{ ...stop, organizationIds: ['2'] }] }), 'resolution');
    expect(result.organizationId).toBe('7');
  });
});

describe('the priority', () => {
  it('is that of the stop', () => {
    const edits = [
      { at: at('12:00'), ...resolved },
      { at: at('13:00'), impact: 'minor' },
    ];
    expect(only(resultsOf({ edits }), 'resolution').priority).toBe('P1');
  });

  it('is known where nothing is promised for it', () => {
    const document = buildPolicy({ modes: { ...buildPolicy().modes, outOfSubscription: 'no-promise' } });
    const assignments = [plusFor('7', { to: '2025-06-30' })];
    const results = resultsOf({
      policies: [buildPolicyVersion(document)],
      assignments,
      edits: [{ at: at('12:00'), ...resolved }],
    });
    expect(only(results, 'resolution')).toMatchObject({ outcome: 'no-promise', priority: 'P1', plan: null });
  });

  it('is none for a ticket whose priority means nothing to the policy', () => {
    const results = resultsOf({ impact: null, edits: [{ at: at('12:00'), ...resolved }] });
    expect(only(results, 'resolution')).toMatchObject({ outcome: 'no-promise', priority: null, plan: 'BASE' });
  });
});

describe('the duty', () => {
  const unavailable = (when: string) =>
    ({ at: when, action: { kind: 'unavailable', reasonCode: 'no-access' } }) as const;
  const available = (when: string) => ({ at: when, action: { kind: 'available' } }) as const;

  it('is kept as far as the clock ran', () => {
    const comments = [unavailable(at('10:10')), { at: at('10:20') }, available(at('10:40')), unavailable(at('11:00'))];
    const results = resultsOf({ comments, edits: [{ at: at('12:00'), ...resolved }] });
    expect(only(results, 'response').duty).toEqual([
      { from: instant(at('10:10')), to: instant(at('10:20')), reasonCode: 'no-access' },
    ]);
    expect(only(results, 'resolution').duty).toEqual([
      { from: instant(at('10:10')), to: instant(at('10:40')), reasonCode: 'no-access' },
      { from: instant(at('11:00')), to: instant(at('12:00')), reasonCode: 'no-access' },
    ]);
  });

  it('that was undone is none', () => {
    const undo = { at: at('10:50'), action: { kind: 'undo', commentId: 'x' } } as const;
    const comments = [{ ...unavailable(at('10:10')), id: 'x' }, undo];
    expect(only(resultsOf({ comments, edits: [{ at: at('12:00'), ...resolved }] }), 'resolution').duty).toEqual([]);
  });
});

describe('a reopening', () => {
  const edits = [
    { at: at('12:00'), ...resolved },
    { at: at('13:00'), statusId: 'open', resolutionId: null },
  ];

  it('takes the result away that it continues', () => {
    expect(resultsOf({ edits }).filter(({ metric }) => metric === 'resolution')).toEqual([]);
  });

  it('leaves the one it counts anew from', () => {
    const document = buildPolicy({ modes: { ...buildPolicy().modes, reopen: 'new-cycle' } });
    const again = [...edits, { at: at('10:00', '12'), ...resolved }];
    const results = resultsOf({ edits: again, policies: [buildPolicyVersion(document)] });
    expect(results.map(({ metric, cycle, outcome }) => [metric, cycle, outcome])).toEqual([
      ['resolution', 1, 'met'],
      ['response', 1, 'missed'],
      ['resolution', 2, 'missed'],
    ]);
  });
});
