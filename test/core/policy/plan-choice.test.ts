import fc from 'fast-check';
import type { PlanAssignment, PolicyDocument } from '../../../src/core/policy/document';
import {
  choosePlan,
  planChangeInstants,
  type PlanChoice,
  type PlanQuestion,
} from '../../../src/core/policy/plan-choice';
import { DAY, HOUR, MINUTE, type EpochMillis } from '../../../src/core/time/instant';
import { instantOfLocal } from '../../../src/core/time/zone';
import { buildPolicy } from '../../builders/policy';

const policy = buildPolicy();
const toronto = (date: string, minutes = 0): EpochMillis => instantOfLocal('America/Toronto', date, minutes);

const CREATED = toronto('2025-12-09', 10 * 60);
const LONG_AGO = toronto('2020-01-01');

function assigned(organizationId: string, plan: string, spec: Partial<PlanAssignment> = {}): PlanAssignment {
  return { organizationId, plan, from: '2025-01-01', to: null, calendar: null, recordedAt: LONG_AGO, ...spec };
}

function ask(question: Partial<PlanQuestion>, document: PolicyDocument = policy): PlanChoice {
  return choosePlan(document, {
    organizationIds: ['7'],
    reporterOrganizationIds: [],
    createdAt: CREATED,
    at: question.createdAt ?? CREATED,
    assignments: [],
    ...question,
  });
}

describe('the plan of a ticket', () => {
  it('is that of its organization, with the days and the calendar of the assignment', () => {
    const own = assigned('7', 'PLUS', { to: '2026-01-31', calendar: 'around-the-clock' });
    expect(ask({ assignments: [own] })).toEqual({
      plan: 'PLUS',
      reason: 'organization',
      organizationId: '7',
      from: '2025-01-01',
      to: '2026-01-31',
      calendar: 'around-the-clock',
    });
  });

  it("is that of the reporter's organizations where the ticket has none", () => {
    const choice = ask({ organizationIds: [], reporterOrganizationIds: ['8'], assignments: [assigned('8', 'PLUS')] });
    expect(choice).toMatchObject({ plan: 'PLUS', reason: 'reporter-organization', organizationId: '8' });
  });

  it.each([
    ['before it was taken off the record', MINUTE - 1, 'PLUS'],
    ['from that instant on', MINUTE, 'BASE'],
  ])('is that of a removed assignment %s', (_when, after, plan) => {
    const removed = assigned('7', 'PLUS', { removedAt: CREATED + MINUTE });
    expect(ask({ assignments: [removed], at: CREATED + after }).plan).toBe(plan);
  });

  it('changes in one instant where an assignment is replaced', () => {
    const replaced = [
      assigned('7', 'BASE', { removedAt: CREATED + MINUTE }),
      assigned('7', 'PLUS', { recordedAt: CREATED + MINUTE }),
    ];
    expect([-1, 0].map((off) => ask({ assignments: replaced, at: CREATED + MINUTE + off }).plan)).toEqual([
      'BASE',
      'PLUS',
    ]);
    expect(planChangeInstants(policy, CREATED, replaced)).toEqual([CREATED + MINUTE]);
  });

  it("is not that of the reporter's organizations where the ticket has its own", () => {
    expect(ask({ reporterOrganizationIds: ['8'], assignments: [assigned('8', 'PLUS')] })).toMatchObject({
      plan: 'BASE',
      reason: 'default-unassigned',
      organizationId: null,
    });
  });

  it.each([
    ['nobody has an organization', { organizationIds: [] }, 'default-no-organization'],
    ['the organization never had a plan', {}, 'default-unassigned'],
    ['its plan begins later', { assignments: [assigned('7', 'PLUS', { from: '2025-12-10' })] }, 'default-unassigned'],
    ['the policy no longer has its plan', { assignments: [assigned('7', 'GOLD')] }, 'default-unassigned'],
    ['its plan is another organization’s', { assignments: [assigned('70', 'PLUS')] }, 'default-unassigned'],
  ])('is the default plan where %s', (_case, question, reason) => {
    expect(ask(question)).toEqual({
      plan: 'BASE',
      reason,
      organizationId: null,
      from: null,
      to: null,
      calendar: null,
    });
  });
});

