import { HOUR, MINUTE } from '../../src/core/time/instant';
import { fireThresholds } from '../../src/services/fire-thresholds';
import { BusyError, RefusedError } from '../../src/services/ports';
import { receiveIssueEvent } from '../../src/services/receive-issue-event';
import { sweep } from '../../src/services/sweep';
import { trackIssue } from '../../src/services/track-issue';
import {
  addIssue,
  edit,
  FIELD_IDS,
  memorySite,
  recordAssignment,
  type Memory,
  type MemoryIssue,
} from '../builders/memory-ports';
import { buildPolicy, buildPolicyVersion, SCOPE } from '../builders/policy';
import { buildTicket, instant } from '../builders/ticket';

const START = instant('2025-12-09T10:00 Toronto');

let site: Memory;
let issue: MemoryIssue;

function publish(document = buildPolicy(), trackedFrom = 0): void {
  site.versions.set(1, buildPolicyVersion(document, { trackedFrom }));
  site.tracking = {
    version: 1,
    trackedFrom,
    scope: document.scope,
    fields: FIELD_IDS,
    versions: [{ version: 1, publishedAt: 0 }],
  };
}

/** A P1 of the default plan: response 1 h, resolution 8 h, in business hours. */
function raise(requestTypeId: string = SCOPE.incidentTypeId): MemoryIssue {
  const ticket = buildTicket({ createdAt: START, impact: 'extended', urgency: 'critical', priorityId: '3' });
  return addIssue(site, ticket, { requestTypeId });
}

const rowOf = (id = issue.issueId) => site.rows.get(id);

beforeEach(() => {
  site = memorySite(START);
  publish();
  issue = raise();
});

describe('a first look', () => {
  it('writes priority, fields and row, in this order, and arms the next threshold', async () => {
    const result = await trackIssue(site.ports, issue.issueId);
    expect(result).toMatchObject({ kind: 'tracked', flagged: [], wrote: { priority: true, fields: true } });
    const writes = site.calls.filter((name) => /write|save|fire/.test(name));
    expect(writes).toEqual(['jira.writePriority', 'jira.writeSlaFields', 'tickets.save']);
    expect(issue.history.current.priorityId).toBe('1');
    expect(issue.slaFields).toEqual({
      slaStatus: 'running',
      slaNextDue: START + HOUR,
      responseDue: START + HOUR,
      resolutionDue: instant('2025-12-10T10:00 Toronto'),
      customerPlan: 'BASE',
      handlingOrder: expect.any(Number) as number,
    });
    expect(rowOf()).toMatchObject({ state: 'open', nextAt: START + 45 * MINUTE, rev: 1, handled: [], priorityRank: 0 });
  });

  it('arms itself what is nearer than the sweep and index can be trusted for', async () => {
    site.now = START + 35 * MINUTE;
    await trackIssue(site.ports, issue.issueId);
    expect(site.fired).toEqual([{ issueId: issue.issueId, delay: 10 * MINUTE }]);
  });
});

describe('answers of the portal’s form', () => {
  const answered = (answers: { impact: string | null; urgency: string | null }): MemoryIssue => {
    const ticket = buildTicket({ createdAt: START, priorityId: '4' });
    return Object.assign(addIssue(site, ticket, { requestTypeId: SCOPE.incidentTypeId }), { formAnswers: answers });
  };
  const copies = () => site.calls.filter((name) => name === 'jira.writeLevelsAsApp').length;

  it('become the fields’ values once, and the clocks count them from the creation', async () => {
    issue = answered({ impact: 'extended', urgency: 'critical' });
    site.now = START + 2 * MINUTE;
    await trackIssue(site.ports, issue.issueId);
    await trackIssue(site.ports, issue.issueId);
    expect(issue.history.current).toMatchObject({ impact: 'extended', urgency: 'critical', priorityId: '1' });
    expect(issue.slaFields.responseDue).toBe(START + HOUR);
    expect(copies()).toBe(1);
  });

  it('are not brought back where somebody emptied the field', async () => {
    issue = answered({ impact: 'minor', urgency: null });
    await trackIssue(site.ports, issue.issueId);
    edit(issue, START + MINUTE, { impact: null });
    await trackIssue(site.ports, issue.issueId);
    expect(issue.history.current.impact).toBeNull();
    expect(copies()).toBe(1);
  });

  it.each([
    ['name no level of the policy', { impact: 'gone', urgency: null }],
    ['say nothing', { impact: null, urgency: null }],
  ])('that %s are left alone', async (_, answers) => {
    issue = answered(answers);
    await trackIssue(site.ports, issue.issueId);
    expect(copies()).toBe(0);
  });

  it('count although Jira does not let the app set the field, which is tried again at the next look', async () => {
    issue = answered({ impact: 'extended', urgency: 'critical' });
    site.before = (call) => {
      if (call === 'jira.writeLevelsAsApp') throw new RefusedError('copy-answers');
    };
    await trackIssue(site.ports, issue.issueId);
    await trackIssue(site.ports, issue.issueId);
    expect(issue.history.current).toMatchObject({ impact: null, priorityId: '1' });
    expect(copies()).toBe(2);
  });
});

