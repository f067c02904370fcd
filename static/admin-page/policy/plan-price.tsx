import type { Plan } from '../../../src/core/policy/document';
import { Choice } from '../choice';
import { TypedField } from '../editor/typed-field';
import { useWorkspace } from '../workspace-context';

/** What a plan costs, as a part of the subscription, with the amount where the fee is given. */
export function PlanPrice({ plan, fee }: { readonly plan: Plan; readonly fee: number | null }) {
  const { words, names, draft } = useWorkspace();
  const { say, format } = words;
  const { key, price } = plan;
  const name = names.plan(key);
  const percent = price.kind === 'included' ? null : price.percent;
  return (
    <>
      <label className="choice">
        <span className="label">{say('priceOf', { plan: name })}</span>
        <Choice
          label={say('priceOf', { plan: name })}
          value={price.kind}
          options={[
            ['included', say('plans.included')],
            ['percent-of-subscription', say('plans.percent')],
          ]}
          onChoose={(kind) =>
            draft.add({
              kind: 'price',
              plan: key,
              price: kind === 'included' ? { kind } : { kind, percent: percent ?? 0 },
            })
          }
        />
      </label>
      {percent !== null && (
        <TypedField
          label={say('plans.percentOf', { plan: name })}
          className="number-field"
          value={format.number(percent)}
          {...(fee === null
            ? {}
            : { help: say('plans.amount', { amount: format.number(Math.round(fee * percent) / 100) }) })}
          onCommit={(typed) => {
            const value = Number(typed.replace('%', '').trim().replace(',', '.'));
            if (typed.trim() === '' || !(value >= 0 && value <= 1000)) return say('plans.badPercent');
            draft.add({ kind: 'price', plan: key, price: { kind: 'percent-of-subscription', percent: value } });
            return null;
          }}
        />
      )}
    </>
  );
}
