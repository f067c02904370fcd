import type { AgentPanelView } from '../../src/contract/agent-panel';
import { MINUTE } from '../../src/core/time/instant';
import { sendReply } from '../../src/services/send-reply';
import { viewTicket } from '../../src/services/view-ticket';
import { addIssue, FIELD_IDS, memorySite, type Memory, type MemoryIssue } from '../builders/memory-ports';
import { buildPolicy, buildPolicyVersion, SCOPE } from '../builders/policy';
import { buildTicket, instant } from '../builders/ticket';

const START = instant('2025-12-09T10:00 Toronto');

let site: Memory;
let issue: MemoryIssue;

/** A site whose own language is French. */
function allow(preparedReplies: boolean): void {
  const document = buildPolicy({ portal: { showOtherPlans: false, preparedReplies } });
  site.versions.set(1, buildPolicyVersion(document));
  const versions = [{ version: 1, publishedAt: 0 }];
  site.tracking = { version: 1, trackedFrom: 0, scope: document.scope, fields: FIELD_IDS, versions };
}

const AGENT = { accountId: '557058:agent', edit: false, comment: true };

beforeEach(() => {
  site = memorySite(START + 10 * MINUTE);
  const ticket = buildTicket({ createdAt: START, impact: 'extended', urgency: 'critical', priorityId: '1' });
  issue = addIssue(site, ticket, { requestTypeId: SCOPE.incidentTypeId });
});

const send = (text: string) =>
  sendReply(site.ports, { issueId: issue.issueId, issueKey: `SUP-${issue.issueId}`, may: AGENT }, text);
const repliesOf = async (): Promise<unknown> => {
  const view: AgentPanelView = await viewTicket(site.ports, issue.issueId, AGENT);
  return view.state === 'tracked' ? view.replies : view.state;
};

describe('a prepared reply', () => {
  it('goes out as the agent wrote it, answers the ticket, and the ticket is looked at', async () => {
    allow(true);
    const result = await send('Bonjour, nous arrivons.');
    expect(site.replies).toEqual([{ issueKey: `SUP-${issue.issueId}`, text: 'Bonjour, nous arrivons.' }]);
    expect(site.tracked).toEqual([issue.issueId]);
    expect(result).toMatchObject({ kind: 'sent', view: { clocks: [{ metric: 'response', state: 'met' }, {}] } });
  });

  it('is refused where no admin allows it, and nothing is sent', async () => {
    allow(false);
    expect(await send('Bonjour')).toEqual({ kind: 'invalid', problems: [{ code: 'replies-off', path: '' }] });
    expect(site.replies).toEqual([]);
    expect(await repliesOf()).toBeNull();
  });

  it.each([
    ['fr', { language: 'fr', source: 'request' }],
    ['en-GB', { language: 'en', source: 'request' }],
    ['ko', { language: 'fr', source: 'site' }],
    [undefined, { language: 'fr', source: 'site' }],
  ])('of a request in %s is prepared in this language', async (requestLanguage, replies) => {
    allow(true);
    Object.assign(issue, { requestLanguage });
    expect(await repliesOf()).toEqual({ ...replies, awaitsCustomer: false });
  });

  it('is for requests alone', async () => {
    allow(true);
    issue.requestTypeId = null;
    const [entry] = site.tracking?.scope ?? [];
    if (site.tracking && entry) site.tracking = { ...site.tracking, scope: [{ ...entry, requestTypeId: null }] };
    expect(await repliesOf()).toBeNull();
  });
});
