import { useCallback, useEffect, useId, useState } from 'react';
import type { ProposalStatement, ProposalSummary } from '../../../src/contract/proposals';
import type { OfferState } from '../../../src/core/proposal/proposal';
import type { Failure } from '../../shared/bridge';
import { ErrorState } from '../../shared/error-state';
import { Icon } from '../../shared/icon';
import { ProposalLedger } from '../../shared/proposal/proposal-ledger';
import { useProposalWords } from '../../shared/proposal/proposal-messages';
import { Statement } from '../../shared/proposal/statement';
import { Skeleton, SkeletonShape } from '../../shared/skeleton';
import { call } from '../admin-call';
import { useWorkspace } from '../workspace-context';

const STATES: readonly OfferState[] = ['proposed', 'accepted', 'declined', 'withdrawn'];

interface Listed {
  readonly proposals: readonly ProposalSummary[];
  readonly next: string | null;
}

/** Proposals by state, the newest change first; each opens to its statement. */
export function ProposalList() {
  const { translate } = useWorkspace().words;
  const [state, setState] = useState<OfferState>('proposed');
  const [listed, setListed] = useState<Listed | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [attempt, setAttempt] = useState(0);
  const title = useId();

  useEffect(() => {
    let wanted = true;
    void call('proposals', { state, page: null }).then((outcome) => {
      if (!wanted) return;
      setListed(outcome.ok ? outcome.data : null);
      setFailure(outcome.ok ? null : outcome);
    });
    return () => {
      wanted = false;
    };
  }, [state, attempt]);

  const more = async (): Promise<void> => {
    if (listed === null) return;
    const outcome = await call('proposals', { state, page: listed.next });
    if (outcome.ok) setListed({ ...outcome.data, proposals: [...listed.proposals, ...outcome.data.proposals] });
    setFailure(outcome.ok ? null : outcome);
  };
  const again = useCallback(() => setAttempt((n) => n + 1), []);
  return (
    <section className="card" aria-labelledby={title}>
      <h2 id={title}>{translate('proposals.title')}</h2>
      <label className="choice">
        <span className="label">{translate('proposals.state')}</span>
        <select
          className="field proposals-state"
          value={state}
          onChange={({ target }) => {
            const chosen = STATES.find((one) => one === target.value);
            if (chosen === undefined) return;
            setListed(null);
            setFailure(null);
            setState(chosen);
          }}
        >
          {STATES.map((one) => (
            <option key={one} value={one}>
              {translate(`proposal.state.${one}`)}
            </option>
          ))}
        </select>
      </label>
      {failure !== null && <ErrorState failure={failure} title={translate('proposals.unread')} onRetry={again} />}
      {listed === null && failure === null && (
        <Skeleton>
          <SkeletonShape shape="block" />
        </Skeleton>
      )}
      {listed?.proposals.length === 0 && <p className="subtle">{translate('proposals.none')}</p>}
      <ul className="proposals">
        {listed?.proposals.map((proposal) => (
          <ProposalItem key={proposal.issueId} proposal={proposal} />
        ))}
      </ul>
      {listed !== null && listed.next !== null && (
        <button type="button" className="button more" onClick={() => void more()}>
          {translate('proposals.more')}
        </button>
      )}
    </section>
  );
}

function ProposalItem({ proposal }: { readonly proposal: ProposalSummary }) {
  const { view, words } = useWorkspace();
  const { translate, format, language } = words;
  const { issueId, issueKey, total, orderedBy, establishments, accepted, declined, updatedAt } = proposal;
  const [isOpen, setOpen] = useState(false);
  return (
    <li>
      <details className="fold" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          <Icon name="chevron" className="fold-mark" />
          <span className="proposal-head">
            <b>{issueKey ?? translate('proposals.gone')}</b> {format.money(total)}
          </span>
          <span className="small subtle">
            {orderedBy !== null && `${orderedBy.label[language]} · `}
            {translate('proposals.answered', { count: accepted + declined, all: format.number(establishments) })} ·{' '}
            {format.ledgerInstant(updatedAt, view.at)}
          </span>
        </summary>
        {isOpen && <OpenStatement issueId={issueId} />}
      </details>
    </li>
  );
}

function OpenStatement({ issueId }: { readonly issueId: string }) {
  const { view } = useWorkspace();
  const { translate, format } = useProposalWords();
  const [shown, setShown] = useState<ProposalStatement | Failure | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let wanted = true;
    void call('proposalStatement', { issueId }).then((outcome) => {
      if (wanted) setShown(outcome.ok ? outcome.data : outcome);
    });
    return () => {
      wanted = false;
    };
  }, [issueId, attempt]);
  if (shown === null) {
    return (
      <Skeleton>
        <SkeletonShape shape="block" />
      </Skeleton>
    );
  }
  if ('ok' in shown) return <ErrorState failure={shown} onRetry={() => setAttempt((n) => n + 1)} />;
  const { current, inForce, ledger } = shown.proposal;
  return (
    <div className="proposal-body">
      <Statement offer={current} issueKey={shown.issueKey} now={view.at} />
      {inForce !== null && (
        <>
          <p>{translate('proposal.inForce', { version: inForce.version, total: format.money(inForce.total) })}</p>
          <Statement offer={inForce} issueKey={shown.issueKey} now={view.at} />
        </>
      )}
      <h3>{translate('proposal.ledger.title')}</h3>
      <ProposalLedger lines={ledger} now={view.at} />
    </div>
  );
}
