import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parse } from 'yaml';
import type { DeclaredField } from '../seam';
import { isObject, listAt, numberOrNullAt, objectAt, stringAt, stringsAt, type JsonObject } from './json';
import { checkManifest } from './manifest-checks';
import { readEntities } from './manifest-entities';
import {
  entriesOf,
  keyed,
  keyOf,
  readFieldChecks,
  readFunction,
  readScheduled,
  readTrigger,
  readUiModule,
} from './manifest-modules';
import { manifestText } from './manifest-texts';

export interface FunctionModule {
  key: string;
  /** `<file>.<export>`: a file of src, which is a bundle of its own, and the name that it exports the function under. */
  handler: string;
  timeoutSeconds: number | null;
  memoryMegabytes: number;
}

export type ExpressionErrorPolicy = 'IGNORE' | 'IGNORE_AND_LOG' | 'RECEIVE' | 'RECEIVE_AND_LOG';

export interface TriggerModule {
  key: string;
  functionKey: string;
  events: string[];
  ignoreSelf: boolean;
  appIsLicensed: boolean;
  expression: string | null;
  onError: ExpressionErrorPolicy;
}

export type ScheduleInterval = 'fiveMinute' | 'hour' | 'day' | 'week';

export interface ScheduledModule {
  key: string;
  functionKey: string;
  interval: ScheduleInterval;
  appIsLicensed: boolean;
}

export interface ConsumerModule {
  key: string;
  queue: string;
  functionKey: string;
}

export type AttributeType = 'string' | 'boolean' | 'float' | 'integer' | 'any';

export interface EntityIndex {
  name: string;
  partition: string[];
  range: string[];
}

export interface EntityDefinition {
  name: string;
  attributes: ReadonlyMap<string, AttributeType>;
  indexes: ReadonlyMap<string, EntityIndex>;
}

/** A module that people see: its resolver, and each place of the module that shows a frame. */
export interface UiModule {
  key: string;
  /** Such as `jira:issueContext`: becomes `context.extension.type`. */
  type: string;
  resolverFunctionKey: string | null;
  /** Entry point (`main`, `view`, `edit` …) to resource key. */
  resources: ReadonlyMap<string, string>;
  unlicensedAccess: string[];
  /** The module as the manifest has it: titles, `dynamicProperties`, `viewportSize` and so on. */
  raw: JsonObject;
}

export interface Manifest {
  path: string;
  /** The folder that handlers and resources are relative to. */
  root: string;
  appId: string;
  functions: ReadonlyMap<string, FunctionModule>;
  triggers: TriggerModule[];
  scheduled: ScheduledModule[];
  consumers: ConsumerModule[];
  entities: ReadonlyMap<string, EntityDefinition>;
  scopes: string[];
  /** Scopes declared with `allowImpersonation: true`: what `asUser(accountId)` may use. */
  impersonationScopes: string[];
  customFields: DeclaredField[];
  /** Resource key to the absolute folder of its built files. */
  resources: ReadonlyMap<string, string>;
  uiModules: ReadonlyMap<string, UiModule>;
  translations: { resources: ReadonlyMap<string, string>; fallback: JsonObject } | null;
  /** `permissions` as the manifest has it, for the frames' content security policy. */
  permissions: JsonObject;
}

const NOT_UI = new Set(['function', 'trigger', 'scheduledTrigger', 'consumer', 'webtrigger', 'endpoint']);

/**
 * Reads an app's manifest.yml into the model that the stand-in works on. Throws with the place of the first thing that
 * Forge would refuse and that the stand-in relies on (unknown function keys, two five-minute triggers, …).
 */
export function readManifest(path: string): Manifest {
  const absolute = resolve(path);
  const document = objectAt(parse(readFileSync(absolute, 'utf8')), 'manifest.yml');
  const root = dirname(absolute);
  const app = objectAt(document['app'], 'app');
  const modules = objectAt(document['modules'], 'modules');
  const permissions = isObject(document['permissions']) ? document['permissions'] : {};
  const runtimeMemory = isObject(app['runtime']) ? numberOrNullAt(app['runtime']['memoryMB'], 'memoryMB') : null;
  const scopes = readScopes(permissions['scopes']);
  const translations = readTranslations(document['translations'], root);
  const manifest: Manifest = {
    path: absolute,
    root,
    appId: stringAt(app['id'], 'app.id'),
    functions: keyed(entriesOf(modules, 'function').map((m) => readFunction(m, runtimeMemory))),
    triggers: entriesOf(modules, 'trigger').map(readTrigger),
    scheduled: entriesOf(modules, 'scheduledTrigger').map(readScheduled),
    consumers: entriesOf(modules, 'consumer').map((module) => ({
      key: keyOf(module),
      queue: stringAt(module['queue'], `consumer ${keyOf(module)}.queue`),
      functionKey: stringAt(module['function'], `consumer ${keyOf(module)}.function`),
    })),
    entities: readEntities(app['storage']),
    scopes: scopes.map((scope) => scope.name),
    impersonationScopes: scopes.filter((scope) => scope.impersonation).map((scope) => scope.name),
    customFields: entriesOf(modules, 'jira:customField').map((module) => ({
      moduleKey: keyOf(module),
      name: manifestText(translations, module['name']),
      type: stringAt(module['type'], `jira:customField ${keyOf(module)}.type`),
      readOnly: module['readOnly'] === true,
      ...readFieldChecks(module, translations),
    })),
    resources: new Map(
      listAt(document['resources'], 'resources').map((item) => {
        const resource = objectAt(item, 'resources[]');
        const key = stringAt(resource['key'], 'resources[].key');
        return [key, resolve(root, stringAt(resource['path'], `resource ${key}.path`))];
      }),
    ),
    uiModules: keyed(
      Object.keys(modules)
        .filter((type) => !NOT_UI.has(type))
        .flatMap((type) => entriesOf(modules, type).map((module) => readUiModule(type, module))),
    ),
    translations,
    permissions,
  };
  checkManifest(manifest);
  return manifest;
}

function readScopes(value: unknown): { name: string; impersonation: boolean }[] {
  if (isObject(value)) {
    return Object.entries(value).map(([name, options]) => ({
      name,
      impersonation: isObject(options) && options['allowImpersonation'] === true,
    }));
  }
  return stringsAt(value, 'permissions.scopes').map((name) => ({ name, impersonation: false }));
}

function readTranslations(value: unknown, root: string): Manifest['translations'] {
  if (value === undefined) return null;
  const translations = objectAt(value, 'translations');
  return {
    resources: new Map(
      listAt(translations['resources'], 'translations.resources').map((item) => {
        const resource = objectAt(item, 'translations.resources[]');
        const key = stringAt(resource['key'], 'translations.resources[].key');
        return [key, resolve(root, stringAt(resource['path'], `translations ${key}.path`))];
      }),
    ),
    fallback: objectAt(translations['fallback'], 'translations.fallback'),
  };
}
