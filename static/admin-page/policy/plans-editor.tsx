import { useState } from 'react';
import { AddForm } from '../editor/add-form';
import { useWorkspace } from '../workspace-context';
import { EntitlementsEditor } from './entitlements-editor';
import { PlanItem } from './plan-item';

/** Every plan with its fields, and the rows of what plans include. */
export function PlansEditor() {
  const { policy, words } = useWorkspace();
  const { say } = words;
  // To see amounts by; it stays on this page and is never sent.
  const [fee, setFee] = useState('');
  const amount = Number(fee.replace(/[\s\u00A0\u202F]/g, '').replace(',', '.'));
  const known = fee.trim() !== '' && amount >= 0 ? amount : null;
  return (
    <>
      <p className="small subtle">{say('plans.help')}</p>
      {policy.plans.length > 0 && (
        <label className="choice fee">
          <span className="label">{say('plans.fee')}</span>
          <input
            className="field"
            inputMode="decimal"
            autoComplete="off"
            value={fee}
            aria-describedby="fee-help"
            onChange={({ target }) => setFee(target.value)}
          />
          <span className="small subtle" id="fee-help">
            {say('plans.feeHelp')}
          </span>
        </label>
      )}
      <ul className="items">
        {policy.plans.map((plan) => (
          <li key={plan.key} className="item">
            <PlanItem plan={plan} fee={known} />
          </li>
        ))}
      </ul>
      <AddForm list="plans" />
      {policy.plans.length > 0 && <EntitlementsEditor />}
    </>
  );
}
