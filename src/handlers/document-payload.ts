import type { PolicyDocument } from '../core/policy/document';
import { parsePolicyDocument } from '../services/policy-schema';
import { Refusal } from './surface';

/** The draft that a call brings; refused with every problem at once where it is malformed. */
export function documentFrom(value: unknown): PolicyDocument {
  const parsed = parsePolicyDocument(value);
  if (!parsed.ok) throw new Refusal('invalid-input', parsed.problems);
  return parsed.document;
}
