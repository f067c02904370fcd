import type { PlanAssignment, PolicyDocument, PolicyVersion } from '../../../src/core/policy/document';
import type { SlaCalendar } from '../../../src/core/time/calendar';
import { buildPolicy, buildPolicyVersion } from '../../builders/policy';
import { hm, instant, type EditSpec } from '../../builders/ticket';
import { clockOf, entries, fold, foldClock, plusFor } from './folding';

/** P1 on BASE: resolution 8 h of 08:30 to 16:30, due on Wednesday at 10:00; P2 has 16 h, P4 80 h. */
const P1 = { createdAt: '2025-12-09T10:00 Toronto', impact: 'extended', urgency: 'critical' };
const at = (time: string, day = '09'): string => `2025-12-${day}T${time} Toronto`;
const urgency = (when: string, level: string): EditSpec => ({ at: when, urgency: level });

function withMode(
  retarget: PolicyDocument['modes']['retarget'],
  overrides: Partial<PolicyDocument> = {},
): PolicyDocument {
  const document = buildPolicy(overrides);
  return { ...document, modes: { ...document.modes, retarget } };
}

function versions(first: PolicyDocument, ...later: [string, PolicyDocument][]): PolicyVersion[] {
  return [
    buildPolicyVersion(first),
    ...later.map(([publishedAt, document], i) =>
      buildPolicyVersion(document, { version: i + 2, publishedAt: instant(publishedAt) }),
    ),
  ];
}

describe('retarget: milliseconds used stay used (carry), start from zero (restart), or are counted anew (retroactive)', () => {
  // One hour used at 11:00, when P1 (8 h of business hours) becomes P2 (16 h of business hours).
  it.each([
    ['carry', hm(3), at('10:00', '11')],
    ['restart', hm(2), at('11:00', '11')],
    ['retroactive', hm(3), at('10:00', '11')],
  ] as const)('%s, on the same calendar', (mode, elapsed, due) => {
    const edits = [urgency(at('11:00'), 'high')];
    const clock = foldClock('resolution', { ...P1, edits, policies: versions(withMode(mode)), now: at('13:00') });

    expect(clock).toMatchObject({ elapsedTime: elapsed, breachTime: instant(due), goal: { priority: 'P2' } });
  });

  // PLUS: P2 is 8 h of business hours, P1 is 4 h around the clock. Created at 16:00; half an hour is used by 16:30.
  it.each([
    ['carry', hm(0, 30) + hm(2), at('22:30', '09')],
    ['restart', hm(2), at('23:00', '09')],
    ['retroactive', hm(5), at('20:00', '09')],
  ] as const)('%s, to a clock that never rests', (mode, elapsed, due) => {
    const ticket = { createdAt: at('16:00'), impact: 'extended', urgency: 'high', organizationIds: ['1'] };
    const edits = [urgency(at('19:00'), 'critical')];
    const spec = { ...ticket, edits, assignments: [plusFor('1')], policies: versions(withMode(mode)) };

    expect(foldClock('resolution', { ...spec, now: at('21:00') })).toMatchObject({
      elapsedTime: elapsed,
      goal: { calendar: 'around-the-clock' },
    });
    expect(foldClock('resolution', { ...spec, now: at('19:00') }).breachTime).toBe(instant(due));
  });

  it('time paused is never counted anew', () => {
    const edits = [
      { at: at('11:00'), statusId: 'waiting' },
      { at: at('12:00'), statusId: 'open' },
      urgency(at('13:00'), 'high'),
    ];
    const clock = foldClock('resolution', {
      ...P1,
      edits,
      policies: versions(withMode('retroactive')),
      now: at('14:00'),
    });

    expect(clock).toMatchObject({ elapsedTime: hm(3), totals: { paused: hm(1) } });
  });

  it('restart forgets for the goal, not for the account of the time', () => {
    const edits = [urgency(at('11:00'), 'high')];
    const { elapsedTime, totals } = foldClock('resolution', {
      ...P1,
      edits,
      policies: versions(withMode('restart')),
      now: at('13:00'),
    });

    expect([elapsedTime, totals.used]).toEqual([hm(2), hm(3)]);
  });

  it('paused: the new goal counts from the resumption', () => {
    const edits = [
      { at: at('11:00'), statusId: 'waiting' },
      urgency(at('12:00'), 'high'),
      { at: at('13:00'), statusId: 'open' },
    ];
    const result = fold({ ...P1, edits, now: at('14:00') });

    expect(entries(result, 'retarget').at(-1)).toMatchObject({
      metric: 'resolution',
      dueBefore: null,
      dueAfter: null,
      used: hm(1),
    });
    expect(clockOf(result, 'resolution').breachTime).toBe(instant(at('12:00', '11')));
  });

  it('the ledger says from what to what, how much stays used, and both due times', () => {
    const result = fold({ ...P1, edits: [urgency(at('11:00'), 'high')], now: at('13:00') });

    expect(entries(result, 'retarget').filter(({ metric }) => metric === 'resolution')).toMatchObject([
      {
        at: instant(at('11:00')),
        cause: 'priority',
        from: { priority: 'P1', target: hm(8) },
        to: { priority: 'P2', target: hm(16) },
        used: hm(1),
        dueBefore: instant(at('10:00', '10')),
        dueAfter: instant(at('10:00', '11')),
      },
    ]);
  });
});

