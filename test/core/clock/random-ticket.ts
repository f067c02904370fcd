import fc from 'fast-check';
import type { AgentAction } from '../../../src/core/clock/history';
import type { FoldInput } from '../../../src/core/clock/ticket-fold';
import type {
  GoalSetting,
  Plan,
  PlanAssignment,
  PolicyDocument,
  PolicyVersion,
} from '../../../src/core/policy/document';
import type { OpenHours, SlaCalendar } from '../../../src/core/time/calendar';
import { DAY, MINUTE } from '../../../src/core/time/instant';
import { buildPolicy } from '../../builders/policy';
import { buildTicket, type CommentSpec, type EditSpec } from '../../builders/ticket';
import { workingTimeOf } from './folding';

// Random tickets on a grid of twenty minutes: many events share an instant, and thresholds fall on whole minutes.

const CREATED = Date.UTC(2026, 2, 3, 15);
const GRID = 20 * MINUTE;
const SPAN = 9 * DAY;

const week = (...hours: OpenHours[]): Record<1 | 2 | 3 | 4 | 5, OpenHours[]> => ({
  1: hours,
  2: hours,
  3: hours,
  4: hours,
  5: hours,
});
const office: SlaCalendar = {
  timeZone: 'Etc/UTC',
  weeklyHours: week({ start: '09:00', end: '17:00' }),
  holidays: [],
  exceptions: [],
};
const withHoliday = (date: string): SlaCalendar => ({ ...office, holidays: [{ date }] });
const OFFICES: readonly SlaCalendar[] = [office, withHoliday('2026-03-05'), withHoliday('2026-03-10')];
const SPLIT: SlaCalendar = {
  timeZone: 'Etc/UTC',
  weeklyHours: {
    ...week({ start: '08:00', end: '12:00' }, { start: '13:00', end: '18:00' }),
    6: [{ start: '10:00', end: '12:00' }],
  },
  holidays: [],
  exceptions: [],
};
const ALWAYS: SlaCalendar = { timeZone: 'Etc/UTC', always: true };

const slot = (): fc.Arbitrary<number> => fc.integer({ min: 0, max: SPAN / GRID }).map((n) => CREATED + n * GRID);
const oneOf = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);

const goal: fc.Arbitrary<GoalSetting> = fc.record({
  target: fc.integer({ min: 1, max: 60 }).map((n) => ({ unit: 'minutes' as const, amount: n * 20 })),
  calendar: oneOf('office', 'office', 'split', 'always'),
  published: fc.constant({ en: null, fr: null }),
});

const goals: fc.Arbitrary<Plan['goals']> = fc.record(
  Object.fromEntries(
    ['P1', 'P2', 'P3', 'P4'].map((key) => [
      key,
      fc.record({ response: goal, resolution: goal }, { requiredKeys: ['response'] }),
    ]),
  ),
);

const matrix: fc.Arbitrary<PolicyDocument['matrix']> = oneOf('P1', 'P2', 'P3').map((corner) => ({
  ...buildPolicy().matrix,
  extended: { critical: corner, high: 'P2', medium: 'P2', low: 'P3' },
}));

