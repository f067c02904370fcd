import { MINUTE } from '../../../src/core/time/instant';
import type { AppSite } from '../app-site';

/** What the app spent: its calls to Jira without ids, their points, and what the platform's counters grew by. */
export type Cost = { readonly calls: readonly string[]; readonly points: number } & Readonly<Record<string, unknown>>;

/** What the app spends on a deed and on everything that follows within a minute. */
export async function costOf(
  site: Pick<AppSite, 'jira' | 'platform' | 'clock' | 'moveTo'>,
  deed: () => Promise<unknown>,
): Promise<Cost> {
  const before = site.platform.counters();
  site.jira.resetCalls();
  await deed();
  await site.moveTo(site.clock.now() + MINUTE);
  const after = site.platform.counters();
  const calls = site.jira.calls().filter(({ functionKey }) => functionKey !== null);
  const grown = Object.keys(after).map((name): [string, number] => [name, (after[name] ?? 0) - (before[name] ?? 0)]);
  return {
    ...Object.fromEntries(grown),
    calls: calls.map(
      ({ method, path }) => `${method} ${path.replace(/\?.*/, '').replace(/\/issue\/\d+/, '/issue/{}')}`,
    ),
    points: calls.reduce((sum, { points }) => sum + points, 0),
  };
}
