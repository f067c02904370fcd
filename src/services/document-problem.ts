import * as v from 'valibot';
import type { Problem } from '../contract/answer';

/** As much of a wrong value as tells which one is meant. */
const MOST_SHOWN = 60;

/**
 * What is wrong with a part of a document, in codes that i18n has words for (`documentProblem.<code>`), with what is expected
 * there. Members that the schema does not know are unknownMembers', which names them all.
 */
export function documentProblem(issue: v.BaseIssue<unknown>): readonly Problem[] {
  const path = v.getDotPath(issue) ?? '';
  const of = (code: string, values: Problem['values'] = {}): readonly Problem[] => [
    { code: `document.${code}`, path, values: { found: shown(issue.received), ...values } },
  ];
  switch (issue.type) {
    case 'strict_object':
      if (issue.expected === 'never') return [];
      return issue.received === 'undefined' ? of('missing') : of('not-an-object');
    case 'record':
    case 'lazy':
      return of('not-an-object');
    case 'array':
      return of('not-a-list');
    case 'string':
      return of('not-a-text');
    case 'number':
      return of('not-a-number');
    case 'boolean':
      return of('not-yes-or-no');
    case 'picklist':
    case 'literal':
    case 'variant':
      return of('not-listed', { choices: choices(issue.expected) });
    case 'regex':
    case 'check':
      return of(issue.message === 'id' ? 'bad-id' : 'bad-key');
    case 'max_length':
      return of(Array.isArray(issue.input) ? 'too-many' : 'too-long', { most: Number(issue.requirement) });
    case 'iso_date':
      return of('bad-date');
    case 'raw_check':
      return of(`calendar-${issue.message}`);
    case 'finite':
    case 'min_value':
    case 'max_value':
    case 'gt_value':
    case 'lt_value':
    case 'integer':
      return of('out-of-range', { range: issue.expected ?? '' });
    default:
      return of('wrong');
  }
}

function shown(received: string): string {
  return received.length <= MOST_SHOWN ? received : `${received.slice(0, MOST_SHOWN)}…`;
}

/** `("a" | "b")` as `a, b`. */
function choices(expected: string | null): string {
  return (expected ?? '').replaceAll(/[()"]/g, '').replaceAll(' | ', ', ');
}
