/** The whole way, through the real bundle: event, trigger, queue, track-issue, fields, row, priority; sweep and flag. */
import type { AgentPanelApi } from '../../src/contract/agent-panel';
import type { CustomerPanelApi } from '../../src/contract/customer-panel';
import type { AdminPageApi } from '../../src/contract/admin-page';
import { HOUR, MINUTE } from '../../src/core/time/instant';
import { instant } from '../builders/ticket';
import { granted, startAppSite, type AppSite } from './app-site';

const TUESDAY = instant('2025-12-09T10:00 Toronto');

let site: AppSite;
beforeAll(async () => {
  site = await startAppSite({ startAt: TUESDAY - HOUR });
  granted(
    await site.ask<AdminPageApi, 'assignPlan'>('admin-page', site.people.admin, 'assignPlan', {
      organizationId: site.organizations.sainteRose,
      plan: 'PLUS',
      from: '2025-01-01',
      to: null,
      calendar: null,
    }),
  );
  await site.moveTo(TUESDAY);
}, 60_000);
afterAll(() => site.close());
afterEach(() => expect(site.platform.takeFailures()).toEqual([]));

describe('a P1 of a PLUS customer', () => {
  let key: string;

  it('gets its priority, both due times, its plan and its rank within the same minute', async () => {
    ({ key } = await site.raise(site.people.customer, 'Le dossier patient ne répond plus', {
      impact: 'extended',
      urgency: 'critical',
    }));
    await site.moveTo(TUESDAY + MINUTE);
    const fields = await site.fields(key);
    expect(fields).toMatchObject({ priority: '1', 'sla-status': 'running', 'customer-plan': 'PLUS' });
    expect(instantOf(fields['response-due'])).toBe(TUESDAY + 30 * MINUTE);
    expect(instantOf(fields['resolution-due'])).toBe(TUESDAY + 4 * HOUR);
    expect(instantOf(fields['sla-next-due'])).toBe(TUESDAY + 30 * MINUTE);
  });

  it('is flagged at 75 % of its response, and breached at 100 %', async () => {
    await site.moveTo(TUESDAY + 22.5 * MINUTE - 1000);
    expect((await site.fields(key))['sla-status']).toBe('running');
    await site.moveTo(TUESDAY + 22.5 * MINUTE + 2000);
    expect((await site.fields(key))['sla-status']).toBe('near-breach');
    await site.moveTo(TUESDAY + 30 * MINUTE + 2000);
    expect((await site.fields(key))['sla-status']).toBe('breached');
  });

  it('shows the agent its clocks, plan and ledger, and the customer its promise', async () => {
    const view = granted(
      await site.ask<AgentPanelApi, 'view'>('agent-panel', site.people.agent, 'view', {}, { issueKey: key }),
    );
    expect(view).toMatchObject({
      state: 'tracked',
      priority: { derived: 'P1', effective: 'P1', source: 'matrix' },
      plan: { plan: 'PLUS', organizationName: 'Hôpital Sainte-Rose' },
      clocks: [
        { metric: 'response', state: 'breached', goal: { target: 30 * MINUTE } },
        { metric: 'resolution', state: 'running', goal: { target: 4 * HOUR } },
      ],
    });
    const request = granted(
      await site.ask<CustomerPanelApi, 'view'>('customer-panel', site.people.customer, 'view', {}, { issueKey: key }),
    );
    expect(request).toMatchObject({
      state: 'tracked',
      waitsFor: 'team',
      priority: { key: 'P1' },
      hours: { kind: 'around-the-clock' },
      clocks: [
        { metric: 'response', state: 'late' },
        { metric: 'resolution', state: 'running', due: TUESDAY + 4 * HOUR },
      ],
    });
  });

  it('stops the response at the first public answer of an agent, and the resolution when resolved', async () => {
    const comment = await site.rest(site.people.agent, 'POST', `/rest/servicedeskapi/request/${key}/comment`, {
      body: 'Nous regardons.',
      public: true,
    });
    expect(comment.status).toBe(201);
    await site.moveTo(TUESDAY + 40 * MINUTE);
    expect(await site.fields(key)).toMatchObject({ 'sla-status': 'running', 'response-due': null });
    const resolved = await site.rest(site.people.agent, 'POST', `/rest/api/3/issue/${key}/transitions`, {
      transition: { id: '71' },
    });
    expect(resolved.status).toBe(204);
    await site.moveTo(TUESDAY + 41 * MINUTE);
    expect(await site.fields(key)).toMatchObject({
      'sla-status': 'missed',
      'sla-next-due': null,
      'resolution-due': null,
    });
  });
});

