import { assignPlan, listOrganizations, removeAssignment } from '../../src/services/organizations';
import { publishPolicy } from '../../src/services/publish-policy';
import { runJobs } from '../builders/jobs';
import { memorySite, type Memory } from '../builders/memory-ports';
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
  it('tells a plan, an ended one and none apart', async () => {
    await assignPlan(site.ports, { ...year, to: '2025-12-08' });
    const { organizations } = await listOrganizations(site.ports, '', 0);
    expect(organizations.map(({ today }) => today.kind)).toEqual(['ended', 'none']);
  });

  it.each([
    ['hopital', ['Hôpital Sainte-Rose']],
    ['CÉGEP', ['Cégep du Nord']],
    ['x', []],
  ])('finds %s in any case or accent', async (search, names) => {
    const { organizations } = await listOrganizations(site.ports, search, 0);
    expect(organizations.map(({ name }) => name)).toEqual(names);
  });

  it('comes a page at a time', async () => {
    site.organizations.push(...Array.from({ length: 120 }, (_, index) => ({ id: `o${index}`, name: `Org ${index}` })));
    const first = await listOrganizations(site.ports, '', 0);
    const second = await listOrganizations(site.ports, '', first.next ?? 0);
    expect([first.organizations.length, first.next, second.organizations.length, second.next]).toEqual([
      50, 50, 50, 100,
    ]);
  });
});
