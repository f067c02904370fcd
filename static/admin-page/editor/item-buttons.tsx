import { useState } from 'react';
import { keysOf, type ListName } from '../../../src/core/policy/edit/list-names';
import { Icon } from '../../shared/icon';
import { goesWithWords, itemName } from '../policy/item-words';
import { useWorkspace } from '../workspace-context';

/** Moves an item of a list up and down and removes it; what would go with it is asked about first. */
export function ItemButtons({ list, item }: { readonly list: ListName; readonly item: string }) {
  const { policy, words, names, draft } = useWorkspace();
  const { say } = words;
  const [isAsking, setAsking] = useState(false);
  const keys = keysOf(policy, list);
  const index = keys.indexOf(item);
  const what = itemName(policy, list, item, words);
  const move = (to: number): void => {
    draft.add({ kind: 'order', list, keys: keys.toSpliced(index, 1).toSpliced(to, 0, item) });
  };
  const remove = (): void => {
    draft.add({ kind: 'remove', list, key: item });
  };
  const also = goesWithWords(policy, list, item, words, names);
  if (isAsking) {
    return (
      <span
        className="item-ask"
        role="alert"
        onKeyDown={({ key }) => {
          if (key === 'Escape') setAsking(false);
        }}
      >
        <span className="small">{say('remove.ask', { what, also: also ?? '' })}</span>
        <button type="button" className="button" autoFocus onClick={remove}>
          {say('remove.yes', { what })}
        </button>
        <button type="button" className="button button-subtle" onClick={() => setAsking(false)}>
          {say('remove.no')}
        </button>
      </span>
    );
  }
  return (
    <span className="item-buttons">
      <button
        type="button"
        className="button button-subtle icon-button"
        aria-label={say('move.up', { what })}
        disabled={index <= 0}
        onClick={() => move(index - 1)}
      >
        <Icon name="up" />
      </button>
      <button
        type="button"
        className="button button-subtle icon-button"
        aria-label={say('move.down', { what })}
        disabled={index === keys.length - 1}
        onClick={() => move(index + 1)}
      >
        <Icon name="down" />
      </button>
      <button
        type="button"
        className="button button-subtle icon-button"
        aria-label={say('remove.what', { what })}
        onClick={() => (also === null ? remove() : setAsking(true))}
      >
        <Icon name="cross" />
      </button>
    </span>
  );
}