describe('a second look', () => {
  it('at an unchanged ticket writes nothing', async () => {
    await trackIssue(site.ports, issue.issueId);
    site.calls.length = 0;
    await trackIssue(site.ports, issue.issueId);
    expect(site.calls.filter((name) => /write|save|fire|track$/.test(name))).toEqual([]);
  });

  it('leaves an overridden priority alone, and follows it', async () => {
    await trackIssue(site.ports, issue.issueId);
    site.now = START + 5 * MINUTE;
    edit(issue, site.now, { priorityId: '2' });
    await trackIssue(site.ports, issue.issueId);
    expect(issue.history.current.priorityId).toBe('2');
    expect(issue.slaFields.responseDue).toBe(START + 2 * HOUR);
  });

  it('begins again when the row changed meanwhile, and loses no handled flag', async () => {
    await trackIssue(site.ports, issue.issueId);
    site.now = START + 50 * MINUTE;
    let once = true;
    site.before = (name) => {
      const row = rowOf();
      if (name !== 'tickets.save' || !once || row === undefined) return;
      once = false;
      site.rows.set(row.issueId, { ...row, rev: row.rev + 1, handled: [...row.handled, 'kept'] });
    };
    await trackIssue(site.ports, issue.issueId);
    expect(rowOf()?.handled).toHaveLength(2);
    expect(rowOf()?.handled).toContain('kept');
  });
});

describe('a threshold', () => {
  it('is flagged once, however often it is looked at', async () => {
    await trackIssue(site.ports, issue.issueId);
    site.now = START + 45 * MINUTE;
    const first = await fireThresholds(site.ports, [issue.issueId]);
    const second = await fireThresholds(site.ports, [issue.issueId]);
    expect([first, second]).toEqual([
      { fired: 1, looked: 1, stale: 0 },
      { fired: 0, looked: 0, stale: 1 },
    ]);
    expect(rowOf()?.handled).toHaveLength(1);
    expect(issue.slaFields.slaStatus).toBe('near-breach');
  });

  it('that comes late says how late', async () => {
    await trackIssue(site.ports, issue.issueId);
    site.now = START + 46 * MINUTE;
    expect(await trackIssue(site.ports, issue.issueId)).toMatchObject({ flagged: [{ late: MINUTE }] });
  });

  it('fired too early asks nothing of Jira', async () => {
    await trackIssue(site.ports, issue.issueId);
    site.calls.length = 0;
    await fireThresholds(site.ports, [issue.issueId]);
    expect(site.calls).toEqual(['tickets.get']);
  });
});

describe('the sweep', () => {
  it('asks nothing but one page of the index when nothing is due', async () => {
    await trackIssue(site.ports, issue.issueId);
    site.calls.length = 0;
    expect(await sweep(site.ports)).toEqual({ fired: 0, late: 0 });
    expect(site.calls).toEqual(['tickets.dueBy']);
  });

  it('fires what comes due within six minutes at its time', async () => {
    const other = addIssue(
      site,
      buildTicket({ issueId: '10002', createdAt: START, impact: 'important', urgency: 'critical' }),
      {
        requestTypeId: SCOPE.incidentTypeId,
      },
    );
    await trackIssue(site.ports, other.issueId);
    await trackIssue(site.ports, issue.issueId);
    site.now = START + 40 * MINUTE;
    site.rows.set('10002', { ...(rowOf('10002') as NonNullable<ReturnType<typeof rowOf>>), nextAt: site.now - MINUTE });
    site.fired.length = 0;
    expect(await sweep(site.ports)).toEqual({ fired: 2, late: MINUTE });
    expect(site.fired).toEqual([
      { issueId: '10002', delay: 0 },
      { issueId: issue.issueId, delay: 5 * MINUTE },
    ]);
  });
});

