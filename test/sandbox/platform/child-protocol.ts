/** Messages between the site and the child process that runs the app's bundle. JSON only. */

export interface InvocationIdentity {
  invocationId: string;
  /** What each call of the invocation is sent with; the site knows who it stands for. */
  token: string;
  functionKey: string;
  moduleKey: string;
  moduleType: string;
  accountId: string | null;
}

export interface AppIdentity {
  appId: string;
  appVersion: string;
  environmentId: string;
  environmentType: string;
  installationId: string;
  cloudId: string;
  scopes: string[];
}

/** The site that an invocation belongs to: one process may serve several. */
export interface InvokingSite {
  gatewayOrigin: string;
  app: AppIdentity;
}

export type ToChild =
  | {
      kind: 'invoke';
      site: InvokingSite;
      identity: InvocationIdentity;
      handler: string;
      payload: unknown;
      environment: unknown;
      /** Milliseconds from now after which the site gives up waiting. */
      remainingMillis: number;
      clockOffset: number;
    }
  | { kind: 'ping'; id: number };

export type FromChild =
  | { kind: 'ready'; handlers: string[] }
  | { kind: 'result'; invocationId: string; value?: unknown; memoryBytes: number }
  | { kind: 'failed'; invocationId: string; name: string; message: string; stack: string; memoryBytes: number }
  | {
      kind: 'log';
      level: string;
      text: string;
      functionKey: string | null;
      invocationId: string | null;
      /** Whose line it is; null for what was printed while nothing ran. */
      cloudId: string | null;
    }
  | { kind: 'pong'; id: number };

/** Paths of bundles by the handler file in src that each is made of: Forge makes one of each file that a handler names. */
export type Bundles = Readonly<Record<string, string>>;

/** What the child is started with, as one JSON argument. */
export interface ChildStart {
  bundles: Bundles;
  /** Addresses that the manifest lets the backend fetch. */
  egress: string[];
}

/** Each answer of the gateway tells where the site's clock stands, so that a moved clock reaches a running function. */
export const CLOCK_HEADER = 'x-site-clock-offset';
export const TARGET_HEADER = 'x-forge-target';
