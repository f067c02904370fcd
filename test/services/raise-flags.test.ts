import { HOUR, MINUTE } from '../../src/core/time/instant';
import type { PolicyDocument } from '../../src/core/policy/document';
import { BusyError, RefusedError } from '../../src/services/ports';
import { publishPolicy } from '../../src/services/publish-policy';
import { CLAIM } from '../../src/services/flags-to-tell';
import { fireThresholds } from '../../src/services/fire-thresholds';
import { trackIssue } from '../../src/services/track-issue';
import { isWrite, runJobs, runLooks } from '../builders/jobs';
import { addIssue, edit, memorySite, recordAssignment, type Memory, type MemoryIssue } from '../builders/memory-ports';
import { buildPolicy, SCOPE } from '../builders/policy';
import { buildTicket, instant, type TicketSpec } from '../builders/ticket';

/** A Tuesday, within the hours 08:30 to 16:30. */
const START = instant('2025-12-09T10:00 Toronto');

let site: Memory;
let issue: MemoryIssue;

async function publish(alerts: Partial<PolicyDocument['alerts']>, at = START): Promise<void> {
  site = memorySite(at);
  const document = buildPolicy();
  await publishPolicy(site.ports, {
    document: { ...document, alerts: { ...document.alerts, language: 'en', quietOutsideHours: false, ...alerts } },
    baseVersion: null,
    adopt: 'open-tickets',
  });
  await runJobs(site);
}

/** A P1 of the default plan: response 1 h and resolution 8 h of business hours; 75 % of the response at 45 minutes. */
async function raise(spec: Partial<TicketSpec> = {}): Promise<void> {
  const ticket = buildTicket({
    createdAt: site.now,
    impact: 'extended',
    urgency: 'critical',
    priorityId: '1',
    ...spec,
  });
  issue = addIssue(site, ticket, { requestTypeId: SCOPE.incidentTypeId });
  await trackIssue(site.ports, issue.issueId);
}

async function lookAt(at: number): Promise<void> {
  site.now = at;
  await trackIssue(site.ports, issue.issueId);
}

/** What the comments say, with plain spaces. */
const told = () => site.comments.map(({ text }) => text.lines.map(plain));
const plain = (text: string) => text.replaceAll('\u00A0', ' ');

describe('an internal comment', () => {
  beforeEach(async () => {
    await publish({ comment: true, notify: false });
    await raise();
  });

  it('says what, when and why, and carries the key that the row has handled', async () => {
    await lookAt(START + 45 * MINUTE);
    expect(told()).toEqual([
      [
        '75 % of the time to first response is used',
        'Reached Tue 10:45 AM. Due Tue 11:00 AM (Eastern Time).',
        'Promised for P1 on plan BASE: 1 h, counted in the hours “Business hours”.',
      ],
    ]);
    expect(site.comments[0]?.flagKey).toBe(site.rows.get(issue.issueId)?.handled[0]);
    expect(plain(site.comments[0]?.text.subject ?? '')).toBe('SUP-10001: 75 % of the time to first response is used');
  });

  it('comes after the row has claimed it, and costs one write more', async () => {
    site.calls.length = 0;
    await lookAt(START + 45 * MINUTE);
    expect(site.calls.filter(isWrite)).toEqual(['jira.writeSlaFields', 'tickets.save', 'tickets.save', 'queue.fire']);
    expect(site.calls.filter((call) => call.startsWith('alerts.'))).toEqual(['alerts.comment']);
    expect(site.rows.get(issue.issueId)).not.toHaveProperty('pending');
  });

  it('that comes late says how late', async () => {
    await lookAt(START + 52 * MINUTE);
    expect(told()[0]?.at(-1)).toBe('This notice comes 7 min late.');
  });

  it('is one for several thresholds of a clock found at once: the last', async () => {
    await lookAt(START + 3 * HOUR);
    expect(told().map((lines) => lines.slice(0, 2))).toEqual([
      ['The first response is late', 'It was due Tue 11:00 AM (Eastern Time).'],
    ]);
    expect(site.rows.get(issue.issueId)?.handled).toHaveLength(3);
  });

  it('is written once, however often the ticket is looked at', async () => {
    await lookAt(START + 45 * MINUTE);
    await lookAt(START + 46 * MINUTE);
    await Promise.all([trackIssue(site.ports, issue.issueId), trackIssue(site.ports, issue.issueId)]);
    expect(site.comments).toHaveLength(1);
  });

  it('is written once by two looks at once', async () => {
    site.now = START + 45 * MINUTE;
    await Promise.all([trackIssue(site.ports, issue.issueId), trackIssue(site.ports, issue.issueId)]);
    expect(site.comments).toHaveLength(1);
  });

  it('is not written about a clock that has stopped', async () => {
    issue.history = { ...issue.history, comments: [comment(START + 50 * MINUTE)] };
    await lookAt(START + 51 * MINUTE);
    expect(site.rows.get(issue.issueId)?.handled).toHaveLength(1);
    expect(site.comments).toEqual([]);
  });

  it('that Jira does not take is let go, and the flag stands', async () => {
    site.before = (call) => {
      if (call === 'alerts.comment') throw new RefusedError('write-comment');
    };
    await lookAt(START + 45 * MINUTE);
    expect(site.rows.get(issue.issueId)).not.toHaveProperty('pending');
    expect(issue.slaFields.slaStatus).toBe('near-breach');
  });

  it('that Jira asks to write later is written later', async () => {
    site.before = (call) => {
      if (call === 'alerts.comment') throw new BusyError('write-comment', MINUTE);
    };
    await expect(lookAt(START + 45 * MINUTE)).rejects.toThrow('busy');
    site.before = () => undefined;
    const nextAt = site.rows.get(issue.issueId)?.nextAt;
    expect(nextAt).toBe(START + 45 * MINUTE + CLAIM);
    site.now = nextAt ?? 0;
    await fireThresholds(site.ports, [issue.issueId]);
    expect(site.comments).toHaveLength(1);
  });

  it('speaks French where the admin says so', async () => {
    await publish({ comment: true, language: 'fr' });
    await raise();
    await lookAt(START + 55 * MINUTE);
    expect(told()[0]).toEqual([
      '90 % du délai de réponse initiale est écoulé',
      'Atteint mar. 10 h 54. Échéance mar. 11 h 00 (heure de l’Est).',
      'Promis pour P1 au plan BASE : 1 h, comptés selon l’horaire « Heures ouvrables ».',
      'Cet avis arrive avec 1 min de retard.',
    ]);
  });
});

