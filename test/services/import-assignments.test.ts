import { MINUTE } from '../../src/core/time/instant';
import {
  importStatus,
  resumeImport,
  startImport,
  stopImport,
  uploadImport,
} from '../../src/services/import-assignments';
import { assignPlan } from '../../src/services/organizations';
import type { ImportedLine } from '../../src/services/ports';
import { publishPolicy } from '../../src/services/publish-policy';
import { runJobs } from '../builders/jobs';
import { memorySite, type Memory } from '../builders/memory-ports';
import { buildPolicy } from '../builders/policy';
import { instant } from '../builders/ticket';

const COUNT = 5_000;
const PART = 500;

let site: Memory;
beforeEach(async () => {
  site = memorySite(instant('2025-12-09T10:00 Toronto'));
  for (let n = 1; n <= COUNT; n += 1) site.organizations.push({ id: String(n), name: `Org ${String(n)}` });
  await publishPolicy(site.ports, { document: buildPolicy(), baseVersion: null, adopt: 'new-tickets' });
  await runJobs(site);
  site.calls.length = 0;
});

const line = (n: number, overrides: Partial<ImportedLine> = {}): ImportedLine => ({
  line: n + 1,
  organizationId: String(n),
  plan: 'PLUS',
  from: '2026-01-01',
  to: null,
  calendar: null,
  ...overrides,
});

async function handOver(lines: readonly ImportedLine[]): Promise<{ importId: string; parts: number }> {
  let importId: string | null = null;
  let part = 0;
  for (; part * PART < lines.length; part += 1) {
    importId = await uploadImport(site.ports, importId, part, lines.slice(part * PART, (part + 1) * PART));
  }
  return { importId: importId ?? '', parts: part };
}

async function begin(lines: readonly ImportedLine[]) {
  const { importId, parts } = await handOver(lines);
  return startImport(site.ports, importId, parts);
}

const all = Array.from({ length: COUNT }, (_, index) => line(index + 1));
const written = (): number => site.assignments.filter(({ removedAt }) => removedAt === undefined).length;

describe('an import', () => {
  it('of a few lines is done when the answer comes, and has the tickets concerned looked at once', async () => {
    site.rows.set('10001', rowOf('10001', ['2']));
    site.rows.set('10002', rowOf('10002', ['9']));
    const view = await begin([line(1), line(2)]);
    expect(view).toMatchObject({
      progress: { state: 'finished', done: 2, total: 2 },
      counts: { written: 2, same: 0, refused: 0 },
    });
    expect(site.tracked).toEqual(['10001']);
    expect(site.importParts.size).toBe(0);
  });

  it('of 5,000 lines goes on by itself, within the store’s writes of a minute, and tells how far it is', async () => {
    const from = site.now;
    const view = await begin(all);
    expect(view.progress).toMatchObject({ state: 'running', done: PART, total: COUNT });
    const writesAt: number[] = [];
    site.before = (call) => {
      if (call === 'assignments.saveAll') writesAt.push(site.now);
    };
    await runJobs(site);
    expect(await importStatus(site.ports)).toMatchObject({
      progress: { state: 'finished', done: COUNT },
      counts: { written: COUNT, same: 0, refused: 0 },
    });
    expect(written()).toBe(COUNT);
    for (const at of writesAt) {
      expect(writesAt.filter((other) => other >= at && other < at + MINUTE).length * PART).toBeLessThanOrEqual(4_000);
    }
    expect(site.now - from).toBeLessThan(3 * MINUTE);
  });

  it('that dies in a step goes on where it was, and writes nothing twice', async () => {
    await begin(all.slice(0, 2_000));
    let step = 0;
    site.before = (call) => {
      if (call === 'jobs.save' && (step += 1) === 2) throw new Error('killed');
    };
    await expect(runJobs(site)).rejects.toThrow('killed');
    site.before = () => undefined;
    site.now += 30 * MINUTE;
    await importStatus(site.ports);
    await runJobs(site);
    const view = await importStatus(site.ports);
    expect(view).toMatchObject({ progress: { state: 'finished' }, counts: { refused: 0 } });
    expect((view?.counts.written ?? 0) + (view?.counts.same ?? 0)).toBe(2_000);
    expect(site.assignments).toHaveLength(2_000);
  });

  it('can be stopped, keeps what was applied, and goes on when asked', async () => {
    const { progress } = await begin(all.slice(0, 2_000));
    await stopImport(site.ports, progress.runId);
    await runJobs(site);
    expect(await importStatus(site.ports)).toMatchObject({ progress: { state: 'stopped', done: PART } });
    expect(written()).toBe(PART);
    await resumeImport(site.ports, progress.runId);
    await runJobs(site);
    expect(await importStatus(site.ports)).toMatchObject({ counts: { written: 2_000 } });
  });

  it('done again changes nothing', async () => {
    await begin(all.slice(0, 100));
    site.now += MINUTE;
    const again = await begin(all.slice(0, 100));
    expect(again.counts).toEqual({ written: 0, same: 100, refused: 0 });
    expect(site.assignments).toHaveLength(100);
  });

  it.each<[string, ImportedLine[], string]>([
    ['an unknown plan', [line(1, { plan: 'GOLD' })], 'unknown-plan'],
    ['days that were given meanwhile', [line(1, { from: '2026-06-01' })], 'days-overlap'],
    ['days of another line', [line(2), line(2, { from: '2026-06-01' })], 'days-overlap'],
    ['a line twice', [line(2), line(2)], 'repeated-line'],
  ])('names a line that does not fit any more: %s', async (_what, lines, code) => {
    await assignPlan(site.ports, { ...line(1), from: '2026-05-01' });
    const view = await begin(lines);
    expect(view.refused.map(({ problem }) => problem.code)).toContain(code);
    expect(view.counts.written + view.counts.refused).toBe(lines.length);
  });

  it('replaces an assignment that changed under it, as long as the days are free', async () => {
    await assignPlan(site.ports, line(1));
    let meanwhile = true;
    site.before = (call) => {
      if (call !== 'assignments.saveAll' || !meanwhile) return;
      meanwhile = false;
      const row = site.assignmentRows.get('1:2026-01-01');
      if (row !== undefined) site.assignmentRows.set('1:2026-01-01', { ...row, rev: row.rev + 1 });
    };
    const view = await begin([line(1, { plan: 'BASE' })]);
    expect(view.counts).toEqual({ written: 1, same: 0, refused: 0 });
    expect(site.assignments.map(({ plan }) => plan)).toEqual(['PLUS', 'BASE']);
  });
});

function rowOf(issueId: string, organizationIds: readonly string[]) {
  return {
    issueId,
    projectId: '10000',
    state: 'open' as const,
    nextAt: null,
    rev: 1,
    handled: [],
    reporterOrganizationIds: null,
    organizationIds,
    ahead: [],
    status: 'running' as const,
    policyVersion: 1,
    seenUpdatedAt: 0,
    priorityRank: 0,
  };
}
