/** The ways in which fields are searched: by names of things, by people, by words, by plain values, by issue key. */
import type { Issue } from '../model';
import { peopleFunction } from './functions';
import { JqlError } from './jql-error';
import type { Key, Reader, Searcher } from './searcher';

/** A thing that queries name. */
export interface Named {
  id: string;
  names: string[];
  rank: Key;
}

/** Ids are compared by rank, so that order works where the searcher allows it. */
export function named(fieldName: string, things: readonly Named[], heldIds: (issue: Issue) => Key[]): Searcher {
  const byId = new Map(things.map((thing) => [thing.id, thing]));
  const heldRanks = (issue: Issue): Key[] =>
    heldIds(issue)
      .flatMap((id) => byId.get(String(id)) ?? [])
      .map(({ rank }) => rank);
  return {
    compares: 'equal',
    held: heldRanks,
    keys: (operand) => {
      if (operand.kind !== 'literal') throw new JqlError(`A function is not possible for the field '${fieldName}'.`);
      const wanted = operand.text.toLowerCase();
      const found = things.filter(({ names }) => names.some((name) => name.toLowerCase() === wanted));
      if (found.length === 0) {
        throw new JqlError(`The value '${operand.text}' does not exist for the field '${fieldName}'.`);
      }
      return found.map(({ rank }) => rank);
    },
    sort: (issue) => heldRanks(issue)[0] ?? null,
  };
}

export function peopleSearcher(reader: Reader, fieldName: string, held: (issue: Issue) => string[]): Searcher {
  const { users } = reader.site.state;
  return {
    compares: 'equal',
    held,
    keys: (operand) => {
      if (operand.kind === 'call') return peopleFunction(reader, operand.name, operand.args);
      const wanted = operand.kind === 'literal' ? operand.text : '';
      const found = Object.values(users).find(
        ({ accountId, displayName }) => accountId === wanted || displayName === wanted,
      );
      if (found === undefined) throw new JqlError(`The value '${wanted}' does not exist for the field '${fieldName}'.`);
      return [found.accountId];
    },
    sort: (issue) => users[held(issue)[0] ?? '']?.displayName ?? null,
  };
}

/** Words, by ~ alone. */
export function textSearcher(words: (issue: Issue) => string): Searcher {
  const held = (issue: Issue): Key[] => {
    const text = words(issue);
    return text.trim() === '' ? [] : [text];
  };
  return { compares: 'text', held, keys: literal, sort: (issue) => held(issue)[0] ?? null };
}

/** Values as they are. */
export function single(held: (issue: Issue) => Key[]): Searcher {
  return { compares: 'equal', held, keys: literal, sort: (issue) => held(issue)[0] ?? null };
}

/** Issues by key or id; order is by project key, then number. */
export function keySearcher({ site }: Reader): Searcher {
  const orderOf = (issue: Issue): string => {
    const [project = '', number = ''] = issue.key.split('-');
    return `${project}-${number.padStart(12, '0')}`;
  };
  return {
    compares: 'order',
    held: (issue) => [orderOf(issue)],
    keys: (operand) => {
      const text = operand.kind === 'literal' ? operand.text : '';
      const issue = site.issue(text);
      if (issue === undefined) throw new JqlError(`An issue with key '${text}' does not exist for field 'key'.`);
      return [orderOf(issue)];
    },
    sort: orderOf,
  };
}

const literal: Searcher['keys'] = (operand) => {
  if (operand.kind !== 'literal') throw new JqlError('A function is not possible here.');
  return [operand.text];
};
