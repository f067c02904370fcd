import type * as v from 'valibot';
import type { Problem } from '../contract/answer';

/** Names that would reach into every object of the language; valibot passes over them without a word. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/** The parts of valibot's schemas that say what an object may have. */
interface Shape {
  readonly type: string;
  readonly entries?: Readonly<Record<string, v.GenericSchema>>;
  readonly item?: v.GenericSchema;
  readonly value?: v.GenericSchema;
  readonly wrapped?: v.GenericSchema;
  readonly options?: readonly v.GenericSchema[];
  readonly key?: string | v.GenericSchema;
  readonly getter?: (input: unknown) => v.GenericSchema;
}

/** Every member of a value that the schema has no place for, and every forbidden name; valibot itself stops at the first. */
export function unknownMembers(
  schema: v.GenericSchema,
  value: unknown,
  path: readonly string[] = [],
): readonly Problem[] {
  if (typeof value !== 'object' || value === null) return [];
  const shape = schema as unknown as Shape;
  if (shape.wrapped !== undefined) return unknownMembers(shape.wrapped, value, path);
  if (shape.getter !== undefined) return unknownMembers(shape.getter(value), value, path);
  if (Array.isArray(value)) {
    const { item } = shape;
    if (item !== undefined) return value.flatMap((one, index) => unknownMembers(item, one, [...path, String(index)]));
    // To valibot a list is an object too.
    return isObjectShape(shape) ? [{ code: 'document.not-an-object', path: path.join('.') }] : [];
  }
  const tag = typeof shape.key === 'string' ? shape.key : '';
  const variant = shape.options?.find((option) => isVariant(option, tag, value));
  if (variant !== undefined) return unknownMembers(variant, value, path);
  return Object.entries(value).flatMap(([name, member]): readonly Problem[] => {
    const place = [...path, name];
    if (FORBIDDEN.has(name)) return [{ code: 'document.forbidden-name', path: place.join('.') }];
    const entry = shape.entries !== undefined && Object.hasOwn(shape.entries, name) ? shape.entries[name] : shape.value;
    if (entry !== undefined) return unknownMembers(entry, member, place);
    return shape.entries === undefined ? [] : [{ code: 'document.unknown-member', path: place.join('.') }];
  });
}

function isObjectShape({ entries, value, options }: Shape): boolean {
  return entries !== undefined || value !== undefined || options !== undefined;
}

/** Whether a value says that it is this option of a variant, by the member that tells them apart. */
function isVariant(option: v.GenericSchema, key: string, value: object): boolean {
  const literal = (option as unknown as Shape).entries?.[key] as { readonly literal?: unknown } | undefined;
  return literal !== undefined && literal.literal === (value as Readonly<Record<string, unknown>>)[key];
}
