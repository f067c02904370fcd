/** Answers of the routes, and the two shapes of error bodies: the platform's and servicedeskapi's. */
import type { Json } from '../model';

/** Objects that an answer is made of, by which Jira counts points (limits/points.ts). */
export interface ObjectCount {
  core?: number;
  identity?: number;
}

export interface Answer {
  status: number;
  body: Json | undefined;
  headers: Record<string, string>;
  /** Null for a write, which costs its base alone. */
  objects: ObjectCount | null;
}

/** A read's answer, with the objects it returns. */
export const ok = (body: unknown, objects: ObjectCount | null): Answer => ({
  status: 200,
  body: body as Json,
  headers: {},
  objects,
});

/** A write's answer with a body. */
export const written = (status: 200 | 201, body: unknown): Answer => ({
  status,
  body: body as Json,
  headers: {},
  objects: null,
});

export const noContent = (): Answer => ({ status: 204, body: undefined, headers: {}, objects: null });

/** An answer that ends a route early. */
export class Refusal extends Error {
  constructor(readonly answer: Answer) {
    super(JSON.stringify(answer.body));
  }
}

const refused = (status: number, body: Json): Refusal => new Refusal({ status, body, headers: {}, objects: {} });

/** `{errorMessages, errors}`, as /rest/api/3 refuses. */
export const platformError = (status: number, messages: string[], errors: Record<string, string> = {}): Refusal =>
  refused(status, { errorMessages: messages, errors });

/** `{errorMessage, i18nErrorMessage}`, as /rest/servicedeskapi refuses. */
export const jsmError = (status: number, message: string, i18nKey = 'sd.error'): Refusal =>
  refused(status, { errorMessage: message, i18nErrorMessage: { i18nKey, parameters: [] } });

/** Atlassian's gateway, before the product is reached. */
export const gatewayError = (status: 401 | 403, message: string): Refusal => refused(status, { code: status, message });

/** A path that the stand-in does not serve: says so, so that nobody takes it for Jira's own 404. */
export const unknownRoute = (method: string, path: string): Refusal =>
  refused(404, { errorMessages: [`The stand-in Jira does not know the route ${method} ${path}`], errors: {} });
