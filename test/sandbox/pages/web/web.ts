/** The little of HTTP that the pages need: requests with their form and cookies, answers, and a table of routes. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Markup } from './html';

export interface WebRequest {
  readonly method: string;
  readonly url: URL;
  readonly cookies: Readonly<Record<string, string>>;
  /** The browser's languages, as its header has them. */
  readonly acceptLanguage: string;
  /** Fields of a posted form; empty for JSON bodies. */
  readonly form: URLSearchParams;
  readonly body: string;
  /** Parts of the path that the route's template names. */
  readonly params: Readonly<Record<string, string>>;
}

export interface WebAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: string | Buffer;
}

export interface WebRoute {
  readonly method: 'GET' | 'POST';
  /** `/browse/:key` */
  readonly template: string;
  readonly answer: (request: WebRequest) => Promise<WebAnswer> | WebAnswer;
}

/** A request that ends with a status and a sentence for the person. */
export class WebRefusal extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

const MOST_BYTES = 1_000_000;

/** A page, never kept by the browser: the next look may differ. */
export const page = (markup: Markup, status = 200): WebAnswer => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  body: `<!doctype html>\n${markup.text}`,
});

/** An answer for the page's own script. */
export const json = (value: unknown, status = 200): WebAnswer => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  body: JSON.stringify(value),
});

/** To another page of the site, after a post or a choice; `cookies` by name, kept until the browser closes. */
export const redirect = (location: string, cookies: Readonly<Record<string, string>> = {}): WebAnswer => ({
  status: 303,
  headers: {
    location,
    'set-cookie': Object.entries(cookies).map(
      ([name, value]) => `${name}=${encodeURIComponent(value)}; Path=/; HttpOnly; SameSite=Lax`,
    ),
  },
  body: '',
});

/** A path on this site, or `/` for anything that could lead elsewhere. */
export const localPath = (given: string | null): string =>
  given !== null && /^\/(?![/\\])[\w\-./?=&%#+:~]*$/.test(given) ? given : '/';

/** The route for a method and path with the path's named parts; null where there is none. */
export function matchRoute(
  routes: readonly WebRoute[],
  method: string,
  path: string,
): { route: WebRoute; params: Record<string, string> } | null {
  const given = path.split('/');
  for (const route of routes) {
    const wanted = route.template.split('/');
    if (route.method !== method || wanted.length !== given.length) continue;
    const fits = wanted.every((part, index) => (part.startsWith(':') ? given[index] !== '' : part === given[index]));
    if (!fits) continue;
    const named = wanted.flatMap((part, index) =>
      part.startsWith(':') ? [[part.slice(1), decodeURIComponent(given[index] ?? '')] as const] : [],
    );
    return { route, params: Object.fromEntries(named) };
  }
  return null;
}

/** Reads a request in full; refuses bodies over a megabyte. */
export async function readRequest(incoming: IncomingMessage, origin: string): Promise<Omit<WebRequest, 'params'>> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw new WebRefusal(413, 'The request is too large.');
    chunks.push(chunk);
  }
  const body = Buffer.concat(chunks).toString('utf8');
  const isForm = incoming.headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true;
  return {
    method: incoming.method ?? 'GET',
    url: new URL(incoming.url ?? '/', origin),
    cookies: cookiesOf(incoming.headers.cookie ?? ''),
    acceptLanguage: incoming.headers['accept-language'] ?? '',
    form: new URLSearchParams(isForm ? body : ''),
    body,
  };
}

/** Writes an answer, the given headers below its own. */
export function send(response: ServerResponse, answer: WebAnswer, headers: Readonly<Record<string, string>>): void {
  response.writeHead(answer.status, { ...headers, ...answer.headers });
  response.end(answer.body);
}

/** Cookies of a header by name; a broken value is empty. */
export function cookiesOf(header: string): Record<string, string> {
  const pairs = header.split(';').map((pair) => pair.trim().split('='));
  return Object.fromEntries(pairs.map(([name, value]) => [name ?? '', decode(value ?? '')]));
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return '';
  }
}
