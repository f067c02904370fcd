import { useRef, useState } from 'react';
import type { AgentPanelApi } from '../../../src/contract/agent-panel';
import type { FeatureRequestView } from '../../../src/contract/proposal';
import type { Call, Failure } from '../../shared/bridge';
import { EmptyState } from '../../shared/empty-state';
import { ErrorState } from '../../shared/error-state';
import { ProposalLedger } from '../../shared/proposal/proposal-ledger';
import { useProposalWords } from '../../shared/proposal/proposal-messages';
import '../../shared/state.css';
import './feature-request.css';
import { ProposalSummary } from './proposal-summary';
import { ProposeForm } from './propose-form';

export type AgentCall = Call<AgentPanelApi>;

interface FeatureRequestProps {
  readonly view: FeatureRequestView;
  readonly call: AgentCall;
  readonly onView: (view: FeatureRequestView) => void;
  readonly onReload: () => void;
}

type Mode = 'look' | 'propose' | 'withdraw';

/** A feature request beside its ticket: the proposal instead of dials, its statement, what happened, and the next step. */
export function FeatureRequest({ view, call, onView, onReload }: FeatureRequestProps) {
  const { translate } = useProposalWords();
  const [mode, setMode] = useState<Mode>('look');
  const [told, setTold] = useState('');
  const actions = useRef<HTMLDivElement>(null);
  const { proposal } = view;

  const close = (): void => {
    setMode('look');
    // The form goes: the keyboard goes on from the button that opened it.
    requestAnimationFrame(() => actions.current?.querySelector('button')?.focus());
  };
  const done = (next: FeatureRequestView, text: string): void => {
    onView(next);
    setTold(text);
    close();
  };
  return (
    <div className="feature">
      <p role="status" className="visually-hidden">
        {told}
      </p>
      {proposal === null ? (
        mode === 'look' && (
          <section className="section">
            <EmptyState title={translate('proposal.none.title')} text={translate('proposal.none.text')} />
          </section>
        )
      ) : (
        <ProposalSummary view={view} proposal={proposal} />
      )}
      {view.mayEdit ? (
        <section className="section stack">
          {mode === 'look' && (
            <div className="row" ref={actions}>
              <button type="button" className="button button-primary" onClick={() => setMode('propose')}>
                {translate(proposeKey(view))}
              </button>
              {proposal?.current.state === 'proposed' && (
                <button type="button" className="button" onClick={() => setMode('withdraw')}>
                  {translate('proposal.withdraw')}
                </button>
              )}
            </div>
          )}
          {mode === 'propose' && (
            <ProposeForm
              view={view}
              call={call}
              onDone={(next) => {
                const version = next.proposal?.current.version ?? 0;
                done(next, translate('proposal.saved', { version }));
              }}
              onClose={close}
              onReload={onReload}
            />
          )}
          {mode === 'withdraw' && proposal !== null && (
            <WithdrawQuestion
              version={proposal.current.version}
              call={call}
              onDone={(next) => done(next, translate('proposal.wasWithdrawn'))}
              onClose={close}
            />
          )}
        </section>
      ) : (
        <p className="section small subtle">{translate('proposal.lookOnly')}</p>
      )}
      {proposal !== null && (
        <section className="section">
          <h2 className="label">{translate('proposal.ledger.title')}</h2>
          <ProposalLedger lines={proposal.ledger} now={view.at} />
        </section>
      )}
    </div>
  );
}

function proposeKey({
  proposal,
}: FeatureRequestView): 'proposal.propose' | 'proposal.change' | 'proposal.proposeAgain' {
  if (proposal === null) return 'proposal.propose';
  const { state } = proposal.current;
  return state === 'proposed' || state === 'accepted' ? 'proposal.change' : 'proposal.proposeAgain';
}

function WithdrawQuestion(props: {
  readonly version: number;
  readonly call: AgentCall;
  readonly onDone: (view: FeatureRequestView) => void;
  readonly onClose: () => void;
}) {
  const { version, call, onDone, onClose } = props;
  const { translate } = useProposalWords();
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const send = async (): Promise<void> => {
    setSending(true);
    const outcome = await call('withdraw', { version });
    setSending(false);
    if (outcome.ok) onDone(outcome.data);
    else setFailure(outcome);
  };
  return (
    <div
      className="question stack"
      role="group"
      aria-label={translate('proposal.withdraw')}
      onKeyDown={({ key }) => {
        if (key === 'Escape' && !isSending) onClose();
      }}
    >
      <p>{translate('proposal.withdrawQuestion', { version })}</p>
      <div className="row">
        <button
          type="button"
          className="button button-primary"
          autoFocus
          aria-disabled={isSending}
          onClick={isSending ? undefined : () => void send()}
        >
          {translate('proposal.yesWithdraw')}
        </button>
        <button type="button" className="button button-subtle" disabled={isSending} onClick={onClose}>
          {translate('common.cancel')}
        </button>
      </div>
      {failure !== null && (
        <ErrorState failure={failure} title={translate('proposal.notWithdrawn')} onRetry={() => void send()} />
      )}
    </div>
  );
}
