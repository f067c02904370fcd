import { route } from '@forge/api';
import type { ProposalAnnouncement, ProposalComments } from '../../services/ports';
import { PROPOSAL_PROPERTY } from './history';
import { jiraWrite } from './request';

/** Public comments about a proposal, as whoever took the step. */
export const proposalComments: ProposalComments = { announce, answerAsCustomer, answerFor };

async function announce(issueId: string, lines: readonly string[], about: ProposalAnnouncement): Promise<void> {
  await jiraWrite({
    operation: 'announce-proposal',
    as: 'user',
    method: 'POST',
    route: route`/rest/api/3/issue/${issueId}/comment`,
    body: {
      body: documentOf(lines.map((line) => [text(line)])),
      properties: [{ key: PROPOSAL_PROPERTY, value: { v: 1, ...about } }],
    },
  });
}

/** JSM's own route, the one that customers may write by. It takes plain text and no property. */
async function answerAsCustomer(requestKey: string, body: string): Promise<void> {
  await jiraWrite({
    operation: 'answer-proposal',
    as: 'user',
    method: 'POST',
    route: route`/rest/servicedeskapi/request/${requestKey}/comment`,
    body: { body, public: true },
  });
}

async function answerFor(issueId: string, accountId: string, body: string): Promise<void> {
  const mention = { type: 'mention', attrs: { id: accountId, text: '' } };
  await jiraWrite({
    operation: 'answer-proposal',
    as: 'app',
    method: 'POST',
    route: route`/rest/api/3/issue/${issueId}/comment`,
    body: { body: documentOf([[mention, text(` ${body}`)]]) },
  });
}

function documentOf(paragraphs: readonly (readonly object[])[]): object {
  return { type: 'doc', version: 1, content: paragraphs.map((content) => ({ type: 'paragraph', content })) };
}

function text(words: string): object {
  return { type: 'text', text: words };
}
