import { handlingOrder } from '../../src/core/policy/matrix';
import { DAY, HOUR, MINUTE } from '../../src/core/time/instant';
import { listIncidents } from '../../src/services/list-incidents';
import type { IncidentSighting, SlaFieldValues } from '../../src/services/ports';
import { publishPolicy } from '../../src/services/publish-policy';
import { NO_SLA_FIELDS } from '../../src/services/sla-fields';
import { viewBoard } from '../../src/services/view-board';
import { viewOutlook } from '../../src/services/view-outlook';
import type { BoardFilter } from '../../src/contract/sla-board';
import { memorySite, recordAssignment, type Memory } from '../builders/memory-ports';
import { buildPolicy, SCOPE } from '../builders/policy';
import { instant } from '../builders/ticket';

const NOW = instant('2026-03-10T10:00 Toronto');
const PROJECT = { projectId: SCOPE.projectId, projectKey: 'SUP', mayReport: true };
const filter: BoardFilter = {
  state: null,
  priority: null,
  plan: null,
  organizationId: null,
  assignee: null,
  search: '',
};
const policy = buildPolicy();

let site: Memory;
beforeEach(async () => {
  site = memorySite(NOW);
  await publishPolicy(site.ports, { document: policy, baseVersion: null, adopt: 'new-tickets' });
});

function sighting(serial: number, fields: Partial<SlaFieldValues>): IncidentSighting {
  const slaFields = { ...NO_SLA_FIELDS, slaStatus: 'running' as const, customerPlan: 'BASE', ...fields };
  const { responseDue, resolutionDue } = slaFields;
  const nextDue = Math.min(responseDue ?? Infinity, resolutionDue ?? Infinity);
  return {
    issueId: String(serial),
    issueKey: `SUP-${String(serial)}`,
    summary: 'Sign-in fails',
    createdAt: NOW - HOUR,
    assignee: null,
    jiraPriority: 'P2',
    statusName: 'Open',
    organizations: [{ id: '1', name: 'Cégep du Nord' }],
    slaFields: { ...slaFields, slaNextDue: Number.isFinite(nextDue) ? nextDue : null },
  };
}

const list = async () =>
  (await listIncidents(site.ports, PROJECT, { filter, order: 'handling', page: null })).incidents;

describe('a project’s board', () => {
  it('stands on the policy alone: no call to Jira', async () => {
    site.calls.splice(0);
    expect(await viewBoard(site.ports, PROJECT)).toMatchObject({ state: 'ready', marks: [0.75, 0.9] });
    expect(site.calls.filter((call) => !call.startsWith('policies.'))).toEqual([]);
  });

  it.each([
    ['no policy is published', 'not-configured', () => (site.tracking = null)],
    [
      'Jira had no field for it yet',
      'not-configured',
      () => {
        if (site.tracking !== null)
          site.tracking = { ...site.tracking, fields: { ...site.tracking.fields, handlingOrder: null } };
      },
    ],
    [
      'the project has feature requests alone',
      'out-of-scope',
      () => {
        if (site.tracking !== null)
          site.tracking = { ...site.tracking, scope: site.tracking.scope.filter(({ kind }) => kind === 'feature') };
      },
    ],
  ])('is none where %s: %s', async (_case, state, change) => {
    change();
    expect(await viewBoard(site.ports, PROJECT)).toEqual({ state });
    await expect(list()).rejects.toThrow('refused');
  });

  it('is none in another project', async () => {
    expect(await viewBoard(site.ports, { ...PROJECT, projectId: '10001', projectKey: 'DEV' })).toEqual({
      state: 'out-of-scope',
    });
  });
});

