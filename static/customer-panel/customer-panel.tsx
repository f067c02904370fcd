import { useMemo } from 'react';
import type { CustomerPanelApi } from '../../src/contract/customer-panel';
import { createCall } from '../shared/bridge';
import { ErrorState } from '../shared/error-state';
import { Skeleton, SkeletonShape } from '../shared/skeleton';
import { useFormat } from '../shared/surface-context';
import './customer-panel.css';
import { FeatureRequest, type AnswerRequest } from './feature-request';
import { RequestView } from './request-view';
import { ReadingContext } from './sentence';
import { useLiveView } from './use-live-view';
import { createWords } from './words';

const call = createCall<CustomerPanelApi>();
const ask = () => call('view', {});
const answerProposal = (request: AnswerRequest) => call('answerProposal', request);

/** What a customer sees of their request's promises. */
export function CustomerPanel() {
  const format = useFormat();
  const words = useMemo(() => createWords(format), [format]);
  const { live, elapsed, reload } = useLiveView(ask);

  switch (live.status) {
    case 'loading':
      return <Loading title={words.message('region')} />;
    case 'failed':
      return live.failure.code === 'refused' || live.failure.code === 'mismatch' ? (
        <OneSentence text={words.message('error.refused')} />
      ) : (
        <main className="section">
          <h1 className="visually-hidden">{words.message('region')}</h1>
          <ErrorState failure={live.failure} title={words.message('error.title')} onRetry={reload}>
            {words.message('error.still')}
          </ErrorState>
        </main>
      );
    case 'shown': {
      const { view, earlier, stale } = live;
      if (view.state === 'no-promise') return <OneSentence text={words.message('noPromise')} />;
      if (view.state === 'feature-request') {
        return (
          <ReadingContext.Provider value={{ words, now: view.at + elapsed }}>
            <FeatureRequest view={view} onAnswer={answerProposal} onReload={reload} />
          </ReadingContext.Provider>
        );
      }
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

function OneSentence({ text }: { readonly text: string }) {
  return (
    <main className="section subtle">
      <h1 className="plain">{text}</h1>
    </main>
  );
}

function Loading({ title }: { readonly title: string }) {
  return (
    <main className="panel section">
      <h1 className="visually-hidden">{title}</h1>
      <Skeleton>
        <div className="stack">
          <SkeletonShape shape="wide" />
          <SkeletonShape shape="half" />
          <SkeletonShape shape="block" />
          <SkeletonShape shape="block" />
        </div>
      </Skeleton>
    </main>
  );
}
