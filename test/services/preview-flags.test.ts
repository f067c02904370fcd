import type { FlagPreviewView } from '../../src/contract/alerts';
import type { PolicyDocument } from '../../src/core/policy/document';
import { DAY, HOUR, MINUTE } from '../../src/core/time/instant';
import { flagPreviewStatus, previewFlags } from '../../src/services/preview-flags';
import { publishPolicy } from '../../src/services/publish-policy';
import { isWrite, runJobs } from '../builders/jobs';
import { addIssue, memorySite, type Memory, type MemoryIssue } from '../builders/memory-ports';
import { buildPolicy, SCOPE } from '../builders/policy';
import { buildTicket, instant, type TicketSpec } from '../builders/ticket';

/** A Tuesday, within the hours 08:30 to 16:30. */
const NOW = instant('2025-12-09T12:00 Toronto');

let site: Memory;
beforeEach(async () => {
  site = memorySite(NOW - 9 * DAY);
  await publishPolicy(site.ports, { document: buildPolicy(), baseVersion: null, adopt: 'open-tickets' });
  await runJobs(site);
  site.now = NOW;
});

/** A P1 of the default plan, answered at once: its resolution of 8 h warns after 6 h and after 7 h 12. */
function raise(issueId: string, createdAt: number, spec: Partial<TicketSpec> = {}): MemoryIssue {
  const ticket = buildTicket({
    issueId,
    createdAt,
    impact: 'extended',
    urgency: 'critical',
    priorityId: '1',
    comments: [{ at: createdAt + MINUTE }],
    ...spec,
  });
  const issue = addIssue(site, ticket, { requestTypeId: SCOPE.incidentTypeId });
  issue.isAssigned = false;
  return issue;
}

const withAlerts = (alerts: Partial<PolicyDocument['alerts']>, rest: Partial<PolicyDocument> = {}): PolicyDocument =>
  buildPolicy({ alerts: { ...buildPolicy().alerts, ...alerts }, ...rest });

async function previewOf(draft: PolicyDocument): Promise<FlagPreviewView> {
  const result = await previewFlags(site.ports, draft);
  if (result.kind === 'invalid') throw new Error(JSON.stringify(result.problems));
  return result.view;
}

const lines = ({ counts }: FlagPreviewView) =>
  counts
    .map(({ date, priority, threshold, flags, comments, mails }) => {
      const kind = threshold.kind === 'percent' ? `${String(threshold.percent)}%` : threshold.kind;
      return `${date} ${priority} ${kind}: ${String(flags)} flags, ${String(comments)} comments, ${String(mails)} mails`;
    })
    .sort();