describe('a listed incident', () => {
  const order = handlingOrder(policy, 'P2', 'important', 'high');

  it('has its measures from its rank, and the clock that falls due first', async () => {
    site.board.push(
      sighting(1, { handlingOrder: order, responseDue: NOW + 30 * MINUTE, resolutionDue: NOW + 26 * HOUR }),
    );
    expect(await list()).toMatchObject([
      {
        priority: 'P2',
        impact: 'important',
        urgency: 'high',
        clock: { metric: 'response', due: NOW + 30 * MINUTE, remaining: 30 * MINUTE },
      },
    ]);
  });

  it('counts what is left in the business hours of its goal, over a night', async () => {
    site.board.push(sighting(1, { handlingOrder: order, resolutionDue: instant('2026-03-11T10:00 Toronto') }));
    // 10:00 to 16:30, then 08:30 to 10:00.
    expect((await list())[0]?.clock?.remaining).toBe(8 * HOUR);
  });

  it('counts lateness the same way', async () => {
    site.board.push(
      sighting(1, { slaStatus: 'breached', handlingOrder: order, resolutionDue: instant('2026-03-09T16:00 Toronto') }),
    );
    expect((await list())[0]?.clock?.remaining).toBe(-2 * HOUR);
  });

  it('counts in its organization’s own calendar where the plan’s assignment has one', async () => {
    const document = {
      ...policy,
      calendars: {
        ...policy.calendars,
        late: {
          label: { en: 'Late', fr: 'Tardif' },
          holidaySource: null,
          calendar: {
            timeZone: 'America/Toronto',
            weeklyHours: { 2: [{ start: '12:00', end: '20:00' }] },
            holidays: [],
            exceptions: [],
          },
        },
      },
    };
    site.versions.clear();
    site.tracking = null;
    await publishPolicy(site.ports, { document, baseVersion: null, adopt: 'new-tickets' });
    const assignment = { plan: 'BASE', from: '2026-01-01', to: null, calendar: 'late', recordedAt: 0 };
    recordAssignment(site, { organizationId: '1', ...assignment });
    site.board.push(sighting(1, { handlingOrder: order, resolutionDue: instant('2026-03-10T14:00 Toronto') }));
    expect((await list())[0]?.clock).toMatchObject({ remaining: 2 * HOUR, calendar: 'late' });
  });

  it('has no clock while all are paused, and no measures without a rank', async () => {
    site.board.push(sighting(1, { slaStatus: 'paused' }), sighting(2, { slaStatus: null }));
    expect(await list()).toMatchObject([
      { state: 'paused', clock: null, priority: null, impact: null, urgency: null, jiraPriority: 'P2' },
      { state: 'none', clock: null },
    ]);
  });
});

describe('the day ahead', () => {
  it('has each deadline of each clock, the earliest first, and nothing after a day', async () => {
    site.board.push(
      sighting(1, { responseDue: NOW + HOUR, resolutionDue: NOW + 3 * HOUR, slaStatus: 'near-breach' }),
      sighting(2, { resolutionDue: NOW + 2 * HOUR }),
      sighting(3, { responseDue: NOW - HOUR, resolutionDue: NOW + DAY + 1, slaStatus: 'breached' }),
    );
    const { deadlines, counts, completeUntil } = await viewOutlook(site.ports, PROJECT, { filter });
    expect(deadlines.map(({ issueKey, metric, state }) => `${issueKey} ${metric} ${state}`)).toEqual([
      'SUP-1 response near-breach',
      'SUP-2 resolution running',
      // The status is the worst clock's, which is the one that falls due first.
      'SUP-1 resolution running',
    ]);
    expect(counts).toEqual({ breached: 1, 'near-breach': 1, running: 1, paused: 0, none: 0 });
    expect(completeUntil).toBe(NOW + DAY);
  });

  it('ends where one page of a metric does, so that what it draws is all there is until then', async () => {
    for (let serial = 0; serial < 150; serial += 1) {
      site.board.push(
        sighting(serial, { responseDue: NOW + serial * MINUTE, resolutionDue: NOW + 2 * serial * MINUTE }),
      );
    }
    const { deadlines, completeUntil } = await viewOutlook(site.ports, PROJECT, { filter });
    expect(completeUntil).toBe(NOW + 99 * MINUTE);
    expect(deadlines.filter(({ metric }) => metric === 'response')).toHaveLength(100);
    expect(deadlines.filter(({ metric }) => metric === 'resolution')).toHaveLength(50);
  });

  it('shades the open hours of the default calendar', async () => {
    expect((await viewOutlook(site.ports, PROJECT, { filter })).hours).toEqual([
      { start: NOW, end: instant('2026-03-10T16:30 Toronto') },
      { start: instant('2026-03-11T08:30 Toronto'), end: instant('2026-03-11T10:00 Toronto') },
    ]);
  });
});
