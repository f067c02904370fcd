import {
  assignPlan,
  listAssignments,
  listOrganizationNames,
  listOrganizations,
  removeAssignment,
} from '../../src/services/organizations';
import { publishPolicy } from '../../src/services/publish-policy';
import { isWrite, runJobs } from '../builders/jobs';
import { memorySite, recordAssignment, type Memory } from '../builders/memory-ports';
import { buildPolicy } from '../builders/policy';
import { instant } from '../builders/ticket';

let site: Memory;
beforeEach(async () => {
  site = memorySite(instant('2025-12-09T23:30 Toronto'));
  site.organizations.push({ id: '1', name: 'Hôpital Sainte-Rose' }, { id: '2', name: 'Cégep du Nord' });
  await publishPolicy(site.ports, { document: buildPolicy(), baseVersion: null, adopt: 'new-tickets' });
});

const year = { organizationId: '1', plan: 'PLUS', from: '2025-01-01', to: '2025-12-31', calendar: null };

describe('a plan for an organization', () => {
  it('applies from its first day to its last, in the default calendar’s zone', async () => {
    // 23:30 on the 9th in Toronto is the 10th in UTC.
    const result = await assignPlan(site.ports, { ...year, from: '2025-12-09', to: '2025-12-09' });
    expect(result).toMatchObject({ kind: 'assigned', view: { today: { kind: 'plan', plan: 'PLUS' } } });
  });

  it.each([
    ['unknown-plan', { plan: 'GOLD' }],
    ['unknown-organization', { organizationId: '9' }],
    ['unknown-calendar', { calendar: 'night' }],
    ['ends-before-start', { to: '2024-12-31' }],
  ])('is refused: %s', async (code, change) => {
    const result = await assignPlan(site.ports, { ...year, ...change });
    expect(result.kind === 'invalid' ? result.problems.map((problem) => problem.code) : []).toEqual([code]);
    expect(site.assignments).toEqual([]);
  });

  it('may not share a day with another, and names it', async () => {
    await assignPlan(site.ports, year);
    const clash = await assignPlan(site.ports, { ...year, plan: 'BASE', from: '2025-12-31', to: null });
    expect(clash).toMatchObject({ kind: 'invalid', problems: [{ code: 'days-overlap', values: { plan: 'PLUS' } }] });
    const next = await assignPlan(site.ports, { ...year, plan: 'BASE', from: '2026-01-01', to: null });
    expect(next).toMatchObject({ kind: 'assigned', view: { assignments: [{ plan: 'PLUS' }, { plan: 'BASE' }] } });
  });

  it('replaced or taken off the record stays a fact, with the instant until which it stood', async () => {
    const given = site.now;
    await assignPlan(site.ports, year);
    site.now += 1_000;
    await assignPlan(site.ports, { ...year, plan: 'BASE' });
    site.now += 1_000;
    await removeAssignment(site.ports, '1', year.from);
    expect(
      site.assignments.map(({ plan, recordedAt, removedAt }) => [plan, recordedAt - given, (removedAt ?? 0) - given]),
    ).toEqual([
      ['PLUS', 0, 1_000],
      ['BASE', 1_000, 2_000],
    ]);
    expect((await listOrganizations(site.ports, 0)).organizations[0]).toMatchObject({ assignments: [] });
  });

  it('that says what is on record already writes nothing', async () => {
    await assignPlan(site.ports, year);
    site.calls.length = 0;
    expect(await assignPlan(site.ports, year)).toMatchObject({ kind: 'assigned' });
    await removeAssignment(site.ports, '1', '2024-01-01');
    expect(site.calls.filter(isWrite)).toEqual([]);
  });

  it('is refused as a conflict where another admin was first', async () => {
    await assignPlan(site.ports, year);
    site.before = (call) => {
      if (call !== 'assignments.saveAll') return;
      site.before = () => undefined;
      const row = site.assignmentRows.get('1:2025-01-01');
      if (row !== undefined) site.assignmentRows.set('1:2025-01-01', { ...row, rev: row.rev + 1 });
    };
    expect(await assignPlan(site.ports, { ...year, plan: 'BASE' })).toEqual({ kind: 'conflict' });
  });

  it('taken off the record leaves the others', async () => {
    await assignPlan(site.ports, year);
    expect(await removeAssignment(site.ports, '1', '2025-01-01')).toMatchObject({
      assignments: [],
      today: { kind: 'none' },
    });
    expect(await removeAssignment(site.ports, '9', '2025-01-01')).toBeNull();
  });
});

