/** What people and REST edits send for a field: the app's own fields by their manifest's parser and validation first. */
import type { Field, Project } from '../model';
import type { Site } from '../site';
import { parseField, reject, type Parsed } from './parse';

/**
 * As parseField, with what the manifest declares for the field's editor. The app's own writes of values
 * (`app/field/value`) go by neither.
 */
export function parseEdited(site: Site, field: Field, project: Project, input: unknown): Parsed {
  const { parser, validation } = field.app ?? {};
  const value = parser === undefined || typeof input !== 'string' ? input : expressionOf(parser)(input);
  if (validation !== undefined) {
    const verdict = expressionOf(validation.expression)(value ?? null);
    if (verdict !== true) return reject(typeof verdict === 'string' ? verdict : validation.errorMessage);
  }
  return parseField(site, field, project, value);
}

/** A Jira expression on `value`. Those of this kind are JavaScript too; the manifest is this project's own file. */
function expressionOf(source: string): (value: unknown) => unknown {
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  return new Function('value', `return (${source})`) as (value: unknown) => unknown;
}
