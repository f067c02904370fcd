import { keysOf } from '../../../src/core/policy/edit/list-names';
import type { Inclusion } from '../../../src/core/policy/document';
import { Choice } from '../choice';
import { AddForm } from '../editor/add-form';
import { ItemButtons } from '../editor/item-buttons';
import { TextEditor } from '../editor/text-editor';
import { useWorkspace } from '../workspace-context';

export const INCLUSIONS: readonly Inclusion[] = ['not-stated', 'included', 'not-included'];

/** What each plan includes, row by row. */
export function EntitlementsEditor() {
  const { policy, words, names, draft } = useWorkspace();
  const { say } = words;
  return (
    <section className="levels" aria-labelledby="access">
      <h3 id="access">{say('access.title')}</h3>
      <ul className="items">
        {keysOf(policy, 'entitlements').map((row) => (
          <li key={row} className="item">
            <div className="item-head">
              <code className="small subtle">{row}</code>
              <ItemButtons list="entitlements" item={row} />
            </div>
            <TextEditor place={{ kind: 'entitlement-label', entitlement: row }} />
            <div className="choices">
              {policy.plans.map(({ key: plan, entitlements }) => {
                const inclusion = entitlements.find(({ key }) => key === row)?.inclusion;
                if (inclusion === undefined) return null;
                return (
                  <label key={plan} className="choice">
                    <span className="label">{names.plan(plan)}</span>
                    <Choice
                      label={say('inclusionOn', { entitlement: names.entitlement(row), plan: names.plan(plan) })}
                      value={inclusion}
                      options={INCLUSIONS.map((option) => [option, say(`inclusion.${option}`)])}
                      onChoose={(chosen) => draft.add({ kind: 'inclusion', plan, entitlement: row, inclusion: chosen })}
                    />
                  </label>
                );
              })}
            </div>
          </li>
        ))}
      </ul>
      <AddForm list="entitlements" />
    </section>
  );
}
