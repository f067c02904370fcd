import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { bundleForNode } from '../sandbox/platform/bundle';

const ROUNDS = 9;

/** What the platform defines before it loads a bundle; then the time that loading takes, in milliseconds. */
const LOAD = `
  globalThis.__forge_fetch__ = () => Promise.reject(new Error('nothing is called while loading'));
  globalThis.__forge_runtime__ = undefined;
  const start = process.hrtime.bigint();
  require(process.argv[1]);
  console.log(Number(process.hrtime.bigint() - start) / 1e6);
`;

/**
 * The bundle that handles events and sweeps: its size, and the median time a fresh process takes to load it, which is what
 * a cold start pays before its first line of work.
 */
export async function measureHotBundle(): Promise<{
  readonly hotBundleBytes: number;
  readonly hotBundleLoadMs: number;
}> {
  const { path, bytes } = await bundleForNode(join(__dirname, '../../src/index.ts'));
  const times = Array.from({ length: ROUNDS }, () =>
    Number(execFileSync(process.execPath, ['-e', LOAD, path], { encoding: 'utf8' })),
  );
  return { hotBundleBytes: bytes, hotBundleLoadMs: times.sort((a, b) => a - b)[ROUNDS >> 1] ?? NaN };
}
