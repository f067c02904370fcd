import { DAY, HOUR, MINUTE } from '../../src/core/time/instant';
import type { PolicyDocument } from '../../src/core/policy/document';
import type { PreviewView } from '../../src/contract/admin-page';
import { BusyError } from '../../src/services/ports';
import { previewPublication, previewStatus } from '../../src/services/preview-publication';
import { publishPolicy } from '../../src/services/publish-policy';
import { trackIssue } from '../../src/services/track-issue';
import { isWrite, runJobs } from '../builders/jobs';
import { addIssue, edit, memorySite, type Memory, type MemoryIssue } from '../builders/memory-ports';
import { buildPolicy, SCOPE } from '../builders/policy';
import { buildTicket, instant, type TicketSpec } from '../builders/ticket';

/** A Tuesday, within the hours 08:30 to 16:30. */
const NOW = instant('2025-12-09T12:00 Toronto');

let site: Memory;
beforeEach(async () => {
  site = memorySite(NOW);
  await publishPolicy(site.ports, { document: buildPolicy(), baseVersion: null, adopt: 'open-tickets' });
  await runJobs(site);
  site.calls.length = 0;
});

/** A P1 of the default plan that was created at 11:00: response due 12:00, resolution due tomorrow at 11:00. */
function raise(issueId: string, spec: Partial<TicketSpec> = {}): MemoryIssue {
  const createdAt = NOW - HOUR;
  const ticket = buildTicket({ issueId, createdAt, impact: 'extended', urgency: 'critical', priorityId: '1', ...spec });
  return addIssue(site, ticket, { requestTypeId: SCOPE.incidentTypeId });
}

/** The policy in force with other hours for one goal of the default plan. */
function withTarget(priority: string, metric: 'response' | 'resolution', hours: number): PolicyDocument {
  const document = buildPolicy();
  return {
    ...document,
    plans: document.plans.map((plan) => {
      const goals = plan.goals[priority] ?? {};
      const goal = goals[metric];
      if (plan.key !== 'BASE' || goal === undefined) return plan;
      const changed = { ...goal, target: { unit: 'hours', amount: hours } as const };
      return { ...plan, goals: { ...plan.goals, [priority]: { ...goals, [metric]: changed } } };
    }),
  };
}

async function previewOf(draft: PolicyDocument): Promise<PreviewView> {
  const result = await previewPublication(site.ports, draft, 'open-tickets');
  if (result.kind === 'invalid') throw new Error(JSON.stringify(result.problems));
  return result.view;
}

