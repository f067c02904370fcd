import type { Caller } from '../../sandbox/seam';
import { AGENT, startFixture, type Fixture, type Outcome } from './fixture';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.platform.close());

function askedAs(outcome: Outcome | undefined): { identity: unknown; scopes: string[] } {
  const { body } = outcome?.value as { body: string };
  return JSON.parse(body) as { identity: unknown; scopes: string[] };
}

it.each<[string, Caller, string[], unknown]>([
  ['the app', AGENT, ['jira.asApp', '/rest/api/3/x'], { kind: 'app' }],
  ['the licensed caller', AGENT, ['jira.asUser', '/rest/api/3/x'], { kind: 'user', accountId: 'agent-1' }],
  [
    'the customer who calls',
    { ...AGENT, accountId: 'qm:1', accountType: 'customer' },
    ['jira.asUser', '/rest/api/3/x'],
    { kind: 'user', accountId: 'qm:1' },
  ],
  ['nobody', AGENT, ['jira.anonymous', '/rest/api/3/x'], { kind: 'none' }],
])('Jira is asked as %s', async (_who, caller, call, identity) => {
  const [outcome] = await fixture.drive([call as [string, ...string[]]], caller);
  expect(askedAs(outcome).identity).toEqual(identity);
});

it('another person is impersonated by the scopes that allow it alone', async () => {
  const [outcome] = await fixture.drive([['jira.asUser', '/rest/api/3/x', 'agent-9']]);
  expect(askedAs(outcome)).toMatchObject({
    identity: { kind: 'user', accountId: 'agent-9' },
    scopes: ['read:jira-work'],
  });
});

it.each<[string, Partial<Caller>]>([
  ['an unlicensed person', { accountId: 'u-1', accountType: 'unlicensed' }],
  ['an anonymous visitor', { accountId: null, accountType: 'anonymous' }],
])('asUser() has no authority for %s', async (_who, change) => {
  const [asUser, asApp] = await fixture.drive(
    [
      ['jira.asUser', '/rest/api/3/x'],
      ['jira.asApp', '/rest/api/3/x'],
    ],
    { ...AGENT, ...change },
  );
  expect(asUser?.error?.message).toContain('Authentication Required');
  expect(askedAs(asApp).identity).toEqual({ kind: 'app' });
});

it('a queue that the manifest does not declare is refused', async () => {
  const [queue] = await fixture.drive([['queue.pushTo', 'undeclared', { body: {} }]]);
  expect(queue?.error?.message).toContain('no consumer of the queue undeclared');
});
