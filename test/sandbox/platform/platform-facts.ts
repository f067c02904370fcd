import type { AppIdentity } from './child-protocol';
import type { Manifest } from './manifest';

const SECOND = 1_000;
const WAITED_FOR_MILLIS = 25 * SECOND;
const BACKGROUND_MILLIS = 55 * SECOND;

/** What the app is told it is: its own id, and fixed ids of an environment, an installation and a site. */
export function identityOf(manifest: Manifest, options: { cloudId?: string; installationId?: string }): AppIdentity {
  return {
    // The runtime has the bare id: the SDK makes ARIs of it.
    appId: manifest.appId.slice(manifest.appId.lastIndexOf('/') + 1),
    appVersion: '1.0.0',
    environmentId: '00000000-0000-4000-8000-000000000001',
    environmentType: 'PRODUCTION',
    installationId: options.installationId ?? '00000000-0000-4000-8000-000000000002',
    cloudId: options.cloudId ?? '00000000-0000-4000-8000-000000000003',
    scopes: manifest.scopes,
  };
}

/** The address that the app is told its site has. */
export function siteUrlOf(options: { siteUrl?: string }): string {
  return options.siteUrl ?? 'https://cadran.atlassian.net';
}

/** Milliseconds a function may take: 25 s where people or products wait, 55 s or the manifest's own for queues and schedules (forge-facts §5). */
export function timeoutOf(
  manifest: Manifest,
  functionKey: string,
  moduleType: string,
  options: { timeouts?: Readonly<Record<string, number>> },
): number {
  const replaced = options.timeouts?.[functionKey];
  if (replaced !== undefined) return replaced;
  const fn = manifest.functions.get(functionKey);
  const isBackground = moduleType === 'consumer' || moduleType === 'scheduledTrigger';
  const seconds = fn?.timeoutSeconds ?? null;
  if (seconds === null) return isBackground ? BACKGROUND_MILLIS : WAITED_FOR_MILLIS;
  return seconds * SECOND;
}

/** The addresses that the manifest lets the backend fetch. */
export function egressOf({ permissions }: Manifest): string[] {
  const external = permissions['external'] as { fetch?: { backend?: unknown[] } } | undefined;
  return (external?.fetch?.backend ?? []).filter((address): address is string => typeof address === 'string');
}
