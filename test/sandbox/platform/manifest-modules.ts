import { isObject, listAt, numberOrNullAt, objectAt, stringAt, stringsAt, type JsonObject } from './json';
import type { DeclaredField } from '../seam';
import type { FunctionModule, Manifest, ScheduledModule, TriggerModule, UiModule } from './manifest';
import { manifestText } from './manifest-texts';
import { oneOf } from './manifest-words';

const DEFAULT_MEMORY_MEGABYTES = 512;
const HANDLER = /^[\w-]+\.\w+$/;

/** The modules of one type, as the manifest has them. */
export function entriesOf(modules: JsonObject, type: string): JsonObject[] {
  return listAt(modules[type], `modules.${type}`).map((item) => objectAt(item, `modules.${type}[]`));
}

/** The key of a module; throws where it has none. */
export function keyOf(module: JsonObject): string {
  return stringAt(module['key'], 'a module key');
}

/** Modules by their key. */
export function keyed<T extends { key: string }>(items: T[]): Map<string, T> {
  return new Map(items.map((item) => [item.key, item]));
}

/** A function, with the memory that the app's runtime gives it unless it says another. */
export function readFunction(module: JsonObject, runtimeMemory: number | null): FunctionModule {
  const key = keyOf(module);
  const handler = stringAt(module['handler'], `function ${key}.handler`);
  if (!HANDLER.test(handler)) throw new Error(`function ${key}: handler must be <file>.<export> of a file in src.`);
  const own = isObject(module['runtime']) ? numberOrNullAt(module['runtime']['memoryMB'], `${key}.memoryMB`) : null;
  return {
    key,
    handler,
    timeoutSeconds: numberOrNullAt(module['timeoutSeconds'], `function ${key}.timeoutSeconds`),
    memoryMegabytes: own ?? runtimeMemory ?? DEFAULT_MEMORY_MEGABYTES,
  };
}

/** A trigger with its filter. */
export function readTrigger(module: JsonObject): TriggerModule {
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

/** A scheduled trigger. */
export function readScheduled(module: JsonObject): ScheduledModule {
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

/** The parser and validation of a custom field's editor, as far as it has them. */
export function readFieldChecks(
  module: JsonObject,
  translations: Manifest['translations'],
): Pick<DeclaredField, 'parser' | 'validation'> {
  const edit = isObject(module['edit']) ? module['edit'] : {};
  const { parser, validation } = edit;
  const place = `jira:customField ${keyOf(module)}.edit`;
  return {
    ...(isObject(parser) ? { parser: stringAt(parser['expression'], `${place}.parser`) } : {}),
    ...(isObject(validation)
      ? {
          validation: {
            expression: stringAt(validation['expression'], `${place}.validation`),
            errorMessage: manifestText(translations, validation['errorMessage']),
          },
        }
      : {}),
  };
}

/** A module that people see, of whatever type. */
export function readUiModule(type: string, module: JsonObject): UiModule {
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
