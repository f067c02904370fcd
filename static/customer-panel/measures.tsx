import type { CustomerTicketView } from '../../src/contract/customer-panel';
import { useReading } from './sentence';

/** The three measures that decide the order of requests, with what each level means. */
export function Measures({ view }: { readonly view: CustomerTicketView }) {
  const { words } = useReading();
  const { language } = words.format.reader;
  const levels = [
    { name: words.message('measures.impact'), level: view.impact },
    { name: words.message('measures.urgency'), level: view.urgency },
  ];
  return (
    <section className="section" aria-labelledby="measures">
      <h2 className="label" id="measures">
        {words.message('measures.title')}
      </h2>
      <dl className="facts">
        <dt>{words.message('measures.priority')}</dt>
        <dd>
          {view.priority ? (
            <span className="lozenge lozenge-outline">{view.priority.label[language]}</span>
          ) : (
            words.message('measures.notSet')
          )}
        </dd>
        {levels.map(({ name, level }) => (
          <div className="fact" key={name}>
            <dt>{name}</dt>
            <dd>
              {level ? level.label[language] : words.message('measures.notSet')}
              {level && <p className="small subtle">{level.description[language]}</p>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