describe('a preview', () => {
  it('of the policy in force moves nothing', async () => {
    raise('1');
    const { preview, progress } = await previewOf(buildPolicy());
    expect(progress).toMatchObject({ state: 'finished', done: 1, total: 1 });
    expect(preview).toEqual({
      ticketsChanged: 0,
      earlier: 0,
      later: 0,
      gained: 0,
      lost: 0,
      lateAtOnce: 0,
      largest: [],
    });
  });

  it('counts what comes earlier, what comes later, and what would be late at once, with the line that says why', async () => {
    raise('1', { comments: [{ at: NOW - 30 * MINUTE }] });
    raise('2', { comments: [{ at: NOW - 30 * MINUTE }], createdAt: instant('2025-12-08T15:00 Toronto') });
    raise('3', { comments: [{ at: NOW - 30 * MINUTE }], createdAt: NOW - 9 * DAY });
    const { preview } = await previewOf(withTarget('P1', 'resolution', 4));
    expect(preview).toMatchObject({ ticketsChanged: 2, earlier: 2, later: 0, gained: 0, lost: 0, lateAtOnce: 1 });
    expect(preview.largest.map(({ issueId, after }) => [issueId, after])).toEqual([
      ['1', instant('2025-12-09T15:00 Toronto')],
      ['2', NOW],
    ]);
    expect(preview.largest.find(({ issueId }) => issueId === '1')).toMatchObject({
      issueKey: 'SUP-1',
      before: instant('2025-12-10T11:00 Toronto'),
      after: instant('2025-12-09T15:00 Toronto'),
      why: { kind: 'retarget', cause: 'policy', metric: 'resolution', at: NOW },
    });
  });

  it('says what publishing then does', async () => {
    const issue = raise('1');
    const { preview } = await previewOf(withTarget('P1', 'resolution', 16));
    await publishPolicy(site.ports, {
      document: withTarget('P1', 'resolution', 16),
      baseVersion: 1,
      adopt: 'open-tickets',
    });
    await trackIssue(site.ports, issue.issueId);
    expect(preview.later).toBe(1);
    expect(preview.largest[0]?.after).toBe(issue.slaFields.resolutionDue);
  });

  it('takes the time left of a paused clock', async () => {
    const issue = raise('1', { comments: [{ at: NOW - 30 * MINUTE }] });
    edit(issue, NOW - 20 * MINUTE, { statusId: '3' });
    const document = { ...buildPolicy(), pauseStatusIds: ['3'] };
    await publishPolicy(site.ports, { document, baseVersion: 1, adopt: 'open-tickets' });
    const { preview } = await previewOf({ ...withTarget('P1', 'resolution', 10), pauseStatusIds: ['3'] });
    expect(preview.largest).toMatchObject([{ before: null, after: null, move: 2 * HOUR }]);
  });

  it('counts tickets that come into scope and leave it', async () => {
    raise('1');
    addIssue(site, buildTicket({ issueId: '2', createdAt: NOW - HOUR }), { projectId: '10001', requestTypeId: null });
    const elsewhere = { projectId: '10001', requestTypeId: null, issueTypeId: null, kind: 'incident' } as const;
    const { preview } = await previewOf({ ...buildPolicy(), scope: [elsewhere] });
    expect(preview).toMatchObject({ ticketsChanged: 2, gained: 1, lost: 1 });
  });

  it('keeps the ten largest moves', async () => {
    for (let id = 1; id <= 12; id += 1) raise(String(id), { comments: [{ at: NOW - 30 * MINUTE }] });
    const { preview } = await previewOf(withTarget('P1', 'resolution', 7));
    expect(preview.earlier).toBe(12);
    expect(preview.largest.map(({ issueId }) => Number(issueId))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('of the first publication counts the tickets it would take over', async () => {
    site = memorySite(NOW);
    raise('1', { createdAt: NOW - 10 * DAY });
    raise('2');
    const { preview } = await previewOf(buildPolicy());
    expect(preview).toMatchObject({ gained: 2, lateAtOnce: 1, earlier: 0, later: 0 });
    expect(site.tracking).toBeNull();
  });

  it('of a draft with errors is refused with its places, and nothing is written', async () => {
    const policy = buildPolicy();
    const { critical: _hole, ...row } = policy.matrix['extended'] ?? {};
    const document = { ...policy, matrix: { ...policy.matrix, extended: row } };
    expect(await previewPublication(site.ports, document, 'open-tickets')).toMatchObject({ kind: 'invalid' });
    expect(site.calls.filter(isWrite)).toEqual([]);
  });

  it('reads each ticket once and writes nothing but its own record', async () => {
    raise('1');
    site.reporterOrganizations.set('qm:reporter', ['7']);
    await previewOf(withTarget('P1', 'resolution', 4));
    expect(site.calls.filter((call) => call.startsWith('jira.'))).toEqual([
      'jira.countIssues',
      'jira.findIssues',
      'jira.readTicket',
      'jira.reporterOrganizations',
    ]);
    expect(site.calls.filter(isWrite)).toEqual(['jobs.save', 'jobs.saveDraft', 'jobs.save']);
  });

  it('keeps ids, times and keys, and no name', async () => {
    raise('1');
    const { progress } = await previewOf(withTarget('P1', 'resolution', 4));
    const stored = JSON.stringify(site.runs.get(progress.runId));
    expect(stored).not.toMatch(/Business|Critical|reporter|Support/);
    expect(stored.length).toBeLessThan(10_000);
  });
});

describe('a large site', () => {
  const COUNT = 400;
  beforeEach(() => {
    for (let id = 1; id <= COUNT; id += 1) raise(String(id), { comments: [{ at: NOW - 30 * MINUTE }] });
  });

  it('is answered within seconds with the first tickets, and goes on in the background', async () => {
    site.before = (call) => {
      if (call === 'jira.readTicket') site.now += 200;
    };
    const started = await previewOf(withTarget('P1', 'resolution', 4));
    expect(started.progress).toMatchObject({ state: 'running', done: 20, total: COUNT });
    expect(started.preview.earlier).toBe(20);
    site.before = () => undefined;
    await runJobs(site);
    const done = await previewStatus(site.ports, started.progress.runId);
    expect(done).toMatchObject({ progress: { state: 'finished', done: COUNT }, preview: { earlier: COUNT } });
  });

  it.each(['jira.readTicket', 'jobs.save', 'queue.job'])('dies in its %s and counts no ticket twice', async (where) => {
    const { progress } = await previewOf(withTarget('P1', 'resolution', 4));
    for (let at = 1; at <= 3; at += 1) {
      let left = at;
      site.before = (call) => {
        if (call !== where) return;
        left -= 1;
        if (left === 0) throw new Error('died');
      };
      await runJobs(site).catch(() => undefined);
      site.before = () => undefined;
      site.jobs.length = 0;
      site.now += 30 * MINUTE;
      await previewStatus(site.ports, progress.runId);
    }
    await runJobs(site);
    const done = await previewStatus(site.ports, progress.runId);
    expect(done).toMatchObject({ progress: { state: 'finished', done: COUNT }, preview: { earlier: COUNT } });
  });

  it('is answered although Jira is busy, and goes on when Jira said', async () => {
    let reads = 0;
    site.before = (call) => {
      if (call !== 'jira.readTicket') return;
      reads += 1;
      if (reads === 30) throw new BusyError('read-ticket', 2 * MINUTE);
    };
    const { progress } = await previewOf(withTarget('P1', 'resolution', 4));
    expect(progress).toMatchObject({ state: 'running', done: 20 });
    expect(site.jobs).toEqual([{ runId: progress.runId, step: 2, delay: 2 * MINUTE }]);
    await runJobs(site);
    expect((await previewStatus(site.ports, progress.runId))?.preview.earlier).toBe(COUNT);
  });

  it('ends where another version is published meanwhile', async () => {
    const { progress } = await previewOf(withTarget('P1', 'resolution', 4));
    await publishPolicy(site.ports, { document: buildPolicy(), baseVersion: 1, adopt: 'open-tickets' });
    await runJobs(site);
    expect((await previewStatus(site.ports, progress.runId))?.progress.state).toBe('stopped');
  });
});

it('a preview that nobody began is not known', async () => {
  expect(await previewStatus(site.ports, 'preview:0.0')).toBeNull();
  expect(await previewStatus(site.ports, 'recompute:1')).toBeNull();
});
