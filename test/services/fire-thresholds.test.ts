import { HOUR, MINUTE } from '../../src/core/time/instant';
import { fireThresholds } from '../../src/services/fire-thresholds';
import { BusyError, RefusedError } from '../../src/services/ports';
import { trackIssue } from '../../src/services/track-issue';
import { addIssue, edit, FIELD_IDS, memorySite, type Memory, type MemoryIssue } from '../builders/memory-ports';
import { buildPolicy, buildPolicyVersion, SCOPE } from '../builders/policy';
import { buildTicket, instant } from '../builders/ticket';

const START = instant('2025-12-09T10:00 Toronto');
const WARNING = START + 45 * MINUTE;

let site: Memory;
let issue: MemoryIssue;

function publish(version: number, alerts: { comment?: boolean; notify?: boolean } = {}): void {
  const policy = buildPolicy();
  const document = { ...policy, alerts: { ...policy.alerts, comment: false, notify: false, ...alerts } };
  site.versions.set(version, buildPolicyVersion(document, { version }));
  const versions = Array.from({ length: version }, (_none, i) => ({ version: i + 1, publishedAt: 0 }));
  site.tracking = { version, trackedFrom: 0, scope: document.scope, fields: FIELD_IDS, versions };
}

/** A P1 of the default plan, looked at once: response 1 h, first warning after 45 minutes. */
async function raise(issueId: string): Promise<MemoryIssue> {
  const ticket = buildTicket({ issueId, createdAt: START, impact: 'extended', urgency: 'critical', priorityId: '3' });
  const raised = addIssue(site, ticket, { requestTypeId: SCOPE.incidentTypeId });
  await trackIssue(site.ports, issueId);
  return raised;
}

const callsOf = async (work: () => Promise<unknown>): Promise<readonly string[]> => {
  site.calls.length = 0;
  await work();
  return site.calls.filter((name) => !name.startsWith('policies'));
};

const rowOf = (id = issue.issueId) => site.rows.get(id);

beforeEach(async () => {
  site = memorySite(START);
  publish(1);
  issue = await raise('10001');
  site.now = WARNING;
});

describe('thresholds of issues that have not changed', () => {
  it('are flagged without a look: rows, one bulk read, one write of fields, one of rows', async () => {
    site.now = START;
    const other = await raise('10002');
    site.now = WARNING;
    const ids = [issue.issueId, other.issueId];
    expect(await callsOf(() => fireThresholds(site.ports, ids))).toEqual([
      'tickets.get',
      'tickets.get',
      'jira.lookUp',
      'jira.writeSlaStatus',
      'tickets.saveAll',
    ]);
    expect(ids.map((id) => rowOf(id)?.handled)).toEqual([[expect.stringContaining('75%')], expect.anything()]);
    expect([issue, other].map(({ slaFields }) => slaFields.slaStatus)).toEqual(['near-breach', 'near-breach']);
  });

  it('leave the fields alone where the status stays, as from one warning to the next', async () => {
    await fireThresholds(site.ports, [issue.issueId]);
    site.now = START + 54 * MINUTE;
    const write = jest.spyOn(site.ports.jira, 'writeSlaStatus');
    expect(await fireThresholds(site.ports, [issue.issueId])).toMatchObject({ fired: 1, looked: 0 });
    expect(write).toHaveBeenCalledWith(FIELD_IDS, []);
    expect(rowOf()?.handled).toHaveLength(2);
  });

  it('end where a look would have ended', async () => {
    await fireThresholds(site.ports, [issue.issueId]);
    const byForecast = { row: rowOf(), fields: issue.slaFields };
    await trackIssue(site.ports, issue.issueId);
    expect({ row: rowOf(), fields: issue.slaFields }).toEqual(byForecast);
  });

  it('that all passed unseen are handled at once, with the last status', async () => {
    site.now = START + 24 * HOUR;
    await fireThresholds(site.ports, [issue.issueId]);
    expect(
      rowOf()
        ?.handled.map((key) => key.split(':').at(-1))
        .sort(),
    ).toEqual(['75%', '90%', 'breach', '75%', '90%'].sort());
    expect(issue.slaFields.slaStatus).toBe('breached');
  });

  it('arm the next one where the sweep would come too late', async () => {
    const p1 = rowOf();
    site.rows.set('10001', {
      ...p1,
      ahead: p1?.ahead.map((next, i) => (i === 1 ? { ...next, at: WARNING + MINUTE } : next)),
    } as never);
    site.fired.length = 0;
    await fireThresholds(site.ports, [issue.issueId]);
    expect(site.fired).toEqual([{ issueId: '10001', delay: MINUTE }]);
  });
});

