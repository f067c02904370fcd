import { useState } from 'react';
import { ErrorState } from '../shared/error-state';
import type { Failure } from '../shared/bridge';
import { Icon } from '../shared/icon';
import type { PanelCalls } from './use-actions';
import type { Words } from './words';

/** Has the server read the ticket anew, and says that it did. */
export function Recompute(props: { readonly words: Words; readonly onRecompute: PanelCalls['recompute'] }) {
  const { words, onRecompute } = props;
  const { translate } = words;
  const [state, setState] = useState<'idle' | 'asking' | 'done' | Failure>('idle');
  const ask = async (): Promise<void> => {
    setState('asking');
    const outcome = await onRecompute();
    setState(outcome.ok ? 'done' : outcome);
  };
  return (
    <div className="recompute stack">
      <button type="button" className="button button-subtle" disabled={state === 'asking'} onClick={() => void ask()}>
        <Icon name="retry" />
        {translate(state === 'asking' ? 'agentPanel.actions.recomputing' : 'agentPanel.actions.recompute')}
      </button>
      <p className="small subtle" role="status">
        {state === 'done' && translate('agentPanel.actions.recomputed')}
      </p>
      {typeof state === 'object' && (
        <ErrorState failure={state} title={translate('agentPanel.actions.unrecomputed')} onRetry={() => void ask()} />
      )}
    </div>
  );
}
