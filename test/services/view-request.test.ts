import type { CustomerTicketView } from '../../src/contract/customer-panel';
import type { PolicyDocument, PortalVisibility } from '../../src/core/policy/document';
import { HOUR, MINUTE } from '../../src/core/time/instant';
import { viewRequest } from '../../src/services/view-request';
import { addIssue, FIELD_IDS, memorySite, type Memory, type MemoryIssue } from '../builders/memory-ports';
import { buildPolicy, buildPolicyVersion, SCOPE, STATUS } from '../builders/policy';
import { buildTicket, instant, type TicketSpec } from '../builders/ticket';

const START = instant('2025-12-09T10:00 Toronto');

let site: Memory;
beforeEach(() => {
  site = memorySite(START + 30 * MINUTE);
});

function publish(document: PolicyDocument): void {
  site.versions.set(1, buildPolicyVersion(document));
  site.tracking = {
    version: 1,
    trackedFrom: 0,
    scope: document.scope,
    fields: FIELD_IDS,
    versions: [{ version: 1, publishedAt: 0 }],
  };
}

function seeing(visibility: PortalVisibility, portal: Partial<PolicyDocument['portal']> = {}): PolicyDocument {
  const policy = buildPolicy();
  return {
    ...policy,
    plans: policy.plans.map((plan) => ({ ...plan, portalVisibility: visibility })),
    portal: { ...policy.portal, ...portal },
  };
}

/** A P1 on BASE with every notice that customers can be given. */
function busyTicket(changes: Partial<TicketSpec> = {}): MemoryIssue {
  const ticket = buildTicket({
    createdAt: START,
    impact: 'extended',
    urgency: 'critical',
    priorityId: '1',
    comments: [
      { at: START + 5 * MINUTE, author: 'agent', isPublic: true },
      {
        at: START + 10 * MINUTE,
        author: 'agent',
        isPublic: false,
        action: { kind: 'downgrade', levels: 1, reasonCode: 'no-access' },
      },
      {
        at: START + 15 * MINUTE,
        author: 'agent',
        isPublic: false,
        action: { kind: 'unavailable', reasonCode: 'answer-missing' },
      },
    ],
    ...changes,
  });
  return Object.assign(addIssue(site, ticket, { requestTypeId: SCOPE.incidentTypeId }), {
    fixVersions: [{ name: '4.2', releaseDate: '2026-01-15', released: false }],
  });
}

async function viewOf({ issueId }: MemoryIssue): Promise<CustomerTicketView> {
  const view = await viewRequest(site.ports, issueId, 'reporter');
  if (view.state !== 'tracked') throw new Error(`the request shows ${view.state}`);
  return view;
}

/** Every key of an answer as a path; entries of a list, and the keys of data that the policy names, are one. */
function pathsIn(value: unknown, at = ''): string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap((item) => pathsIn(item, `${at}[]`)))];
  if (typeof value !== 'object' || value === null) return [at];
  if (/\.(matrix|weeklyHours)$/.test(at)) return [at];
  return Object.entries(value).flatMap(([key, item]) => pathsIn(item, at === '' ? key : `${at}.${key}`));
}

const bilingual = (...paths: string[]): string[] => paths.flatMap((path) => [`${path}.en`, `${path}.fr`]);
const level = (path: string): string[] => [`${path}.key`, ...bilingual(`${path}.label`, `${path}.description`)];

/** What every visibility shows: the levels, the notices, the policy. */
const ALWAYS = [
  'state',
  'at',
  'waitsFor',
  'waitsSince',
  ...level('impact'),
  ...level('urgency'),
  'priority.key',
  ...bilingual('priority.label', 'duty'),
  'unavailable.since',
  ...bilingual('unavailable.reason'),
  'downgrade.since',
  ...bilingual('downgrade.from', 'downgrade.to', 'downgrade.reason'),
  ...bilingual('plan.label', 'plan.policyTitle'),
  'plan.policyDate',
  ...bilingual('plan.entitlements[].label'),
  'plan.entitlements[].inclusion',
  'plan.clauses[].topic',
  ...bilingual('plan.clauses[].text'),
  ...level('plan.definitions.impacts[]'),
  ...level('plan.definitions.urgencies[]'),
  'plan.definitions.priorities[].key',
  ...bilingual('plan.definitions.priorities[].label'),
  'plan.definitions.matrix',
];
const CLOCKS = [
  'metric',
  'state',
  'excused',
  'due',
  'dueIfResumed',
  'stoppedAt',
  'usedShare',
  'remaining',
  'target',
  'aroundTheClock',
].map((key) => `clocks[].${key}`);
const CORRECTIONS = ['version', 'date', 'released'].map((key) => `plan.corrections[].${key}`);
const HOURS = ['kind', 'timeZone', 'weeklyHours', 'exceptHolidays', 'label.en', 'label.fr'].map(
  (key) => `hours.${key}`,
);

