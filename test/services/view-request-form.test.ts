import type { FormQuestionsView } from '../../src/contract/request-form';
import type { PolicyDocument } from '../../src/core/policy/document';
import { HOUR, MINUTE } from '../../src/core/time/instant';
import { formVisitor, type FormVisitor } from '../../src/services/authorize-form';
import type { Caller } from '../../src/services/authorize';
import { viewRequest } from '../../src/services/view-request';
import { viewRequestForm } from '../../src/services/view-request-form';
import { addIssue, FIELD_IDS, memorySite, recordAssignment, type Memory } from '../builders/memory-ports';
import { buildPolicy, buildPolicyVersion, SCOPE } from '../builders/policy';
import { buildTicket, instant } from '../builders/ticket';

const NOW = instant('2025-12-09T10:00 Toronto');
const FORM = { portalId: '5', requestTypeId: SCOPE.incidentTypeId };
const VISITOR: FormVisitor = {
  ...FORM,
  projectId: SCOPE.projectId,
  accountId: 'customer',
  as: 'user',
  isPromised: true,
};

let site: Memory;
beforeEach(() => {
  site = memorySite(NOW);
  site.portals.set(FORM.portalId, SCOPE.projectId);
  publish(buildPolicy());
});

function publish(document: PolicyDocument): void {
  site.versions.set(1, buildPolicyVersion(document));
  const versions = [{ version: 1, publishedAt: 0 }];
  site.tracking = { version: 1, trackedFrom: 0, scope: document.scope, fields: FIELD_IDS, versions };
}

function subscribe(organizationId: string, plan: string): void {
  const days = { from: '2025-01-01', to: null, calendar: null, recordedAt: 0 };
  recordAssignment(site, { organizationId, plan, ...days });
}

async function formOf(visitor: FormVisitor = VISITOR): Promise<FormQuestionsView> {
  const view = await viewRequestForm(site.ports, visitor);
  if (view.state !== 'ready') throw new Error(`the form shows ${view.state}`);
  return view;
}

describe('who may see a form', () => {
  const visit = (accountType: Caller['accountType'], accountId: string | null = 'somebody', portalId = FORM.portalId) =>
    formVisitor(site.ports, { accountId, accountType }, { ...FORM, portalId });

  it.each([
    ['customer', { as: 'user', isPromised: true }],
    ['unlicensed', { as: 'app', isPromised: true }],
    ['licensed', { as: 'user', isPromised: false }],
  ] as const)('%s, asked for as is fit', async (accountType, visitor) => {
    expect(await visit(accountType)).toMatchObject(visitor);
  });

  it.each([
    ['somebody anonymous', () => visit('anonymous')],
    ['nobody', () => visit('customer', null)],
    ['a customer of another portal', () => visit('customer', 'somebody', '6')],
  ])('not %s', async (_, ask) => {
    expect(await ask()).toBeNull();
  });
});

describe('what the form asks', () => {
  it.each<[string, string[], FormQuestionsView['asks']]>([
    ['both, where the form has neither field', ['summary'], { impact: true, urgency: true }],
    ['the one that the form lacks', ['summary', FIELD_IDS.impact ?? ''], { impact: false, urgency: true }],
    [
      'nothing that the form has, shown or hidden',
      [FIELD_IDS.impact ?? '', FIELD_IDS.urgency ?? ''],
      { impact: false, urgency: false },
    ],
  ])('%s', async (_, fields, asks) => {
    site.formFields = fields;
    expect((await formOf()).asks).toEqual(asks);
  });

  it('is nothing for a feature request, out of scope, and without a policy', async () => {
    const stateFor = async (visitor: FormVisitor): Promise<string> =>
      (await viewRequestForm(site.ports, visitor)).state;
    expect(await stateFor({ ...VISITOR, requestTypeId: SCOPE.featureTypeId })).toBe('nothing');
    expect(await stateFor({ ...VISITOR, projectId: '10001' })).toBe('nothing');
    site.tracking = null;
    expect(await stateFor(VISITOR)).toBe('nothing');
  });
});

