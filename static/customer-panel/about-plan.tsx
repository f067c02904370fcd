import type { CustomerTicketView } from '../../src/contract/customer-panel';
import { Icon } from '../shared/icon';
import { planEntitlements, planPromises, type PlanLine } from './plan-words';
import { useReading } from './sentence';

/** *About your plan*, folded: what it promises this request, what it includes, and the policy's own clauses. */
export function AboutPlan({ view }: { readonly view: CustomerTicketView }) {
  const { words } = useReading();
  const { plan } = view;
  if (!plan) return null;
  const { language } = words.format.reader;
  const title = plan.policyTitle[language];
  return (
    <section className="section">
      <details className="fold">
        <summary>
          <Icon name="chevron" className="fold-mark" />
          <h2>{words.message('plan.title')}</h2>
          <span className="lozenge lozenge-outline fold-plan">{plan.label[language]}</span>
        </summary>
        <Lines lines={planPromises(view, words)} />
        <Lines lines={planEntitlements(view, words)} wide />
        {plan.clauses.length > 0 && (
          <div className="clauses">
            <h3>
              {plan.policyDate === null
                ? title
                : words.message('plan.dated', { title, date: words.format.date(plan.policyDate) })}
            </h3>
            {plan.clauses.map((clause) => (
              <p className="small" key={clause[language]}>
                {clause[language]}
              </p>
            ))}
          </div>
        )}
      </details>
    </section>
  );
}

function Lines({ lines, wide = false }: { readonly lines: readonly PlanLine[]; readonly wide?: boolean }) {
  if (lines.length === 0) return null;
  return (
    <dl className={wide ? 'facts facts-wide' : 'facts'}>
      {lines.map(({ name, value }) => (
        <div className="fact" key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