it('of a priority that nobody is told of are flagged without a look, though comments are on', async () => {
  const policy = buildPolicy();
  const telling = (priority: string): void => {
    const alerts = { ...policy.alerts, comment: true, notify: true, priorities: [priority] };
    site.versions.set(1, buildPolicyVersion({ ...policy, alerts }));
  };
  telling('P2');
  expect(await fireThresholds(site.ports, [issue.issueId])).toMatchObject({ fired: 1, looked: 0 });
  telling('P1');
  site.now = rowOf()?.nextAt ?? 0;
  expect(await fireThresholds(site.ports, [issue.issueId])).toMatchObject({ fired: 1, looked: 1 });
});

describe('an issue is looked at anew', () => {
  it.each<[string, () => void]>([
    ['when it changed since', () => edit(issue, WARNING - MINUTE, { statusId: 'in-progress' })],
    ['when another policy version is in force', () => publish(2)],
    ['when flags are told by comment', () => publish(1, { comment: true })],
    ['when flags are told by mail', () => publish(1, { notify: true })],
  ])('%s', async (_case, arrange) => {
    arrange();
    expect(await fireThresholds(site.ports, [issue.issueId])).toMatchObject({ fired: 1, looked: 1 });
    expect(rowOf()?.handled).toHaveLength(1);
    expect(issue.slaFields.slaStatus).toBe('near-breach');
  });

  it('when another wrote its row meanwhile', async () => {
    site.before = (name) => {
      const row = rowOf();
      if (name === 'tickets.saveAll' && row !== undefined) site.rows.set('10001', { ...row, rev: row.rev + 1 });
    };
    expect(await fireThresholds(site.ports, [issue.issueId])).toMatchObject({ fired: 1, looked: 1 });
    expect(rowOf()?.handled).toHaveLength(1);
  });

  it.each(['jira.lookUp', 'jira.writeSlaStatus'])(
    'when Jira refuses a whole batch for one of it, at %s',
    async (call) => {
      site.before = (name) => {
        if (name === call) throw new RefusedError(call);
      };
      expect(await fireThresholds(site.ports, [issue.issueId])).toMatchObject({ fired: 1, looked: 1 });
      expect(issue.slaFields.slaStatus).toBe('near-breach');
    },
  );

  it('and loses its row when it is gone', async () => {
    site.issues.clear();
    await fireThresholds(site.ports, [issue.issueId]);
    expect(site.rows.size).toBe(0);
  });
});

describe('an issue that Jira keeps from the app', () => {
  beforeEach(() => {
    edit(issue, WARNING - MINUTE, { statusId: 'in-progress' });
    site.before = (name) => {
      if (name === 'jira.readTicket') throw new RefusedError('read-ticket');
    };
  });

  it('is left alone for an hour, and what was handled is not forgotten', async () => {
    await fireThresholds(site.ports, [issue.issueId]);
    expect(rowOf()).toMatchObject({ nextAt: WARNING + HOUR, handled: [] });
    expect(await callsOf(() => fireThresholds(site.ports, [issue.issueId]))).toEqual(['tickets.get']);
  });

  it('is flagged late once the app may see it again', async () => {
    await fireThresholds(site.ports, [issue.issueId]);
    site.before = () => undefined;
    site.now = WARNING + HOUR;
    await fireThresholds(site.ports, [issue.issueId]);
    expect(rowOf()?.handled).toHaveLength(3);
  });

  it('does not hold up the others of its batch', async () => {
    site.before = () => undefined;
    site.now = START;
    const other = await raise('10002');
    site.now = WARNING;
    site.before = (name) => {
      if (name === 'jira.readTicket') throw new TypeError('an answer of another shape');
    };
    await fireThresholds(site.ports, [issue.issueId, other.issueId]);
    expect(rowOf('10002')?.handled).toHaveLength(1);
    expect(rowOf('10001')).toMatchObject({ nextAt: WARNING + HOUR });
  });
});

describe('a busy Jira', () => {
  it.each(['jira.lookUp', 'jira.writeSlaStatus'])(
    'at %s: nothing is handled, and a retry does it all',
    async (call) => {
      site.before = (name) => {
        if (name === call) throw new BusyError(call, MINUTE);
      };
      await expect(fireThresholds(site.ports, [issue.issueId])).rejects.toBeInstanceOf(BusyError);
      expect(rowOf()?.handled).toEqual([]);
      site.before = () => undefined;
      await fireThresholds(site.ports, [issue.issueId]);
      expect(rowOf()?.handled).toHaveLength(1);
    },
  );
});

it('what the queue brings a moment early is armed again, not lost until the sweep', async () => {
  site.now = WARNING - 800;
  site.fired.length = 0;
  expect(await fireThresholds(site.ports, [issue.issueId])).toEqual({ fired: 0, looked: 0, stale: 1 });
  expect(site.fired).toEqual([{ issueId: issue.issueId, delay: 1000 }]);
});
