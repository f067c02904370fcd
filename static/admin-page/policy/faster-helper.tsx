import { useState } from 'react';
import type { Plan } from '../../../src/core/policy/document';
import { Choice } from '../choice';
import { useWorkspace } from '../workspace-context';

const FACTORS = ['1', '1.5', '2', '3', '4'] as const;

/** Fills a plan with another's targets, so many times faster: one step, undone as one. */
export function FasterHelper({ plan }: { readonly plan: Plan }) {
  const { policy, words, names, draft } = useWorkspace();
  const { say, format } = words;
  const others = policy.plans.filter(({ key }) => key !== plan.key);
  const [chosen, setChosen] = useState<string | null>(null);
  const [factor, setFactor] = useState<(typeof FACTORS)[number]>('2');
  const from = others.find(({ key }) => key === chosen) ?? others[0];
  if (from === undefined) return null;
  const factorText = (value: string): string =>
    value === '1' ? say('faster.same') : say('faster.factor', { factor: format.number(Number(value)) });
  return (
    <div className="faster" role="group" aria-label={say('targetsOf', { plan: names.plan(plan.key) })}>
      <span className="small">{say('targetsOf', { plan: names.plan(plan.key) })}</span>
      <Choice
        label={say('faster.how')}
        value={factor}
        options={FACTORS.map((value) => [value, factorText(value)])}
        onChoose={setFactor}
      />
      <Choice
        label={say('faster.which')}
        value={from.key}
        options={others.map(({ key }) => [key, names.plan(key)])}
        onChoose={setChosen}
      />
      <button
        type="button"
        className="button"
        onClick={() => draft.add({ kind: 'faster', plan: plan.key, from: from.key, factor: Number(factor) })}
      >
        {say('faster.fill', { plan: names.plan(plan.key) })}
      </button>
    </div>
  );
}
