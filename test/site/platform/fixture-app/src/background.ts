import kvs from '@forge/kvs';
import { InvocationError, InvocationErrorCode } from '@forge/events';

interface Script {
  kind: 'throw' | 'retry' | 'hang' | 'exit';
  retryAfter?: number;
  /** Attempts that follow the script; later ones succeed. */
  times: number;
}

/** What each call leaves behind for the test: its argument, its environment and the time it saw. */
async function record(name: string, payload: unknown, environment: unknown): Promise<unknown> {
  const calls = (await kvs.get<unknown[]>(`calls:${name}`)) ?? [];
  await kvs.set(`calls:${name}`, [...calls, { payload, environment, at: Date.now() }]);
  const script = await kvs.get<Script>(`script:${name}`);
  if (script === undefined || calls.length >= script.times) return undefined;
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
        retryData: { attempt: calls.length },
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
