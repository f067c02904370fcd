import type { AppIdentity, InvocationIdentity } from './child-protocol';

/** An invocation under way. */
export interface Running {
  identity: InvocationIdentity;
  /** When it is given up. */
  deadline: number;
}

/** What `__forge_runtime__` holds: @forge/api reads it at each call, @forge/kvs also at import, when nothing runs. */
export function runtimeOf(
  { identity }: Running,
  app: AppIdentity,
  gatewayOrigin: string,
  remaining: () => number,
): unknown {
  const contextAri = `ari:cloud:jira::site/${app.cloudId}`;
  const counter = { incr: () => undefined, decr: () => undefined };
  const timing = { measure: () => ({ stop: () => undefined }), set: () => undefined };
  return {
    proxy: { token: identity.token, url: gatewayOrigin },
    contextAri,
    container: {},
    appContext: {
      appId: app.appId,
      appVersion: app.appVersion,
      environmentId: app.environmentId,
      environmentType: app.environmentType,
      invocationId: identity.invocationId,
      installationId: app.installationId,
      functionKey: identity.functionKey,
      moduleType: identity.moduleType,
      moduleKey: identity.moduleKey,
      permissions: { scopes: app.scopes, external: {} },
    },
    aaid: identity.accountId ?? undefined,
    lambdaContext: {
      awsRequestId: identity.invocationId,
      getRemainingTimeInMillis: () => Math.max(0, remaining()),
    },
    tracing: { traceId: identity.invocationId, spanId: identity.invocationId },
    metrics: { counter: () => counter, timing: () => timing, gauge: () => ({ set: () => undefined }) },
    featureFlags: () => false,
  };
}
