import { useId, type ReactNode } from 'react';
import type { CustomerPlan, CustomerTicketView } from '../../src/contract/customer-panel';
import type { ClauseTopic } from '../../src/core/policy/clause-topic';
import { Icon } from '../shared/icon';
import { Definitions } from './definitions';
import type { CustomerPanelKey } from './messages';
import { correctionWords, otherPlans, planEntitlements, planPromises, type PlanLine } from './plan-words';
import { useReading } from './sentence';
import type { Words } from './words';

/**
 * *About your plan*, folded: the policy's title and date, what it promises this request and includes, bugs with their
 * planned correction, how the measures are defined, and what else the policy says.
 */
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
        <p className="small subtle policy">
          {plan.policyDate === null
            ? title
            : words.message('plan.dated', { title, date: words.format.date(plan.policyDate) })}
        </p>
        <Part
          title="plan.sections.request"
          lines={planPromises(view, words)}
          clauses={clausesOn(plan, 'hours', words)}
        />
        <Part
          title="plan.sections.included"
          lines={planEntitlements(plan, words)}
          clauses={clausesOn(plan, 'included', words)}
          wide
        />
        <Part title="plan.sections.bugs" clauses={clausesOn(plan, 'bugs', words)}>
          {plan.corrections.length > 0 &&
            plan.corrections.map((correction) => (
              <p key={correction.version}>
                <b>{correctionWords(correction, words)}</b>
              </p>
            ))}
        </Part>
        <Part title="plan.sections.definitions" clauses={clausesOn(plan, 'definitions', words)}>
          <Definitions view={view} plan={plan} />
        </Part>
        <Part title="plan.sections.more" clauses={clausesOn(plan, 'other', words)} />
        <Part
          title="plan.sections.otherPlans"
          lines={otherPlans(plan, words)}
          clauses={clausesOn(plan, 'other-plans', words)}
        />
      </details>
    </section>
  );
}

function clausesOn({ clauses }: CustomerPlan, topic: ClauseTopic, words: Words): string[] {
  return clauses.flatMap((clause) => (clause.topic === topic ? [clause.text[words.format.reader.language]] : []));
}

/** One part with its heading; none of it where there is nothing to say. */
function Part(props: {
  readonly title: CustomerPanelKey;
  readonly lines?: readonly PlanLine[];
  readonly clauses: readonly string[];
  readonly wide?: boolean;
  readonly children?: ReactNode;
}) {
  const { words } = useReading();
  const { title, lines = [], clauses, wide = false, children } = props;
  const heading = useId();
  if (lines.length === 0 && clauses.length === 0 && !children) return null;
  return (
    <section className="part" aria-labelledby={heading}>
      <h3 id={heading}>{words.message(title)}</h3>
      {lines.length > 0 && (
        <dl className={wide ? 'facts facts-wide' : 'facts'}>
          {lines.map(({ name, value }) => (
            <div className="fact" key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {clauses.map((clause) => (
        <p className="small" key={clause}>
          {clause}
        </p>
      ))}
      {children}
    </section>
  );
}
