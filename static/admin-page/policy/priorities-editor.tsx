import { PriorityBadge } from '../../shared/priority-badge';
import { AddForm } from '../editor/add-form';
import { ItemButtons } from '../editor/item-buttons';
import { LabelFields } from '../editor/label-fields';
import { useWorkspace } from '../workspace-context';
import { JiraPriorityChoice } from './jira-priority-choice';

/** The priorities from the most to the least urgent: their names, the Jira priority each stands for, their order. */
export function PrioritiesEditor() {
  const { policy, words, names } = useWorkspace();
  const order = policy.priorities.map(({ key }) => key);
  return (
    <>
      <p className="small subtle">{words.say('priorities.help')}</p>
      <ol className="items">
        {policy.priorities.map(({ key, label }) => (
          <li key={key} className="item">
            <div className="item-head">
              <PriorityBadge priority={key} label={names.priority(key)} order={order} />
              <ItemButtons list="priorities" item={key} />
            </div>
            <div className="text-fields">
              <LabelFields place={{ kind: 'priority-label', priority: key }} label={label} />
              <label className="choice">
                <span className="label">{words.say('jiraPriorityOf', { priority: names.priority(key) })}</span>
                <JiraPriorityChoice priority={key} />
              </label>
            </div>
          </li>
        ))}
      </ol>
      <AddForm list="priorities" />
    </>
  );
}
