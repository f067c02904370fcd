import kvs, { WhereConditions } from '@forge/kvs';
import { InvocationError, InvocationErrorCode } from '@forge/events';

interface Script {
  kind: 'throw' | 'retry' | 'hang' | 'exit';
  retryAfter?: number;
  /** Attempts that follow the script; later ones succeed. */
  times: number;
}

/** A key that sorts by the machine's own time, whatever the site's clock says: calls side by side each have their own. */
function ownKey(name: string): string {
  const microseconds = Math.round((performance.timeOrigin + performance.now()) * 1_000);
  return `calls:${name}:${String(microseconds).padStart(20, '0')}`;
}

/** What each call leaves behind for the test: its argument, its environment and the time it saw. */
async function record(name: string, payload: unknown, environment: unknown): Promise<unknown> {
  const before = await kvs
    .query()
    .where('key', WhereConditions.beginsWith(`calls:${name}:`))
    .limit(100)
    .getMany();
  await kvs.set(ownKey(name), { payload, environment, at: Date.now() });
  const { waitMillis = 0 } = (payload as { body?: { waitMillis?: number } }).body ?? {};
  await new Promise((resolve) => setTimeout(resolve, waitMillis));
  const script = await kvs.get<Script>(`script:${name}`);
  if (script === undefined || before.results.length >= script.times) return undefined;
  switch (script.kind) {
    case 'throw':
      throw new Error(`${name} was told to throw`);
    case 'exit':
      return process.exit(3);
    case 'hang':
      return new Promise(() => undefined);
    case 'retry':
      return new InvocationError({
        retryAfter: script.retryAfter ?? 1,
        retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST,
        retryData: { attempt: before.results.length },
      });
  }
}

export const onIssue = (event: unknown, environment: unknown): Promise<unknown> =>
  record('onIssue', event, environment);
export const sweep = (request: unknown, environment: unknown): Promise<unknown> =>
  record('sweep', request, environment);
export const reconcile = (request: unknown, environment: unknown): Promise<unknown> =>
  record('reconcile', request, environment);
export const track = (event: unknown, environment: unknown): Promise<unknown> => record('track', event, environment);

export const lozenge = (payload: unknown): unknown => ({ payload, label: 'P1' });
