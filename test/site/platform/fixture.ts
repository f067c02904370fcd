import { join } from 'node:path';
import { bundleForNode } from '../../sandbox/platform/bundle';
import { createPlatform, type LocalPlatform, type PlatformOptions } from '../../sandbox/platform/platform';
import { createSiteClock } from '../../sandbox/site-clock';
import type { Caller, Identity, RestRequest, SiteClock, StandInJira } from '../../sandbox/seam';

// A platform starts a process of its own: on a busy machine that takes seconds.
jest.setTimeout(60_000);

export const START = Date.UTC(2025, 11, 9, 15, 0, 0);
export const APP = join(__dirname, 'fixture-app');

export const AGENT: Caller = {
  accountId: 'agent-1',
  accountType: 'licensed',
  locale: 'en-US',
  timezone: 'America/Toronto',
};

export interface Outcome {
  value?: unknown;
  error?: { name: string; message: string; code?: string; status?: number };
}

export interface Fixture {
  platform: LocalPlatform;
  clock: SiteClock;
  requests: (RestRequest & { functionKey: string | null })[];
  /** Runs SDK calls inside the app's resolver, as the agent where no other caller is given. */
  drive: (steps: [call: string, ...args: unknown[]][], caller?: Caller) => Promise<Outcome[]>;
  /** What the background function of that name was called with. */
  calls(name: string): { payload: Record<string, unknown>; environment: Record<string, unknown>; at: number }[];
  /** Forgets calls and scripts, an hour later: for tests that share a platform. What is queued stays. */
  fresh(): Promise<void>;
  /** Writes a plain value, as a script for a background function. */
  set(key: string, value: unknown): Promise<void>;
}

/** A Jira that answers who asked for what. */
export function echoJira(requests: Fixture['requests'] = []): StandInJira {
  return {
    handle: (request, functionKey) => {
      requests.push({ ...request, functionKey });
      const identity: Identity = request.identity;
      const body = JSON.stringify({ identity, path: request.path, method: request.method, scopes: request.scopes });
      return Promise.resolve({ status: 200, headers: { 'content-type': 'application/json' }, body });
    },
    onEvent: () => undefined,
    calls: () => [],
    resetCalls: () => undefined,
    dump: () => null,
  };
}

/** Starts the platform over the fixture app, at 9 December 2025, 15:00 UTC. */
export async function startFixture(options: PlatformOptions = {}, state?: unknown): Promise<Fixture> {
  const clock = createSiteClock(START);
  const requests: Fixture['requests'] = [];
  const bundle = await bundleForNode(join(APP, 'src/index.ts'));
  const platform = await createPlatform({
    manifestPath: join(APP, 'manifest.yml'),
    bundles: { index: bundle.path },
    clock,
    jira: echoJira(requests),
    state,
    options,
  });
  const drive: Fixture['drive'] = async (steps, caller = AGENT) => {
    const context = { moduleKey: 'panel', extension: { issue: { id: '10073', key: 'SUP-10' } } };
    const payload = { steps: steps.map(([call, ...args]) => ({ call, args })) };
    const answer = await platform.invokeResolver(context, caller, 'drive', payload);
    return (answer as { outcomes: Outcome[] }).outcomes;
  };
  return {
    platform,
    clock,
    requests,
    drive,
    calls: (name) => {
      const rows = platform.peekValues().filter(({ key }) => key.startsWith(`calls:${name}:`));
      return rows.map(({ value }) => value) as ReturnType<Fixture['calls']>;
    },
    fresh: async () => {
      clock.set(clock.now() + 3_600_000);
      platform.setDelivery({});
      platform.takeFailures();
      await platform.settle();
      await drive([['kvs.clear']]);
    },
    set: async (key, value) => {
      const [outcome] = await drive([['kvs.set', key, value]]);
      if (outcome?.error !== undefined) throw new Error(outcome.error.message);
    },
  };
}
