import api, { type Route } from '@forge/api';
import * as v from 'valibot';
import { BusyError, RefusedError } from '../../services/ports';
import { SECOND } from '../../core/time/instant';

/** Jira answered in a way Cadran does not know: a status it should not give here, or a body of another shape. */
export class JiraError extends Error {
  override readonly name = 'JiraError';
  constructor(
    readonly operation: string,
    readonly status: number,
    detail: string,
  ) {
    super(`${operation}: ${status} ${detail}`);
  }
}

export interface JiraCall {
  /** For logs and errors: what is being done, never whose data. */
  readonly operation: string;
  readonly as: 'app' | 'user';
  readonly route: Route;
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly body?: unknown;
}

/** Without Retry-After, what a busy Jira is given. */
const DEFAULT_WAIT = 30 * SECOND;

/**
 * One call to Jira, its answer parsed. `null` stands for 404: gone, or out of sight.
 * Errors: BusyError for 429 and 5xx with the wait Jira asks for; RefusedError for 401 and 403; JiraError for the rest.
 */
export async function jiraGet<T extends v.GenericSchema>(call: JiraCall, schema: T): Promise<v.InferOutput<T> | null> {
  const response = await send(call);
  if (response.status === 404) return null;
  const body: unknown = await response.json().catch(() => undefined);
  const parsed = v.safeParse(schema, body);
  if (!parsed.success) throw new JiraError(call.operation, response.status, v.getDotPath(parsed.issues[0]) ?? 'body');
  return parsed.output;
}

/** One call whose answer has no body that matters. Errors as jiraGet; a 404 is a JiraError here. */
export async function jiraSend(call: JiraCall): Promise<void> {
  const response = await send(call);
  if (response.status === 404) throw new JiraError(call.operation, 404, 'not found');
}

async function send(call: JiraCall): Promise<Response> {
  const caller = call.as === 'app' ? api.asApp() : api.asUser();
  const response = await caller.requestJira(call.route, {
    method: call.method ?? 'GET',
    headers: { Accept: 'application/json', ...(call.body === undefined ? {} : { 'Content-Type': 'application/json' }) },
    ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
  });
  const { status } = response;
  if (status === 429 || status >= 500) throw new BusyError(call.operation, waitOf(response.headers.get('retry-after')));
  if (status === 401 || status === 403) throw new RefusedError(call.operation);
  if (status >= 400 && status !== 404) throw new JiraError(call.operation, status, 'rejected');
  return response as unknown as Response;
}

function waitOf(retryAfter: string | null): number {
  const seconds = Number(retryAfter);
  return retryAfter !== null && Number.isFinite(seconds) && seconds >= 0 ? seconds * SECOND : DEFAULT_WAIT;
}
