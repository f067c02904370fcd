import { useCallback, useEffect, useState } from 'react';
import { HEALTH_PARTS, type HealthPart, type HealthView } from '../../../src/contract/health';
import { ErrorState } from '../../shared/error-state';
import { Icon } from '../../shared/icon';
import { call } from '../admin-call';
import { useAsked } from '../set-up/use-asked';
import { useWorkspace } from '../workspace-context';
import { EngineList } from './engine-list';
import { findingText } from './finding-text';
import { wayOf } from './finding-way';
import './health.css';
import { WayButton } from './way-button';

/** What is wrong with the site's set-up and the app's running, part by part; asked anew each time the tab is opened. */
export function HealthTab() {
  const { words } = useWorkspace();
  const { translate } = words;
  const [round, setRound] = useState(0);
  return (
    <>
      <section className="card" aria-labelledby="health">
        <h2 id="health">{translate('health.title')}</h2>
        <p className="subtle">{translate('health.intro')}</p>
        <Round key={round} onAgain={() => setRound((n) => n + 1)} />
      </section>
    </>
  );
}

function Round({ onAgain }: { readonly onAgain: () => void }) {
  const { words } = useWorkspace();
  const { translate, format } = words;
  const [counts, setCounts] = useState<Partial<Record<HealthPart, number>>>({});
  const note = useCallback(
    (part: HealthPart, count: number) => setCounts((known) => ({ ...known, [part]: count })),
    [],
  );
  const known = Object.values(counts);
  const isWhole = known.length === HEALTH_PARTS.length;
  const sum = known.reduce((all, count) => all + count, 0);
  return (
    <>
      <p className="row">
        <button type="button" className="button" onClick={onAgain}>
          <Icon name="retry" />
          {translate('health.again')}
        </button>
        <b role="status">
          {isWhole &&
            (sum === 0
              ? translate('health.allWell')
              : translate('health.found', { count: sum, number: format.number(sum) }))}
        </b>
      </p>
      {HEALTH_PARTS.map((part) => (
        <Part key={part} part={part} onCount={note} />
      ))}
    </>
  );
}

function Part(props: { readonly part: HealthPart; readonly onCount: (part: HealthPart, count: number) => void }) {
  const { part, onCount } = props;
  const { words } = useWorkspace();
  const { translate } = words;
  const { data, failure, retry } = useAsked(useCallback(() => call('health', { part }), [part]));
  // What only tells is nothing to look at.
  const count = data?.findings.filter(({ severity }) => severity !== 'note').length;
  useEffect(() => {
    if (count !== undefined) onCount(part, count);
  }, [part, count, onCount]);
  return (
    <section className="health-part" aria-labelledby={`health-${part}`}>
      <h3 id={`health-${part}`}>{translate(`health.part.${part}`)}</h3>
      {failure && <ErrorState failure={failure} title={translate('health.partFailed')} onRetry={retry} />}
      {failure === null && data === null && <p role="status">{translate('health.checking')}</p>}
      {data?.figures != null && <EngineList figures={data.figures} at={data.at} />}
      {data !== null && <Findings health={data} />}
    </section>
  );
}

function Findings({ health: { findings, at } }: { readonly health: HealthView }) {
  const { view, words, names } = useWorkspace();
  const { translate } = words;
  if (findings.length === 0) return <p className="subtle">{translate('health.well')}</p>;
  return (
    <ul className="health-findings">
      {findings.map((finding, i) => {
        const { title, how } = findingText(finding, at, words, names);
        const way = wayOf(finding, view.site.projects);
        return (
          <li key={`${finding.code} ${String(i)}`} className="stack">
            <p>
              <span className={`lozenge health-${finding.severity}`}>
                {translate(`health.severity.${finding.severity}`)}
              </span>{' '}
              <b>{title}</b>
            </p>
            <p>{how}</p>
            {way !== null && <WayButton way={way} />}
          </li>
        );
      })}
    </ul>
  );
}
