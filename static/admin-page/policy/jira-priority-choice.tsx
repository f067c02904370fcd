import { priorityOf } from '../../../src/core/policy/lookup';
import { useWorkspace } from '../workspace-context';

/** Which of the site's own priorities one of the policy's stands for. */
export function JiraPriorityChoice({ priority, id }: { readonly priority: string; readonly id?: string }) {
  const { view, policy, words, draft } = useWorkspace();
  const chosen = priorityOf(policy, priority)?.jiraPriorityId ?? null;
  const isKnown = view.site.priorities.some((one) => one.id === chosen);
  return (
    <select
      id={id}
      className="field"
      value={chosen ?? ''}
      onChange={({ target }) => draft.add({ kind: 'jira-priority', priority, jiraPriorityId: target.value || null })}
    >
      <option value="">{words.say('setUp.choose')}</option>
      {view.site.priorities.map((one) => (
        <option key={one.id} value={one.id}>
          {one.name}
        </option>
      ))}
      {chosen !== null && !isKnown && <option value={chosen}>{chosen}</option>}
    </select>
  );
}
