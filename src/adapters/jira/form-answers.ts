/**
 * What Jira keeps of the portal form's own panel: an issue property whose key is the UUID of the app's id. Not confirmed
 * on a live site is the form of its value: an object by field key, the list that the panel submits, or that list under
 * `fields` are all read. Anything else counts as no answer.
 */
import { getAppContext } from '@forge/api';
import * as v from 'valibot';
import type { FormAnswers } from '../../services/ports';

/** The key of the property. */
export function formProperty(): string {
  return getAppContext().appAri.appId;
}

const fieldList = v.array(v.object({ key: v.string(), value: v.unknown() }));
const byKey = v.record(v.string(), v.unknown());
const answer = v.pipe(v.string(), v.minLength(1), v.maxLength(40));

/** The levels in the property's value; null where it names neither. */
export function formAnswersOf(value: unknown): FormAnswers | null {
  const listed = v.safeParse(
    v.union([fieldList, v.pipe(v.object({ fields: fieldList }), v.transform(fieldsOf))]),
    value,
  );
  const fields = listed.success
    ? Object.fromEntries(listed.output.map(({ key, value: given }) => [key, given]))
    : v.is(byKey, value) && !Array.isArray(value)
      ? value
      : {};
  const level = (name: 'impact' | 'urgency'): string | null => (v.is(answer, fields[name]) ? fields[name] : null);
  const answers = { impact: level('impact'), urgency: level('urgency') };
  return answers.impact === null && answers.urgency === null ? null : answers;
}

function fieldsOf({ fields }: { fields: v.InferOutput<typeof fieldList> }): v.InferOutput<typeof fieldList> {
  return fields;
}