describe('used more than the target at a retarget', () => {
  // Twelve hours used of P4's 80; on Wednesday at 14:00 it becomes P1: 8 h.
  const spec = {
    ...P1,
    urgency: 'low',
    impact: 'important',
    edits: [{ at: at('14:00', '10'), impact: 'extended', urgency: 'critical' }],
  };
  const RETARGET = instant(at('14:00', '10'));

  it('the due time is that instant, and all thresholds behind it', () => {
    const { breachTime, thresholds, late, state } = foldClock('resolution', { ...spec, now: at('15:00', '10') });

    expect(state).toBe('breached');
    expect([breachTime, ...thresholds.map((threshold) => threshold.at)]).toEqual(Array(4).fill(RETARGET));
    expect(late).toEqual({ working: hm(5), real: hm(1) });
  });

  it('used exactly the target is due now and breached only by the next working millisecond', () => {
    const edits = [{ at: at('10:00', '10'), impact: 'extended', urgency: 'critical' }];
    const clock = foldClock('resolution', { ...spec, edits, now: at('10:00', '10') });

    expect(clock).toMatchObject({ state: 'near-breach', breachTime: instant(at('10:00', '10')), remainingTime: 0 });
    expect(clock.thresholds.at(-1)?.at).toBe(instant(at('10:00', '10')) + 1);
  });
});

describe('causes of a retarget', () => {
  const base = buildPolicy();
  const shorter = buildPolicy({
    plans: base.plans.map((plan) => ({
      ...plan,
      goals: {
        ...plan.goals,
        P1: {
          ...plan.goals['P1'],
          resolution: { ...plan.goals['P1']!.resolution!, target: { unit: 'hours', amount: 6 } },
        },
      },
    })),
  });
  const closedToday = withBusiness(base, (calendar) => ({
    ...calendar,
    exceptions: [{ date: '2025-12-09', hours: [] }],
  }));
  const p1IsP2 = buildPolicy({ matrix: { ...base.matrix, extended: { ...base.matrix['extended'], critical: 'P2' } } });
  const assigned = plusFor('1', { recordedAt: instant(at('12:00')) });

  it.each<[string, object, string]>([
    ['the levels change', { edits: [urgency(at('12:00'), 'high')] }, 'priority'],
    ['a person changes the priority', { edits: [{ at: at('12:00'), priorityId: '2' }] }, 'priority'],
    ['a plan is recorded', { assignments: [assigned] }, 'plan'],
    [
      'the organizations change',
      { organizationIds: [], edits: [{ at: at('12:00'), organizationIds: ['1'] }], assignments: [plusFor('1')] },
      'plan',
    ],
    [
      'a calendar is recorded for the plan',
      {
        assignments: [
          plusFor('1', { plan: 'BASE' }),
          plusFor('1', { plan: 'BASE', calendar: 'around-the-clock', recordedAt: instant(at('12:00')) }),
        ],
      },
      'calendar',
    ],
    ['a version closes today', { policies: versions(base, [at('12:00'), closedToday]) }, 'calendar'],
    ['a version shortens the target', { policies: versions(base, [at('12:00'), shorter]) }, 'policy'],
    ['a version changes the matrix', { policies: versions(base, [at('12:00'), p1IsP2]) }, 'policy'],
  ])('%s', (_what, spec, cause) => {
    const result = fold({ ...P1, organizationIds: ['1'], now: at('15:00'), ...spec });

    expect(entries(result, 'retarget').filter(({ metric }) => metric === 'resolution')).toMatchObject([
      { at: instant(at('12:00')), cause },
    ]);
  });
});

