/** Results kept with a ticket's row: stored when a clock stops, rebuilt on reopening, whatever happens in between. */
import { DAY, HOUR, MINUTE } from '../../src/core/time/instant';
import type { PolicyDocument } from '../../src/core/policy/document';
import type { TicketRow } from '../../src/services/ports';
import { receiveIssueEvent } from '../../src/services/receive-issue-event';
import { startResults } from '../../src/services/results-step';
import { trackIssue } from '../../src/services/track-issue';
import { isWrite, runJobs, runLooks } from '../builders/jobs';
import { addIssue, edit, FIELD_IDS, memorySite, type Memory, type MemoryIssue } from '../builders/memory-ports';
import { buildPolicy, buildPolicyVersion, SCOPE, STATUS } from '../builders/policy';
import { buildTicket, instant } from '../builders/ticket';

const START = instant('2025-12-09T10:00 Toronto');
const RESOLVED = { statusId: STATUS.resolved, resolutionId: 'fixed' };
const REOPENED = { statusId: STATUS.inProgress, resolutionId: null };

let site: Memory;
let issue: MemoryIssue;

function publish(document: PolicyDocument): void {
  site.versions.set(1, buildPolicyVersion(document));
  const versions = [{ version: 1, publishedAt: 0 }];
  site.tracking = { version: 1, trackedFrom: 0, scope: document.scope, fields: FIELD_IDS, versions };
}

function raise(issueId = '10001', requestTypeId: string = SCOPE.incidentTypeId): MemoryIssue {
  const ticket = buildTicket({ issueId, createdAt: START, impact: 'extended', urgency: 'critical', priorityId: '1' });
  return addIssue(site, ticket, { requestTypeId });
}

/** An edit after so many minutes, and the look that it asks for. */
async function after(minutes: number, set: Parameters<typeof edit>[2]): Promise<void> {
  site.now = START + minutes * MINUTE;
  edit(issue, site.now, set);
  await trackIssue(site.ports, issue.issueId);
}

const stored = (): unknown =>
  [...site.results.values()].map(({ metric, cycle, outcome, stoppedAt }) => [
    metric,
    cycle,
    outcome,
    (stoppedAt - START) / MINUTE,
  ]);

beforeEach(() => {
  site = memorySite(START);
  publish(buildPolicy());
  issue = raise();
});

it('an open ticket has none', async () => {
  await trackIssue(site.ports, issue.issueId);
  expect(site.results.size).toBe(0);
  expect(site.marks.size).toBe(0);
});

it('are written with the row when clocks stop, and the month is marked', async () => {
  await trackIssue(site.ports, issue.issueId);
  await after(30, RESOLVED);
  expect(stored()).toEqual([
    ['response', 1, 'met', 30],
    ['resolution', 1, 'met', 30],
  ]);
  expect([...site.marks.keys()]).toEqual(['2025-12']);
});

it('looked at again are not written again', async () => {
  await after(30, RESOLVED);
  const marked = site.marks.get('2025-12');
  site.calls.length = 0;
  site.now += HOUR;
  await trackIssue(site.ports, issue.issueId);
  expect(site.calls.filter(isWrite)).toEqual([]);
  expect(site.marks.get('2025-12')).toEqual(marked);
});

it('go when the clock runs again, and come back with the next stop', async () => {
  await after(30, RESOLVED);
  await after(90, REOPENED);
  expect(stored()).toEqual([['response', 1, 'met', 30]]);
  await after(30 * 24 * 60, RESOLVED);
  expect(stored()).toEqual([
    ['response', 1, 'met', 30],
    ['resolution', 1, 'missed', 30 * 24 * 60],
  ]);
  expect([...site.marks.keys()].sort()).toEqual(['2025-12', '2026-01']);
});

it('stay where each reopening counts anew', async () => {
  publish(buildPolicy({ modes: { ...buildPolicy().modes, reopen: 'new-cycle' } }));
  await after(30, RESOLVED);
  await after(90, REOPENED);
  await after(120, RESOLVED);
  expect(stored()).toEqual([
    ['response', 1, 'met', 30],
    ['resolution', 1, 'met', 30],
    ['resolution', 2, 'met', 120],
  ]);
});