const document: fc.Arbitrary<PolicyDocument> = fc
  .record({
    matrix,
    base: goals,
    plus: goals,
    office: oneOf(...OFFICES),
    jiraIds: oneOf(['1', '2', '3', '4'], ['1', '2', '3', '3'], ['1', null, '3', '4']),
    thresholds: oneOf<PolicyDocument['thresholds']>(
      [
        { kind: 'percent', percent: 75 },
        { kind: 'percent', percent: 90 },
      ],
      [
        { kind: 'remaining', remaining: { unit: 'minutes', amount: 60 } },
        { kind: 'percent', percent: 120 },
      ],
      [],
    ),
    pauseStatusIds: oneOf(['waiting'], ['waiting', 'in-progress'], ['waiting', 'resolved']),
    extraDoneStatusIds: oneOf<string[]>([], [], ['in-progress']),
    modes: fc.record<PolicyDocument['modes']>({
      retarget: oneOf('carry', 'carry', 'restart', 'retroactive'),
      reopen: oneOf('continue', 'new-cycle'),
      duty: oneOf('exempt', 'pause'),
      outOfSubscription: oneOf('default-plan', 'no-promise'),
      laterPlanReachesOpenTickets: fc.boolean(),
    }),
    dutyPriorities: oneOf(['P1', 'P2'], ['P1']),
  })
  .map(({ base, plus, office: officeHours, jiraIds, dutyPriorities, ...members }) => {
    const preset = { ...buildPolicy(), clauses: [], reasons: [] };
    const named = (calendar: SlaCalendar): PolicyDocument['calendars'][string] => ({
      label: { en: '', fr: '' },
      calendar,
      holidaySource: null,
    });
    return {
      ...preset,
      ...members,
      plans: preset.plans.map((plan) => ({ ...plan, goals: plan.key === 'BASE' ? base : plus })),
      priorities: preset.priorities.map((priority, i) => ({ ...priority, jiraPriorityId: jiraIds[i] ?? null })),
      calendars: { office: named(officeHours), split: named(SPLIT), always: named(ALWAYS) },
      defaultCalendar: 'office',
      duty: { ...preset.duty, priorities: dutyPriorities },
    };
  });

/** One to three versions. A later one is often the one before with one thing changed, so that small changes are met. */
const policies: fc.Arbitrary<readonly PolicyVersion[]> = fc
  .record({
    first: document,
    later: fc.array(
      fc.record({
        other: document,
        member: oneOf<keyof PolicyDocument | 'all'>('all', 'calendars', 'thresholds', 'modes', 'matrix', 'plans'),
        at: slot(),
      }),
      {
        maxLength: 2,
      },
    ),
  })
  .map(({ first, later }) => {
    const versions: PolicyVersion[] = [{ version: 1, publishedAt: CREATED - DAY, trackedFrom: 0, document: first }];
    for (const { other, member, at } of [...later].sort((a, b) => a.at - b.at)) {
      const before = versions.at(-1)!.document;
      const next = member === 'all' ? other : { ...before, [member]: other[member] };
      versions.push({ version: versions.length + 1, publishedAt: at, trackedFrom: 0, document: next });
    }
    return versions;
  });

const assignmentOfAnyDays: fc.Arbitrary<PlanAssignment> = fc.record({
  organizationId: oneOf('1', '2'),
  plan: oneOf('BASE', 'PLUS'),
  from: oneOf('2026-01-01', '2026-03-03', '2026-03-06'),
  to: oneOf(null, null, '2026-03-03', '2026-03-02'),
  calendar: oneOf(null, null, 'split'),
  recordedAt: fc.oneof(fc.constant(CREATED - DAY), slot()),
});

const assignment = assignmentOfAnyDays.filter(({ from, to }) => to === null || from <= to);

/** What the store keeps for an organization and a first day: one that stands, one taken off, or one and its replacement. */
const assignments: fc.Arbitrary<readonly PlanAssignment[]> = fc
  .uniqueArray(fc.record({ first: assignment, ends: fc.option(slot()), then: oneOf('BASE', 'PLUS', null) }), {
    maxLength: 3,
    selector: ({ first }) => `${first.organizationId} ${first.from}`,
  })
  .map((kept) =>
    kept.flatMap(({ first, ends, then }) => {
      if (ends === null || ends <= first.recordedAt) return [first];
      const removed = { ...first, removedAt: ends };
      return then === null ? [removed] : [removed, { ...first, plan: then, recordedAt: ends }];
    }),
  );

const impact = oneOf('extended', 'important', 'moderate', null);
const urgency = oneOf('critical', 'high', 'low', null);
const priorityId = oneOf('1', '2', '3', '4', '9', null);
const statusId = oneOf('open', 'in-progress', 'waiting', 'resolved');
const organizationIds = oneOf<readonly string[]>([], ['1'], ['2'], ['1', '2']);