describe('policy versions hold from their publication', () => {
  const base = buildPolicy();

  it('the first also holds for the time before it', () => {
    const policies = [buildPolicyVersion(base, { publishedAt: instant(at('12:00')) })];
    const result = fold({ ...P1, policies, now: at('13:00') });

    expect(entries(result, 'retarget')).toEqual([]);
    expect(clockOf(result, 'resolution').elapsedTime).toBe(hm(3));
  });

  it('one published after the fold is not looked at', () => {
    const later = withMode('restart', { thresholds: [], pauseStatusIds: ['open'] });

    expect(fold({ ...P1, policies: versions(base, [at('13:00:00.001'), later]), now: at('13:00') })).toEqual(
      fold({ ...P1, policies: versions(base), now: at('13:00') }),
    );
  });

  it('a status that now pauses does so from then', () => {
    const policies = versions(base, [at('12:00'), buildPolicy({ pauseStatusIds: ['open'] })]);

    expect(foldClock('resolution', { ...P1, policies, now: at('13:00') })).toMatchObject({
      elapsedTime: hm(2),
      totals: { paused: hm(1) },
    });
  });

  it('a status that is now done stops from then', () => {
    const policies = versions(base, [at('12:00'), buildPolicy({ extraDoneStatusIds: ['open'] })]);

    expect(foldClock('resolution', { ...P1, policies, now: at('13:00') }).stopTime).toBe(instant(at('12:00')));
  });

  it("a version that says the same is no retarget, and the goal is the newest version's", () => {
    const result = fold({ ...P1, policies: versions(base, [at('12:00'), buildPolicy()]), now: at('13:00') });

    expect(entries(result, 'retarget')).toEqual([]);
    expect(clockOf(result, 'resolution').goal?.policyVersion).toBe(2);
  });

  it('new thresholds: what was reached stays, what is newly behind is reached at the publication', () => {
    const thresholds: PolicyDocument['thresholds'] = [
      { kind: 'percent', percent: 20 },
      { kind: 'percent', percent: 75 },
    ];
    const policies = versions(base, [at('09:00', '10'), buildPolicy({ thresholds })]);
    const clock = foldClock('resolution', { ...P1, policies, now: at('09:30', '10') });

    expect(clock.thresholds.map((threshold) => threshold.at)).toEqual([
      instant(at('09:00', '10')),
      instant(at('16:00')),
      instant(at('10:00:00.001', '10')),
    ]);
  });
});

describe('a warning stands for itself', () => {
  it('one that is new is reached at its publication, though another was at the same used time before', () => {
    const twoHoursLeft = buildPolicy({ thresholds: [{ kind: 'remaining', remaining: { unit: 'hours', amount: 2 } }] });
    const policies = versions(buildPolicy(), [at('09:00', '10'), twoHoursLeft]);
    const [warning] = foldClock('resolution', { ...P1, policies, now: at('09:30', '10') }).thresholds;

    expect(warning?.at).toBe(instant(at('09:00', '10')));
  });
});

