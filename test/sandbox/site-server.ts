import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { JiraRefusal } from './pages/rest';
import {
  matchRoute,
  readRequest,
  send,
  WebRefusal,
  type WebAnswer,
  type WebRequest,
  type WebRoute,
} from './pages/web/web';
import { StartProblem } from './start-problem';

/** The loopback interface alone: the site has no passwords. */
export const LOOPBACK = '127.0.0.1';

export interface SiteServer {
  readonly origin: string;
  readonly port: number;
  close(): Promise<void>;
}

export interface ServerSettings {
  /** 0 for any free port. */
  readonly port: number;
  readonly routes: readonly WebRoute[];
  /** Requests wait for it: the port is taken before the seed is in. */
  readonly isReady: Promise<unknown>;
  /** Answers the bridge's own paths; false for any other. */
  readonly bridge: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;
  /** The origin of the app's frames. */
  readonly framesOrigin: string;
  readonly onRefusal: (
    request: WebRequest,
    status: number,
    reason: string | null,
    jiraSaid: string | null,
  ) => WebAnswer;
  readonly onError: (error: unknown) => void;
}

/** A port that somebody else listens on. */
export class PortTaken extends StartProblem {
  constructor(readonly port: number) {
    super(`Port ${String(port)} is taken. Choose another one: PORT=${String(port + 10)} npm start`);
  }
}

/** Serves the pages on loopback. Rejects with PortTaken. */
export async function startSiteServer(settings: ServerSettings): Promise<SiteServer> {
  const server = createServer((request, response) => {
    void answer(request, response).catch((error: unknown) => {
      settings.onError(error);
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
      response.end('The local site failed; its terminal says why.');
    });
  });
  await listen(server, settings.port);
  const { port } = server.address() as AddressInfo;
  const origin = `http://${LOOPBACK}:${String(port)}`;

  const answer = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (incoming.headers.host === `localhost:${String(port)}` && incoming.method === 'GET') {
      return void response.writeHead(303, { location: `${origin}${incoming.url ?? '/'}` }).end();
    }
    if (!isOwn(incoming, origin)) {
      return void response.writeHead(403, { 'content-type': 'text/plain' }).end('Another site may not call this one.');
    }
    await settings.isReady;
    if (await settings.bridge(incoming, response)) return;
    const headers = securityHeaders(settings.framesOrigin);
    const request = await readRequest(incoming, origin);
    send(response, await answerOf(request), headers);
  };

  const answerOf = async (request: Omit<WebRequest, 'params'>): Promise<WebAnswer> => {
    const match = matchRoute(settings.routes, request.method, request.url.pathname);
    const whole = { ...request, params: match?.params ?? {} };
    if (match === null) return settings.onRefusal(whole, 404, null, null);
    try {
      return await match.route.answer(whole);
    } catch (error) {
      if (error instanceof WebRefusal) return settings.onRefusal(whole, error.status, error.message, null);
      if (error instanceof JiraRefusal) return settings.onRefusal(whole, error.status, null, error.said);
      throw error;
    }
  };

  return { origin, port, close: () => closeServer(server) };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new PortTaken(port) : error);
    });
    server.listen(port, LOOPBACK, resolve);
  });
}

const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

/** Names that lead elsewhere (DNS rebinding) and posts from other pages are refused. */
function isOwn({ headers, method }: IncomingMessage, origin: string): boolean {
  const isPost = method !== 'GET' && method !== 'HEAD';
  const from = headers.origin;
  return `http://${headers.host ?? ''}` === origin && (!isPost || from === undefined || from === origin);
}

const securityHeaders = (framesOrigin: string): Record<string, string> => ({
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    `frame-src ${framesOrigin}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
});
