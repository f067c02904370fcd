import { useMemo } from 'react';
import { assumptionsOf, type Assumption } from '../../../src/core/policy/assumptions';
import { AssumptionSetting } from './assumption-setting';
import { useWorkspace } from '../workspace-context';
import './assumptions.css';

/** Everything the policy does not say, with what Cadran goes by instead. */
export function AssumptionsTab() {
  const { policy, words } = useWorkspace();
  const assumptions = useMemo(() => assumptionsOf(policy), [policy]);
  return (
    <>
      <section className="card" aria-labelledby="assumptions">
        <h2 id="assumptions">{words.say('assumptions.title')}</h2>
        <p className="subtle">{words.say('assumptions.intro')}</p>
        <ul className="assumptions">
          {assumptions.map((assumption, i) => (
            <AssumptionRow key={`${assumption.key}-${i}`} assumption={assumption} />
          ))}
        </ul>
      </section>
    </>
  );
}

function AssumptionRow({ assumption }: { readonly assumption: Assumption }) {
  const { words } = useWorkspace();
  const title = words.translate(`assumptions.${assumption.key}.title`);
  return (
    <li className="assumption">
      <div>
        <h3>{title}</h3>
        <p className="small subtle">{words.translate(`assumptions.${assumption.key}.explanation`)}</p>
      </div>
      <div className="assumption-value">
        <AssumptionSetting assumption={assumption} title={title} />
      </div>
    </li>
  );
}
