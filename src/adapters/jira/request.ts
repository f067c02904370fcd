import api, { type Route } from '@forge/api';
import * as v from 'valibot';
import { RefusedError } from '../../services/ports';
import { noteCall } from '../diary';
import { busyFrom, refuseWhileHeld } from './holds';
import { pointsOfAnswer } from './points';

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

/** The statuses of a refusal: no permission, or an access rule of the site against the app. */
const REFUSED = [401, 403, 410];

/** Statuses of an edit that Jira understands and does not take, such as a priority that the project does not have. */
const NOT_TAKEN = [400, 404, 409, 422];

/**
 * One call to Jira, its answer parsed. `null` stands for 404: gone, or out of sight.
 * Errors: BusyError for 429 and 5xx with the wait Jira asks for, also without a call while a hold is on; RefusedError for
 * 401, 403 and 410; JiraError for the rest.
 */
export async function jiraGet<T extends v.GenericSchema>(call: JiraCall, schema: T): Promise<v.InferOutput<T> | null> {
  const response = await send(call);
  if (response.status === 404) {
    noteCall(1);
    return null;
  }
  const body: unknown = await response.json().catch(() => undefined);
  noteCall(pointsOfAnswer(body));
  const parsed = v.safeParse(schema, body);
  if (!parsed.success) throw new JiraError(call.operation, response.status, v.getDotPath(parsed.issues[0]) ?? 'body');
  return parsed.output;
}

/** One call whose answer has no body that matters. Errors as jiraGet; a 404 is a JiraError here. */
export async function jiraSend(call: JiraCall): Promise<void> {
  const response = await send(call);
  noteCall(1);
  if (response.status === 404) throw new JiraError(call.operation, 404, 'not found');
}

/**
 * One edit, its answer's body where it has one. Errors as jiraGet, but an edit that Jira does not take for what
 * it says (400, 404, 409, 422) is a RefusedError: the caller can go on without it.
 */
export async function jiraWrite(call: JiraCall): Promise<unknown> {
  try {
    const response = await send(call);
    noteCall(1);
    if (response.status === 404) throw new RefusedError(call.operation);
    return await response.json().catch(() => undefined);
  } catch (error) {
    if (error instanceof JiraError && NOT_TAKEN.includes(error.status)) throw new RefusedError(call.operation);
    throw error;
  }
}

async function send(call: JiraCall): Promise<Response> {
  refuseWhileHeld(call.operation);
  const caller = call.as === 'app' ? api.asApp() : api.asUser();
  const response = await caller.requestJira(call.route, {
    method: call.method ?? 'GET',
    headers: { Accept: 'application/json', ...(call.body === undefined ? {} : { 'Content-Type': 'application/json' }) },
    ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
  });
  const { status } = response;
  if (status === 429 || status >= 500) throw busyFrom(call.operation, response.headers);
  if (REFUSED.includes(status)) throw new RefusedError(call.operation);
  if (status >= 400 && status !== 404) throw new JiraError(call.operation, status, 'rejected');
  return response as unknown as Response;
}
