import type { AgentPanelApi } from '../../../src/contract/agent-panel';
import type * as bridgeModule from '../../../static/shared/bridge';

type Bridge = typeof bridgeModule;

/** What the platform's bridge would answer; @forge/bridge looks for it when it loads. */
let answer: (command: string, data: unknown) => Promise<unknown> = async () => undefined;
Object.assign(globalThis, { __bridge: { callBridge: (command: string, data: unknown) => answer(command, data) } });

// Loaded once the bridge stands: an import statement would run first.
let bridge: Bridge;
beforeAll(async () => {
  bridge = await import('../../../static/shared/bridge');
});

describe('a call', () => {
  let call: bridgeModule.Call<AgentPanelApi>;
  beforeAll(() => {
    call = bridge.createCall<AgentPanelApi>(50);
  });

  it('asks the resolver by its key, with the request', async () => {
    const asked: unknown[] = [];
    answer = async (command, data) => {
      asked.push(command, data);
      return { ok: true, data: { state: 'out-of-scope' } };
    };
    await call('setLevels', { impact: 'minor', urgency: 'low' });
    expect(asked).toEqual([
      'invoke',
      { functionKey: 'setLevels', payload: { impact: 'minor', urgency: 'low' }, metadata: undefined },
    ]);
  });

  it('brings the data', async () => {
    answer = async () => ({ ok: true, data: { state: 'out-of-scope' } });
    expect(await call('view', {})).toEqual({ ok: true, data: { state: 'out-of-scope' } });
  });

  it.each([
    ['a refusal', async () => ({ ok: false, code: 'refused' }), { ok: false, code: 'refused', problems: [] }],
    [
      'a broken rule',
      async () => ({ ok: false, code: 'invalid-input', problems: [{ code: 'unknown-level', path: 'impact' }] }),
      { ok: false, code: 'invalid-input', problems: [{ code: 'unknown-level', path: 'impact' }] },
    ],
    ['no answer at all', async () => undefined, { ok: false, code: 'unexpected', problems: [] }],
    ['a rejected call', () => Promise.reject(new Error('network')), { ok: false, code: 'unreachable', problems: [] }],
    ['silence', () => new Promise(() => undefined), { ok: false, code: 'timeout', problems: [] }],
  ])('tells %s', async (_, platform, outcome) => {
    answer = platform;
    expect(await call('view', {})).toEqual(outcome);
  });
});

describe('mayRetry', () => {
  it.each([
    ['busy', true],
    ['unexpected', true],
    ['timeout', true],
    ['unreachable', true],
    ['refused', false],
    ['mismatch', false],
    ['invalid-input', false],
    ['conflict', false],
  ] as const)('%s: %p', (code, may) => {
    expect(bridge.mayRetry(bridge.failure(code))).toBe(may);
  });
});
