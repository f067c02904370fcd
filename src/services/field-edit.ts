import type { LevelFieldMapping, LevelKey } from '../core/policy/document';

/**
 * A level's value as its field takes it: the key in Cadran's own field, the option that the admin mapped to it in JSM's
 * select; no level clears either. Null where there is no such field or option.
 */
export function fieldEdit(
  ownField: string | null,
  mapping: LevelFieldMapping | null,
  level: LevelKey | null,
): { fieldId: string; value: unknown } | null {
  if (mapping === null) return ownField === null ? null : { fieldId: ownField, value: level };
  if (level === null) return { fieldId: mapping.fieldId, value: null };
  const option = Object.keys(mapping.options).find((id) => mapping.options[id] === level);
  return option === undefined ? null : { fieldId: mapping.fieldId, value: { id: option } };
}
