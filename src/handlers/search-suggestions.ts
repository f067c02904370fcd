import * as v from 'valibot';
import { suggestValues, type ValueSuggestion } from '../services/suggest-values';
import { ports } from './deps';

/** `fieldType` is the id of the field's module, which ends in its key. */
const payloadShape = v.object({ fieldType: v.string(), query: v.nullish(v.string(), '') });

/**
 * What the JQL editor suggests for the app's own fields. Asked by Jira for whoever types a query, without a user to ask
 * as; what it answers is what the policy publishes to all.
 */
export async function searchSuggestions(payload: unknown): Promise<readonly ValueSuggestion[]> {
  const parsed = v.safeParse(payloadShape, payload);
  if (!parsed.success) return [];
  const { fieldType, query } = parsed.output;
  return suggestValues(ports, fieldType.slice(fieldType.lastIndexOf('/') + 1), query);
}