describe('a calendar version identical from the start to the due time is no retarget', () => {
  const base = buildPolicy();
  // Due on Wednesday the 10th at 10:00.
  const without = (date: string): PolicyDocument =>
    withBusiness(base, (calendar) => ({ ...calendar, exceptions: [{ date, hours: [] }] }));
  const published = (document: PolicyDocument): PolicyVersion[] => versions(base, [at('12:00'), document]);

  it.each<[string, PolicyDocument, number]>([
    ['a holiday after the due time', without('2025-12-11'), 0],
    ['a holiday next year', without('2026-06-24'), 0],
    [
      'closing on the due day after the due time',
      withBusiness(base, (c) => ({
        ...c,
        exceptions: [{ date: '2025-12-10', hours: [{ start: '08:30', end: '10:00' }] }],
      })),
      0,
    ],
    [
      'closing on the due day a minute before',
      withBusiness(base, (c) => ({
        ...c,
        exceptions: [{ date: '2025-12-10', hours: [{ start: '08:30', end: '09:59' }] }],
      })),
      1,
    ],
    ['a holiday before the due time', without('2025-12-10'), 1],
    [
      'longer hours on a day before the due time',
      withBusiness(base, (c) => ({
        ...c,
        exceptions: [{ date: '2025-12-09', hours: [{ start: '08:30', end: '17:30' }] }],
      })),
      1,
    ],
    [
      'an evening hour before the due time',
      withBusiness(base, (c) => ({
        ...c,
        exceptions: [
          {
            date: '2025-12-09',
            hours: [
              { start: '08:30', end: '16:30' },
              { start: '19:00', end: '20:00' },
            ],
          },
        ],
      })),
      1,
    ],
    ['other hours before the start', without('2025-12-08'), 0],
    [
      'other hours between the start and the publication',
      withBusiness(base, (c) => ({
        ...c,
        exceptions: [
          {
            date: '2025-12-09',
            hours: [
              { start: '08:30', end: '11:00' },
              { start: '11:30', end: '16:30' },
            ],
          },
        ],
      })),
      1,
    ],
  ])('%s', (_what, document, retargets) => {
    // Answered, so that only resolution is open.
    const result = fold({ ...P1, comments: [{ at: at('10:10') }], policies: published(document), now: at('13:00') });

    expect(entries(result, 'retarget')).toHaveLength(retargets);
  });

  it('keeps its flag keys, so that no flag comes twice', () => {
    const keysOf = (policies: PolicyVersion[]): string[] =>
      foldClock('resolution', { ...P1, policies, now: at('13:00') }).thresholds.map(({ key }) => key);

    expect(keysOf(published(without('2025-12-11')))).toEqual(keysOf(versions(base)));
    expect(keysOf(published(without('2025-12-10')))).not.toEqual(keysOf(versions(base)));
  });

  it('yet what follows a pause is counted in the hours then in force', () => {
    // Three hours used; resumed on Wednesday at 15:00 the remaining five end on Thursday, were it not closed by then.
    const edits = [
      { at: at('13:00'), statusId: 'waiting' },
      { at: at('15:00', '10'), statusId: 'open' },
    ];
    const clock = foldClock('resolution', {
      ...P1,
      edits,
      policies: published(without('2025-12-11')),
      now: at('16:00', '10'),
    });

    expect(clock.breachTime).toBe(instant(at('12:00', '12')));
  });
});

describe('a stopped clock is never retargeted or judged again', () => {
  const base = buildPolicy();
  const stopped = { ...P1, edits: [{ at: at('12:00'), statusId: 'resolved' }] };
  const harsh = buildPolicy({
    plans: base.plans.map((plan) => ({
      ...plan,
      goals: Object.fromEntries(
        Object.keys(plan.goals).map((key) => [
          key,
          {
            resolution: {
              target: { unit: 'minutes', amount: 1 },
              calendar: 'around-the-clock',
              published: { en: null, fr: null },
            },
          },
        ]),
      ),
    })),
    statusCategories: {},
  });

  it.each<[string, object]>([
    ['by a later policy', { policies: versions(base, [at('13:00'), harsh]) }],
    ['by levels', { edits: [...stopped.edits, { at: at('13:00'), urgency: 'low', impact: 'minor' }] }],
    [
      'by a plan recorded later',
      { organizationIds: ['1'], assignments: [plusFor('1', { recordedAt: instant(at('13:00')) })] },
    ],
  ])('%s', (_what, spec) => {
    const before = fold({ ...stopped, now: at('14:00') });
    const after = fold({ ...stopped, ...spec, now: at('14:00') });

    expect(after.clocks).toEqual(before.clocks);
    expect(entries(after, 'retarget')).toEqual([]);
  });
});

