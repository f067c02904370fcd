/** Feature requests by scope (rules.md §9): no clocks, no flags, never in incident figures, whatever part of the pipeline runs. */
import { DAY, HOUR } from '../../src/core/time/instant';
import { fireThresholds } from '../../src/services/fire-thresholds';
import { publishPolicy } from '../../src/services/publish-policy';
import { receiveIssueEvent } from '../../src/services/receive-issue-event';
import { reconcile } from '../../src/services/reconcile';
import { sweep } from '../../src/services/sweep';
import { trackIssue } from '../../src/services/track-issue';
import { viewTicket } from '../../src/services/view-ticket';
import { runJobs, runLooks } from '../builders/jobs';
import { addIssue, edit, memorySite, type Memory, type MemoryIssue } from '../builders/memory-ports';
import { buildPolicy, SCOPE, STATUS } from '../builders/policy';
import { buildTicket, instant } from '../builders/ticket';

const NOW = instant('2025-12-09T10:00 Toronto');

let site: Memory;
let issue: MemoryIssue;
beforeEach(async () => {
  site = memorySite(NOW);
  await publishPolicy(site.ports, { document: buildPolicy(), baseVersion: null, adopt: 'open-tickets' });
  await runJobs(site);
  // Levels and an age with which an incident would long be breached.
  const ticket = buildTicket({ createdAt: NOW - 30 * DAY, impact: 'extended', urgency: 'critical', priorityId: '1' });
  issue = addIssue(site, ticket, { requestTypeId: SCOPE.featureTypeId });
  site.calls.length = 0;
});

function expectNothing(): void {
  expect(site.rows.size).toBe(0);
  expect(site.fired).toEqual([]);
  expect([...site.comments, ...site.mails]).toEqual([]);
  expect(Object.values(issue.slaFields).every((value) => value === null)).toBe(true);
  expect(site.calls.filter((call) => /^jira\.write|^alerts\./.test(call))).toEqual([]);
}

describe('a feature request has no clock, no flag and no row', () => {
  it('after an event', async () => {
    const { issueId, projectId } = issue;
    await receiveIssueEvent(site.ports, { kind: 'touched', issueId, projectId, isLastTry: false });
    await runLooks(site);
    expectNothing();
  });

  it('after a look, whoever asks for it', async () => {
    expect(await trackIssue(site.ports, issue.issueId)).toEqual({ kind: 'feature' });
    expectNothing();
  });

  it('when a threshold of it is fired by mistake', async () => {
    await fireThresholds(site.ports, [issue.issueId]);
    expectNothing();
  });

  it('after sweeps', async () => {
    await trackIssue(site.ports, issue.issueId);
    for (let hour = 0; hour < 24; hour += 1) {
      site.now += HOUR;
      expect(await sweep(site.ports)).toEqual({ fired: 0, late: 0 });
    }
    expectNothing();
  });

  it('after a reconciliation', async () => {
    edit(issue, NOW, { statusId: STATUS.inProgress });
    site.now += DAY;
    await reconcile(site.ports);
    await runJobs(site);
    await runLooks(site);
    expectNothing();
  });

  it('once resolved', async () => {
    edit(issue, NOW, { statusId: STATUS.resolved, resolutionId: '1' });
    await trackIssue(site.ports, issue.issueId);
    expectNothing();
  });

  it('in the agent’s view', async () => {
    const view = await viewTicket(site.ports, issue.issueId, {
      accountId: 'agent',
      edit: true,
      comment: true,
    });
    expect(Object.keys(view).sort()).toEqual(['at', 'issueKey', 'mayEdit', 'onRequest', 'proposal', 'state']);
  });
});

describe('an incident that becomes a feature request', () => {
  it('loses its row and its fields', async () => {
    issue.requestTypeId = SCOPE.incidentTypeId;
    await trackIssue(site.ports, issue.issueId);
    expect(site.rows.size).toBe(1);
    issue.requestTypeId = SCOPE.featureTypeId;
    await trackIssue(site.ports, issue.issueId);
    expect(site.rows.size).toBe(0);
    expect(Object.values(issue.slaFields).every((value) => value === null)).toBe(true);
  });
});
