import { useMemo } from 'react';
import type { CustomerPanelApi } from '../../src/contract/customer-panel';
import { createCall } from '../shared/bridge';
import { ErrorState } from '../shared/error-state';
import { Skeleton, SkeletonShape } from '../shared/skeleton';
import { useFormat } from '../shared/surface-context';
import './customer-panel.css';
import { RequestView } from './request-view';
import { ReadingContext } from './sentence';
import { useLiveView } from './use-live-view';
import { createWords } from './words';

const call = createCall<CustomerPanelApi>();
const ask = () => call('view', {});

/** What a customer sees of their request's promises. */
export function CustomerPanel() {
  const format = useFormat();
  const words = useMemo(() => createWords(format), [format]);
  const { live, elapsed, reload } = useLiveView(ask);

  switch (live.status) {
    case 'loading':
      return <Loading />;
    case 'failed':
      return live.failure.code === 'refused' || live.failure.code === 'mismatch' ? (
        <p className="section subtle">{words.message('error.refused')}</p>
      ) : (
        <div className="section">
          <ErrorState failure={live.failure} title={words.message('error.title')} onRetry={reload}>
            {words.message('error.still')}
          </ErrorState>
        </div>
      );
    case 'shown': {
      const { view, earlier, stale } = live;
      if (view.state === 'no-promise') return <p className="section subtle">{words.message('noPromise')}</p>;
      return (
        <ReadingContext.Provider value={{ words, now: view.at + elapsed }}>
          <RequestView
            view={view}
            earlier={earlier?.state === 'tracked' ? earlier : null}
            elapsed={elapsed}
            stale={stale !== null}
          />
        </ReadingContext.Provider>
      );
    }
  }
}

function Loading() {
  return (
    <div className="panel section">
      <Skeleton>
        <div className="stack">
          <SkeletonShape shape="wide" />
          <SkeletonShape shape="half" />
          <SkeletonShape shape="block" />
          <SkeletonShape shape="block" />
        </div>
      </Skeleton>
    </div>
  );
}