describe('mail', () => {
  it.each([
    ['the assignee', true, 'support-leads', ['assignee']],
    ['the group that the admin named, where nobody is assigned', false, 'support-leads', [{ group: 'support-leads' }]],
    ['nobody, where nobody is assigned and no group is named', false, null, []],
  ] as const)('goes to %s', async (_case, isAssigned, unassignedGroup, expected) => {
    await publish({ notify: true, comment: false, unassignedGroup });
    await raise();
    issue.isAssigned = isAssigned;
    await lookAt(START + 45 * MINUTE);
    expect(site.mails.map(({ to }) => to)).toEqual(expected);
    expect(site.comments).toEqual([]);
  });

  it('is claimed by the row before it is sent', async () => {
    await publish({ notify: true, comment: false });
    await raise();
    site.calls.length = 0;
    await lookAt(START + 45 * MINUTE);
    const order = site.calls.filter((call) => call === 'tickets.save' || call === 'alerts.notify');
    expect(order).toEqual(['tickets.save', 'alerts.notify']);
  });

  it('that Jira did not take is not sent again', async () => {
    await publish({ notify: true, comment: false });
    await raise();
    site.before = (call) => {
      if (call === 'alerts.notify') throw new BusyError('notify', MINUTE);
    };
    await lookAt(START + 45 * MINUTE);
    site.before = () => undefined;
    await lookAt(START + 53 * MINUTE);
    expect(site.mails).toEqual([]);
  });
});

describe('a crash before or after each write in turn', () => {
  const writes = [
    'jira.writeSlaFields',
    'tickets.save',
    'alerts.comment',
    'tickets.save',
    'alerts.notify',
    'queue.fire',
  ];

  it.each(
    writes.map((call, index) => ({ call, nth: writes.slice(0, index + 1).filter((one) => one === call).length })),
  )('at $call, number $nth: one comment, one mail at most, the flag once', async ({ call, nth }) => {
    await publish({ comment: true, notify: true });
    await raise();
    let left = nth;
    site.before = (name) => {
      if (name !== call) return;
      left -= 1;
      if (left === 0) throw new Error('died');
    };
    await lookAt(START + 45 * MINUTE).catch(() => undefined);
    expect(left).toBe(0);
    site.before = () => undefined;
    await lookAt(START + 46 * MINUTE);
    await lookAt(START + 46 * MINUTE + CLAIM);
    expect(site.comments).toHaveLength(1);
    expect(site.mails).toHaveLength(call === 'alerts.notify' ? 0 : 1);
    expect(site.rows.get(issue.issueId)?.handled).toHaveLength(1);
    expect(site.rows.get(issue.issueId)).not.toHaveProperty('pending');
  });

  it('of a function that dies after the comment: the property is looked up, no second comment', async () => {
    await publish({ comment: true, notify: true });
    await raise();
    let isCommented = false;
    site.before = (call) => {
      if (call === 'alerts.comment') isCommented = true;
      if (call === 'tickets.save' && isCommented) throw new Error('died');
    };
    await lookAt(START + 45 * MINUTE).catch(() => undefined);
    site.before = () => undefined;
    await lookAt(START + 45 * MINUTE + CLAIM - 1);
    expect(site.mails).toEqual([]);
    await lookAt(START + 45 * MINUTE + CLAIM);
    expect([site.comments.length, site.mails.length]).toEqual([1, 1]);
  });
});

