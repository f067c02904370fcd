import { useMemo } from 'react';
import type { AgentPanelApi, AgentPanelView } from '../../src/contract/agent-panel';
import { createCall, type Outcome } from '../shared/bridge';
import { eager } from '../shared/eager';
import { EmptyState } from '../shared/empty-state';
import { ErrorState } from '../shared/error-state';
import { useTranslate } from '../shared/surface-context';
import { useView } from '../shared/use-view';
import './agent-panel.css';
import { FeatureRequest } from './feature/feature-request';
import type { AgentPanelMessages } from './messages';
import { PanelSkeleton } from './panel-skeleton';
import { TrackedTicket } from './tracked-ticket';
import type { PanelCalls } from './use-actions';

const call = createCall<AgentPanelApi>();
const askView = eager(() => call('view', {}));

/** The ticket's clocks, levels, plan and ledger beside the issue. One call opens it. */
export function AgentPanel() {
  const translate = useTranslate<AgentPanelMessages>();
  return (
    <main>
      <h1 className="visually-hidden">{translate('common.productName')}</h1>
      <PanelContent />
    </main>
  );
}

function PanelContent() {
  const translate = useTranslate<AgentPanelMessages>();
  const { state, reload, replace } = useView(askView);
  const calls = useMemo((): PanelCalls => {
    const shown = async (asked: Promise<Outcome<AgentPanelView>>): Promise<Outcome<AgentPanelView>> => {
      const outcome = await asked;
      if (outcome.ok) replace(outcome.data);
      return outcome;
    };
    return {
      setLevels: (levels) => shown(call('setLevels', levels)),
      act: (request) => shown(call('act', request)),
      sendReply: (text) => shown(call('sendReply', { text })),
      recompute: () => shown(call('recompute', {})),
      refresh: () => shown(call('view', {})),
    };
  }, [replace]);

  if (state.status === 'loading') return <PanelSkeleton />;
  if (state.status === 'failed') {
    return (
      <ErrorState failure={state.failure} title={translate('agentPanel.unread.title')} onRetry={reload}>
        {translate('agentPanel.unread.still')}
      </ErrorState>
    );
  }
  switch (state.data.state) {
    case 'tracked':
      return <TrackedTicket view={state.data} calls={calls} />;
    case 'not-configured':
      return (
        <EmptyState
          title={translate('agentPanel.notConfigured.title')}
          text={translate('agentPanel.notConfigured.text')}
        />
      );
    case 'out-of-scope':
      return (
        <EmptyState title={translate('agentPanel.outOfScope.title')} text={translate('agentPanel.outOfScope.text')} />
      );
    case 'feature-request':
      return <FeatureRequest view={state.data} call={call} onView={replace} onReload={reload} />;
  }
}