describe('a preview of the last week’s flags', () => {
  it('counts what each day told, by priority and warning, and writes nothing that others see', async () => {
    raise('1', instant('2025-12-08T08:30 Toronto')).isAssigned = true;
    raise('2', instant('2025-12-08T10:00 Toronto'));
    site.calls.length = 0;
    const view = await previewOf(withAlerts({ quietOutsideHours: false }));
    expect(view.dates).toEqual([3, 4, 5, 6, 7, 8, 9].map((day) => `2025-12-0${String(day)}`));
    expect(view.progress).toMatchObject({ state: 'finished', done: 2 });
    expect(lines(view)).toEqual([
      '2025-12-08 P1 75%: 2 flags, 2 comments, 1 mails',
      '2025-12-08 P1 90%: 1 flags, 1 comments, 1 mails',
      '2025-12-09 P1 90%: 1 flags, 1 comments, 0 mails',
      '2025-12-09 P1 breach: 2 flags, 2 comments, 1 mails',
    ]);
    expect(site.calls.filter(isWrite).filter((call) => !call.startsWith('jobs.'))).toEqual([]);
  });

  it.each<[string, Partial<PolicyDocument['alerts']>, readonly [comments: number, mails: number]]>([
    ['a group takes the mails of tickets that nobody has', { unassignedGroup: 'support-leads' }, [3, 3]],
    ['comments are off', { comment: false, unassignedGroup: 'support-leads' }, [0, 3]],
    ['other priorities are told', { priorities: ['P2', 'P3'] }, [0, 0]],
  ])('follows the draft: %s', async (_case, alerts, [comments, mails]) => {
    raise('1', instant('2025-12-08T08:30 Toronto'));
    const { counts } = await previewOf(withAlerts({ quietOutsideHours: false, ...alerts }));
    const sum = (of: 'flags' | 'comments' | 'mails'): number => counts.reduce((all, count) => all + count[of], 0);
    expect([sum('flags'), sum('comments'), sum('mails')]).toEqual([3, comments, mails]);
  });

  it('follows the draft’s warnings', async () => {
    raise('1', instant('2025-12-08T08:30 Toronto'));
    const thresholds: PolicyDocument['thresholds'] = [{ kind: 'remaining', remaining: { unit: 'hours', amount: 7 } }];
    const view = await previewOf(withAlerts({ quietOutsideHours: false }, { thresholds }));
    expect(view.counts.map(({ threshold }) => threshold.kind).sort()).toEqual(['breach', 'remaining']);
  });

  it('holds flags outside hours, and tells only the last of those held', async () => {
    // An hour and a half of the day is used when it becomes a P1 by night, whose response is 1 h: late at that instant.
    const night = { createdAt: instant('2025-12-08T15:00 Toronto') };
    raise('1', night.createdAt, {
      impact: 'minor',
      urgency: 'low',
      priorityId: '4',
      edits: [{ at: instant('2025-12-08T20:00 Toronto'), impact: 'extended', urgency: 'critical', priorityId: '1' }],
      comments: [],
    });
    expect(lines(await previewOf(withAlerts({ quietOutsideHours: true })))).toContain(
      '2025-12-09 P1 breach: 1 flags, 1 comments, 0 mails',
    );
    expect(lines(await previewOf(withAlerts({ quietOutsideHours: false })))).toContain(
      '2025-12-08 P1 breach: 1 flags, 1 comments, 0 mails',
    );
  });

  it('leaves out what was before the week, and counts an open ticket that nobody touched in it', async () => {
    const idle = raise('1', NOW - 8 * DAY - 2 * HOUR, {
      impact: 'minor',
      urgency: 'low',
      priorityId: '4',
      comments: [],
    });
    idle.updatedAt = NOW - 8 * DAY;
    raise('2', NOW - 20 * DAY, {
      edits: [{ at: NOW - 10 * DAY, statusId: 'resolved' }],
    }).updatedAt = NOW - 10 * DAY;
    const view = await previewOf(withAlerts({ quietOutsideHours: false }));
    expect(lines(view)).toEqual(['2025-12-03 P4 breach: 1 flags, 1 comments, 0 mails']);
  });

  it('goes on in the background where there is much to read, and says how far it is', async () => {
    for (let i = 0; i < 60; i += 1) raise(String(i + 1), instant('2025-12-08T08:30 Toronto'));
    site.before = (call) => {
      if (call === 'jira.readTicket') site.now += 400;
    };
    const begun = await previewOf(withAlerts({ quietOutsideHours: false }));
    expect(begun.progress).toMatchObject({ state: 'running', done: 10, total: 60 });
    await runJobs(site);
    const ended = await flagPreviewStatus(site.ports, begun.progress.runId);
    expect(ended?.progress).toMatchObject({ state: 'finished', done: 60 });
    expect(ended?.counts.reduce((sum, { flags }) => sum + flags, 0)).toBe(180);
    expect(await flagPreviewStatus(site.ports, 'preview:0.0')).toBeNull();
  });

  it('before the first publication reads the draft as though it had always been in force', async () => {
    site = memorySite(NOW);
    raise('1', instant('2025-12-08T08:30 Toronto'));
    expect((await previewOf(withAlerts({ quietOutsideHours: false }))).counts).toHaveLength(3);
  });

  it('refuses a draft that could not be published', async () => {
    const result = await previewFlags(site.ports, buildPolicy({ priorities: [] }));
    expect(result.kind).toBe('invalid');
  });

  it('refuses a draft with a Jira priority that the site does not have, and begins nothing', async () => {
    const { priorities } = buildPolicy();
    const draft = buildPolicy({
      priorities: priorities.map((one) => (one.key === 'P2' ? { ...one, jiraPriorityId: '99999' } : one)),
    });
    const before = site.jobs.length;
    expect(await previewFlags(site.ports, draft)).toMatchObject({
      kind: 'invalid',
      problems: [{ code: 'finding.jira-priority-unknown' }],
    });
    expect(site.jobs).toHaveLength(before);
  });
});
