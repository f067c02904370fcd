import { download } from '../../shared/download';
import { useWorkspace } from '../workspace-context';
import { ImportPolicy } from './import-policy';

/** The policy as a file: to keep, to compare, to take to another site; and one that comes from there. */
export function ExchangeCard() {
  const { view, policy, words } = useWorkspace();
  const { say } = words;
  const name = `cadran-${policy.key}-${view.published === null ? 'draft' : String(view.published.version)}.json`;
  return (
    <section className="card" aria-labelledby="exchange">
      <h2 id="exchange">{say('exchange.title')}</h2>
      <p className="small subtle">{say('exchange.exportHelp')}</p>
      <div>
        <button
          type="button"
          className="button"
          onClick={() => download(name, 'application/json', `${JSON.stringify(policy, null, 2)}\n`)}
        >
          {say('exchange.export')}
        </button>
      </div>
      <h3>{say('exchange.import')}</h3>
      <ImportPolicy />
    </section>
  );
}
