/** The plan that stands for an organization on a day, from what an admin recorded. */
import type { PlanAssignment } from '../../../src/core/policy/document';
import {
  assignmentFaults,
  isSameAssignment,
  shareADay,
  standingOn,
  standingOnes,
} from '../../../src/core/policy/assignments';
import { stagePlus } from '../../../src/core/policy/presets/stage-plus';

const assignment = (given: Partial<PlanAssignment> = {}): PlanAssignment => ({
  organizationId: '7',
  plan: 'PLUS',
  from: '2026-03-01',
  to: '2026-03-31',
  calendar: null,
  recordedAt: 0,
  ...given,
});

describe('what stands for an organization', () => {
  it.each([
    { day: '2026-02-28', stands: { kind: 'none' } },
    { day: '2026-03-01', stands: { kind: 'plan', plan: 'PLUS' } },
    { day: '2026-03-31', stands: { kind: 'plan', plan: 'PLUS' } },
    { day: '2026-04-01', stands: { kind: 'ended' } },
  ])('on $day of a plan for March is $stands.kind', ({ day, stands }) => {
    expect(standingOn([assignment()], day)).toEqual(stands);
  });

  it('is the plan without an end on any day from its first', () => {
    expect(standingOn([assignment({ to: null })], '2031-01-01')).toEqual({ kind: 'plan', plan: 'PLUS' });
    expect(standingOn([assignment({ to: null })], '2026-02-28')).toEqual({ kind: 'none' });
  });

  it('is the later plan after an ended one, and nothing of one that was taken off the record', () => {
    const later = assignment({ plan: 'BASE', from: '2026-06-01', to: null });
    expect(standingOn([assignment(), later], '2026-05-31')).toEqual({ kind: 'ended' });
    expect(standingOn([assignment(), later], '2026-06-01')).toEqual({ kind: 'plan', plan: 'BASE' });
    expect(standingOn([assignment({ removedAt: 5 })], '2026-03-15')).toEqual({ kind: 'none' });
    expect(standingOnes([assignment({ removedAt: 5 }), later])).toEqual([later]);
    expect(standingOn([], '2026-03-15')).toEqual({ kind: 'none' });
  });
});

describe('an assignment to be recorded', () => {
  const policy = stagePlus();

  it.each([
    { what: 'a day alone', wanted: assignment({ to: '2026-03-01' }), faults: [] },
    { what: 'an end before its start', wanted: assignment({ to: '2026-02-28' }), faults: ['ends-before-start'] },
    { what: 'no such plan', wanted: assignment({ plan: 'GOLD' }), faults: ['unknown-plan'] },
    { what: 'no such calendar', wanted: assignment({ calendar: 'moon' }), faults: ['unknown-calendar'] },
  ])('of $what has $faults', ({ wanted, faults }) => {
    expect(assignmentFaults(policy, wanted, []).map(({ code }) => code)).toEqual(faults);
  });

  it.each([
    { what: 'the last day', other: { from: '2026-03-31', to: null }, clashes: true },
    { what: 'the first day', other: { from: '2026-02-01', to: '2026-03-01' }, clashes: true },
    { what: 'the day after', other: { from: '2026-04-01', to: null }, clashes: false },
    { what: 'the day before', other: { from: '2026-02-01', to: '2026-02-28' }, clashes: false },
    { what: 'the same first day, which it replaces', other: { from: '2026-03-01', to: null }, clashes: false },
    {
      what: 'a day of one taken off the record',
      other: { from: '2026-03-31', to: null, removedAt: 5 },
      clashes: false,
    },
  ])('beside one that has $what: clashes is $clashes', ({ other, clashes }) => {
    const faults = assignmentFaults(policy, assignment(), [assignment({ plan: 'BASE', ...other })]);
    expect(faults).toEqual(clashes ? [{ code: 'days-overlap', plan: 'BASE', from: other.from, to: other.to }] : []);
  });

  it('shares a day with another either way round', () => {
    const [march, fromLast] = [assignment(), assignment({ from: '2026-03-31', to: null })];
    expect([shareADay(march, fromLast), shareADay(fromLast, march)]).toEqual([true, true]);
    const april = assignment({ from: '2026-04-01', to: '2026-04-30' });
    expect([shareADay(march, april), shareADay(april, march)]).toEqual([false, false]);
  });

  it.each([
    { organizationId: '8' },
    { plan: 'BASE' },
    { from: '2026-03-02' },
    { to: null },
    { calendar: 'around-the-clock' },
  ])('is another one where %j differs', (difference) => {
    expect(isSameAssignment(assignment(), assignment())).toBe(true);
    expect(isSameAssignment(assignment(), assignment(difference))).toBe(false);
  });
});