describe('the same levels on BASE', () => {
  it('promise 1 h and 8 h in business hours', async () => {
    await site.moveTo(instant('2025-12-09T15:00 Toronto'));
    const { key } = await site.raise(site.people.stranger, 'Panne', { impact: 'extended', urgency: 'critical' });
    await site.moveTo(instant('2025-12-09T15:01 Toronto'));
    const fields = await site.fields(key);
    expect(fields).toMatchObject({ priority: '1', 'customer-plan': 'BASE' });
    expect(instantOf(fields['response-due'])).toBe(instant('2025-12-09T16:00 Toronto'));
    expect(instantOf(fields['resolution-due'])).toBe(instant('2025-12-10T15:00 Toronto'));
  });
});

describe('holidays', () => {
  it('count for P1 on PLUS and not for P2 on PLUS', async () => {
    const eve = instant('2025-12-24T16:00 Toronto');
    await site.moveTo(eve);
    const p1 = await site.raise(site.people.customer, 'P1', { impact: 'extended', urgency: 'critical' });
    const p2 = await site.raise(site.people.customer, 'P2', { impact: 'important', urgency: 'critical' });
    await site.moveTo(eve + MINUTE);
    expect(instantOf((await site.fields(p1.key))['resolution-due'])).toBe(eve + 4 * HOUR);
    // One working day of eight hours: half an hour on the 24th, nothing on the 25th, seven and a half on Friday.
    expect(instantOf((await site.fields(p2.key))['resolution-due'])).toBe(instant('2025-12-26T16:00 Toronto'));
  });
});

describe('waiting for the customer', () => {
  it('pauses the resolution and never the response', async () => {
    const start = instant('2026-01-12T09:00 Toronto');
    await site.moveTo(start);
    const { key } = await site.raise(site.people.stranger, 'Lent', { impact: 'moderate', urgency: 'high' });
    await site.moveTo(start + MINUTE);
    await site.rest(site.people.agent, 'POST', `/rest/api/3/issue/${key}/transitions`, { transition: { id: '21' } });
    await site.moveTo(start + HOUR);
    const fields = await site.fields(key);
    expect(fields['resolution-due']).toBeNull();
    expect(instantOf(fields['response-due'])).toBe(instant('2026-01-13T09:00 Toronto'));
  });
});

describe('levels set in the panel', () => {
  it('are one edit of the agent, and come back folded', async () => {
    const start = instant('2026-01-14T09:00 Toronto');
    await site.moveTo(start);
    const { key } = await site.raise(site.people.stranger, 'Sans niveaux');
    await site.moveTo(start + MINUTE);
    expect(await site.fields(key)).toMatchObject({ impact: null, 'sla-status': 'running' });
    const view = granted(
      await site.ask<AgentPanelApi, 'setLevels'>(
        'agent-panel',
        site.people.agent,
        'setLevels',
        { impact: 'minor', urgency: 'low' },
        { issueKey: key },
      ),
    );
    expect(view).toMatchObject({ state: 'tracked', impact: 'minor', urgency: 'low', priority: { effective: 'P4' } });
    await site.moveTo(start + 2 * MINUTE);
    expect(await site.fields(key)).toMatchObject({ priority: '4', impact: 'minor', urgency: 'low' });
  });
});

function instantOf(value: unknown): number {
  return typeof value === 'string' ? Date.parse(value.replace(/([+-]\d{2})(\d{2})$/, '$1:$2')) : NaN;
}