describe('a change of an organization’s plans', () => {
  function row(issueId: string, organizationIds: readonly string[]): void {
    site.rows.set(issueId, {
      issueId,
      projectId: '10000',
      state: 'open',
      nextAt: null,
      rev: 1,
      handled: [],
      reporterOrganizationIds: null,
      organizationIds,
      ahead: [],
      status: 'running',
      policyVersion: 1,
      seenUpdatedAt: 0,
      priorityRank: 0,
    });
  }

  beforeEach(async () => {
    await runJobs(site);
    row('10001', ['1']);
    row('10002', ['2']);
    row('10003', ['2', '1']);
    site.tracked.length = 0;
  });

  it('has its own open tickets looked at, when one is given and when one is taken off', async () => {
    await assignPlan(site.ports, year);
    await runJobs(site);
    expect(site.tracked).toEqual(['10001', '10003']);
    site.tracked.length = 0;
    site.now += 1;
    await removeAssignment(site.ports, '1', year.from);
    await runJobs(site);
    expect(site.tracked).toEqual(['10001', '10003']);
  });

  it('that comes to nothing has none looked at', async () => {
    await removeAssignment(site.ports, '1', '2020-01-01');
    await assignPlan(site.ports, { ...year, plan: 'GOLD' });
    await runJobs(site);
    expect(site.tracked).toEqual([]);
  });
});

describe('the list', () => {
  const many = (count: number): void => {
    site.organizations.length = 0;
    for (let n = 1; n <= count; n += 1) site.organizations.push({ id: String(n), name: `Org ${String(n)}` });
  };
  const asked = (): number => site.calls.filter((call) => call === 'site.organizations').length;

  it('tells a plan, an ended one and none apart', async () => {
    await assignPlan(site.ports, { ...year, to: '2025-12-08' });
    const { organizations } = await listOrganizations(site.ports, 0);
    expect(organizations.map(({ today }) => today.kind)).toEqual(['ended', 'none']);
  });

  it('comes a page at a time', async () => {
    many(122);
    const first = await listOrganizations(site.ports, 0);
    const second = await listOrganizations(site.ports, first.next ?? 0);
    expect([first.organizations.length, first.next, second.organizations.length, second.next]).toEqual([
      50, 50, 50, 100,
    ]);
  });

  it('names 5,000 in ten calls of ten pages each, every one once and in Jira’s order', async () => {
    many(5_000);
    const names: string[] = [];
    let calls = 0;
    for (let start: number | null = 0; start !== null; calls += 1) {
      const { organizations, next }: Awaited<ReturnType<typeof listOrganizationNames>> = await listOrganizationNames(
        site.ports,
        start,
      );
      names.push(...organizations.map(({ id }) => id));
      start = next;
    }
    expect(names).toEqual(site.organizations.map(({ id }) => id));
    expect([calls, asked()]).toEqual([10, 100]);
  });

  it('names all where pages come shorter than the first', async () => {
    many(300);
    const organizations = (start: number) => site.ports.site.organizations(start);
    const shorter = {
      ...site.ports,
      site: {
        ...site.ports.site,
        organizations: async (start: number) => {
          const page = await organizations(start);
          return start === 100 ? { organizations: page.organizations.slice(0, 20), next: 120 } : page;
        },
      },
    };
    const first = await listOrganizationNames(shorter, 0);
    const rest = await listOrganizationNames(shorter, first.next ?? 0);
    expect([...first.organizations, ...rest.organizations]).toEqual(site.organizations);
  });

  it('gives the assignments that stand, page by page', async () => {
    for (let n = 1; n <= 1_200; n += 1) {
      recordAssignment(site, { ...year, organizationId: String(n), recordedAt: 0 });
    }
    await removeAssignment(site.ports, '1', year.from);
    const first = await listAssignments(site.ports, null);
    const rest = await listAssignments(site.ports, first.next);
    expect([first.assignments.length, rest.assignments.length, rest.next]).toEqual([1_000, 199, null]);
  });
});