describe('told priorities', () => {
  it.each([
    ['all where none are named', null, 1],
    ['those named', ['P1'], 1],
    ['no others', ['P2'], 0],
  ] as const)('are %s; the fields show every flag', async (_case, priorities, times) => {
    await publish({ comment: true, notify: true, unassignedGroup: 'support-leads', priorities });
    await raise();
    await lookAt(START + 45 * MINUTE);
    expect([site.comments.length, site.mails.length]).toEqual([times, times]);
    expect(issue.slaFields.slaStatus).toBe('near-breach');
    expect(site.rows.get(issue.issueId)?.handled).toHaveLength(1);
  });

  it('drop a flag that was held when the ticket was one of them', async () => {
    await publish({ comment: true, quietOutsideHours: true, priorities: ['P1'] }, instant('2025-12-09T14:00 Toronto'));
    await raise({ createdAt: instant('2025-12-09T15:44:30 Toronto') });
    await lookAt(instant('2025-12-09T16:35 Toronto'));
    expect(site.rows.get(issue.issueId)?.pending).toHaveLength(1);
    edit(issue, instant('2025-12-09T18:00 Toronto'), { impact: 'extended', urgency: 'high', priorityId: '2' });
    await lookAt(instant('2025-12-10T08:30 Toronto'));
    expect(told()).toEqual([]);
  });
});

describe('quiet hours', () => {
  const AFTERNOON = instant('2025-12-09T14:00 Toronto');
  const NIGHT = instant('2025-12-09T18:00 Toronto');
  const MORNING = instant('2025-12-10T08:30 Toronto');

  /** Two and a half hours of the day are used when the ticket becomes a P1, whose response is 1 h: late at that instant. */
  async function lateAtNight(): Promise<void> {
    await publish({ comment: true, quietOutsideHours: true }, AFTERNOON);
    await raise({ impact: 'minor', urgency: 'low', priorityId: '4' });
    edit(issue, NIGHT, { impact: 'extended', urgency: 'critical', priorityId: '1' });
    await lookAt(NIGHT);
  }

  it('hold a flag until the calendar opens, while the fields say it at once', async () => {
    await lateAtNight();
    expect(issue.slaFields.slaStatus).toBe('breached');
    expect(told()).toEqual([]);
    expect(site.rows.get(issue.issueId)?.nextAt).toBe(MORNING);
    site.now = MORNING;
    await fireThresholds(site.ports, [issue.issueId]);
    expect(told()).toEqual([
      [
        'The first response is late',
        'It was due Tue 6:00 PM (Eastern Time).',
        'Promised for P1 on plan BASE: 1 h, counted in the hours “Business hours”.',
      ],
    ]);
  });

  it('hold what is noticed after closing, and do not call the night late', async () => {
    await publish({ comment: true, quietOutsideHours: true }, AFTERNOON);
    await raise({ createdAt: instant('2025-12-09T15:44:30 Toronto') });
    await lookAt(instant('2025-12-09T16:35 Toronto'));
    expect(told()).toEqual([]);
    await lookAt(MORNING);
    expect(told().map((lines) => [lines[0], lines.length])).toEqual([
      ['75 % of the time to first response is used', 3],
    ]);
  });

  it('never quiet a goal that counts around the clock', async () => {
    await publish({ comment: true, quietOutsideHours: true }, instant('2025-12-09T22:00 Toronto'));
    recordAssignment(site, {
      organizationId: '7',
      plan: 'PLUS',
      from: '2025-01-01',
      to: null,
      calendar: null,
      recordedAt: 0,
    });
    await raise({ organizationIds: ['7'] });
    await lookAt(site.now + 25 * MINUTE);
    expect(site.comments).toHaveLength(1);
  });

  it('drop a held flag whose clock stops before the calendar opens', async () => {
    await lateAtNight();
    issue.history = { ...issue.history, comments: [comment(NIGHT + 2 * HOUR)] };
    await lookAt(MORNING + MINUTE);
    expect(told()).toEqual([]);
    expect(site.rows.get(issue.issueId)).not.toHaveProperty('pending');
  });

  it('drop a held flag when comments and mail are switched off', async () => {
    await lateAtNight();
    expect(site.rows.get(issue.issueId)).toHaveProperty('pending');
    const { document } = site.versions.get(1) ?? { document: buildPolicy() };
    const alerts = { ...document.alerts, comment: false, notify: false };
    await publishPolicy(site.ports, { document: { ...document, alerts }, baseVersion: 1, adopt: 'open-tickets' });
    await lookAt(NIGHT + HOUR);
    expect(site.rows.get(issue.issueId)).not.toHaveProperty('pending');
  });

  it('let go of a held flag whose goal is no more', async () => {
    await lateAtNight();
    edit(issue, NIGHT + HOUR, { impact: 'minor', urgency: 'low', priorityId: '4' });
    await lookAt(MORNING + MINUTE);
    expect(told()).toEqual([]);
    expect(site.rows.get(issue.issueId)).not.toHaveProperty('pending');
  });
});

