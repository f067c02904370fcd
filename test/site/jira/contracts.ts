/** Atlassian's OpenAPI documents, cut to the routes in use, and where the stand-in departs from them and why. */
import { existsSync } from 'node:fs';
import { readContract, type Contract } from './schema-walk';

/** Beside the project where its makers keep them; they are not ours to hand on. */
const SHARED = '../shared/contracts';

/** `describe` for what needs the documents: skipped, and so counted, where they are not. */
export const describeShared: jest.Describe = existsSync(SHARED) ? describe : describe.skip;

export const contracts = (): Contract[] =>
  ['jira-platform.subset.json', 'jsm.subset.json'].map((file) => readContract(`${SHARED}/${file}`));

/** Not in the contracts' subset, but in Atlassian's documentation, and in use by the portal, the board and the set-up. */
export const BEYOND = [
  'GET /rest/servicedeskapi/servicedesk/{serviceDeskId}/requesttype/{requestTypeId}/field',
  'GET /rest/api/3/user/assignable/search',
  'GET /rest/api/3/groups/picker',
  'GET /rest/api/3/issue/createmeta/{projectIdOrKey}/issuetypes',
  'GET /rest/api/3/issue/createmeta/{projectIdOrKey}/issuetypes/{issueTypeId}',
  'GET /rest/api/3/field/{fieldId}/context/{contextId}/option',
  'GET /rest/api/3/resolution',
  'GET /rest/api/3/issuetypescreenscheme/mapping',
  'GET /rest/api/3/issuetypescreenscheme/project',
  'GET /rest/api/3/screens',
  'GET /rest/api/3/screens/{screenId}/tabs',
  'GET /rest/api/3/screens/{screenId}/tabs/{tabId}/fields',
  'POST /rest/api/3/screens/{screenId}/tabs/{tabId}/fields',
  'GET /rest/api/3/screenscheme',
];

/** Where live answers differ from the contract (shared/sla-facts.md, "Spec versus reality"), and so the stand-in. */
export const REALITY = [
  /\.(from|to|fromString|toString): null, not string$/,
  /^\.nextPageToken: null, not string$/,
  /changeHistories\[\]\.created: number, not string$/,
  /^\.entityPropertyKeyBeans: not in the schema$/,
];
