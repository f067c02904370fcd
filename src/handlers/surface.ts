import Resolver from '@forge/resolver';
import * as v from 'valibot';
import type { Answer, ErrorCode, Problem, SurfaceApi } from '../contract/answer';
import type { Caller } from '../services/authorize';
import { BusyError, NewerDataError, RefusedError, type Ports } from '../services/ports';
import { callerOf } from './context';
import { ports } from './deps';

/** Ends a call with a code the user is told; for outcomes a handler expects. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(
    readonly code: ErrorCode,
    readonly problems?: readonly Problem[],
  ) {
    super(code);
  }
}

/**
 * One call of a surface. `gate` decides from the trusted context alone whether the caller may ask, and gives what the call
 * needs to know of it; null refuses. Only then is the payload parsed and `answer` run.
 */
export interface SurfaceCall<Payload, Trusted, Response> {
  readonly gate: (ports: Ports, caller: Caller, context: unknown, payload: unknown) => Promise<Trusted | null>;
  readonly payload: v.GenericSchema<unknown, Payload>;
  readonly answer: (ports: Ports, trusted: Trusted, payload: Payload) => Promise<Response>;
}

/** Keeps the gate's and the payload's types together within one call. */
export function call<Payload, Trusted, Response>(
  definition: SurfaceCall<Payload, Trusted, Response>,
): (ports: Ports, context: unknown, payload: unknown) => Promise<Response> {
  return async (given, context, payload) => {
    const trusted = await definition.gate(given, callerOf(context), context, payload);
    if (trusted === null) throw new Refusal('refused');
    const parsed = v.safeParse(definition.payload, payload ?? {});
    if (!parsed.success) throw new Refusal('invalid-input', parsed.issues.map(problemOf));
    return definition.answer(given, trusted, parsed.output);
  };
}

/** A call for each key of a contract. */
export type Calls<Api extends SurfaceApi> = {
  readonly [Key in keyof Api]: (ports: Ports, context: unknown, payload: unknown) => Promise<Api[Key]['response']>;
};

/**
 * A surface's resolver: every key of its contract, each answering an Answer. This is the one place where what was thrown
 * becomes a code: expected outcomes by their code, everything else logged and told as `unexpected`.
 */
export function surface<Api extends SurfaceApi>(
  name: string,
  calls: Calls<Api>,
): ReturnType<Resolver['getDefinitions']> {
  const resolver = new Resolver();
  for (const key of Object.keys(calls)) {
    resolver.define(key, async ({ context, payload }: { context: unknown; payload?: unknown }) => {
      const answer = calls[key];
      if (answer === undefined) return { ok: false, code: 'unexpected' };
      return answered(name, key, () => answer(ports, context, payload));
    });
  }
  const definitions = resolver.getDefinitions();
  // The package looks keys up by `in`: it would find and call `constructor`, which is in every object and behind no gate.
  return (request, runtime) =>
    Object.hasOwn(calls, request.call.functionKey)
      ? definitions(request, runtime)
      : Promise.resolve({ ok: false, code: 'refused' } satisfies Answer<never>);
}

async function answered<T>(name: string, key: string, run: () => Promise<T>): Promise<Answer<T>> {
  try {
    const data = await run();
    // After an answer alone: whoever is refused sets nothing in storage moving.
    await ports.diary.keep();
    return { ok: true, data };
  } catch (error) {
    if (error instanceof Refusal) {
      return { ok: false, code: error.code, ...(error.problems === undefined ? {} : { problems: error.problems }) };
    }
    if (error instanceof RefusedError) return { ok: false, code: 'refused' };
    if (error instanceof BusyError) return { ok: false, code: 'busy' };
    if (error instanceof NewerDataError) return { ok: false, code: 'newer-data' };
    ports.log.error('surface-failed', { surface: name, key, error: error instanceof Error ? error.name : 'unknown' });
    return { ok: false, code: 'unexpected' };
  }
}

function problemOf(issue: v.BaseIssue<unknown>): Problem {
  return { code: `malformed.${issue.type}`, path: v.getDotPath(issue) ?? '' };
}
