/** Runs a parsed query over issues: which match, and in which order. */
import type { Issue } from '../model';
import type { Clause, Comparison, Operand, Query, Sorting } from './ast';
import { JqlError } from './jql-error';
import type { Key, Reader, Searcher } from './searcher';
import { searcherFor } from './searchers';
import { matchesWords } from './words';

type Test = (issue: Issue) => boolean;

/** The issues that match, sorted as the query says; without ORDER BY the newest first. Throws JqlError. */
export function runQuery(reader: Reader, query: Query, issues: readonly Issue[]): Issue[] {
  const test = query.where === null ? () => true : compile(reader, query.where);
  const compare = comparator(reader, query.order);
  return issues.filter(test).sort(compare);
}

function compile(reader: Reader, clause: Clause): Test {
  switch (clause.kind) {
    case 'and': {
      const tests = clause.parts.map((part) => compile(reader, part));
      return (issue) => tests.every((test) => test(issue));
    }
    case 'or': {
      const tests = clause.parts.map((part) => compile(reader, part));
      return (issue) => tests.some((test) => test(issue));
    }
    case 'not': {
      const test = compile(reader, clause.part);
      return (issue) => !test(issue);
    }
    case 'compare':
      return compileComparison(reader, clause);
  }
}

function compileComparison(reader: Reader, clause: Extract<Clause, { kind: 'compare' }>): Test {
  const { field, operator } = clause;
  const searcher = searcherFor(reader, field);
  const operands = clause.operands.map((operand) => withEmptyName(searcher, operand));
  const isEmptiness = operands.every(({ kind }) => kind === 'empty');
  if (isEmptiness && ['is', 'is not', '=', '!='].includes(operator)) {
    const wantsEmpty = operator === 'is' || operator === '=';
    return (issue) => (searcher.held(issue).length === 0) === wantsEmpty;
  }
  requireOperator(searcher, field, operator);
  const wanted = operands.filter(({ kind }) => kind !== 'empty').flatMap((operand) => searcher.keys(operand));
  const takesEmpty = operands.some(({ kind }) => kind === 'empty');
  return (issue) => {
    const held = searcher.held(issue);
    if (held.length === 0) return takesEmpty && operator === 'in';
    return matches(operator, held, wanted);
  };
}

const withEmptyName = (searcher: Searcher, operand: Operand): Operand =>
  operand.kind === 'literal' && operand.text.toLowerCase() === searcher.emptyName ? { kind: 'empty' } : operand;

/** An empty field never matches !=, NOT IN or !~: Jira's own surprise, kept. */
function matches(operator: Comparison, held: readonly Key[], wanted: readonly Key[]): boolean {
  switch (operator) {
    case '=':
    case 'in':
      return held.some((key) => wanted.some((other) => compareKeys(key, other) === 0));
    case '!=':
    case 'not in':
      return !held.some((key) => wanted.some((other) => compareKeys(key, other) === 0));
    case '<':
      return wanted.some((other) => held.some((key) => compareKeys(key, other) < 0));
    case '<=':
      return wanted.some((other) => held.some((key) => compareKeys(key, other) <= 0));
    case '>':
      return wanted.some((other) => held.some((key) => compareKeys(key, other) > 0));
    case '>=':
      return wanted.some((other) => held.some((key) => compareKeys(key, other) >= 0));
    case '~':
      return held.some((key) => wanted.some((other) => matchesWords(String(key), String(other))));
    case '!~':
      return !held.some((key) => wanted.some((other) => matchesWords(String(key), String(other))));
    case 'is':
    case 'is not':
      throw new JqlError(`The operator '${operator}' is used with EMPTY alone.`);
  }
}

const EQUAL: readonly Comparison[] = ['=', '!=', 'in', 'not in'];
const TEXT: readonly Comparison[] = ['~', '!~'];
const ALLOWED: Record<Searcher['compares'], readonly Comparison[]> = {
  equal: EQUAL,
  order: [...EQUAL, '<', '<=', '>', '>='],
  text: TEXT,
  both: [...EQUAL, ...TEXT],
};

function requireOperator(searcher: Searcher, field: string, operator: Comparison): void {
  if (ALLOWED[searcher.compares].includes(operator)) return;
  throw new JqlError(`The operator '${operator}' is not supported by the '${field}' field.`);
}

function compareKeys(a: Key, b: Key): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [left, right] = [String(a).toLowerCase(), String(b).toLowerCase()];
  return left < right ? -1 : Number(left > right);
}

function comparator(reader: Reader, order: readonly Sorting[]): (a: Issue, b: Issue) => number {
  const keys = order.map(({ field, descending }) => ({
    searcher: searcherFor(reader, field),
    sign: descending ? -1 : 1,
  }));
  return (a, b) => {
    for (const { searcher, sign } of keys) {
      const [left, right] = [searcher.sort(a), searcher.sort(b)];
      const difference =
        left === null || right === null ? Number(left === null) - Number(right === null) : compareKeys(left, right);
      if (difference !== 0) return sign * difference;
    }
    return Number(b.id) - Number(a.id);
  };
}
