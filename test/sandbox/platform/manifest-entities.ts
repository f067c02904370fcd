import { isObject, listAt, objectAt, stringAt, stringsAt } from './json';
import type { EntityDefinition, EntityIndex } from './manifest';
import { oneOf } from './manifest-words';

/** `app.storage.entities` by name. */
export function readEntities(storage: unknown): Map<string, EntityDefinition> {
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
