import { SLA_METRICS } from '../../../src/core/policy/document';
import type { Finding } from '../../../src/core/policy/finding';
import { placeKey } from '../../../src/core/policy/place';
import { PriorityBadge } from '../../shared/priority-badge';
import { useWorkspace } from '../workspace-context';
import { GoalCell } from './goal-cell';
import { PublishedCells } from './published-cells';
import { hoursWords, priceWords } from './target-words';

/** The table of targets, plan by plan, to be typed as people write them. */
export function TargetsCard({ findings }: { readonly findings: readonly Finding[] }) {
  const { policy, words, names } = useWorkspace();
  const { say } = words;
  const order = policy.priorities.map(({ key }) => key);
  const open = new Set(
    findings.filter(({ severity, accepted }) => severity !== 'note' && !accepted).map(({ place }) => placeKey(place)),
  );
  if (policy.plans.length === 0 || order.length === 0) {
    return (
      <section className="card" aria-labelledby="targets">
        <h2 id="targets">{say('targets.title')}</h2>
        <p className="subtle">{say('targets.empty')}</p>
      </section>
    );
  }
  return (
    <section className="card" aria-labelledby="targets">
      <h2 id="targets">{say('targets.title')}</h2>
      <div className="scroll" role="region" aria-label={say('targets.scroll')} tabIndex={0}>
        <table className="targets">
          <thead>
            <tr>
              <th rowSpan={2} scope="col">
                {say('targets.priority')}
              </th>
              {policy.plans.map((plan) => (
                <th key={plan.key} colSpan={SLA_METRICS.length} scope="colgroup" className="plan-edge">
                  <span className="lozenge lozenge-outline">{names.plan(plan.key)}</span>{' '}
                  <span className="price">{priceWords(plan.price, words)}</span>
                </th>
              ))}
            </tr>
            <tr>
              {policy.plans.map((plan) =>
                SLA_METRICS.map((metric, i) => (
                  <th key={`${plan.key}-${metric}`} scope="col" className={i === 0 ? 'plan-edge' : undefined}>
                    {say(`metric.${metric}`)}
                  </th>
                )),
              )}
            </tr>
          </thead>
          <tbody>
            {order.map((priority) => (
              <tr key={priority}>
                <th scope="row">
                  <PriorityBadge priority={priority} label={names.priority(priority)} order={order} />
                </th>
                {policy.plans.map((plan) =>
                  SLA_METRICS.map((metric, i) => {
                    const place = { plan: plan.key, priority, metric };
                    return (
                      <td key={`${plan.key}-${metric}`} className={i === 0 ? 'plan-edge' : undefined}>
                        <GoalCell place={place} isOpen={open.has(placeKey({ kind: 'goal', ...place }))} />
                      </td>
                    );
                  }),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="small subtle">{say('targets.howToType')}</p>
      <p className="small subtle">{hoursWords(policy, words, names).join(' ')}</p>
      <PublishedCells />
    </section>
  );
}
