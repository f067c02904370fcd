import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parse } from 'yaml';
import type { DeclaredField } from '../seam';
import { isObject, listAt, numberOrNullAt, objectAt, stringAt, stringsAt, type JsonObject } from './json';
import { checkManifest } from './manifest-checks';
import { manifestText } from './manifest-texts';

export interface FunctionModule {
  key: string;
  /** The name that src/index.ts exports it under. */
  exportName: string;
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

const DEFAULT_MEMORY_MEGABYTES = 512;
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

function entriesOf(modules: JsonObject, type: string): JsonObject[] {
  return listAt(modules[type], `modules.${type}`).map((item) => objectAt(item, `modules.${type}[]`));
}

function keyOf(module: JsonObject): string {
  return stringAt(module['key'], 'a module key');
}

function keyed<T extends { key: string }>(items: T[]): Map<string, T> {
  return new Map(items.map((item) => [item.key, item]));
}

function readFunction(module: JsonObject, runtimeMemory: number | null): FunctionModule {
  const key = keyOf(module);
  const [file, exportName, ...rest] = stringAt(module['handler'], `function ${key}.handler`).split('.');
  if (file !== 'index' || exportName === undefined || rest.length > 0) {
    throw new Error(`function ${key}: handler must be index.<export> of src/index.ts.`);
  }
  const own = isObject(module['runtime']) ? numberOrNullAt(module['runtime']['memoryMB'], `${key}.memoryMB`) : null;
  return {
    key,
    exportName,
    timeoutSeconds: numberOrNullAt(module['timeoutSeconds'], `function ${key}.timeoutSeconds`),
    memoryMegabytes: own ?? runtimeMemory ?? DEFAULT_MEMORY_MEGABYTES,
  };
}

function readTrigger(module: JsonObject): TriggerModule {
  const key = keyOf(module);
  const filter = isObject(module['filter']) ? module['filter'] : {};
  return {
    key,
    functionKey: stringAt(module['function'], `trigger ${key}.function`),
    events: stringsAt(module['events'], `trigger ${key}.events`),
    ignoreSelf: filter['ignoreSelf'] === true,
    appIsLicensed: filter['appIsLicensed'] === true,
    expression: typeof filter['expression'] === 'string' ? filter['expression'] : null,
    onError: oneOf(filter['onError'], ['IGNORE_AND_LOG', 'IGNORE', 'RECEIVE', 'RECEIVE_AND_LOG'], `trigger ${key}`),
  };
}

function readScheduled(module: JsonObject): ScheduledModule {
  const key = keyOf(module);
  const filter = isObject(module['filter']) ? module['filter'] : {};
  const interval = stringAt(module['interval'], `scheduledTrigger ${key}.interval`);
  return {
    key,
    functionKey: stringAt(module['function'], `scheduledTrigger ${key}.function`),
    interval: oneOf(interval, ['fiveMinute', 'hour', 'day', 'week'], `scheduledTrigger ${key}.interval`),
    appIsLicensed: filter['appIsLicensed'] === true,
  };
}

/** The value as one of the words, an absent one as the first word. */
function oneOf<T extends string>(value: unknown, words: readonly [T, ...T[]], place: string): T {
  if (value === undefined) return words[0];
  const found = words.find((word) => word === value);
  if (found === undefined) throw new Error(`${place} must be one of ${words.join(', ')}.`);
  return found;
}

function readEntities(storage: unknown): Map<string, EntityDefinition> {
  const entities = isObject(storage) ? listAt(storage['entities'], 'app.storage.entities') : [];
  return new Map(
    entities.map((item) => {
      const entity = objectAt(item, 'app.storage.entities[]');
      const name = stringAt(entity['name'], 'entity name');
      const attributes = Object.entries(objectAt(entity['attributes'], `entity ${name}.attributes`));
      const indexes = listAt(entity['indexes'], `entity ${name}.indexes`).map((index) => readIndex(index, name));
      return [
        name,
        {
          name,
          attributes: new Map(
            attributes.map(([key, value]) => [
              key,
              oneOf(
                objectAt(value, `${name}.${key}`)['type'],
                ['any', 'string', 'boolean', 'float', 'integer'],
                `entity ${name}.${key}.type`,
              ),
            ]),
          ),
          indexes: new Map(indexes.map((index) => [index.name, index])),
        },
      ];
    }),
  );
}

function readIndex(value: unknown, entity: string): EntityIndex {
  if (typeof value === 'string') return { name: value, partition: [], range: [value] };
  const index = objectAt(value, `entity ${entity}.indexes[]`);
  const name = stringAt(index['name'], `entity ${entity} index name`);
  return {
    name,
    partition: stringsAt(index['partition'], `index ${name}.partition`),
    range: stringsAt(index['range'], `index ${name}.range`),
  };
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

function readUiModule(type: string, module: JsonObject): UiModule {
  const resolver = isObject(module['resolver']) ? module['resolver']['function'] : undefined;
  const places: [string, unknown][] = [['main', module['resource']]];
  for (const place of ['view', 'edit', 'create', 'contextConfig']) {
    const part = module[place];
    if (isObject(part)) places.push([place, part['resource']]);
  }
  return {
    key: keyOf(module),
    type,
    resolverFunctionKey: typeof resolver === 'string' ? resolver : null,
    resources: new Map(places.flatMap(([place, key]) => (typeof key === 'string' ? [[place, key] as const] : []))),
    unlicensedAccess: stringsAt(module['unlicensedAccess'], `${keyOf(module)}.unlicensedAccess`),
    raw: module,
  };
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
