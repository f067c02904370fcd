import { INCLUSIONS } from '../policy/entitlements-editor';
import { useWorkspace } from '../workspace-context';

/** Which plans have a row: one choice a plan. */
export function InclusionChoices({ entitlement }: { readonly entitlement: string }) {
  const { policy, words, names, draft } = useWorkspace();
  return (
    <div className="choices">
      {policy.plans.flatMap((plan) => {
        const row = plan.entitlements.find(({ key }) => key === entitlement);
        if (!row) return [];
        return [
          <label key={plan.key} className="choice">
            <span className="label">{names.plan(plan.key)}</span>
            <select
              className="field"
              value={row.inclusion}
              onChange={({ target }) => {
                const inclusion = INCLUSIONS.find((known) => known === target.value);
                if (inclusion) draft.add({ kind: 'inclusion', plan: plan.key, entitlement, inclusion });
              }}
            >
              {INCLUSIONS.map((inclusion) => (
                <option key={inclusion} value={inclusion}>
                  {words.say(`inclusion.${inclusion}`)}
                </option>
              ))}
            </select>
          </label>,
        ];
      })}
    </div>
  );
}