it('of more cycles than a transaction holds are written in several', async () => {
  publish(buildPolicy({ modes: { ...buildPolicy().modes, reopen: 'new-cycle' } }));
  for (let cycle = 0; cycle < 30; cycle += 1) {
    edit(issue, START + (10 + 10 * cycle) * MINUTE, RESOLVED);
    edit(issue, START + (15 + 10 * cycle) * MINUTE, REOPENED);
  }
  site.now = START + DAY;
  await trackIssue(site.ports, issue.issueId);
  expect(site.results.size).toBe(31);
});

it.each([
  [
    'that is deleted',
    async () => {
      await receiveIssueEvent(site.ports, {
        kind: 'deleted',
        issueId: issue.issueId,
        projectId: SCOPE.projectId,
        isLastTry: false,
      });
    },
  ],
  [
    'that becomes a feature request',
    async () => {
      issue.requestTypeId = SCOPE.featureTypeId;
      await trackIssue(site.ports, issue.issueId);
    },
  ],
  [
    'that is gone',
    async () => {
      site.issues.delete(issue.issueId);
      await trackIssue(site.ports, issue.issueId);
    },
  ],
])('of a ticket %s go with it, and the month is marked', async (_what, happens) => {
  await after(30, RESOLVED);
  const marked = site.marks.get('2025-12');
  site.now += MINUTE;
  await happens();
  expect(site.results.size).toBe(0);
  expect(site.marks.get('2025-12')).not.toEqual(marked);
});

it('a feature request never has any', async () => {
  const feature = raise('10002', SCOPE.featureTypeId);
  edit(feature, START + MINUTE, RESOLVED);
  await trackIssue(site.ports, feature.issueId);
  expect(site.results.size).toBe(0);
});

it('moved to another month mark both', async () => {
  await after(30, RESOLVED);
  site.marks.clear();
  // The stop that Jira tells of now is another than the row knew.
  issue.history = { ...issue.history, edits: [] };
  edit(issue, instant('2025-11-30T10:00 Toronto'), RESOLVED);
  await trackIssue(site.ports, issue.issueId);
  expect([...site.marks.keys()].sort()).toEqual(['2025-12']);
});

it('that two looks write at once are those of the later state', async () => {
  await after(30, RESOLVED);
  site.now += HOUR;
  let isOther = false;
  site.before = (call) => {
    if (call !== 'tickets.save' || isOther) return;
    isOther = true;
    edit(issue, site.now, REOPENED);
    const row = site.rows.get(issue.issueId) as TicketRow;
    site.rows.set(issue.issueId, { ...row, rev: row.rev + 1 });
  };
  edit(issue, site.now - MINUTE, { impact: 'minor' });
  await trackIssue(site.ports, issue.issueId);
  expect(stored()).toEqual([['response', 1, 'met', 30]]);
});

describe('of tickets that stopped before results were kept', () => {
  /** As a row was before. */
  function forget(issueId: string): void {
    const { results: _results, ...row } = site.rows.get(issueId) as TicketRow;
    site.rows.set(issueId, row);
    for (const key of site.results.keys()) if (key.startsWith(`${issueId}:`)) site.results.delete(key);
  }

  it('come with one job, which looks at each such ticket once', async () => {
    await after(30, RESOLVED);
    const before = [...site.results];
    forget(issue.issueId);
    const fresh = raise('10002');
    await trackIssue(site.ports, fresh.issueId);

    await startResults(site.ports);
    await runJobs(site);
    expect(site.tracked).toEqual([issue.issueId]);
    await runLooks(site);
    expect([...site.results]).toEqual(before);

    await startResults(site.ports);
    expect(site.jobs).toEqual([]);
  });

  it('that are open with one clock stopped come too', async () => {
    const comment = { id: '1', at: START + MINUTE, author: 'agent', isPublic: true, action: null } as const;
    issue.history = { ...issue.history, comments: [comment] };
    site.now = START + HOUR;
    await trackIssue(site.ports, issue.issueId);
    forget(issue.issueId);
    await startResults(site.ports);
    await runJobs(site);
    await runLooks(site);
    expect(stored()).toEqual([['response', 1, 'met', 1]]);
  });
});
