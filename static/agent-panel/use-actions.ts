import { useCallback, useState } from 'react';
import type { ActionRequest, AgentPanelView } from '../../src/contract/agent-panel';
import type { Failure, Outcome } from '../shared/bridge';
import type { ActionDraft } from './action-words';

/** What the panel asks the server to do; each answers with the view that follows. */
export interface PanelCalls {
  readonly setLevels: (levels: {
    readonly impact: string | null;
    readonly urgency: string | null;
  }) => Promise<Outcome<AgentPanelView>>;
  readonly act: (request: ActionRequest) => Promise<Outcome<AgentPanelView>>;
  readonly sendReply: (text: string) => Promise<Outcome<AgentPanelView>>;
  readonly recompute: () => Promise<Outcome<AgentPanelView>>;
  /** Reads the ticket again and keeps what stands in open forms. */
  readonly refresh: () => Promise<Outcome<AgentPanelView>>;
}

/** An open form, what is being sent, and what came of it. What was entered stays until it was taken or closed. */
export interface ActionsHandle {
  readonly draft: ActionDraft | null;
  readonly isSending: boolean;
  readonly failure: Failure | null;
  readonly setDraft: (draft: ActionDraft | null) => void;
  /** Sends a request; true once the server has taken it. */
  readonly send: (request: ActionRequest) => Promise<boolean>;
  readonly reload: () => void;
}

/** The state of the panel's actions. */
export function useActions({ act, refresh }: Pick<PanelCalls, 'act' | 'refresh'>): ActionsHandle {
  const [draft, setDraft] = useState<ActionDraft | null>(null);
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const ask = useCallback(async (question: () => Promise<Outcome<AgentPanelView>>): Promise<boolean> => {
    setSending(true);
    setFailure(null);
    const outcome = await question();
    setSending(false);
    if (!outcome.ok) setFailure(outcome);
    return outcome.ok;
  }, []);
  return {
    draft,
    isSending,
    failure,
    setDraft: useCallback((next: ActionDraft | null) => {
      setDraft(next);
      setFailure(null);
    }, []),
    send: useCallback(
      async (request: ActionRequest) => {
        const isTaken = await ask(() => act(request));
        if (isTaken) setDraft(null);
        return isTaken;
      },
      [ask, act],
    ),
    reload: useCallback(() => void ask(refresh), [ask, refresh]),
  };
}

/** The request that a draft stands for. */
export function requestOf({ kind, levels, reasonCode, note }: ActionDraft): ActionRequest {
  switch (kind) {
    case 'downgrade':
      return { action: { kind, levels, reasonCode }, note };
    case 'unavailable':
      return { action: { kind, reasonCode }, note };
    case 'lift-downgrade':
    case 'available':
    case 'return-to-matrix':
      return { action: { kind }, note };
  }
}
