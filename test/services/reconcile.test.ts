import { DAY, HOUR, MINUTE } from '../../src/core/time/instant';
import { POINTS_A_RECONCILIATION } from '../../src/services/job-share';
import { BusyError } from '../../src/services/ports';
import { previewPublication } from '../../src/services/preview-publication';
import { publishPolicy } from '../../src/services/publish-policy';
import { reconcile } from '../../src/services/reconcile';
import { startResults } from '../../src/services/results-step';
import { runJobStep } from '../../src/services/run-job';
import { trackIssue } from '../../src/services/track-issue';
import { isWrite, runJobs, runLooks } from '../builders/jobs';
import { addIssue, edit, memorySite, type Memory, type MemoryIssue } from '../builders/memory-ports';
import { buildPolicy, SCOPE } from '../builders/policy';
import { buildTicket, instant } from '../builders/ticket';

const NOW = instant('2025-12-09T10:00 Toronto');
const RUN = 'reconcile:2025-12-09';

let site: Memory;
beforeEach(async () => {
  site = memorySite(NOW);
  await publishPolicy(site.ports, { document: buildPolicy(), baseVersion: null, adopt: 'open-tickets' });
  await startResults(site.ports);
  await runJobs(site);
  site.calls.length = 0;
});

function raise(issueId: string, createdAt = NOW - HOUR): MemoryIssue {
  const ticket = buildTicket({ issueId, createdAt, impact: 'minor', urgency: 'low', priorityId: '4' });
  return addIssue(site, ticket, { requestTypeId: SCOPE.incidentTypeId });
}

/** A ticket that was looked at when it was created. */
async function tracked(issueId: string, createdAt = NOW - HOUR): Promise<MemoryIssue> {
  const issue = raise(issueId, createdAt);
  await trackIssue(site.ports, issueId);
  return issue;
}

describe('the trigger', () => {
  it('does nothing before a publication', async () => {
    site = memorySite(NOW);
    expect(await reconcile(site.ports)).toBe('not-configured');
    expect(site.calls.filter(isWrite)).toEqual([]);
  });

  it('run twice starts one reconciliation', async () => {
    expect(await reconcile(site.ports)).toBe('started');
    expect(await reconcile(site.ports)).toBe('under-way');
    expect(site.jobs).toEqual([{ runId: RUN, step: 0, delay: 0 }]);
  });

  it('two at once start one reconciliation', async () => {
    const both = await Promise.all([reconcile(site.ports), reconcile(site.ports)]);
    expect(both.sort()).toEqual(['started', 'under-way']);
    expect(site.jobs).toHaveLength(1);
  });

  it('finds field ids anew when a site changed them', async () => {
    if (site.tracking !== null) site.tracking = { ...site.tracking, fields: { ...site.tracking.fields, impact: null } };
    await reconcile(site.ports);
    expect(site.tracking?.fields.impact).toBe('customfield_10101');
  });

  it('does not write over a publication that came while Jira was asked for the field ids', async () => {
    if (site.tracking !== null) site.tracking = { ...site.tracking, fields: { ...site.tracking.fields, impact: null } };
    site.before = (call) => {
      if (call === 'site.fieldIds' && site.tracking !== null) site.tracking = { ...site.tracking, version: 2 };
    };
    await reconcile(site.ports);
    expect(site.tracking?.version).toBe(2);
  });

  it('starts although Jira is busy when asked for the field ids', async () => {
    site.before = (call) => {
      if (call === 'site.fieldIds') throw new BusyError('find-fields', MINUTE);
    };
    expect(await reconcile(site.ports)).toBe('started');
  });

  it('ends a preview that nobody waits for any more', async () => {
    for (let id = 1; id <= 30; id += 1) raise(String(id));
    site.before = (call) => {
      if (call === 'jira.readTicket') throw new BusyError('read-ticket', MINUTE);
    };
    await previewPublication(site.ports, buildPolicy(), 'open-tickets');
    site.now += 25 * HOUR;
    await reconcile(site.ports);
    expect([...site.runs.values()].find(({ task }) => task.kind === 'preview')?.state).toBe('stopped');
  });

  it('deletes jobs that ended more than thirty days ago, but for those that need not run again', async () => {
    await reconcile(site.ports);
    await runJobs(site);
    site.now += 29 * DAY;
    await reconcile(site.ports);
    await runJobs(site);
    expect(site.runs.has(RUN)).toBe(true);
    site.now += 2 * DAY;
    await reconcile(site.ports);
    expect([...site.runs.keys()]).toEqual(['recompute:1', 'results:1', 'reconcile:2026-01-07', 'reconcile:2026-01-09']);
  });

  it('gives a publication that died before its recomputation one', async () => {
    site.runs.clear();
    await reconcile(site.ports);
    expect(site.jobs.map(({ runId }) => runId)).toEqual(['recompute:1', 'results:1', RUN]);
  });
});

