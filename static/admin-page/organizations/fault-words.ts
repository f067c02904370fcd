import type { Problem } from '../../../src/contract/answer';
import type { LineFault } from '../../../src/core/policy/assignment-import';
import type { ImportColumn, TableFault } from '../../../src/core/policy/import-table';
import type { AdminWords } from '../admin-words';
import { problemWords } from '../draft/problem-words';
import type { Names } from '../names';

/** What is wrong with a line of an import, and how to mend it. */
export function faultWords(fault: LineFault | TableFault, words: AdminWords, names: Names): string {
  const { say, quote } = words;
  const column = (key: ImportColumn): string => quote(say(`organizations.columns.${key}`));
  switch (fault.code) {
    case 'empty':
    case 'bad-quotes':
    case 'unreadable-characters':
      return say(`organizations.fault.${fault.code}`);
    case 'missing-column':
    case 'repeated-column':
    case 'cell-empty':
      return say(`organizations.fault.${fault.code}`, { column: column(fault.column) });
    case 'too-many-cells':
      return say('organizations.fault.too-many-cells', { count: fault.count, most: words.format.number(fault.most) });
    case 'unknown-organization':
    case 'ambiguous-organization':
      return say(`organizations.fault.${fault.code}`, { name: quote(fault.name) });
    case 'bad-date':
    case 'ambiguous-date':
      return say(`organizations.fault.${fault.code}`, { column: column(fault.column), text: quote(fault.text) });
    case 'unknown-plan':
      return say('organizations.fault.unknown-plan', { plan: quote(fault.plan) });
    case 'unknown-calendar':
      return say('organizations.fault.unknown-calendar', { calendar: quote(fault.calendar) });
    case 'ends-before-start':
      return say('problem.ends-before-start');
    case 'days-overlap':
      return say('problem.days-overlap', { plan: names.plan(fault.plan), from: words.format.date(fault.from) });
    case 'repeated-line':
    case 'lines-overlap':
      return say(`organizations.fault.${fault.code}`, { line: fault.line });
  }
}

/** Why a line that was good when it was read did not fit when its turn came. */
export function refusalWords(problem: Problem, words: AdminWords, names: Names): string {
  switch (problem.code) {
    case 'changed-meanwhile':
    case 'repeated-line':
      return words.say(`organizations.refusal.${problem.code}`);
    default:
      return problemWords(problem, [], words, names);
  }
}
