import { useState } from 'react';
import type { Plan, PortalVisibility } from '../../../src/core/policy/document';
import { Choice } from '../choice';
import { AddForm } from '../editor/add-form';
import { ItemButtons } from '../editor/item-buttons';
import { TextEditor } from '../editor/text-editor';
import { TypedField } from '../editor/typed-field';
import { useWorkspace } from '../workspace-context';
import { FasterHelper } from './faster-helper';
import { PlanPrice } from './plan-price';

export const VISIBILITIES: readonly PortalVisibility[] = ['state-and-times', 'state', 'nothing'];

/** One plan with everything but its targets. */
export function PlanItem({ plan, fee }: { readonly plan: Plan; readonly fee: number | null }) {
  const { policy, words, names, draft } = useWorkspace();
  const [isCopying, setCopying] = useState(false);
  const { say } = words;
  const { key } = plan;
  const name = names.plan(key);
  return (
    <>
      <div className="item-head">
        <span className="row">
          <span className="lozenge lozenge-outline">{name}</span>
          <code className="small subtle">{key}</code>
          {policy.defaultPlan === key && <span className="small subtle">{say('plans.isDefault')}</span>}
        </span>
        <span className="row">
          <button
            type="button"
            className="button button-subtle"
            aria-expanded={isCopying}
            onClick={() => setCopying((on) => !on)}
          >
            {say('plans.copy', { plan: name })}
          </button>
          <ItemButtons list="plans" item={key} />
        </span>
      </div>
      {isCopying && <AddForm list="plans" copyOf={key} onAdded={() => setCopying(false)} />}
      <TextEditor place={{ kind: 'plan-label', plan: key }} />
      <div className="choices">
        <TypedField
          label={say('rankOf', { plan: name })}
          className="number-field"
          value={words.format.number(plan.rank)}
          help={say('plans.rankHelp')}
          onCommit={(typed) => {
            const rank = Number(typed.replace(',', '.'));
            if (typed.trim() === '' || !Number.isFinite(rank)) return say('plans.badNumber');
            draft.add({ kind: 'rank', plan: key, rank });
            return null;
          }}
        />
        <PlanPrice plan={plan} fee={fee} />
        <label className="choice">
          <span className="label">{say('visibilityOf', { plan: name })}</span>
          <Choice
            label={say('visibilityOf', { plan: name })}
            value={plan.portalVisibility}
            options={VISIBILITIES.map((option) => [option, say(`visibility.${option}`)])}
            onChoose={(visibility) => draft.add({ kind: 'visibility', plan: key, visibility })}
          />
        </label>
        {policy.defaultPlan !== key && (
          <button type="button" className="button" onClick={() => draft.add({ kind: 'default-plan', plan: key })}>
            {say('plans.makeDefault', { plan: name })}
          </button>
        )}
      </div>
      {policy.plans.length > 1 && <FasterHelper plan={plan} />}
    </>
  );
}