describe('what the form promises', () => {
  it('is what the same request is promised once it is sent', async () => {
    subscribe('hospital', 'PLUS');
    site.ownOrganizations = ['hospital'];
    const [promise] = (await formOf()).promises;
    for (const [key, impact, urgency] of [
      ['P1', 'extended', 'critical'],
      ['P2', 'important', 'high'],
      ['P4', 'minor', 'low'],
    ] as const) {
      const sent = buildTicket({ createdAt: NOW, impact, urgency, organizationIds: ['hospital'] });
      const { issueId } = addIssue(site, sent, { requestTypeId: SCOPE.incidentTypeId });
      const view = await viewRequest(site.ports, issueId, 'reporter');
      const clocks = view.state === 'tracked' ? view.clocks : [];
      expect(promise?.goals[key]).toEqual(
        clocks.map(({ metric, target, aroundTheClock, due }) => ({ metric, target, aroundTheClock, due })),
      );
    }
    expect(promise?.goals['P1']?.map(({ due }) => due)).toEqual([NOW + 30 * MINUTE, NOW + 4 * HOUR]);
  });

  it('is the default plan’s for a customer without organization', async () => {
    expect((await formOf()).promises.map(({ plan }) => plan.en)).toEqual(['BASE']);
  });

  it('names each plan once where organizations have several', async () => {
    subscribe('hospital', 'PLUS');
    subscribe('clinic', 'BASE');
    subscribe('museum', 'PLUS');
    site.ownOrganizations = ['hospital', 'clinic', 'museum'];
    expect((await formOf()).promises.map(({ plan }) => plan.en)).toEqual(['PLUS', 'BASE']);
  });

  it.each(['state', 'nothing'] as const)('is no time where the plan shows %s', async (portalVisibility) => {
    const policy = buildPolicy();
    publish({ ...policy, plans: policy.plans.map((plan) => ({ ...plan, portalVisibility })) });
    expect((await formOf()).promises).toEqual([]);
  });

  it('is nothing for a licensed user, whose organizations are not even asked for', async () => {
    expect((await formOf({ ...VISITOR, isPromised: false })).promises).toEqual([]);
    expect(site.calls.filter((call) => /rganizations/.test(call))).toEqual([]);
  });

  it('asks as the app for the visitor’s own organizations, where the visitor cannot be asked as', async () => {
    subscribe('hospital', 'PLUS');
    site.reporterOrganizations.set('employee', ['hospital']);
    const { promises } = await formOf({ ...VISITOR, accountId: 'employee', as: 'app' });
    expect(promises.map(({ plan }) => plan.en)).toEqual(['PLUS']);
  });
});

it('exactly these keys leave the server', async () => {
  subscribe('hospital', 'PLUS');
  site.ownOrganizations = ['hospital'];
  const view = await formOf();
  const keys = (value: object): string[] => Object.keys(value).sort();
  expect(keys(view)).toEqual(['asks', 'at', 'impacts', 'matrix', 'priorities', 'promises', 'state', 'urgencies']);
  for (const level of [...view.impacts, ...view.urgencies])
    expect(keys(level)).toEqual(['description', 'key', 'label']);
  for (const priority of view.priorities) expect(keys(priority)).toEqual(['key', 'label']);
  for (const promise of view.promises) {
    expect(keys(promise)).toEqual(['goals', 'hours', 'plan']);
    for (const goal of Object.values(promise.goals).flat()) {
      expect(keys(goal)).toEqual(['aroundTheClock', 'due', 'metric', 'target']);
    }
    expect(keys(promise.hours ?? {})).toEqual(['exceptHolidays', 'kind', 'label', 'timeZone', 'weeklyHours']);
  }
  expect(JSON.stringify(view)).not.toContain('hospital');
});
