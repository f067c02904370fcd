import type { ReactNode } from 'react';
import type { Plan } from '../../../src/core/policy/document';
import { keysOf } from '../../../src/core/policy/edit/list-names';
import { useWorkspace } from '../workspace-context';
import { priceWords } from './target-words';

/** The plans side by side, to be read. */
export function PlansTable() {
  const { policy, words, names } = useWorkspace();
  const { say, format } = words;
  const inclusion = (plan: Plan, row: string): string =>
    say(`inclusion.${plan.entitlements.find(({ key }) => key === row)?.inclusion ?? 'not-included'}`);
  const row = (title: string, cell: (plan: Plan) => ReactNode): ReactNode => (
    <tr key={title}>
      <th scope="row">{title}</th>
      {policy.plans.map((plan) => (
        <td key={plan.key}>{cell(plan)}</td>
      ))}
    </tr>
  );
  return (
    <div className="scroll" role="region" aria-label={say('plans.table')} tabIndex={0}>
      <table className="targets">
        <thead>
          <tr>
            <td />
            {policy.plans.map(({ key }) => (
              <th key={key} scope="col">
                <span className="row">
                  <span className="lozenge lozenge-outline">{names.plan(key)}</span>
                  {policy.defaultPlan === key && <span className="price">{say('plans.isDefault')}</span>}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {row(say('plans.price'), ({ price }) => priceWords(price, words))}
          {row(say('plans.rank'), ({ rank }) => format.number(rank))}
          {row(say('plans.seen'), ({ portalVisibility }) => say(`visibility.${portalVisibility}`))}
          {keysOf(policy, 'entitlements').map((key) => row(names.entitlement(key), (plan) => inclusion(plan, key)))}
        </tbody>
      </table>
    </div>
  );
}