const edit: fc.Arbitrary<Omit<EditSpec, 'at'>> = fc.oneof(
  fc.record({ statusId }),
  fc.record({ statusId }),
  fc.record({ impact }),
  fc.record({ urgency }),
  fc.record({ priorityId, author: oneOf('cadran' as const, 'other' as const, 'other' as const) }),
  fc.record({ urgency, priorityId, statusId }),
  fc.record({ organizationIds }),
);

const action: fc.Arbitrary<AgentAction> = fc.oneof(
  fc.record({
    kind: fc.constant('downgrade' as const),
    levels: oneOf(1, 1, 2, 0),
    reasonCode: oneOf('no-access', 'other'),
  }),
  fc.record({ kind: oneOf('lift-downgrade' as const, 'available' as const, 'return-to-matrix' as const) }),
  fc.record({ kind: fc.constant('unavailable' as const), reasonCode: oneOf('no-access', 'other') }),
  fc.record({ kind: fc.constant('unavailable' as const), reasonCode: oneOf('no-access', 'other') }),
  fc.record({ kind: fc.constant('undo' as const), commentId: oneOf('1', '2', '3', '4', '5') }),
);

const comment: fc.Arbitrary<Omit<CommentSpec, 'at'>> = fc.oneof(
  fc.record({ author: oneOf('agent' as const, 'customer' as const, 'app' as const), isPublic: fc.boolean() }),
  fc.record({ author: oneOf('agent' as const, 'agent' as const, 'agent' as const, 'customer' as const), action }),
  fc.record({ author: fc.constant('agent' as const), action }),
);

/** Puts events at instants out of a few, so that several often share one; in the order of time. */
function timed<T>(event: fc.Arbitrary<T>, max: number): fc.Arbitrary<readonly (T & { at: number })[]> {
  return fc
    .tuple(
      fc.array(slot(), { minLength: 1, maxLength: 5 }),
      fc.array(fc.tuple(event, fc.nat({ max: 4 }), slot(), fc.boolean()), { maxLength: max }),
    )
    .map(([shared, events]) =>
      events
        .map(([each, i, own, isOwn]) => ({ ...each, at: isOwn ? own : (shared[i % shared.length] ?? own) }))
        .sort((a, b) => a.at - b.at),
    );
}

/** A random ticket, folded at some instant of the nine days from its creation. */
export const randomTicket: fc.Arbitrary<FoldInput> = fc
  .record({
    values: fc.record({
      impact,
      urgency,
      priorityId,
      statusId: oneOf('open', 'open', 'open', 'waiting', 'resolved'),
      organizationIds,
    }),
    edits: timed(edit, 10),
    comments: timed(comment, 7),
    policies,
    assignments,
    reporterOrganizationIds: oneOf<readonly string[]>([], ['2']),
    now: slot(),
  })
  .map(({ values, edits, comments, reporterOrganizationIds, now, ...facts }) => ({
    ...facts,
    history: buildTicket({ createdAt: CREATED, ...values, edits, comments, reporterOrganizationIds }),
    workingTimeOf,
    now,
    [fc.toStringMethod]: (): string => describeTicket({ values, edits, comments, now, ...facts }),
  }));

type DescribedTicket = { readonly policies: readonly PolicyVersion[]; readonly [part: string]: unknown };

/** What a failure prints: the ticket, and of the policies what these tests vary. */
function describeTicket({ policies: versions, ...ticket }: DescribedTicket): string {
  const varied = versions.map(
    ({ publishedAt, document: { plans, modes, thresholds, calendars, pauseStatusIds, extraDoneStatusIds } }) => ({
      publishedAt,
      goals: plans.map((plan) => plan.goals),
      modes,
      thresholds,
      office: calendars['office']?.calendar,
      pauseStatusIds,
      extraDoneStatusIds,
    }),
  );
  return JSON.stringify({ ...ticket, policies: varied });
}
