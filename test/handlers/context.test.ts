import { callerOf, disagrees, isModule, issueOf, requestOf } from '../../src/handlers/context';

const agentContext = {
  accountId: '557058:agent',
  accountType: 'licensed',
  extension: {
    type: 'jira:issueContext',
    issue: { id: '10073', key: 'SUP-10', type: '[System] Incident', typeId: '10001' },
    project: { id: '10000', key: 'SUP', type: 'service_desk' },
  },
};
const portalContext = {
  accountId: 'qm:customer',
  accountType: 'customer',
  extension: {
    type: 'jiraServiceManagement:portalRequestDetailPanel',
    portal: { id: 5 },
    request: { key: 'SUP-10', typeId: 69 },
  },
};

describe('the caller', () => {
  it.each([
    ['a licensed user', { accountId: 'a', accountType: 'licensed' }, { accountId: 'a', accountType: 'licensed' }],
    ['nobody', {}, { accountId: null, accountType: 'anonymous' }],
    ['an empty account', { accountId: '', accountType: 'licensed' }, { accountId: null, accountType: 'licensed' }],
    [
      'the anonymous account',
      { accountId: 'unidentified', accountType: 'customer' },
      { accountId: null, accountType: 'customer' },
    ],
    ['an account of no type', { accountId: 'a' }, { accountId: 'a', accountType: 'anonymous' }],
    [
      'a type unknown to Cadran',
      { accountId: 'a', accountType: 'superuser' },
      { accountId: null, accountType: 'anonymous' },
    ],
    ['no context at all', undefined, { accountId: null, accountType: 'anonymous' }],
  ])('%s', (_case, context, caller) => {
    expect(callerOf(context)).toEqual(caller);
  });
});

describe('what a module stands on', () => {
  it('is read only from a context of its own type', () => {
    expect(issueOf(agentContext)).toEqual({ issueId: '10073', issueKey: 'SUP-10', projectType: 'service_desk' });
    expect(requestOf(portalContext)).toEqual({ requestKey: 'SUP-10' });
    expect(issueOf(portalContext)).toBeNull();
    expect(requestOf(agentContext)).toBeNull();
    expect(issueOf({ ...agentContext, extension: { ...agentContext.extension, type: 'jira:adminPage' } })).toBeNull();
    expect(isModule({ extension: { type: 'jira:adminPage' } }, 'jira:adminPage')).toBe(true);
    expect(isModule(agentContext, 'jira:adminPage')).toBe(false);
  });
});

describe('a payload', () => {
  const issue = { issueId: '10073', issueKey: 'SUP-10', projectType: 'service_desk' };
  it.each([
    ['names nothing', {}, false],
    ['is none', undefined, false],
    ['names the same issue', { issueId: '10073', issueKey: 'SUP-10' }, false],
    ['names another id', { issueId: '1' }, true],
    ['names another key', { issueKey: 'SUP-11' }, true],
    ['names the id as a number', { issueId: 10073 }, true],
    ['names a request where the module has an issue', { requestKey: 'SUP-10' }, true],
  ])('that %s', (_case, payload, verdict) => {
    expect(disagrees(payload, issue)).toBe(verdict);
  });
});