describe('a reconciliation', () => {
  it('looks at what its row has not seen, and leaves alone what it has', async () => {
    await tracked('1');
    raise('2');
    edit(await tracked('3'), NOW - MINUTE, { urgency: 'high' });
    site.calls.length = 0;
    await reconcile(site.ports);
    await runJobs(site);
    expect([...new Set(site.tracked)]).toEqual(['2', '3']);
    expect(site.runs.get(RUN)).toMatchObject({ state: 'finished' });
    expect(site.calls.filter((call) => call.startsWith('jira.'))).toEqual(['jira.findIssues', 'jira.lookUp']);
  });

  it('removes rows whose ticket is gone, and finds changes older than its look back', async () => {
    const old = await tracked('1', NOW - 100 * HOUR);
    await tracked('2', NOW - 100 * HOUR);
    edit(old, NOW - 50 * HOUR, { urgency: 'high' });
    site.rows.set('1', { ...(site.rows.get('1') as never as object), seenUpdatedAt: NOW - 60 * HOUR } as never);
    site.issues.delete('2');
    await reconcile(site.ports);
    await runJobs(site);
    expect(site.tracked).toEqual(['1']);
    expect([...site.rows.keys()]).toEqual(['1']);
    expect(site.runs.get(RUN)?.task).toMatchObject({ missed: 1, gone: 1 });
  });

  it('looks at a ticket that left the scope, so that its fields go empty', async () => {
    const issue = await tracked('1');
    issue.requestTypeId = '99';
    await reconcile(site.ports);
    await runJobs(site);
    expect(site.tracked).toEqual(['1']);
  });

  it('looks at nothing out of scope', async () => {
    raise('1').requestTypeId = '99';
    raise('2').requestTypeId = SCOPE.featureTypeId;
    await reconcile(site.ports);
    await runJobs(site);
    expect(site.tracked).toEqual([]);
  });

  it('begins where the last one began, also after days without any', async () => {
    await reconcile(site.ports);
    await runJobs(site);
    site.now += 4 * DAY;
    await reconcile(site.ports);
    expect(site.runs.get('reconcile:2025-12-13')?.task).toMatchObject({ since: NOW - HOUR });
  });

  it('stays within its share of points, and goes on the next day where it paused', async () => {
    for (let id = 1; id <= 1_000; id += 1) raise(String(id));
    await reconcile(site.ports);
    await runJobs(site);
    const paused = site.runs.get(RUN);
    expect(paused).toMatchObject({ state: 'paused', step: 4, done: 400, points: 4 * (1 + 100 + 4 * 100) });
    expect(paused?.points).toBeLessThan(POINTS_A_RECONCILIATION + 501);
    expect(new Set(site.tracked).size).toBe(400);
    await runLooks(site);

    site.now += DAY;
    expect(await reconcile(site.ports)).toBe('under-way');
    await runJobs(site);
    await runLooks(site);
    site.now += DAY;
    await reconcile(site.ports);
    await runJobs(site);
    await runLooks(site);
    expect(site.rows.size).toBe(1_000);
  });
});

describe('a reconciliation that paused', () => {
  it('lists anew where its place in the listing is not known any more', async () => {
    for (let id = 1; id <= 450; id += 1) raise(String(id));
    await reconcile(site.ports);
    await runJobs(site);
    expect(site.runs.get(RUN)).toMatchObject({ state: 'paused', done: 400 });
    await runLooks(site);
    site.now += DAY;
    await reconcile(site.ports);
    let isFirst = true;
    site.before = (call) => {
      if (call !== 'jira.findIssues' || !isFirst) return;
      isFirst = false;
      throw new Error('the page token is invalid');
    };
    await runJobs(site);
    await runLooks(site);
    expect(site.runs.get(RUN)).toMatchObject({ state: 'finished' });
    expect(site.rows.size).toBe(450);
  });
});

describe('what dies', () => {
  it.each(['queue.track', 'jobs.save', 'queue.job', 'tickets.remove'])(
    'in its %s is done again when the step is delivered again, nothing lost',
    async (where) => {
      raise('1');
      await tracked('2', NOW - 100 * HOUR);
      site.issues.delete('2');
      await reconcile(site.ports);
      for (let died = false; ;) {
        const next = site.jobs.shift();
        if (next === undefined) break;
        site.before = (call) => {
          if (call !== where || died) return;
          died = true;
          throw new Error('died');
        };
        try {
          await runJobStep(site.ports, next);
        } catch (error) {
          if (!(error instanceof Error) || !/died|busy/.test(error.message)) throw error;
          site.now += 21 * MINUTE;
          site.jobs.unshift(next);
        }
      }
      expect(new Set(site.tracked)).toEqual(new Set(['1']));
      expect(site.rows.has('2')).toBe(false);
      expect(site.runs.get(RUN)).toMatchObject({ state: 'finished', done: 2, step: 2 });
    },
  );

  it('without being delivered again is taken up by the next trigger', async () => {
    raise('1');
    await reconcile(site.ports);
    site.jobs.length = 0;
    site.now += DAY;
    expect(await reconcile(site.ports)).toBe('under-way');
    await runJobs(site);
    expect(site.tracked).toEqual(['1']);
    expect(site.runs.get(RUN)).toMatchObject({ state: 'finished' });
  });

  it('is not taken up while it is only slow', async () => {
    await reconcile(site.ports);
    site.now += 19 * MINUTE;
    await reconcile(site.ports);
    expect(site.jobs).toHaveLength(1);
  });
});

describe('a step delivered twice', () => {
  it('at once is recorded once, and one goes on', async () => {
    raise('1');
    await reconcile(site.ports);
    const [first] = site.jobs.splice(0);
    if (first === undefined) throw new Error('no step');
    await Promise.all([runJobStep(site.ports, first), runJobStep(site.ports, first)]);
    expect(site.runs.get(RUN)).toMatchObject({ step: 1, done: 1 });
    expect(site.jobs).toHaveLength(1);
  });

  it('after it was done waits, and ends when the next one has come', async () => {
    await reconcile(site.ports);
    const [first] = site.jobs.splice(0);
    if (first === undefined) throw new Error('no step');
    await runJobStep(site.ports, first);
    await expect(runJobStep(site.ports, first)).rejects.toMatchObject({ name: 'BusyError' });
    await runJobs(site);
    await runJobStep(site.ports, first);
    expect(site.jobs).toEqual([]);
    expect(site.runs.get(RUN)).toMatchObject({ state: 'finished', step: 2 });
  });
});
