import { join } from 'node:path';
import type { Caller, ModuleContext, RestRequest, RestResponse, SiteClock, StandInJira } from './seam';
import { createJira } from './jira/create-jira';
import type { JiraAdmin } from './jira/admin/jira-admin';
import type { JiraOptionsInput } from './jira/options';
import { bundleForNode } from './platform/bundle';
import type { Bundles } from './platform/child-protocol';
import { readManifest, type Manifest } from './platform/manifest';
import { createPlatform, type LocalPlatform, type PlatformOptions } from './platform/platform';
import { textIn, translationsOf, type Language } from './pages/site-facts';

/** Forge's environment of the local site; the platform and Jira both name it. */
const ENVIRONMENT_ID = '00000000-0000-4000-8000-000000000001';
const MANIFEST = 'manifest.yml';

/** What survives a restart. */
export interface StageDump {
  readonly jira: unknown;
  readonly platform: unknown;
}

export interface StageSettings {
  readonly clock: SiteClock;
  /** Jira's own clock, where it does not go with the platform's. */
  readonly jiraClock?: SiteClock;
  /** Null for a new, empty site. */
  readonly dump: StageDump | null;
  readonly jiraOptions?: JiraOptionsInput;
  readonly platformOptions?: PlatformOptions;
  /** The manifest of another app than this project's: for tests of the site itself. */
  readonly manifestPath?: string;
  /** Hears every call of the app with its answer. */
  readonly onCall?: (request: RestRequest, answer: RestResponse) => void;
}

/** A Jira site with the app installed: the two stand-ins, connected as the cloud connects them. */
export interface Stage {
  readonly jira: StandInJira & JiraAdmin;
  readonly platform: LocalPlatform;
  readonly translate: (key: string, language: Language) => string;
  /** How many calls have changed the Jira site so far. */
  writes(): number;
  dump(): StageDump;
  close(): Promise<void>;
}

/** Starts the stand-in Jira and the stand-in platform on one clock. Rejects where the app would not deploy. */
export async function createStage(settings: StageSettings): Promise<Stage> {
  const { clock, dump, jiraOptions = {}, platformOptions = {} } = settings;
  const manifestPath = settings.manifestPath ?? MANIFEST;
  const manifest = readManifest(manifestPath);
  const translate = translationsOf({ manifest });
  const jira = createJira({
    clock: settings.jiraClock ?? clock,
    // Jira keeps a field under its name in the site's language.
    fields: manifest.customFields.map((field) => ({
      ...field,
      name: textIn(manifest.uiModules.get(field.moduleKey)?.raw['name'], 'en', translate),
    })),
    appId: manifest.appId,
    environmentId: ENVIRONMENT_ID,
    ...(dump === null ? {} : { state: dump.jira }),
    options: jiraOptions,
  });
  let writes = 0;
  const counted: StandInJira = {
    ...jira,
    handle: async (request, functionKey) => {
      const answer = await jira.handle(request, functionKey);
      if (answer.status < 300 && isWrite(request)) writes += 1;
      if (functionKey !== null) settings.onCall?.(request, answer);
      return answer;
    },
  };
  const platform = await createPlatform({
    manifestPath,
    // Functions that run elsewhere than in a process of their own need no bundle.
    bundles: platformOptions.host === undefined ? await bundlesOf(manifest) : {},
    clock,
    jira: counted,
    ...(dump === null ? {} : { state: dump.platform }),
    options: platformOptions,
  });
  jira.onEvent((event) => platform.deliver(event));
  return {
    jira: { ...jira, handle: (request, functionKey) => counted.handle(request, functionKey) },
    platform,
    translate,
    writes: () => writes,
    dump: () => ({ jira: jira.dump(), platform: platform.dump() }),
    close: () => platform.close(),
  };
}

/** As Forge's bundler does: one bundle of each file that a handler names. */
async function bundlesOf({ root, functions }: Manifest): Promise<Bundles> {
  const files = new Set([...functions.values()].map(({ handler }) => handler.slice(0, handler.indexOf('.'))));
  const made = [...files].map(async (file) => [file, (await bundleForNode(join(root, 'src', `${file}.ts`))).path]);
  return Object.fromEntries(await Promise.all(made)) as Bundles;
}

/** Hears every answer that the app gave a surface, beside giving it on. */
export function observing(
  platform: LocalPlatform,
  observe: (context: ModuleContext, caller: Caller, key: string, answer: unknown) => void,
): LocalPlatform {
  return {
    ...platform,
    invokeResolver: async (context, caller, key, payload) => {
      const answer = await platform.invokeResolver(context, caller, key, payload);
      observe(context, caller, key, answer);
      return answer;
    },
  };
}

/** Jira also reads by POST, where what to read is too long for an address. */
const READS_BY_POST = /\/(search\/|bulkfetch|[a-z]+\/list|check|match|mappings)/;

/** Whether a call changes the site. */
export const isWrite = ({ method, path }: Pick<RestRequest, 'method' | 'path'>): boolean =>
  method !== 'GET' && !READS_BY_POST.test(path);