describe('what is not tracked', () => {
  it.each([
    ['before any publication', () => (site.tracking = null), 'not-configured'],
    ['a request type out of scope', () => (issue = raise('99')), 'out-of-scope'],
    ['a feature request', () => (issue = raise(SCOPE.featureTypeId)), 'feature'],
    ['a ticket older than the adoption', () => publish(buildPolicy(), START + 1), 'out-of-scope'],
    ['a ticket that is gone', () => site.issues.clear(), 'gone'],
  ])('%s: nothing written', async (_case, arrange, kind) => {
    arrange();
    expect(await trackIssue(site.ports, issue.issueId)).toEqual({ kind });
    expect(site.calls.filter((name) => /write|save|fire/.test(name))).toEqual([]);
  });

  it('that was tracked loses its fields, then its row', async () => {
    await trackIssue(site.ports, issue.issueId);
    issue.requestTypeId = '99';
    await trackIssue(site.ports, issue.issueId);
    expect(Object.values(issue.slaFields).every((value) => value === null)).toBe(true);
    expect(site.rows.size).toBe(0);
  });
});

describe('organizations of the reporter', () => {
  it('are asked once, at the first look at a ticket without its own, and kept on the row', async () => {
    site.reporterOrganizations.set('qm:reporter', ['7']);
    recordAssignment(site, {
      organizationId: '7',
      plan: 'PLUS',
      from: '2025-01-01',
      to: null,
      calendar: null,
      recordedAt: 0,
    });
    await trackIssue(site.ports, issue.issueId);
    await trackIssue(site.ports, issue.issueId);
    expect(site.calls.filter((name) => name === 'jira.reporterOrganizations')).toHaveLength(1);
    expect(rowOf()?.reporterOrganizationIds).toEqual(['7']);
    expect(issue.slaFields.customerPlan).toBe('PLUS');
  });
});

describe('an issue event', () => {
  it.each([
    ['in scope', { kind: 'touched', projectId: SCOPE.projectId }, 'queued'],
    ['of no named project', { kind: 'touched', projectId: null }, 'queued'],
    ['of another project', { kind: 'touched', projectId: '99' }, 'ignored'],
    ['of a deleted issue', { kind: 'deleted', projectId: SCOPE.projectId }, 'removed'],
  ] as const)('%s', async (_case, event, outcome) => {
    expect(await receiveIssueEvent(site.ports, { issueId: issue.issueId, isLastTry: false, ...event })).toBe(outcome);
    expect(site.tracked).toEqual(outcome === 'queued' ? [issue.issueId] : []);
    expect(site.calls.filter((name) => name.startsWith('jira.'))).toEqual([]);
  });
});

describe('an issue event that the queue refuses', () => {
  beforeEach(() => {
    site.before = (name) => {
      if (name === 'queue.track') throw new BusyError('push-track-issue', MINUTE);
    };
  });
  const event = { kind: 'touched', projectId: SCOPE.projectId } as const;

  it('is returned, for the platform to bring it again', async () => {
    const received = receiveIssueEvent(site.ports, { ...event, issueId: issue.issueId, isLastTry: false });
    await expect(received).rejects.toBeInstanceOf(BusyError);
  });

  it('at its last try is looked at there and then', async () => {
    const received = receiveIssueEvent(site.ports, { ...event, issueId: issue.issueId, isLastTry: true });
    expect(await received).toBe('looked');
    expect(rowOf()).toBeDefined();
  });
});

describe('a ticket moved to a project out of scope', () => {
  const event = { kind: 'moved', projectId: '99', isLastTry: false } as const;

  it('is looked at where it has a row', async () => {
    await trackIssue(site.ports, issue.issueId);
    expect(await receiveIssueEvent(site.ports, { ...event, issueId: issue.issueId })).toBe('queued');
  });

  it('is ignored where it has none', async () => {
    expect(await receiveIssueEvent(site.ports, { ...event, issueId: issue.issueId })).toBe('ignored');
  });
});

it('a priority that Jira does not take keeps no clock from showing', async () => {
  site.before = (name) => {
    if (name === 'jira.writePriority') throw new RefusedError(name);
  };
  expect(await trackIssue(site.ports, issue.issueId)).toMatchObject({ wrote: { priority: false, fields: true } });
  expect(rowOf()).toMatchObject({ state: 'open', nextAt: START + 45 * MINUTE });
});