describe('2bd is the close of the second working day after', () => {
  const inTwoDays = (retarget: PolicyDocument['modes']['retarget'], amount = 2): PolicyDocument => {
    const document = withMode(retarget);
    const resolution = {
      target: { unit: 'business-days', amount },
      calendar: 'business-hours',
      published: { en: null, fr: null },
    } as const;
    return {
      ...document,
      plans: document.plans.map((plan) => ({ ...plan, goals: { ...plan.goals, P1: { resolution } } })),
    };
  };

  it.each<[string, string, string, number]>([
    ['from Tuesday morning', at('10:00'), at('16:30', '11'), hm(22, 30)],
    ['from Tuesday evening', at('20:00'), at('16:30', '11'), hm(16)],
    ['from Saturday', at('12:00', '13'), at('16:30', '16'), hm(16)],
    ['over Christmas', at('10:00', '24'), at('16:30', '29'), hm(22, 30)],
  ])('%s', (_when, createdAt, due, target) => {
    const clock = foldClock('resolution', { ...P1, createdAt, policies: versions(inTwoDays('carry')), now: createdAt });

    expect([clock.breachTime, clock.goal?.target]).toEqual([instant(due), target]);
  });

  it('a pause moves it by the working time paused', () => {
    const edits = [
      { at: at('11:00'), statusId: 'waiting' },
      { at: at('12:00'), statusId: 'open' },
    ];
    const clock = foldClock('resolution', { ...P1, edits, policies: versions(inTwoDays('carry')), now: at('13:00') });

    expect(clock.breachTime).toBe(instant(at('09:30', '12')));
  });

  it.each([
    ['carry', at('16:30', '11')],
    ['retroactive', at('16:30', '11')],
    ['restart', at('16:30', '12')],
  ] as const)('retargeted to it a day later, by %s', (mode, due) => {
    const ticket = { ...P1, urgency: 'high', edits: [urgency(at('12:00', '10'), 'critical')] };
    const clock = foldClock('resolution', { ...ticket, policies: versions(inTwoDays(mode)), now: at('13:00', '10') });

    expect(clock.breachTime).toBe(instant(due));
  });

  it('counted anew after a restart it is again from the creation', () => {
    const policies = versions(inTwoDays('restart'), [at('13:00', '10'), inTwoDays('retroactive', 3)]);
    const ticket = { ...P1, urgency: 'high', edits: [urgency(at('12:00', '10'), 'critical')] };

    expect(foldClock('resolution', { ...ticket, policies, now: at('14:00', '10') }).breachTime).toBe(
      instant(at('16:30', '12')),
    );
  });

  it.each(['carry', 'restart'] as const)('a later version that says the same is no retarget, by %s', (mode) => {
    const result = fold({
      ...P1,
      policies: versions(inTwoDays(mode), [at('12:00', '10'), inTwoDays(mode)]),
      now: at('13:00', '10'),
    });

    expect(entries(result, 'retarget')).toEqual([]);
  });
});

describe('what the fold refuses', () => {
  it('an empty list of policies', () => {
    expect(() => fold({ ...P1, policies: [], now: at('13:00') })).toThrow('a fold needs at least one policy version');
  });

  it('a goal on a calendar that the policy does not have, naming it', () => {
    const document = buildPolicy({ defaultCalendar: 'nowhere' });

    expect(() => fold({ ...P1, policies: versions(document), impact: null, now: at('13:00') })).toThrow(
      'no calendar "nowhere"',
    );
  });

  it('a goal on a calendar that never opens, naming it', () => {
    const closed = withBusiness(buildPolicy(), (calendar) => ({ ...calendar, weeklyHours: {}, exceptions: [] }));

    expect(() => fold({ ...P1, policies: versions(closed), now: at('13:00') })).toThrow(
      /calendar "America\/Toronto .*no open time/,
    );
  });
});

