import { AGENT, startFixture, type Fixture } from './fixture';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.platform.close());

const PANEL = { moduleKey: 'panel', extension: { issue: { id: '10073', key: 'SUP-10' }, type: 'forged' } };
const invoke = (moduleKey: string, key: string, payload: unknown) =>
  fixture.platform.invokeResolver({ ...PANEL, moduleKey }, AGENT, key, payload);

describe('a resolver', () => {
  it('sees the caller, the module and the installation, and nothing of the browser’s choosing', async () => {
    const payload = { steps: [], context: { accountId: 'somebody-else' } };
    const { context } = (await invoke('panel', 'drive', payload)) as { context: Record<string, unknown> };
    expect(context).toEqual({
      cloudId: fixture.platform.app.cloudId,
      localId: expect.stringContaining('/static/panel') as string,
      environmentId: fixture.platform.app.environmentId,
      environmentType: 'PRODUCTION',
      moduleKey: 'panel',
      siteUrl: 'https://cadran.atlassian.net',
      accountId: 'agent-1',
      accountType: 'licensed',
      extension: { type: 'jira:issueContext', issue: { id: '10073', key: 'SUP-10' } },
      installContext: `ari:cloud:jira::site/${fixture.platform.app.cloudId}`,
      installation: { contexts: [{ cloudId: fixture.platform.app.cloudId }] },
    });
  });

  it('knows an anonymous visitor as Forge names one', async () => {
    const visitor = { ...AGENT, accountId: null, accountType: 'anonymous' } as const;
    const { context } = (await fixture.platform.invokeResolver(PANEL, visitor, 'drive', { steps: [] })) as {
      context: Record<string, unknown>;
    };
    expect(context).toMatchObject({ accountId: 'unidentified', accountType: 'anonymous' });
  });

  it.each<[string, () => Promise<unknown>, string]>([
    ['a module that is not declared', () => invoke('lost', 'drive', {}), 'declares no module lost'],
    ['a module without a resolver', () => invoke('sla-next-due', 'drive', {}), 'has no resolver'],
    ['a key that is not defined', () => invoke('panel', 'lost', {}), "no definition for 'lost'"],
    ['a request above 500 KB', () => invoke('panel', 'drive', { text: 'x'.repeat(501 * 1024) }), '500 KB'],
    [
      'a response above 5 MB',
      () =>
        invoke('panel', 'drive', {
          steps: Array.from({ length: 11 }, () => ({ call: 'echo.big', args: [500 * 1024] })),
        }),
      '5 MB',
    ],
  ])('rejects %s', async (_what, call, message) => {
    await expect(call()).rejects.toThrow(message);
  });

  it('rejects with what it threw, as the bridge tells it', async () => {
    await expect(invoke('panel', 'drive', { steps: [{ call: 'unknown' }] })).rejects.toThrow(
      'There was an error invoking the function - The fixture app knows no unknown.',
    );
  });

  it('may be asked 1,200 times a minute by one person', async () => {
    const limited = await startFixture();
    const asked = Array.from({ length: 1_201 }, () =>
      limited.platform.invokeResolver(PANEL, AGENT, 'drive', { steps: [] }),
    );
    const outcomes = await Promise.allSettled(asked);
    await limited.platform.close();
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(1);
  });
});

it('a plain function gets its payload, and gives its value', async () => {
  const payload = { cloudId: 'c', extension: { type: 'jira:issueContext' } };
  await expect(fixture.platform.invokeFunction('lozenge-fn', payload, AGENT)).resolves.toEqual({
    payload,
    label: 'P1',
  });
});

it('a function that is not declared is refused', async () => {
  await expect(fixture.platform.invokeFunction('lost-fn', {}, AGENT)).rejects.toThrow('declares no function lost-fn');
});
