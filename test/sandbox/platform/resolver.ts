import type { Caller, ModuleContext } from '../seam';
import type { AppIdentity } from './child-protocol';
import { jsonCopy } from './json';
import type { Manifest, UiModule } from './manifest';

const MOST_REQUEST_BYTES = 500 * 1024;
const MOST_RESPONSE_BYTES = 5 * 1024 * 1024;
/** What Forge gives as the account id of somebody who is not signed in (forge-facts §9). */
const ANONYMOUS_ACCOUNT = 'unidentified';

/** The module of that key; throws where the manifest declares none. */
export function uiModuleOf(manifest: Manifest, moduleKey: string): UiModule {
  const module = manifest.uiModules.get(moduleKey);
  if (module === undefined) throw new Error(`The manifest declares no module ${moduleKey}.`);
  return module;
}

/** Whether Forge shows a module to that kind of person at all: others see nothing, or the product's own rendering. */
export function isShownTo(module: UiModule, accountType: Caller['accountType']): boolean {
  return accountType === 'licensed' || module.unlicensedAccess.includes(accountType);
}

/**
 * `context` as a resolver gets it: of the module and the caller, never of the browser. Locale and time zone are not in
 * it (shared/events, resolver-context): a surface that needs them on the server sends them as hints.
 */
export function resolverContext(
  module: UiModule,
  { extension }: ModuleContext,
  caller: Caller,
  app: AppIdentity,
  siteUrl: string,
): Record<string, unknown> {
  return {
    cloudId: app.cloudId,
    localId: `ari:cloud:ecosystem::extension/${app.appId}/${app.environmentId}/static/${module.key}`,
    environmentId: app.environmentId,
    environmentType: app.environmentType,
    moduleKey: module.key,
    siteUrl,
    accountId: accountIdOf(caller),
    accountType: caller.accountType,
    extension: { ...extension, type: module.type },
  };
}

/** `view.getContext()` as the browser gets it: with locale and time zone, without the kind of account. */
export function viewContext(
  module: UiModule,
  context: ModuleContext,
  caller: Caller,
  app: AppIdentity,
  siteUrl: string,
): Record<string, unknown> {
  const resolver: Record<string, unknown> = { ...resolverContext(module, context, caller, app, siteUrl) };
  delete resolver['accountType'];
  return { ...resolver, locale: caller.locale, timezone: caller.timezone, theme: null };
}

/** The account id that Forge tells of a caller. */
export function accountIdOf(caller: Caller): string {
  return caller.accountId ?? ANONYMOUS_ACCOUNT;
}

/** Whose authority `asUser()` has: licensed people and customers; for other callers Forge has none (forge-facts §9). */
export function userAuthorityOf({ accountId, accountType }: Caller): string | null {
  return accountType === 'licensed' || accountType === 'customer' ? accountId : null;
}

/** The payload as the bridge's wire carries it; throws above 500 KB. */
export function carriedPayload(payload: unknown): unknown {
  const text = payload === undefined ? '' : JSON.stringify(payload);
  if (Buffer.byteLength(text) > MOST_REQUEST_BYTES) throw new Error('An invoke request has at most 500 KB.');
  return jsonCopy(payload);
}

/** The value as the bridge's wire carries it back; throws above 5 MB. */
export function carriedValue(value: unknown): unknown {
  const text = value === undefined ? '' : JSON.stringify(value);
  if (Buffer.byteLength(text) > MOST_RESPONSE_BYTES) throw new Error('An invoke response has at most 5 MB.');
  return value;
}
