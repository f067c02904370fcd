/**
 * The seams inside the local site: what the stand-in platform, the stand-in Jira and the host pages know of each other.
 * Each of the three is created by its own factory and composed in site.ts; none imports another's files.
 */

/** Milliseconds since the epoch, on the site's own clock. */
export type Instant = number;

/** The site's clock: runs at real speed from wherever it was last set. */
export interface SiteClock {
  now(): Instant;
  /** Moves the clock; it then runs on at real speed. */
  set(instant: Instant): void;
}

/** Who a call is made as. `none` is an anonymous visitor. */
export type Identity = { kind: 'app' } | { kind: 'user'; accountId: string } | { kind: 'none' };

export interface RestRequest {
  method: string;
  /** Path and query, such as `/rest/api/3/issue/10001?expand=changelog`. */
  path: string;
  headers: Record<string, string>;
  body: string;
  identity: Identity;
  /** The scopes the app declares, for calls the app makes (also as a user); null for the host pages' own calls. */
  scopes: readonly string[] | null;
}

export interface RestResponse {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** A product event as Forge delivers it to triggers (shared/events shapes). */
export interface ProductEvent {
  eventType: string;
  selfGenerated: boolean;
  [key: string]: unknown;
}

/** A custom field that the app's manifest declares, as Jira creates it at installation. */
export interface DeclaredField {
  moduleKey: string;
  name: string;
  type: string;
  readOnly: boolean;
  /** The editor's parser and validation, Jira expressions on `value`; absent where the manifest has none. */
  parser?: string;
  validation?: { expression: string; errorMessage: string };
}

/** One REST call, as counted: what the bench and the tests assert. */
export interface CountedCall {
  at: Instant;
  method: string;
  path: string;
  as: Identity['kind'];
  status: number;
  points: number;
  /** The function that made it, or null for a host page. */
  functionKey: string | null;
}

export interface StandInJira {
  handle(request: RestRequest, functionKey: string | null): Promise<RestResponse>;
  /** Called for every product event, after the write that caused it is visible. */
  onEvent(listener: (event: ProductEvent) => void): void;
  calls(): readonly CountedCall[];
  resetCalls(): void;
  /** Everything that must survive a restart; JSON. */
  dump(): unknown;
}

export interface ModuleContext {
  moduleKey: string;
  /** `context.extension`, as Forge fills it for that module type. */
  extension: Record<string, unknown>;
}

export interface Caller {
  accountId: string | null;
  accountType: 'licensed' | 'unlicensed' | 'customer' | 'anonymous';
  locale: string;
  timezone: string;
}

export interface Failure {
  functionKey: string;
  message: string;
}

export interface StandInPlatform {
  /** Calls a resolver as the bridge does; rejects as `invoke` rejects. */
  invokeResolver(context: ModuleContext, caller: Caller, key: string, payload: unknown): Promise<unknown>;
  /** Calls a plain function of the manifest by key (dynamicProperties, value, searchSuggestions …). */
  invokeFunction(functionKey: string, payload: unknown, caller: Caller): Promise<unknown>;
  deliver(event: ProductEvent): void;
  /** Runs due queue events and due scheduled triggers up to the clock's now, in order of time, until nothing is due and nothing is running. */
  settle(): Promise<void>;
  /** The earliest instant at which a delayed queue event or scheduled trigger is due. */
  nextDueAt(): Instant | null;
  /** Failures of event, queue and scheduled functions since the last call (a test that expects none asserts so). */
  takeFailures(): Failure[];
  counters(): Record<string, number>;
  /** Rows of one entity, as the developer console shows them; for the site's own pages and tests. */
  peekEntity(entityName: string): { key: string; value: Record<string, unknown> }[];
  dump(): unknown;
  close(): Promise<void>;
}
