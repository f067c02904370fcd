import type { EngineFigures, HealthCode } from '../../src/contract/health';
import { checkPolicy } from '../../src/core/policy/check-policy';
import type { PolicyDocument } from '../../src/core/policy/document';
import { HOUR, MINUTE } from '../../src/core/time/instant';
import { healthOf, type PartFacts } from '../../src/services/health-of';
import { FIELD_IDS } from '../builders/memory-ports';
import { buildPolicy } from '../builders/policy';
import { instant } from '../builders/ticket';

const AT = instant('2025-12-09T10:00 Toronto');

const figures: EngineFigures = {
  lastSweepAt: AT - 5 * MINUTE,
  lateness: { count: 10, p50: 1_000, p99: 5_000 },
  queue: { waiting: 0, past: 0, more: false },
  heldUntil: null,
  jobs: [],
  points: { used: 100, budget: 65_000 },
};
type Engine = Extract<PartFacts, { readonly part: 'engine' }>;
const engine = (changed: Partial<Engine> = {}, shown: Partial<EngineFigures> = {}): PartFacts => ({
  part: 'engine',
  at: AT,
  since: AT - 24 * HOUR,
  figures: { ...figures, ...shown },
  left: null,
  silentJobs: [],
  failures: [],
  ...changed,
});
const policy = (
  document: PolicyDocument | null,
  group: { name: string; isKnown: boolean } | null = null,
): PartFacts => ({
  part: 'policy',
  policyFindings: document === null ? null : checkPolicy(document, AT),
  group,
  hasPortal: false,
});
const portal = (hasPortal: boolean): PartFacts => ({ part: 'policy', policyFindings: [], group: null, hasPortal });
const project = { projectId: '10000', managed: 'company', screens: [], requestTypes: [], workTypes: [] } as const;
const fields = (changed: object = {}, left = 0): PartFacts => ({
  part: 'fields',
  fields: FIELD_IDS,
  plan: { projects: [{ ...project, ...changed }] },
  left,
});
const screen = (missing: readonly 'impact'[]): object => ({
  screens: [{ screenId: '1', name: 'Edit screen', uses: ['edit'], missing }],
});
const form = (missing: readonly 'impact'[]): object => ({ requestTypes: [{ id: '1', name: 'Get help', missing }] });
const workType = (missing: readonly 'impact'[]): object => ({ workTypes: [{ id: '1', name: 'Bug', missing }] });
const permissions = (comment: boolean): PartFacts => ({
  part: 'permissions',
  projects: [{ projectId: '10000', held: { browse: true, edit: true, comment } }],
});
const priorities = (jiraPriorityIds: readonly string[]): PartFacts => ({
  part: 'priorities',
  projects: [{ projectId: '10000', jiraPriorityIds }],
  priorities: [
    { key: 'P1', jiraPriorityId: '1' },
    { key: 'P2', jiraPriorityId: null },
  ],
});
const organizations = (count: number): PartFacts => ({
  part: 'organizations',
  unattached: { count, names: count === 0 ? [] : ['Hospital'] },
});
const late = buildPolicy();
const business = late.calendars['business-hours']!;
const runOut: PolicyDocument = {
  ...late,
  calendars: {
    ...late.calendars,
    'business-hours': {
      ...business,
      calendar: { ...business.calendar, holidays: [{ date: '2025-12-25' }] },
    },
  },
};

/** For each finding, facts that make it appear and facts, as near as can be, that keep it away. */
const CASES: Readonly<Record<HealthCode, readonly [appears: PartFacts, away: PartFacts]>> = {
  'never-swept': [
    engine({ since: AT - HOUR }, { lastSweepAt: null }),
    engine({ since: AT - 20 * MINUTE }, { lastSweepAt: null }),
  ],
  'sweep-silent': [engine({}, { lastSweepAt: AT - 31 * MINUTE }), engine({}, { lastSweepAt: AT - 29 * MINUTE })],
  'flags-late': [
    engine({}, { lateness: { count: 10, p50: 1_000, p99: 10 * MINUTE } }),
    engine({}, { lateness: { count: 10, p50: 1_000, p99: 5 * MINUTE } }),
  ],
  'left-behind': [engine({ left: { count: 2, more: false, since: AT - HOUR } }), engine()],
  held: [engine({}, { heldUntil: AT + MINUTE }), engine({}, { heldUntil: AT })],
  'job-silent': [
    engine({ silentJobs: [{ job: 'import', dueAt: AT - 21 * MINUTE }] }),
    engine({ silentJobs: [{ job: 'import', dueAt: AT - 19 * MINUTE }] }),
  ],
  'points-high': [
    engine({}, { points: { used: 52_000, budget: 65_000 } }),
    engine({}, { points: { used: 51_999, budget: 65_000 } }),
  ],
  failure: [
    engine({ failures: [{ failure: 'mail-not-sent', count: 3, last: AT - HOUR }] }),
    engine({ failures: [{ failure: 'mail-not-sent', count: 3, last: AT - 25 * HOUR }] }),
  ],
  'not-published': [policy(null), policy(buildPolicy())],
  'no-scope': [policy(buildPolicy({ scope: [] })), policy(buildPolicy())],
  'no-pause-status': [policy(buildPolicy({ pauseStatusIds: [] })), policy(buildPolicy())],
  'holidays-run-out': [policy(runOut), policy(buildPolicy())],
  'group-unknown': [
    policy(buildPolicy(), { name: 'support-leads', isKnown: false }),
    policy(buildPolicy(), { name: 'support-leads', isKnown: true }),
  ],
  distribution: [portal(true), portal(false)],
  'fields-not-made': [
    { part: 'fields', fields: { ...FIELD_IDS, slaStatus: null }, plan: { projects: [] }, left: 0 },
    fields(),
  ],
  'fields-off-screen': [fields(screen(['impact'])), fields(screen([]))],
  'fields-by-hand': [fields({ managed: 'team', workTypes: null }), fields({ managed: 'team' })],
  'work-types-without-fields': [fields(workType(['impact'])), fields(workType([]))],
  'request-types-without-fields': [fields(form(['impact'])), fields(form([]))],
  'app-not-permitted': [permissions(false), permissions(true)],
  'priorities-off-scheme': [priorities(['2', '3']), priorities(['1'])],
  'organizations-not-attached': [organizations(1), organizations(0)],
  'projects-not-looked-at': [fields({}, 3), fields()],
};

const codesOf = (facts: PartFacts): readonly HealthCode[] => healthOf(facts).map(({ code }) => code);

describe.each(Object.entries(CASES))('%s', (code, [appears, away]) => {
  it('appears', () => expect(codesOf(appears)).toEqual([code]));
  it('stays away', () => expect(codesOf(away)).toEqual([]));
});

it('the worst comes first', () => {
  const facts = engine(
    { left: { count: 1, more: false, since: AT - HOUR }, failures: [{ failure: 'retry', count: 1, last: AT }] },
    { heldUntil: AT + MINUTE },
  );
  expect(healthOf(facts).map(({ severity }) => severity)).toEqual(['error', 'warning', 'warning']);
});
