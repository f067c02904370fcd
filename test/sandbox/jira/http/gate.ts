/** Before a route answers: the app's scopes, and whether this kind of account may use this kind of route. */
import type { Identity } from '../../seam';
import type { Site } from '../site';
import { gatewayError, jsmError, platformError } from './answer';
import type { Caller } from './call';
import type { Route } from './route';
import { SCOPES } from './scopes';

/** The caller behind an identity; 401 for an account that the site does not know. */
export function callerOf(site: Site, identity: Identity): Caller {
  if (identity.kind === 'none') return { kind: 'anonymous' };
  if (identity.kind === 'app') return { kind: 'app', user: site.user(site.options.appAccountId) };
  const user = site.state.users[identity.accountId];
  if (user?.active !== true) throw platformError(401, ['Client must be authenticated to access this resource.']);
  return { kind: 'user', user };
}

/** 401 as Atlassian's gateway answers when neither the classic nor all granular scopes of the route are granted. */
export function requireScopes(route: Route, granted: readonly string[] | null): void {
  if (granted === null) return;
  const needed = SCOPES[`${route.method} ${route.template}`];
  if (needed === undefined) throw new Error(`no scopes known for ${route.method} ${route.template}`);
  const holds = (scopes: readonly string[]): boolean => scopes.every((scope) => granted.includes(scope));
  if (holds(needed.classic) || (needed.granular.length > 0 && holds(needed.granular))) return;
  throw gatewayError(401, 'Unauthorized; scope does not match');
}

/**
 * Portal-only customers and people without licence use servicedeskapi alone (ECO-838), and an app cannot act as a
 * person without licence at all: it must ask as itself (forge-facts §9).
 */
export function requireAudience(route: Route, caller: Caller, throughApp: boolean): void {
  if (route.audience === 'open') return;
  const isJsm = route.template.startsWith('/rest/servicedeskapi');
  if (caller.kind === 'anonymous') {
    throw isJsm
      ? jsmError(401, 'Client must be authenticated to access this resource.', 'sd.unauthenticated')
      : platformError(401, ['Client must be authenticated to access this resource.']);
  }
  if (caller.user.licence === 'jira') return;
  if (throughApp && caller.user.accountType !== 'customer') {
    throw gatewayError(403, 'Forbidden; the app cannot act as a user without access to the product');
  }
  if (route.audience === 'platform') throw platformError(403, ['You do not have permission to access Jira.']);
}