describe('the days of an assignment', () => {
  const december: Partial<PlanAssignment> = { from: '2025-12-01', to: '2025-12-31' };

  it.each([
    ['the first instant of the first day', toronto('2025-12-01'), 'PLUS'],
    ['the instant before', toronto('2025-12-01') - 1, 'BASE'],
    ['the last instant of the last day', toronto('2026-01-01') - 1, 'PLUS'],
    ['the instant after', toronto('2026-01-01'), 'BASE'],
    ['a late evening in Toronto that is the next day in UTC', toronto('2025-12-31', 22 * 60), 'PLUS'],
  ])('are whole days in Toronto: %s', (_case, createdAt, plan) => {
    expect(ask({ createdAt, assignments: [assigned('7', 'PLUS', december)] }).plan).toBe(plan);
  });

  it('are those of the default calendar’s zone', () => {
    const inParis = buildPolicy({
      calendars: {
        ...policy.calendars,
        'business-hours': {
          label: { en: 'Paris', fr: 'Paris' },
          calendar: { timeZone: 'Europe/Paris', always: true },
          holidaySource: null,
        },
      },
    });
    const createdAt = toronto('2025-11-30', 18 * 60 + 30);
    const assignments = [assigned('7', 'PLUS', december)];
    expect([ask({ createdAt, assignments }).plan, ask({ createdAt, assignments }, inParis).plan]).toEqual([
      'BASE',
      'PLUS',
    ]);
  });

  it('hold on the day the clocks go back, all 25 hours of it', () => {
    const day = { from: '2025-11-02', to: '2025-11-02' };
    const plans = [0, 24.5 * HOUR, 25 * HOUR].map(
      (after) => ask({ createdAt: toronto('2025-11-02') + after, assignments: [assigned('7', 'PLUS', day)] }).plan,
    );
    expect(plans).toEqual(['PLUS', 'PLUS', 'BASE']);
  });
});

describe('several assignments', () => {
  const third = { ...policy.plans[0]!, key: 'CARE', rank: 2 };
  const three = buildPolicy({ plans: [...policy.plans, third] });

  it.each([
    ['the plan of highest rank', [assigned('7', 'BASE'), assigned('8', 'PLUS')], 'PLUS', '8'],
    [
      'of equal ranks, the plan that the policy names first',
      [assigned('7', 'CARE'), assigned('8', 'PLUS')],
      'PLUS',
      '8',
    ],
    ['of one plan, the organization whose id sorts first', [assigned('8', 'PLUS'), assigned('7', 'PLUS')], 'PLUS', '7'],
  ])('%s', (_case, assignments, plan, organizationId) => {
    const choice = ask({ organizationIds: ['7', '8'], assignments }, three);
    expect(choice).toMatchObject({ plan, organizationId });
  });

  it('take the newest record where the days of one organization overlap', () => {
    const assignments = [
      assigned('7', 'PLUS', { recordedAt: CREATED - 2 * DAY }),
      assigned('7', 'PLUS', { recordedAt: CREATED - DAY, calendar: 'around-the-clock' }),
    ];
    expect(ask({ assignments }).calendar).toBe('around-the-clock');
  });
});

describe('out of subscription', () => {
  const ended = assigned('7', 'PLUS', { to: '2025-12-08' });
  const noPromise = buildPolicy({ modes: { ...policy.modes, outOfSubscription: 'no-promise' } });

  it('gives the default plan once all assignments have ended', () => {
    expect(ask({ assignments: [ended] })).toEqual({
      plan: 'BASE',
      reason: 'out-of-subscription',
      organizationId: null,
      from: null,
      to: null,
      calendar: null,
    });
  });

  it('promises nothing where the policy says so', () => {
    expect(ask({ assignments: [ended] }, noPromise)).toMatchObject({ plan: null, reason: 'out-of-subscription' });
  });

  it('does not take the promise from who never subscribed', () => {
    expect(ask({}, noPromise)).toMatchObject({ plan: 'BASE', reason: 'default-unassigned' });
  });

  it('lasts until a renewal begins', () => {
    const renewal = assigned('7', 'PLUS', { from: '2026-01-01' });
    expect(ask({ assignments: [ended, renewal] }).reason).toBe('out-of-subscription');
  });

  it('is not where another of the ticket’s organizations has a plan', () => {
    const assignments = [ended, assigned('8', 'BASE')];
    expect(ask({ organizationIds: ['7', '8'], assignments })).toMatchObject({ plan: 'BASE', reason: 'organization' });
  });
});

