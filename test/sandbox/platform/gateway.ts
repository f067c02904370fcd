import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Identity, SiteClock, StandInJira } from '../seam';
import { CLOCK_HEADER, TARGET_HEADER } from './child-protocol';
import type { Invocation } from './functions';
import { isObject, type JsonObject } from './json';
import type { KeyValueStore } from './kvs';
import type { Manifest } from './manifest';
import type { QueueAnswer } from './queue';
import { StorageError } from './storage-errors';

export interface GatewaySettings {
  manifest: Manifest;
  clock: SiteClock;
  jira: StandInJira;
  store: KeyValueStore;
  answerQueue: (path: string, body: unknown, invocation: Invocation) => QueueAnswer;
  invocationOf: (token: string) => Invocation | undefined;
}

export interface Gateway {
  origin: string;
  close(): Promise<void>;
}

/** One call of a running function, as it leaves it. */
export interface GatewayCall {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  body: string;
}

export interface GatewayAnswer {
  status: number;
  headers?: Record<string, string>;
  body?: string;
}

/** The refusal of a call before it reaches a product: the SDK throws it as a ProxyRequestError with this reason. */
class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly reason: string,
    message: string,
  ) {
    super(message);
  }
}

const NOT_FORWARDED = new Set([
  'authorization',
  'host',
  'connection',
  'content-length',
  'transfer-encoding',
  TARGET_HEADER,
]);
const NOT_ANSWERED = new Set(['connection', 'content-length', 'transfer-encoding']);

/**
 * Serves what the app's functions call, on loopback: storage, queues and Jira. It knows a call by the token of its
 * invocation, and decides by the manifest whether the caller may have it, as the cloud does: the app cannot name an
 * identity that its invocation does not carry. A port of 0 takes any free one.
 */
export async function startGateway(settings: GatewaySettings): Promise<Gateway> {
  const server = createServer((request, response) => {
    void respond(settings, request, response);
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, close: () => closeServer(server) };
}

/** Stops a server at once, connections that are kept alive included. */
export async function closeServer(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
}

async function respond(settings: GatewaySettings, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = 'GET', url = '/', headers } = request;
  const answer = await answerGateway(settings, { method, path: url, headers, body: await readBody(request) });
  const offset = String(settings.clock.now() - Date.now());
  response.writeHead(answer.status, { ...answer.headers, [CLOCK_HEADER]: offset });
  response.end(answer.status === 204 ? undefined : answer.body);
}

/** Answers one call, a refusal included. */
export function answerGateway(settings: GatewaySettings, call: GatewayCall): Promise<GatewayAnswer> {
  return answerCall(settings, call).catch(answerOfError);
}

function answerOfError(error: unknown): GatewayAnswer {
  if (error instanceof StorageError) return json(error.status, { code: error.code, message: error.message });
  if (error instanceof Refusal) {
    const answer = json(error.status, { code: error.reason, message: error.message });
    return { ...answer, headers: { ...answer.headers, 'forge-proxy-error': error.reason } };
  }
  return json(500, { code: 'UNKNOWN_ERROR', message: error instanceof Error ? error.message : String(error) });
}

function json(status: number, body: unknown): GatewayAnswer {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

async function answerCall(settings: GatewaySettings, call: GatewayCall): Promise<GatewayAnswer> {
  const { path, body } = call;
  const token = (call.headers.authorization ?? '').replace(/^Bearer /, '');
  const invocation = settings.invocationOf(token);
  if (invocation === undefined) {
    throw new Refusal(401, 'INVALID_INVOCATION', 'The invocation is over, or never was.');
  }
  const target = readTarget(call);
  if (target['type'] === 'kvs') return answerStorage(settings, path, body);
  if (target['type'] === 'fpp' && target['remote'] === 'jira') {
    return answerJira(settings, call, target, invocation);
  }
  if (target['type'] === 'fpp' && target['remote'] === 'stargate' && target['provider'] === 'app') {
    const { status, body: answer } = settings.answerQueue(path, parseJson(body), invocation);
    return answer === undefined ? { status } : json(status, answer);
  }
  throw new Refusal(400, 'NOT_AVAILABLE', `The local site has no ${JSON.stringify(target)} at ${path}.`);
}

function answerStorage(settings: GatewaySettings, path: string, body: string): GatewayAnswer {
  if (!settings.manifest.scopes.includes('storage:app')) {
    throw new Refusal(
      403,
      'SCOPE_MISSING',
      'Storage needs the scope storage:app, which the manifest does not declare.',
    );
  }
  const answer = settings.store.answer(path, parseJson(body));
  return answer === undefined ? { status: 200, body: '' } : json(200, answer);
}

async function answerJira(
  settings: GatewaySettings,
  { method, path, headers: sent, body }: GatewayCall,
  target: JsonObject,
  invocation: Invocation,
): Promise<GatewayAnswer> {
  const { identity, scopes } = authorityOf(settings.manifest, target, invocation);
  const headers = Object.fromEntries(
    Object.entries(sent).flatMap(([name, value]) =>
      NOT_FORWARDED.has(name) || value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
  const answer = await settings.jira.handle(
    { method, path, headers, body, identity, scopes },
    invocation.identity.functionKey,
  );
  const kept = Object.entries(answer.headers).filter(([name]) => !NOT_ANSWERED.has(name.toLowerCase()));
  return { status: answer.status, headers: Object.fromEntries(kept), body: answer.body };
}

/** Who a call to Jira is made as, and by which scopes. Offline impersonation has only the scopes that allow it. */
function authorityOf(
  { scopes, impersonationScopes }: Manifest,
  target: JsonObject,
  { userAuthority }: Invocation,
): { identity: Identity; scopes: string[] } {
  if (target['provider'] === 'app') return { identity: { kind: 'app' }, scopes };
  if (target['provider'] === 'none') return { identity: { kind: 'none' }, scopes };
  const accountId = target['accountId'];
  if (typeof accountId === 'string') {
    if (impersonationScopes.length === 0) {
      throw new Refusal(403, 'IMPERSONATION_NOT_ALLOWED', 'No scope of the manifest has allowImpersonation: true.');
    }
    return { identity: { kind: 'user', accountId }, scopes: impersonationScopes };
  }
  if (userAuthority === null) {
    throw new Refusal(401, 'NEEDS_AUTHENTICATION_ERR', 'Nobody is signed in whom asUser() could stand for.');
  }
  return { identity: { kind: 'user', accountId: userAuthority }, scopes };
}

function readTarget({ headers }: GatewayCall): JsonObject {
  const header = headers[TARGET_HEADER];
  const target = typeof header === 'string' ? parseJson(header) : undefined;
  if (!isObject(target)) throw new Refusal(400, 'NO_TARGET', 'The call names no target.');
  return target;
}

function parseJson(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, 'INVALID_JSON', 'The body is not JSON.');
  }
}

/** The body of a request as text. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
