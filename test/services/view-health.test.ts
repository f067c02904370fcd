import { HEALTH_PARTS } from '../../src/contract/health';
import { HOUR, MINUTE, SECOND } from '../../src/core/time/instant';
import { latenessAt, NO_LATENESS, withLateness } from '../../src/core/report/lateness';
import { publishPolicy } from '../../src/services/publish-policy';
import { sweep } from '../../src/services/sweep';
import { viewHealth } from '../../src/services/view-health';
import { runJobs } from '../builders/jobs';
import { memorySite, recordAssignment, type Memory } from '../builders/memory-ports';
import { buildPolicy } from '../builders/policy';
import { instant } from '../builders/ticket';

const NOW = instant('2025-12-09T10:00 Toronto');

let site: Memory;
beforeEach(async () => {
  site = memorySite(NOW);
  await publishPolicy(site.ports, { document: buildPolicy(), baseVersion: null, adopt: 'new-tickets' });
  await runJobs(site);
  site.now = NOW + HOUR;
  site.diaryPages.push({
    hour: Math.floor(site.now / HOUR) * HOUR,
    points: 120,
    lastSweepAt: site.now - MINUTE,
    lateness: [SECOND, SECOND, 4 * SECOND].reduce(withLateness, NO_LATENESS),
    failures: {},
  });
});

it('a healthy site says so in every part; the portal’s distribution is told, not tested', async () => {
  const codes = [];
  for (const part of HEALTH_PARTS) codes.push(...(await viewHealth(site.ports, part)).findings.map(({ code }) => code));
  expect(codes).toEqual(['distribution']);
});

it('the engine’s figures are those of all functions', async () => {
  const [page] = site.diaryPages;
  site.diaryPages.push({ ...page!, points: 30, failures: { retry: { count: 2, last: site.now } } });
  const { figures, findings } = await viewHealth(site.ports, 'engine');
  expect(figures).toMatchObject({
    lastSweepAt: site.now - MINUTE,
    lateness: { count: 6, p50: SECOND, p99: 5 * SECOND },
    points: { used: 150 },
  });
  expect(findings).toEqual([
    { code: 'failure', severity: 'warning', facts: { failure: 'retry', count: 2, last: site.now } },
  ]);
});

it('an organization with a plan that no desk in scope serves is named', async () => {
  site.organizations.push({ id: '7', name: 'Hospital' });
  const plan = { plan: 'PLUS', from: '2025-01-01', to: null, calendar: null, recordedAt: 0 };
  recordAssignment(site, { organizationId: '7', ...plan });
  expect((await viewHealth(site.ports, 'organizations')).findings).toMatchObject([
    { code: 'organizations-not-attached', facts: { count: 1, names: ['Hospital'] } },
  ]);
  site.deskOrganizations.set('10000', ['7']);
  expect((await viewHealth(site.ports, 'organizations')).findings).toEqual([]);
});

it('what the app and the project’s scheme lack is told by project', async () => {
  site.appPermissions.set('10000', { browse: true, edit: false, comment: true });
  site.projectPriorities.set('10000', ['1', '2', '3']);
  expect((await viewHealth(site.ports, 'permissions')).findings).toMatchObject([{ facts: { missing: ['edit'] } }]);
  expect((await viewHealth(site.ports, 'priorities')).findings).toMatchObject([{ facts: { priorities: ['P4'] } }]);
});

it('a work type without the levels is told where its tickets count', async () => {
  const forms = ['10013', '10014'].map((id) => ({ id, name: `Type ${id}`, fieldIds: ['summary'] }));
  site.screens.projects.push({ projectId: '10000', managed: 'team', isService: false, screens: [] });
  site.screens.createForms.set('10000', forms);
  const whole = { projectId: '10000', requestTypeId: null, issueTypeId: null, kind: 'incident' } as const;
  const scope = [whole, { ...whole, issueTypeId: '10014', kind: 'none' } as const];
  await publishPolicy(site.ports, { document: buildPolicy({ scope }), baseVersion: 1, adopt: 'new-tickets' });
  expect((await viewHealth(site.ports, 'fields')).findings).toEqual([
    {
      code: 'work-types-without-fields',
      severity: 'warning',
      facts: { projectId: '10000', workTypes: ['Type 10013'] },
    },
  ]);
});

it('a sweep notes itself', async () => {
  await sweep(site.ports);
  expect(site.sweptAt).toBe(site.now);
});

it('lateness is told by the bound of its share', () => {
  expect(latenessAt(NO_LATENESS, 0.5)).toBeNull();
  const counts = Array.from({ length: 99 }, () => SECOND).reduce(withLateness, NO_LATENESS);
  expect(latenessAt(withLateness(counts, 90 * SECOND), 0.99)).toBe(SECOND);
  expect(latenessAt(withLateness(counts, 90 * SECOND), 1)).toBe(2 * MINUTE);
});
