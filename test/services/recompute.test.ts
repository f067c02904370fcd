import { MINUTE } from '../../src/core/time/instant';
import { publishPolicy } from '../../src/services/publish-policy';
import { recomputeStatus, resumeRecompute, stopRecompute } from '../../src/services/recompute';
import { runJobStep } from '../../src/services/run-job';
import { runJobs, runLooks } from '../builders/jobs';
import { addIssue, memorySite, type Memory } from '../builders/memory-ports';
import { buildPolicy, SCOPE } from '../builders/policy';
import { buildTicket, instant } from '../builders/ticket';

const NOW = instant('2025-12-09T10:00 Toronto');

let site: Memory;
beforeEach(() => {
  site = memorySite(NOW);
});

function raise(count: number): void {
  for (let id = 1; id <= count; id += 1) {
    const ticket = buildTicket({
      issueId: String(id),
      createdAt: NOW,
      impact: 'minor',
      urgency: 'low',
      priorityId: '4',
    });
    addIssue(site, ticket, { requestTypeId: SCOPE.incidentTypeId });
  }
}

async function publish(document = buildPolicy()): Promise<void> {
  const baseVersion = site.tracking?.version ?? null;
  await publishPolicy(site.ports, { document, baseVersion, adopt: 'open-tickets' });
}

describe('after a publication', () => {
  it('every open ticket is looked at once, with its progress', async () => {
    raise(250);
    await publish();
    expect(await recomputeStatus(site.ports)).toMatchObject({ state: 'running', done: 0, total: null });
    await runJobs(site, 1);
    expect(await recomputeStatus(site.ports)).toMatchObject({ state: 'running', done: 100, total: 250 });
    await runJobs(site);
    expect(await recomputeStatus(site.ports)).toMatchObject({ state: 'finished', done: 250, total: 250 });
    expect(site.tracked).toHaveLength(250);
    expect(new Set(site.tracked).size).toBe(250);
  });

  it('a large site is taken in at its share of points an hour', async () => {
    raise(1_000);
    await publish();
    await runJobs(site);
    const run = site.runs.get('recompute:1');
    // Ten pages of a search, four points a look, and the count.
    expect(run?.points).toBe(10 * 101 + 4 * 1_000 + 1);
    // Three pages at once, then 501 points at a time out of 13,000 an hour.
    expect(Math.round((site.now - NOW) / MINUTE)).toBe(Math.round(((10 - 2) * 501 * 60) / 13_000));
  });

  it('a ticket whose project left the scope loses its clocks', async () => {
    raise(1);
    await publish();
    await runJobs(site);
    await runLooks(site);
    expect(site.rows.size).toBe(1);
    const elsewhere = { projectId: '10001', requestTypeId: null, issueTypeId: null, kind: 'incident' } as const;
    await publish({ ...buildPolicy(), scope: [elsewhere] });
    await runJobs(site);
    await runLooks(site);
    expect(site.rows.size).toBe(0);
  });

  it('a newer publication ends the older recomputation', async () => {
    raise(250);
    await publish();
    await runJobs(site, 1);
    await publish();
    await runJobs(site);
    expect(site.runs.get('recompute:1')).toMatchObject({ state: 'stopped', done: 100 });
    expect(site.runs.get('recompute:2')).toMatchObject({ state: 'finished', done: 250 });
  });
});

describe('a stopped recomputation', () => {
  beforeEach(async () => {
    raise(250);
    await publish();
    await runJobs(site, 1);
  });

  it('looks at nothing more', async () => {
    expect(await stopRecompute(site.ports)).toMatchObject({ state: 'stopped', done: 100 });
    await runJobs(site);
    expect(site.tracked).toHaveLength(100);
    expect(await recomputeStatus(site.ports)).toMatchObject({ state: 'stopped', done: 100 });
  });

  it('stops although a step is under way', async () => {
    const [step] = site.jobs.splice(0);
    if (step === undefined) throw new Error('no step');
    site.before = (call) => {
      if (call !== 'queue.track') return;
      site.before = () => undefined;
      void stopRecompute(site.ports);
    };
    await runJobStep(site.ports, step);
    expect(await recomputeStatus(site.ports)).toMatchObject({ state: 'stopped' });
    expect(site.jobs).toEqual([]);
  });

  it('goes on where it was when the admin says so', async () => {
    await stopRecompute(site.ports);
    site.jobs.length = 0;
    expect(await resumeRecompute(site.ports)).toMatchObject({ state: 'running', done: 100 });
    await runJobs(site);
    expect(await recomputeStatus(site.ports)).toMatchObject({ state: 'finished', done: 250 });
    expect(site.tracked).toHaveLength(250);
  });
});

describe('a recomputation that died', () => {
  it('goes on when somebody asks how far it is', async () => {
    raise(250);
    await publish();
    await runJobs(site, 1);
    site.jobs.length = 0;
    site.now += 30 * MINUTE;
    await recomputeStatus(site.ports);
    await runJobs(site);
    expect(new Set(site.tracked).size).toBe(250);
  });

  it.each(['queue.track', 'jobs.save', 'queue.job'])('in any %s in turn loses and doubles nothing', async (where) => {
    raise(250);
    await publish();
    for (let at = 1; at <= 3; at += 1) {
      let left = at;
      site.before = (call) => {
        if (call !== where) return;
        left -= 1;
        if (left === 0) throw new Error('died');
      };
      await runJobs(site).catch(() => undefined);
      site.jobs.length = 0;
      site.now += 30 * MINUTE;
      await recomputeStatus(site.ports).catch(() => undefined);
    }
    site.before = () => undefined;
    site.now += 30 * MINUTE;
    await recomputeStatus(site.ports);
    await runJobs(site);
    expect(await recomputeStatus(site.ports)).toMatchObject({ state: 'finished', done: 250 });
    expect(new Set(site.tracked).size).toBe(250);
  });
});