describe('adoption', () => {
  beforeEach(async () => {
    site = memorySite(START);
    for (let id = 1; id <= 50; id += 1) {
      const createdAt = START - 3 * HOUR - id * MINUTE;
      const ticket = buildTicket({
        issueId: String(id),
        createdAt,
        impact: 'extended',
        urgency: 'critical',
        priorityId: '1',
      });
      addIssue(site, ticket, { requestTypeId: SCOPE.incidentTypeId });
    }
    const document = buildPolicy();
    const alerts = { ...document.alerts, comment: true, notify: true, quietOutsideHours: false };
    await publishPolicy(site.ports, { document: { ...document, alerts }, baseVersion: null, adopt: 'open-tickets' });
    await runJobs(site);
    site.now += 20 * MINUTE;
    await runLooks(site);
  });

  it('marks every threshold that was past, and tells nobody', () => {
    expect([...site.rows.values()].every(({ handled }) => handled.length >= 2)).toBe(true);
    expect(site.rows.size).toBe(50);
    expect([site.comments.length, site.mails.length]).toEqual([0, 0]);
  });

  it('tells of what passes from then on', async () => {
    site.now = instant('2025-12-09T16:00 Toronto');
    for (const issueId of site.issues.keys()) await trackIssue(site.ports, issueId);
    const once = new Set(site.comments.map(({ issueId }) => issueId));
    expect(site.comments).toHaveLength(50);
    expect(once.size).toBe(50);
    expect(site.mails).toHaveLength(50);
  });
});

describe('a project that a later version takes into scope', () => {
  it('raises no storm either', async () => {
    await publish({ comment: true, notify: true });
    const ticket = buildTicket({
      createdAt: START - 3 * HOUR,
      impact: 'extended',
      urgency: 'critical',
      priorityId: '1',
    });
    issue = addIssue(site, ticket, { projectId: '10001', requestTypeId: null });
    const { document } = site.versions.get(1) ?? { document: buildPolicy() };
    const scope = [
      ...document.scope,
      { projectId: '10001', requestTypeId: null, issueTypeId: null, kind: 'incident' },
    ] as const;
    site.now = START + HOUR;
    await publishPolicy(site.ports, { document: { ...document, scope }, baseVersion: 1, adopt: 'open-tickets' });
    await runJobs(site);
    await runLooks(site);
    expect(site.rows.get(issue.issueId)?.handled.length).toBeGreaterThan(0);
    expect([site.comments.length, site.mails.length]).toEqual([0, 0]);
  });
});

describe('without comment and mail', () => {
  it('a flag is fields and one row', async () => {
    await publish({ comment: false, notify: false });
    await raise();
    site.calls.length = 0;
    await lookAt(START + 45 * MINUTE);
    expect(site.calls.filter((call) => call === 'tickets.save' || call.startsWith('alerts.'))).toEqual([
      'tickets.save',
    ]);
  });
});

/** A public answer of an agent. */
function comment(at: number) {
  return { id: '1', at, author: 'agent', isPublic: true, action: null } as const;
}
