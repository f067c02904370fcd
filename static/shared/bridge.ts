import { invoke } from '@forge/bridge';
import type { Answer, ErrorCode, Problem, SurfaceApi } from '../../src/contract/answer';

/** Why a call brought no answer: what the server said, or that it said nothing (in time). Words: `errors.<code>`. */
export type FailureCode = ErrorCode | 'timeout' | 'unreachable';

export interface Failure {
  readonly ok: false;
  readonly code: FailureCode;
  readonly problems: readonly Problem[];
}

export type Outcome<T> = { readonly ok: true; readonly data: T } | Failure;

/** A surface's calls, typed by its contract. Never rejects: what goes wrong is an outcome with a code. */
export type Call<Api extends SurfaceApi> = <K extends keyof Api & string>(
  key: K,
  request: Api[K]['request'],
) => Promise<Outcome<Api[K]['response']>>;

/** The platform ends a resolver after 25 s; a little more leaves its own refusal time to arrive. */
const TIMEOUT_MILLIS = 28_000;

/** The calls of one surface over Forge's bridge. */
export function createCall<Api extends SurfaceApi>(timeoutMillis: number = TIMEOUT_MILLIS): Call<Api> {
  return async <K extends keyof Api & string>(key: K, request: Api[K]['request']) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const timeout = new Promise<Failure>((resolve) => {
      timer = setTimeout(() => {
        resolve(failure('timeout'));
      }, timeoutMillis);
    });
    const answer = invoke<unknown>(key, request as Record<string, unknown>).then(
      (body) => outcomeOf<Api[K]['response']>(body),
      () => failure('unreachable'),
    );
    const outcome = await Promise.race([answer, timeout]);
    clearTimeout(timer);
    return outcome;
  };
}

/** A failure without a server's word. */
export function failure(code: FailureCode): Failure {
  return { ok: false, code, problems: [] };
}

/** Whether asking again, unchanged, may help: not where the answer was a refusal of what was asked. */
export function mayRetry({ code }: Failure): boolean {
  return code === 'busy' || code === 'unexpected' || code === 'timeout' || code === 'unreachable';
}

function outcomeOf<T>(body: unknown): Outcome<T> {
  if (!isAnswer<T>(body)) return failure('unexpected');
  return body.ok ? body : { ok: false, code: body.code, problems: body.problems ?? [] };
}

function isAnswer<T>(body: unknown): body is Answer<T> {
  return typeof body === 'object' && body !== null && 'ok' in body && typeof body.ok === 'boolean';
}
