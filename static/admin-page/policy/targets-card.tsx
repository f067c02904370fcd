import { SLA_METRICS } from '../../../src/core/policy/document';
import type { Finding } from '../../../src/core/policy/finding';
import { placeKey } from '../../../src/core/policy/place';
import { Icon } from '../../shared/icon';
import { PriorityBadge } from '../../shared/priority-badge';
import { hoursWords, priceWords, targetWords } from './target-words';
import { useWorkspace } from '../workspace-context';

/** The table of targets, plan by plan, as published and as the draft has it. */
export function TargetsCard({ findings }: { readonly findings: readonly Finding[] }) {
  const { view, policy, words, names } = useWorkspace();
  const { say } = words;
  const order = policy.priorities.map(({ key }) => key);
  const open = new Set(
    findings.filter(({ severity, accepted }) => severity !== 'note' && !accepted).map(({ place }) => placeKey(place)),
  );
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
                  <span className="price">{priceWords(plan, words)}</span>
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
            {policy.priorities.map(({ key: priority }) => (
              <tr key={priority}>
                <th scope="row">
                  <PriorityBadge priority={priority} label={names.priority(priority)} order={order} />
                </th>
                {policy.plans.map((plan) =>
                  SLA_METRICS.map((metric, i) => {
                    const cell = targetWords({ plan, priority, metric }, policy, view.document, words, names);
                    const isOpen = open.has(placeKey({ kind: 'goal', plan: plan.key, priority, metric }));
                    return (
                      <td key={`${plan.key}-${metric}`} className={i === 0 ? 'plan-edge' : undefined}>
                        <span className="row">
                          <span className={cell.before === null ? 'target' : 'target target-changed'}>
                            {cell.target ?? say('targets.none')}
                          </span>
                          {cell.calendar !== null && <span className="lozenge lozenge-discovery">{cell.calendar}</span>}
                          {isOpen && (
                            <a className="flag" href="#check">
                              <Icon name="near-breach" />
                              <span className="visually-hidden">{say('targets.seeFinding')}</span>
                            </a>
                          )}
                        </span>
                        {cell.before !== null && (
                          <span className="small change">
                            <Icon name="change" />
                            {say('targets.changed', { before: cell.before })}
                          </span>
                        )}
                        {cell.published.map((line) => (
                          <p className="small subtle" key={line}>
                            {line}
                          </p>
                        ))}
                      </td>
                    );
                  }),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="small subtle">{hoursWords(policy, words, names).join(' ')}</p>
      <Access />
    </section>
  );
}

/** What each plan includes, row by row. */
function Access() {
  const { policy, words, names } = useWorkspace();
  const rows = [...new Set(policy.plans.flatMap(({ entitlements }) => entitlements.map(({ key }) => key)))];
  if (rows.length === 0) return null;
  return (
    <div className="access">
      <h3>{words.say('access.title')}</h3>
      <div className="scroll" role="region" aria-label={words.say('access.title')} tabIndex={0}>
        <table className="targets">
          <thead>
            <tr>
              <td />
              {policy.plans.map(({ key }) => (
                <th key={key} scope="col">
                  {names.plan(key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row}>
                <th scope="row">{names.entitlement(row)}</th>
                {policy.plans.map((plan) => {
                  const inclusion = plan.entitlements.find(({ key }) => key === row)?.inclusion ?? 'not-included';
                  return <td key={plan.key}>{words.say(`inclusion.${inclusion}`)}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