describe('assignments recorded after the creation', () => {
  const late = assigned('7', 'PLUS', { recordedAt: CREATED + HOUR });
  const reaching = buildPolicy({ modes: { ...policy.modes, laterPlanReachesOpenTickets: true } });
  const bought = assigned('7', 'PLUS', { from: '2025-12-12', recordedAt: CREATED + HOUR });
  const firstDay = toronto('2025-12-12');

  it.each([
    ['not before it was recorded', CREATED + HOUR - 1, 'BASE'],
    ['from the instant it was recorded', CREATED + HOUR, 'PLUS'],
  ])('one that covers the creation day counts %s', (_case, at, plan) => {
    expect(ask({ at, assignments: [late] }).plan).toBe(plan);
  });

  it('a plan bought later never reaches an open ticket, unless the policy says so', () => {
    expect(ask({ at: firstDay + 30 * DAY, assignments: [bought] }).plan).toBe('BASE');
  });

  it.each([
    ['not before its first day', firstDay - 1, 'BASE'],
    ['from its first day on', firstDay, 'PLUS'],
  ])('where the policy says so, it reaches one %s', (_case, at, plan) => {
    expect(ask({ at, assignments: [bought] }, reaching).plan).toBe(plan);
  });

  it('a lesser plan bought later takes nothing away', () => {
    const assignments = [assigned('7', 'PLUS'), assigned('7', 'BASE', { from: '2025-12-12' })];
    expect(ask({ at: firstDay, assignments }, reaching).plan).toBe('PLUS');
  });

  it.each([
    ['its record, for one that covers the creation day', policy, [late], [CREATED + HOUR]],
    ['nothing, for one that begins later', policy, [bought], []],
    ['its first day, where later plans reach open tickets', reaching, [bought], [firstDay]],
    ['nothing, for one recorded before', policy, [assigned('7', 'PLUS')], []],
    ['each instant once, in order', reaching, [bought, late, late], [CREATED + HOUR, firstDay]],
  ])('the plan may change at %s', (_case, document, assignments, instants) => {
    expect(planChangeInstants(document, CREATED, assignments)).toEqual(instants);
  });
});

describe('any assignments', () => {
  const day = fc.integer({ min: -6, max: 6 });
  const dateOf = (offset: number): string => new Date(Date.UTC(2025, 11, 9) + offset * DAY).toISOString().slice(0, 10);
  const assignments = fc.array(
    fc
      .record({
        organizationId: fc.constantFrom('7', '8', '9'),
        plan: fc.constantFrom('BASE', 'PLUS', 'GOLD'),
        start: day,
        length: fc.option(fc.nat(6), { nil: null }),
        recorded: day,
      })
      .map(({ organizationId, plan, start, length, recorded }) =>
        assigned(organizationId, plan, {
          from: dateOf(start),
          to: length === null ? null : dateOf(start + length),
          recordedAt: CREATED + recorded * DAY,
        }),
      ),
    { maxLength: 6 },
  );
  const organizationIds = fc.subarray(['7', '8']);
  const mode = fc.boolean();
  const document = (laterPlanReachesOpenTickets: boolean): PolicyDocument =>
    buildPolicy({ modes: { ...policy.modes, laterPlanReachesOpenTickets } });

  it('give the same plan in any order', () => {
    fc.assert(
      fc.property(assignments, organizationIds, mode, day, (list, ids, reaches, after) => {
        const at = CREATED + Math.abs(after) * DAY;
        const question = { organizationIds: ids, at };
        expect(ask({ ...question, assignments: [...list].reverse() }, document(reaches))).toEqual(
          ask({ ...question, assignments: list }, document(reaches)),
        );
      }),
    );
  });

  it('give PLUS exactly when some assignment to PLUS counts', () => {
    fc.assert(
      fc.property(assignments, organizationIds, day, (list, ids, after) => {
        const at = CREATED + Math.abs(after) * DAY;
        const counts = list.some(
          ({ organizationId, plan, from, to, recordedAt }) =>
            ids.includes(organizationId) &&
            plan === 'PLUS' &&
            recordedAt <= at &&
            from <= '2025-12-09' &&
            (to === null || to >= '2025-12-09'),
        );
        expect(ask({ organizationIds: ids, at, assignments: list }).plan === 'PLUS').toBe(counts);
      }),
    );
  });

  it('change the plan only at the instants named', () => {
    fc.assert(
      fc.property(assignments, organizationIds, mode, (list, ids, reaches) => {
        const choiceAt = (at: EpochMillis): PlanChoice =>
          ask({ organizationIds: ids, at, assignments: list }, document(reaches));
        const edges = [CREATED, ...planChangeInstants(document(reaches), CREATED, list), CREATED + 30 * DAY];
        edges.slice(1).forEach((edge, i) => {
          const start = choiceAt(edges[i]!);
          for (let at = edges[i]!; at < edge; at += 5 * HOUR + 7 * MINUTE) expect(choiceAt(at)).toEqual(start);
          expect(choiceAt(edge - 1)).toEqual(start);
        });
      }),
      { numRuns: 40 },
    );
  });
});

it('a policy without its default calendar is refused', () => {
  const broken = buildPolicy({ defaultCalendar: 'gone' });
  expect(() => ask({ assignments: [assigned('7', 'PLUS')] }, broken)).toThrow(RangeError);
});