function withBusiness(
  document: PolicyDocument,
  change: (calendar: Exclude<SlaCalendar, { always: true }>) => SlaCalendar,
): PolicyDocument {
  const { calendars, defaultCalendar } = document;
  const named = calendars[defaultCalendar]!;
  if ('always' in named.calendar) throw new Error('the default calendar has hours');
  return {
    ...document,
    calendars: { ...calendars, [defaultCalendar]: { ...named, calendar: change(named.calendar) } },
  };
}

describe('assignments count from when they were recorded', () => {
  const recorded = (overrides: Partial<PlanAssignment>): PlanAssignment =>
    plusFor('1', { recordedAt: instant(at('12:00')), ...overrides });
  const later = buildPolicy({ modes: { ...buildPolicy().modes, laterPlanReachesOpenTickets: true } });

  it.each<[string, PlanAssignment, PolicyDocument, string | null]>([
    ['covering the creation date', recorded({ from: '2025-12-01' }), buildPolicy(), at('12:00')],
    ['beginning on the creation date', recorded({ from: '2025-12-09' }), buildPolicy(), at('12:00')],
    ['bought later', recorded({ from: '2025-12-10' }), buildPolicy(), null],
    [
      'bought later, where the admin lets it reach open tickets',
      recorded({ from: '2025-12-10' }),
      later,
      at('00:00', '10'),
    ],
    ['ended before the creation', recorded({ from: '2025-01-01', to: '2025-12-08' }), buildPolicy(), null],
    ['of another organization', recorded({ organizationId: '2' }), buildPolicy(), null],
    ['recorded after the fold', recorded({ recordedAt: instant(at('12:00', '11')) }), buildPolicy(), null],
  ])('%s', (_what, assignment, document, since) => {
    const result = fold({
      ...P1,
      organizationIds: ['1'],
      assignments: [assignment],
      policies: versions(document),
      now: at('13:00', '10'),
    });
    const toPlus = entries(result, 'plan').find(({ plan }) => plan === 'PLUS');

    expect(toPlus?.at ?? null).toBe(since === null ? null : instant(since));
    expect(result.plan.plan).toBe(since === null ? 'BASE' : 'PLUS');
  });

  it('taken off the record: the ticket keeps the plan it had until then, and its ledger says so', () => {
    const assignments = [plusFor('1', { removedAt: instant(at('12:00')) })];
    const result = fold({ ...P1, organizationIds: ['1'], assignments, now: at('13:00') });

    expect(entries(result, 'plan').map((entry) => [entry.at, entry.plan])).toEqual([
      [instant(at('10:00')), 'PLUS'],
      [instant(at('12:00')), 'BASE'],
    ]);
    expect(entries(result, 'retarget')).toMatchObject([
      { at: instant(at('12:00')), cause: 'plan' },
      { at: instant(at('12:00')), cause: 'plan' },
    ]);
  });

  it('renewed with other days: the plan shows them, nothing else changes', () => {
    const assignments = [
      plusFor('1', { to: '2025-12-31' }),
      plusFor('1', { from: '2025-12-01', recordedAt: instant(at('12:00')) }),
    ];
    const result = fold({ ...P1, organizationIds: ['1'], assignments, now: at('13:00') });

    expect(result.plan).toMatchObject({ plan: 'PLUS', from: '2025-12-01', to: null });
    expect(entries(result, 'plan')).toHaveLength(1);
    expect(entries(result, 'retarget')).toEqual([]);
  });

  it('out of subscription without promise: time accrues, no goal', () => {
    const document = buildPolicy({ modes: { ...buildPolicy().modes, outOfSubscription: 'no-promise' } });
    const assignments = [plusFor('1', { to: '2025-12-08' })];
    const result = fold({ ...P1, organizationIds: ['1'], assignments, policies: versions(document), now: at('13:00') });

    expect(result.plan).toMatchObject({ plan: null, reason: 'out-of-subscription' });
    expect(result.clocks.map(({ goal, elapsedTime }) => [goal, elapsedTime])).toEqual([
      [null, hm(3)],
      [null, hm(3)],
    ]);
    expect(result.status).toBe('none');
  });
});
