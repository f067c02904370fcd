import type { PolicyDocument } from '../../../src/core/policy/document';
import type { ListName } from '../../../src/core/policy/edit/list-names';
import { goesWith } from '../../../src/core/policy/edit/remove-item';
import type { Bilingual } from '../../../src/core/policy/text';
import type { AdminWords } from '../admin-words';
import type { Names } from '../names';

/** What a list is called: `Impact levels`, `Plans`. */
export function listName(list: ListName, words: AdminWords): string {
  return words.say(`list.${list}`);
}

/** What people call an item; its key where it has no name (any more). A clause is known by its first words. */
export function itemName(document: PolicyDocument, list: ListName, key: string, words: AdminWords): string {
  const label = labelOf(document, list, key);
  const name = label === undefined ? '' : words.pick(label);
  if (name === '') return key;
  const start = name.split(/\s+/);
  return list === 'clauses' && start.length > 6 ? `${start.slice(0, 5).join(' ')}…` : name;
}

function labelOf(document: PolicyDocument, list: ListName, key: string): Bilingual | undefined {
  const find = <T extends { readonly key: string }>(items: readonly T[]): T | undefined =>
    items.find((item) => item.key === key);
  switch (list) {
    case 'impacts':
    case 'urgencies':
    case 'plans':
      return find<PolicyDocument['plans'][number] | PolicyDocument['impacts'][number]>(document[list])?.label.shown;
    case 'clauses':
      return find(document.clauses)?.text.shown;
    case 'entitlements':
      return find(document.plans.flatMap(({ entitlements }) => entitlements))?.label.shown;
    case 'priorities':
    case 'reasons':
    case 'orderingBodies':
      return find(document[list] as readonly { readonly key: string; readonly label: Bilingual }[])?.label;
  }
}

/** `4 cells of the matrix become P3, 4 targets go`; null where an item goes alone. */
export function goesWithWords(
  document: PolicyDocument,
  list: ListName,
  key: string,
  words: AdminWords,
  names: Names,
): string | null {
  const also = goesWith(document, list, key).map((what) => {
    const { count } = what;
    switch (what.what) {
      case 'cells':
        return what.to === null
          ? words.say('goesWith.cells', { count })
          : words.say('goesWith.cellsTo', { count, to: names.priority(what.to) });
      case 'default-plan':
        return what.to === null
          ? words.say('goesWith.defaultPlanNone')
          : words.say('goesWith.defaultPlan', { to: names.plan(what.to) });
      case 'targets':
      case 'options':
        return words.say(`goesWith.${what.what}`, { count });
      case 'duty':
        return words.say('goesWith.duty');
    }
  });
  return also.length === 0 ? null : words.list(also);
}
