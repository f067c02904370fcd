/** What a surface can be told instead of an answer. The words are i18n's (`errors.<code>`). */
export type ErrorCode =
  /** No user, or a user who may not see or do this; told alike, so that nothing leaks. */
  | 'refused'
  /** The payload names another issue, request or organization than the context the platform vouches for. */
  | 'mismatch'
  /** The input breaks a rule; `problems` says which and where. */
  | 'invalid-input'
  /** Someone else changed it meanwhile. */
  | 'conflict'
  /** Jira or the store is busy or away; trying again later helps. */
  | 'busy'
  /** What is stored was written by a newer release of the app, and stays as it is. */
  | 'newer-data'
  /** A fault of Cadran's own; logged, never described to the user. */
  | 'unexpected';

/** One broken rule: a code for the words, where it is (`plans.PLUS.goals.P1.response`), and values for placeholders. */
export interface Problem {
  readonly code: string;
  readonly path: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** What every resolver answers. */
export type Answer<T> =
  | { readonly ok: true; readonly data: T }
  | { readonly ok: false; readonly code: ErrorCode; readonly problems?: readonly Problem[] };

/** A surface's calls: key -> request and response. A type (not an interface), so that maps over it stay closed. */
export type SurfaceApi = Record<string, { request: unknown; response: unknown }>;
