import { useEffect, useId, useRef, useState } from 'react';
import type { CustomerFeatureView, CustomerProposal, CustomerShare } from '../../src/contract/customer-panel';
import type { Failure, Outcome } from '../shared/bridge';
import { ErrorState } from '../shared/error-state';
import type { AnswerRequest } from './feature-request';
import { useReading } from './sentence';

type Given = AnswerRequest['answer'];

/** One share of the reader's: what it is, the answer on record, or the two buttons with a question before either counts. */
export function ShareAnswer(props: {
  readonly proposal: CustomerProposal;
  readonly share: CustomerShare;
  readonly onAnswer: (request: AnswerRequest) => Promise<Outcome<CustomerFeatureView>>;
  readonly onReload: () => void;
}) {
  const { proposal, share, onAnswer, onReload } = props;
  const { words, now } = useReading();
  const { format, message } = words;
  const [asking, setAsking] = useState<Given | null>(null);
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const buttons = useRef<HTMLDivElement>(null);
  const money = format.money({ cents: share.cents, currency: proposal.total.currency });
  const at = share.answeredAt === null ? '' : format.atInstant(share.answeredAt, now);

  const send = async (answer: Given): Promise<void> => {
    setSending(true);
    setFailure(null);
    const { version } = proposal;
    const { language } = format.reader;
    const outcome = await onAnswer({ answer, version, organizationId: share.organizationId, language });
    setSending(false);
    if (outcome.ok) setAsking(null);
    else setFailure(outcome);
  };
  const cancel = (): void => {
    const button = asking;
    setAsking(null);
    setFailure(null);
    requestAnimationFrame(() =>
      buttons.current?.querySelector<HTMLElement>(`[data-answer="${String(button)}"]`)?.focus(),
    );
  };
  return (
    <li className="answer stack">
      <div className="row between answer-head">
        <span>
          {share.name !== null && <b>{share.name}</b>} {share.name !== null && <span className="subtle">{money}</span>}
        </span>
        {share.answer !== 'waiting' && (
          <span className={`lozenge ${share.answer === 'accepted' ? 'lozenge-met' : 'lozenge-missed'}`}>
            {message(`feature.${share.answer}`, { at })}
          </span>
        )}
      </div>
      {asking === null && (share.mayAccept || share.mayDecline) && (
        <div className="row" ref={buttons}>
          {share.mayAccept && (
            <button
              type="button"
              className="button button-primary"
              data-answer="accept"
              aria-label={
                share.name === null
                  ? undefined
                  : message('feature.acceptFor', { share: money, organization: share.name })
              }
              onClick={() => setAsking('accept')}
            >
              {message(share.answer === 'declined' ? 'feature.acceptInstead' : 'feature.accept')}
            </button>
          )}
          {share.mayDecline && (
            <button
              type="button"
              className="button"
              data-answer="decline"
              aria-label={
                share.name === null
                  ? undefined
                  : message('feature.declineFor', { share: money, organization: share.name })
              }
              onClick={() => setAsking('decline')}
            >
              {message('feature.decline')}
            </button>
          )}
        </div>
      )}
      {asking !== null && (
        <Question
          given={asking}
          share={money}
          organization={share.name}
          isSending={isSending}
          onYes={() => void send(asking)}
          onNo={cancel}
        />
      )}
      {failure !== null && failure.code !== 'conflict' && (
        <ErrorState failure={failure} title={message('feature.failed')} onRetry={() => void send(asking ?? 'accept')} />
      )}
      {failure?.code === 'conflict' && (
        <div className="banner banner-warning stack" role="alert">
          <p>
            <b>{message('feature.failed')}</b> {message('feature.outdated')}
          </p>
          <button type="button" className="button" onClick={onReload}>
            {message('feature.reload')}
          </button>
        </div>
      )}
    </li>
  );
}

function Question(props: {
  readonly given: Given;
  readonly share: string;
  readonly organization: string | null;
  readonly isSending: boolean;
  readonly onYes: () => void;
  readonly onNo: () => void;
}) {
  const { given, share, organization, isSending, onYes, onNo } = props;
  const { words } = useReading();
  const { message } = words;
  const title = useId();
  const yes = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    yes.current?.focus();
  }, []);
  return (
    <div
      className="question stack"
      role="group"
      aria-labelledby={title}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !isSending) onNo();
      }}
    >
      <p id={title}>
        <b>
          {organization === null
            ? message(`feature.confirm.${given}`, { share })
            : message(`feature.confirm.${given}For`, { share, organization })}
        </b>
      </p>
      <p className="small">
        {message('feature.confirm.meaning')} {given === 'accept' && message('feature.confirm.acceptFinal')}
      </p>
      <div className="row">
        <button
          ref={yes}
          type="button"
          className="button button-primary"
          aria-disabled={isSending}
          onClick={isSending ? undefined : onYes}
        >
          {message(
            isSending
              ? 'feature.confirm.sending'
              : given === 'accept'
                ? 'feature.confirm.yesAccept'
                : 'feature.confirm.yesDecline',
          )}
        </button>
        <button type="button" className="button button-subtle" disabled={isSending} onClick={onNo}>
          {words.message('feature.confirm.no')}
        </button>
      </div>
    </div>
  );
}
