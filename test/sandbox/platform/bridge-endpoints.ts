import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Caller, ModuleContext, StandInJira } from '../seam';
import type { Frames } from './frames';
import { readBody } from './gateway';
import { isObject, objectAt, type JsonObject } from './json';
import type { UiModule } from './manifest';
import type { LocalPlatform } from './platform';
import { isShownTo, uiModuleOf } from './resolver';

export interface BridgeSettings {
  platform: LocalPlatform;
  jira: StandInJira;
  frames: Frames;
  /** The signed-in person of a request, by what the site knows (a cookie), never by what the page says. */
  callerOf: (request: IncomingMessage) => Caller | Promise<Caller>;
  /**
   * `context.extension` of a module on what a page shows (an issue key, a request key …), or null where the person may
   * not see that: made on the server, as the product makes it in the cloud.
   */
  extensionOf: (
    module: UiModule,
    subject: unknown,
    caller: Caller,
  ) => Record<string, unknown> | null | Promise<Record<string, unknown> | null>;
}

/** Answers the host pages' requests under `/__forge/`; gives false for any other path, untouched. */
export type BridgeEndpoints = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

interface Mount {
  context: ModuleContext;
  accountId: string | null;
}

class Refused extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

const MOST_MOUNTS = 1_000;

/**
 * The server's side of the bridge: `mount` gives a frame its address, context and an opaque token; `invoke` and `fetch`
 * take the token, so that neither the frame nor the page can name another person, module or issue than was mounted.
 * Only JSON is taken: another origin, such as the frame's own, cannot send that without being asked.
 */
export function createBridgeEndpoints(settings: BridgeSettings): BridgeEndpoints {
  const mounts = new Map<string, Mount>();

  const mount = async (body: JsonObject, caller: Caller): Promise<unknown> => {
    const module = uiModuleOf(settings.platform.manifest, needed(body, 'moduleKey'));
    if (!isShownTo(module, caller.accountType)) throw new Refused(403, `${module.key} is not shown to this person.`);
    const place = typeof body['place'] === 'string' ? body['place'] : 'main';
    const resource = typeof body['resource'] === 'string' ? body['resource'] : module.resources.get(place);
    if (resource === undefined) throw new Refused(404, `${module.key} shows nothing as ${place}.`);
    const extension = await settings.extensionOf(module, body['subject'], caller);
    if (extension === null) throw new Refused(403, 'There is nothing here that this person may see.');
    const token = randomUUID();
    const context = { moduleKey: module.key, extension };
    mounts.set(token, { context, accountId: caller.accountId });
    if (mounts.size > MOST_MOUNTS) mounts.delete(mounts.keys().next().value ?? '');
    return {
      token,
      frameUrl: settings.frames.urlOf(resource),
      frameOrigin: settings.frames.origin,
      context: settings.platform.viewContext(context, caller),
      viewportSize: module.raw['viewportSize'] ?? null,
    };
  };

  const mounted = (body: JsonObject, caller: Caller): ModuleContext => {
    const found = mounts.get(needed(body, 'token'));
    if (found?.accountId !== caller.accountId)
      throw new Refused(403, 'The frame is not this person’s; reload the page.');
    return found.context;
  };

  const invoke = async (body: JsonObject, caller: Caller): Promise<unknown> => {
    const key = needed(body, 'functionKey');
    const value = await settings.platform.invokeResolver(mounted(body, caller), caller, key, body['payload']);
    return { value };
  };

  /** `requestJira` of the browser: as the person themselves, by the app's scopes. */
  const fetchProduct = async (body: JsonObject, caller: Caller): Promise<unknown> => {
    mounted(body, caller);
    if (body['product'] !== 'jira') throw new Refused(400, `The local site has no product ${String(body['product'])}.`);
    const init = isObject(body['init']) ? body['init'] : {};
    const { accountId } = caller;
    const answer = await settings.jira.handle(
      {
        method: typeof init['method'] === 'string' ? init['method'] : 'GET',
        path: needed(body, 'restPath'),
        headers: headersOf(init['headers']),
        body: typeof init['body'] === 'string' ? init['body'] : '',
        identity: accountId === null ? { kind: 'none' } : { kind: 'user', accountId },
        scopes: settings.platform.manifest.scopes,
      },
      null,
    );
    return { status: answer.status, statusText: '', headers: answer.headers, body: answer.body };
  };

  const routes: Readonly<Record<string, (body: JsonObject, caller: Caller) => Promise<unknown>>> = {
    '/__forge/mount': mount,
    '/__forge/invoke': invoke,
    '/__forge/fetch': fetchProduct,
  };

  return async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://site').pathname;
    const route = routes[path];
    if (route === undefined) return false;
    let status = 200;
    const answer = await answerRoute(route, request, settings.callerOf).catch((error: unknown) => {
      status = error instanceof Refused ? error.status : 500;
      return { error: { message: error instanceof Error ? error.message : String(error) } };
    });
    response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    response.end(JSON.stringify(answer));
    return true;
  };
}

async function answerRoute(
  route: (body: JsonObject, caller: Caller) => Promise<unknown>,
  request: IncomingMessage,
  callerOf: BridgeSettings['callerOf'],
): Promise<unknown> {
  if (request.method !== 'POST' || request.headers['content-type'] !== 'application/json') {
    throw new Refused(415, 'The bridge takes JSON by POST.');
  }
  return route(parseBody(await readBody(request)), await callerOf(request));
}

function parseBody(text: string): JsonObject {
  try {
    return objectAt(JSON.parse(text), 'body');
  } catch (error) {
    throw new Refused(400, error instanceof Error ? error.message : 'The body is not JSON.');
  }
}

/** A part of a request that has to be there. */
function needed(body: JsonObject, name: string): string {
  const value = body[name];
  if (typeof value !== 'string' || value === '') throw new Refused(400, `${name} is needed.`);
  return value;
}

function headersOf(value: unknown): Record<string, string> {
  if (!Array.isArray(value)) return {};
  return Object.fromEntries(
    (value as unknown[]).flatMap((pair) =>
      Array.isArray(pair) ? [[String(pair[0]).toLowerCase(), String(pair[1])]] : [],
    ),
  );
}
