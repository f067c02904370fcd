import { useId } from 'react';
import '../shared/lozenge.css';
import { planReason } from './plan-words';
import type { Words } from './words';

/** Whose plan it is and why this one; a warning out of subscription. */
export function PlanSection({ words }: { readonly words: Words }) {
  const { translate, format, view } = words;
  const { label, organizationName, reason } = view.plan;
  const title = useId();
  return (
    <section className="section stack" aria-labelledby={title}>
      <h2 id={title} className="visually-hidden">
        {translate('agentPanel.plan.title')}
      </h2>
      <p className="row">
        <span className="lozenge lozenge-outline">
          {label?.[format.reader.language] ?? translate('agentPanel.plan.none')}
        </span>
        {organizationName !== null && <bdi className="organization">{organizationName}</bdi>}
      </p>
      <p className={`small ${reason === 'out-of-subscription' ? 'banner banner-warning' : 'subtle'}`}>
        {planReason(words)}
      </p>
      <p className="small subtle">
        {translate('agentPanel.policy', { title: view.policyTitle[format.reader.language] })}
      </p>
    </section>
  );
}