describe('what leaves the server', () => {
  it.each<[PortalVisibility, string[]]>([
    [
      'state-and-times',
      [
        ...CLOCKS.filter((path) => path !== 'clocks[].target'),
        'clocks[].target.amount',
        'clocks[].target.unit',
        ...CORRECTIONS,
        ...HOURS,
      ],
    ],
    ['state', [...CLOCKS, ...CORRECTIONS, 'hours']],
    ['nothing', ['hours']],
  ])('where the plan shows %s, is exactly this', async (visibility, more) => {
    publish(seeing(visibility));
    const paths = pathsIn(await viewOf(busyTicket()));
    expect(paths.sort()).toEqual([...ALWAYS, ...more].sort());
  });

  it.each<[PortalVisibility, boolean]>([
    ['state-and-times', true],
    ['state', false],
    ['nothing', false],
  ])('where the plan shows %s, has a time beside its own: %s', async (visibility, hasTimes) => {
    publish(seeing(visibility));
    const { at, ...rest } = await viewOf(busyTicket());
    const text = JSON.stringify(rest);
    expect(at).toBe(site.now);
    expect(/\d{13}|2026-01-15/.test(text)).toBe(hasTimes);
  });

  it('holds no threshold, setting, account, organization or comment', async () => {
    publish(seeing('state-and-times', { showOtherPlans: true }));
    const text = JSON.stringify(await viewOf(busyTicket()));
    for (const internal of [
      'threshold',
      'percent',
      'scope',
      'alerts',
      'account',
      'organization":',
      'comment":',
      'rank',
    ]) {
      expect([internal, text.includes(internal)]).toEqual([internal, false]);
    }
  });

  it('tells of other plans, also in the policy’s clauses, only where an admin allows it', async () => {
    publish(seeing('state-and-times'));
    const silent = await viewOf(busyTicket());
    expect(JSON.stringify(silent)).not.toContain('PLUS');
    publish(seeing('state-and-times', { showOtherPlans: true }));
    const told = await viewOf(busyTicket());
    expect(told.plan?.otherPlans).toEqual([
      {
        label: { en: 'PLUS', fr: 'PLUS' },
        targets: [
          { metric: 'response', target: { unit: 'hours', amount: 1 }, aroundTheClock: false },
          { metric: 'resolution', target: { unit: 'days', amount: 1 }, aroundTheClock: false },
        ],
      },
    ]);
    expect(told.plan?.clauses.map(({ topic }) => topic)).toContain('other-plans');
  });

  it('tells of other plans no times where the customer’s own plan hides them', async () => {
    publish(seeing('state', { showOtherPlans: true }));
    expect((await viewOf(busyTicket())).plan?.otherPlans).toEqual([]);
  });
});

describe('a request', () => {
  beforeEach(() => publish(seeing('state-and-times')));

  it('on hold tells what a reply at this moment would bring', async () => {
    const ticket = busyTicket({
      comments: [],
      edits: [{ at: START + 20 * MINUTE, statusId: STATUS.waiting }],
    });
    const { clocks, waitsFor } = await viewOf(ticket);
    expect(waitsFor).toBe('you');
    expect(clocks[1]).toMatchObject({ state: 'paused', due: null, dueIfResumed: START + 10 * MINUTE + 24 * HOUR });
  });

  it('on hold that the customer has answered waits for the team, whatever its status still says', async () => {
    const ticket = busyTicket({
      comments: [{ at: START + 25 * MINUTE, author: 'customer', isPublic: true }],
      edits: [{ at: START + 20 * MINUTE, statusId: STATUS.waiting }],
    });
    expect(await viewOf(ticket)).toMatchObject({
      waitsFor: 'team',
      waitsSince: null,
      clocks: [{}, { state: 'paused' }],
    });
  });

  it('on hold for somebody else asks nothing of the customer', async () => {
    publish(seeing('state-and-times', { pausesForOthers: [STATUS.waiting] }));
    const ticket = busyTicket({ comments: [], edits: [{ at: START + 20 * MINUTE, statusId: STATUS.waiting }] });
    expect(await viewOf(ticket)).toMatchObject({ waitsFor: 'others', waitsSince: null });
  });

  it('solved late while the customer’s resources were unavailable says so', async () => {
    site.now = START + 30 * HOUR;
    const ticket = busyTicket({ edits: [{ at: START + 29 * HOUR, statusId: STATUS.resolved }] });
    const { clocks } = await viewOf(ticket);
    expect(clocks[1]).toMatchObject({ state: 'met', excused: false });
    const late = busyTicket({
      comments: [
        {
          at: START + MINUTE,
          author: 'agent',
          isPublic: false,
          action: { kind: 'unavailable', reasonCode: 'no-access' },
        },
      ],
      edits: [{ at: START + 29 * HOUR, statusId: STATUS.resolved }],
    });
    expect((await viewOf(late)).clocks[1]).toMatchObject({ state: 'missed', excused: true });
  });

  it('with answers that the fields do not hold yet shows their promise, and is looked at', async () => {
    site.now = START + MINUTE;
    const ticket = Object.assign(busyTicket({ impact: null, urgency: null, priorityId: '4', comments: [] }), {
      formAnswers: { impact: 'extended', urgency: 'critical' },
    });
    const view = await viewOf(ticket);
    expect(view).toMatchObject({ impact: { key: 'extended' }, priority: { label: { en: 'P1' } } });
    expect(site.tracked).toEqual([ticket.issueId]);

    site.now = START + HOUR;
    await viewOf(ticket);
    expect(site.tracked).toEqual([ticket.issueId]);
  });
});
