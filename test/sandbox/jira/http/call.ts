/** One call as the routes see it: who calls, the path's parts, the query and the parsed body. */
import type { User } from '../model';
import { platformError } from './answer';

/** `app`: the app's own user; `user`: a person, through the app or at the site itself. */
export type Caller = { kind: 'app'; user: User } | { kind: 'user'; user: User } | { kind: 'anonymous' };

export interface Call {
  method: string;
  path: string;
  params: Record<string, string>;
  query: URLSearchParams;
  body: unknown;
  caller: Caller;
  /** Made by the app, as itself or as the user; false for the site's own pages. */
  throughApp: boolean;
}

/** The account that acts. Routes that allow anonymous callers do not ask. */
export function accountOf(call: Call): User {
  if (call.caller.kind === 'anonymous') {
    throw platformError(401, ['You are not authenticated. Authentication required to perform this operation.']);
  }
  return call.caller.user;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The body as an object; 400 where it is none. */
export function bodyOf(call: Call): Record<string, unknown> {
  if (!isRecord(call.body))
    throw platformError(400, ['Invalid request payload. Refer to the REST API documentation and try again.']);
  return call.body;
}

/** Query values given once or several times, each possibly a comma list. */
export function listParam(call: Call, name: string): string[] {
  return call.query
    .getAll(name)
    .flatMap((value) => value.split(','))
    .map((value) => value.trim())
    .filter((value) => value !== '');
}

/** A whole number of the query between 0 and `most`, or `fallback` where it is absent; 400 where it is no number. */
export function numberParam(
  call: Call,
  name: string,
  fallback: number,
  most: number = Number.MAX_SAFE_INTEGER,
): number {
  const given = call.query.get(name);
  if (given === null || given === '') return Math.min(fallback, most);
  const value = Number(given);
  if (!Number.isInteger(value) || value < 0) throw platformError(400, [`The value of ${name} is not a valid number.`]);
  return Math.min(value, most);
}

/** Items of a body's array that are strings or numbers, as strings; 400 where the key holds anything else. */
export function idList(body: Record<string, unknown>, key: string): string[] {
  const value = body[key];
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value) || !value.every((item) => typeof item === 'string' || typeof item === 'number')) {
    throw platformError(400, [`${key} must be an array of ids.`]);
  }
  return value.map(String);
}
