import type { ReactNode } from 'react';
import type { OwnTextPlace } from '../../../src/core/policy/place';
import type { Bilingual } from '../../../src/core/policy/text';
import { AddForm } from '../editor/add-form';
import { EditableCard } from '../editor/editable-card';
import { ItemButtons } from '../editor/item-buttons';
import { LabelFields } from '../editor/label-fields';
import { useWorkspace } from '../workspace-context';

type OwnList = 'reasons' | 'orderingBodies';
const LISTS: readonly OwnList[] = ['reasons', 'orderingBodies'];

/** What agents choose from: reasons why a customer's resources are missing, and bodies by whose order features are made. */
export function ListsCard() {
  const { policy, words } = useWorkspace();
  const part = (list: OwnList, content: ReactNode): ReactNode => (
    <div className="levels" key={list}>
      <h3>{words.say(`list.${list}`)}</h3>
      <p className="small subtle">{words.say(`lists.${list}`)}</p>
      {content}
    </div>
  );
  const read = (list: OwnList): ReactNode =>
    part(
      list,
      policy[list].length === 0 ? (
        <p>{words.say('none')}</p>
      ) : (
        <ul className="plain-list">
          {policy[list].map(({ key, label }) => (
            <li key={key}>{words.pick(label) || key}</li>
          ))}
        </ul>
      ),
    );
  return (
    <EditableCard
      id="lists"
      title={words.say('lists.title')}
      isEmpty={policy.reasons.length === 0 && policy.orderingBodies.length === 0}
      read={LISTS.map(read)}
      write={LISTS.map((list) => part(list, <OwnListEditor list={list} />))}
    />
  );
}

function OwnListEditor({ list }: { readonly list: OwnList }) {
  const { policy } = useWorkspace();
  return (
    <>
      <ol className="items">
        {policy[list].map((item: { readonly key: string; readonly label: Bilingual }) => (
          <li key={item.key} className="item">
            <div className="item-head">
              <code className="small subtle">{item.key}</code>
              <ItemButtons list={list} item={item.key} />
            </div>
            <div className="text-fields">
              <LabelFields place={placeOf(list, item.key)} label={item.label} />
            </div>
          </li>
        ))}
      </ol>
      <AddForm list={list} />
    </>
  );
}

function placeOf(list: OwnList, key: string): OwnTextPlace {
  return list === 'reasons' ? { kind: 'reason-label', reason: key } : { kind: 'ordering-body-label', body: key };
}
