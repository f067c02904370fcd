import type { ReadyGadgetView } from '../../src/contract/sla-gadget';
import { EmptyState } from '../shared/empty-state';
import { ErrorState } from '../shared/error-state';
import { Icon } from '../shared/icon';
import '../shared/lozenge.css';
import { Skeleton, SkeletonShape } from '../shared/skeleton';
import { useFormat, useTranslate } from '../shared/surface-context';
import { KeptTable } from './kept-table';
import type { SlaGadgetMessages } from './messages';
import { useGadget } from './use-gadget';

/** What is at risk in the project now, and what was kept this month; asked anew while the dashboard is in sight. */
export function GadgetFigures() {
  const translate = useTranslate<SlaGadgetMessages>();
  const { view, failure, reload } = useGadget();
  if (view === null && failure === null) {
    return (
      <Skeleton>
        <SkeletonShape shape="block" />
        <SkeletonShape shape="block" />
      </Skeleton>
    );
  }
  return (
    <>
      {failure !== null && (
        <ErrorState failure={failure} title={translate('slaGadget.unread.title')} onRetry={reload}>
          {translate('slaGadget.unread.still')}
        </ErrorState>
      )}
      {view?.state === 'no-project' && (
        <EmptyState title={translate('slaGadget.unset.title')} text={translate('slaGadget.unset.text')} />
      )}
      {view?.state === 'not-configured' && (
        <EmptyState
          title={translate('slaGadget.notConfigured.title')}
          text={translate('slaGadget.notConfigured.text')}
        />
      )}
      {view?.state === 'out-of-scope' && (
        <EmptyState title={translate('slaGadget.outOfScope.title')} text={translate('slaGadget.outOfScope.text')} />
      )}
      {view?.state === 'ready' && <Figures view={view} />}
    </>
  );
}

function Figures({ view }: { readonly view: ReadyGadgetView }) {
  const translate = useTranslate<SlaGadgetMessages>();
  const format = useFormat();
  const { project, atRisk, month, at } = view;
  const risks = [
    { state: 'breached', count: atRisk.breached },
    { state: 'near-breach', count: atRisk.nearBreach },
  ] as const;
  return (
    <>
      <div className="row between">
        <h2>
          <bdi>{project.name}</bdi>
        </h2>
        <span className="small subtle">{translate('slaGadget.updated', { time: format.time(at) })}</span>
      </div>
      <section aria-labelledby="at-risk">
        <h3 id="at-risk">{translate('slaGadget.atRisk')}</h3>
        <ul className="gadget-risks">
          {risks.map(({ state, count }) => (
            <li key={state}>
              <span className="gadget-number">{format.number(count)}</span>
              <span className={`lozenge ${count > 0 ? `lozenge-${state}` : ''}`}>
                <Icon name={state} />
                {translate(`clock.state.${state}`)}
              </span>
            </li>
          ))}
        </ul>
        {atRisk.breached + atRisk.nearBreach === 0 && <p className="small subtle">{translate('slaGadget.nobody')}</p>}
      </section>
      <KeptTable month={month} />
    </>
  );
}
