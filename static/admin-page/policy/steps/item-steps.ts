import { withItem, type NewItem } from '../../../../src/core/policy/edit/add-item';
import type { ListName } from '../../../../src/core/policy/edit/list-names';
import { inOrder } from '../../../../src/core/policy/edit/order-items';
import { withoutItem } from '../../../../src/core/policy/edit/remove-item';
import { keysOf } from '../../../../src/core/policy/edit/list-names';
import type { StepKind } from '../../draft/step-kind';
import { goesWithWords, itemName, listName } from '../item-words';

/** A level, priority, plan, clause … more. */
export interface AddStep extends NewItem {
  readonly kind: 'add';
  readonly list: ListName;
}

export const addStep: StepKind<AddStep> = {
  kind: 'add',
  about: 'item',
  key: ({ list, key }) => `${list}/${key}`,
  apply: (document, { list, key, label, copyOf }) =>
    withItem(document, list, copyOf === undefined ? { key, label } : { key, label, copyOf }),
  words: ({ list, key, label }, { words }) => [
    { place: listName(list, words), before: words.say('none'), after: words.pick(label) || key },
  ],
};

/** One less, with what goes with it. */
export interface RemoveStep {
  readonly kind: 'remove';
  readonly list: ListName;
  readonly key: string;
}

export const removeStep: StepKind<RemoveStep> = {
  kind: 'remove',
  about: 'item',
  key: ({ list, key }) => `${list}/${key}`,
  apply: (document, { list, key }) => withoutItem(document, list, key),
  words: ({ list, key }, scene) => {
    const { base, words } = scene;
    const also = goesWithWords(base, list, key, words, scene.names);
    const before = itemName(base, list, key, words);
    return [
      {
        place: listName(list, words),
        before,
        after: also === null ? words.say('removed') : words.say('removedWith', { also }),
      },
    ];
  },
};

/** The order of a list. */
export interface OrderStep {
  readonly kind: 'order';
  readonly list: ListName;
  readonly keys: readonly string[];
}

export const orderStep: StepKind<OrderStep> = {
  kind: 'order',
  key: ({ list }) => list,
  apply: (document, { list, keys }) => inOrder(document, list, keys),
  words: ({ list, keys }, { base, words }) => {
    const text = (ordered: readonly string[]): string =>
      ordered.map((key) => itemName(base, list, key, words)).join(', ');
    return [
      {
        place: words.say('orderOf', { list: listName(list, words) }),
        before: text(keysOf(base, list)),
        after: text(keys),
      },
    ];
  },
};
