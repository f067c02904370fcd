import { eager } from '../shared/eager';
import { EmptyState } from '../shared/empty-state';
import { ErrorState } from '../shared/error-state';
import { useTranslate } from '../shared/surface-context';
import { useView } from '../shared/use-view';
import { call } from './board-call';
import { BoardSkeleton } from './board-skeleton';
import type { SlaBoardMessages } from './messages';
import { BoardFaces } from './board-faces';
import './sla-board.css';

const askView = eager(() => call('view', {}));

/** A project's open incidents and its day ahead, or why there are none to show. */
export function SlaBoard() {
  const translate = useTranslate<SlaBoardMessages>();
  const { state, reload } = useView(askView);
  if (state.status === 'ready' && state.data.state === 'ready') return <BoardFaces view={state.data} />;
  return (
    <main className="board">
      <h1>{translate('slaBoard.title')}</h1>
      {state.status === 'loading' && <BoardSkeleton />}
      {state.status === 'failed' && (
        <ErrorState failure={state.failure} title={translate('slaBoard.unread.title')} onRetry={reload}>
          {translate('slaBoard.unread.still')}
        </ErrorState>
      )}
      {state.status === 'ready' && state.data.state === 'not-configured' && (
        <EmptyState title={translate('slaBoard.notConfigured.title')} text={translate('slaBoard.notConfigured.text')} />
      )}
      {state.status === 'ready' && state.data.state === 'out-of-scope' && (
        <EmptyState title={translate('slaBoard.outOfScope.title')} text={translate('slaBoard.outOfScope.text')} />
      )}
    </main>
  );
}
