/**
 * A resolver answers from its own module alone. Every key of every surface is asked by somebody who may do everything, from
 * each other module, in a context that holds what all of them name: refused, and nothing is asked or read.
 */
import { adminPage } from '../../src/handlers/admin-page';
import { agentPanel } from '../../src/handlers/agent-panel';
import { customerPanel } from '../../src/handlers/customer-panel';
import { ports } from '../../src/handlers/deps';
import { levelField } from '../../src/handlers/level-field';
import { requestForm } from '../../src/handlers/request-form';
import { slaBoard } from '../../src/handlers/sla-board';
import { slaGadget } from '../../src/handlers/sla-gadget';
import type { Memory, memorySite as memorySiteType } from '../builders/memory-ports';
import { guardedCalls } from '../trust/gates/remove-gates';

jest.mock('../../src/handlers/deps', () => {
  const { memorySite } = jest.requireActual<{ memorySite: typeof memorySiteType }>('../builders/memory-ports');
  const site = memorySite(0);
  return { ports: site.ports, site };
});
const { site } = jest.requireMock<{ site: Memory }>('../../src/handlers/deps');

const SURFACES = {
  'agent-panel': { type: 'jira:issueContext', resolver: agentPanel },
  'admin-page': { type: 'jira:adminPage', resolver: adminPage },
  'customer-panel': { type: 'jiraServiceManagement:portalRequestDetailPanel', resolver: customerPanel },
  'request-form': { type: 'jiraServiceManagement:portalRequestCreatePropertyPanel', resolver: requestForm },
  impact: { type: 'jira:customField', resolver: levelField },
  'sla-board': { type: 'jira:projectPage', resolver: slaBoard },
  'sla-gadget': { type: 'jira:dashboardGadget', resolver: slaGadget },
} as const;
type Surface = keyof typeof SURFACES;

const EVERYTHING = {
  issue: { id: '1', key: 'SUP-1' },
  project: { id: '10000', key: 'SUP', type: 'service_desk' },
  portal: { id: 1 },
  request: { key: 'SUP-1', typeId: 1 },
  gadgetConfiguration: { projectId: '10000' },
};

type AccountType = 'licensed' | 'customer';
async function ask(surface: Surface, key: string, type: string, accountType: AccountType): Promise<unknown> {
  const context = { accountType, extension: { ...EVERYTHING, type } };
  const call = { functionKey: key, payload: {} };
  const resolver = SURFACES[surface].resolver as unknown as (
    request: object,
    runtime: { principal: { accountId: string } },
  ) => Promise<unknown>;
  return resolver({ call, context }, { principal: { accountId: 'a:somebody' } });
}

beforeEach(() => {
  site.calls.length = 0;
});

it('takes in every surface', () => {
  expect([...new Set(guardedCalls().map(({ surface }) => surface))].sort()).toEqual(Object.keys(SURFACES).sort());
  expect(ports).toBe(site.ports);
});

it.each(guardedCalls())('$surface $key', async ({ surface, key }) => {
  const own = SURFACES[surface as Surface].type;
  for (const { type } of Object.values(SURFACES).filter((other) => other.type !== own)) {
    for (const accountType of ['licensed', 'customer'] as const) {
      expect(await ask(surface as Surface, key, type, accountType)).toEqual({ ok: false, code: 'refused' });
    }
  }
  expect(site.calls).toEqual([]);
});

it('from its own module the same person is let in', async () => {
  site.seenRequests.set('SUP-1', '1');
  site.portals.set('1', '10000');
  for (const [surface, { type }] of Object.entries(SURFACES)) {
    const isPortal = type.startsWith('jiraServiceManagement');
    const answer = await ask(surface as Surface, 'view', type, isPortal ? 'customer' : 'licensed');
    expect({ surface, answer }).not.toEqual({ surface, answer: { ok: false, code: 'refused' } });
  }
});
