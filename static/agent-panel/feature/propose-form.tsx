import { useEffect, useId, useRef, useState, type FormEvent } from 'react';
import type { FeatureRequestView, ProposalFormView } from '../../../src/contract/proposal';
import type { Failure } from '../../shared/bridge';
import { ErrorState } from '../../shared/error-state';
import { useProposalWords } from '../../shared/proposal/proposal-messages';
import { Skeleton, SkeletonShape } from '../../shared/skeleton';
import type { AgentCall } from './feature-request';
import { problemText } from './problem-words';
import { draftFrom, termsFrom, type DraftProblem, type TermsDraft } from './terms-draft';
import { TermsFields } from './terms-fields';

interface ProposeFormProps {
  readonly view: FeatureRequestView;
  readonly call: AgentCall;
  readonly onDone: (view: FeatureRequestView) => void;
  readonly onClose: () => void;
  readonly onReload: () => void;
}

/** Reads what can be chosen, then shows the form. */
export function ProposeForm(props: ProposeFormProps) {
  const { view, call } = props;
  const { translate, format } = useProposalWords();
  const [form, setForm] = useState<ProposalFormView | Failure | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let wanted = true;
    void call('proposalForm', {}).then((outcome) => {
      if (wanted) setForm(outcome.ok ? outcome.data : outcome);
    });
    return () => {
      wanted = false;
    };
  }, [call, attempt]);
  if (form === null) {
    return (
      <Skeleton>
        <SkeletonShape shape="block" />
        <SkeletonShape shape="block" />
      </Skeleton>
    );
  }
  if ('ok' in form) {
    const retry = (): void => {
      setForm(null);
      setAttempt((n) => n + 1);
    };
    return <ErrorState failure={form} title={translate('proposal.form.unread')} onRetry={retry} />;
  }
  return <FilledForm {...props} form={form} first={draftFrom(view, form, format.reader.language)} />;
}

function FilledForm(props: ProposeFormProps & { readonly form: ProposalFormView; readonly first: TermsDraft }) {
  const { view, call, form, first, onDone, onClose, onReload } = props;
  const { translate, format } = useProposalWords();
  const [draft, setDraft] = useState(first);
  const [problem, setProblem] = useState<DraftProblem | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [accepted, setAccepted] = useState<number | null>(null);
  const [isSending, setSending] = useState(false);
  const element = useRef<HTMLFormElement>(null);
  const title = useId();
  const result = termsFrom(draft);

  useEffect(() => {
    element.current?.querySelector<HTMLElement>('[data-field="amount"]')?.focus();
  }, []);

  const change = (next: TermsDraft): void => {
    setDraft(next);
    setProblem(null);
    setAccepted(null);
  };
  const send = async (asksAgain: boolean): Promise<void> => {
    if (isSending) return;
    if (!result.ok) {
      setProblem(result.problem);
      element.current?.querySelector<HTMLElement>(`[data-field="${result.problem.field}"]`)?.focus();
      return;
    }
    setSending(true);
    setFailure(null);
    const baseVersion = view.proposal?.current.version ?? 0;
    const outcome = await call('propose', { ...result.terms, baseVersion, asksAgain });
    setSending(false);
    if (!outcome.ok) setFailure(outcome);
    else if (outcome.data.outcome === 'asks-again') setAccepted(outcome.data.accepted);
    else onDone(outcome.data.view);
  };
  return (
    <form
      ref={element}
      className="propose stack"
      noValidate
      aria-labelledby={title}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void send(false);
      }}
      onKeyDown={({ key }) => {
        if (key === 'Escape' && !isSending) onClose();
      }}
    >
      <h2 id={title}>{translate(view.proposal === null ? 'proposal.form.title' : 'proposal.form.titleChange')}</h2>
      <TermsFields draft={draft} form={form} problem={problem} call={call} onChange={change} />
      {accepted !== null ? (
        <div className="question stack" role="alert">
          <p>{translate('proposal.form.asksAgain', { count: accepted })}</p>
          <div className="row">
            <button type="button" className="button button-primary" autoFocus onClick={() => void send(true)}>
              {translate(isSending ? 'proposal.form.sending' : 'proposal.form.askAnew')}
            </button>
            <button type="button" className="button button-subtle" disabled={isSending} onClick={onClose}>
              {translate('proposal.form.keep')}
            </button>
          </div>
        </div>
      ) : (
        <div className="row">
          <button type="submit" className="button button-primary" aria-disabled={isSending}>
            {isSending
              ? translate('proposal.form.sending')
              : result.ok
                ? translate('proposal.form.send', { total: format.money(result.terms.total) })
                : translate('proposal.form.sendPlain')}
          </button>
          <button type="button" className="button button-subtle" disabled={isSending} onClick={onClose}>
            {translate('proposal.form.cancel')}
          </button>
        </div>
      )}
      {failure !== null && (
        <Failed failure={failure} onRetry={() => void send(accepted !== null)} onReload={onReload} />
      )}
    </form>
  );
}

function Failed(props: { readonly failure: Failure; readonly onRetry: () => void; readonly onReload: () => void }) {
  const { failure, onRetry, onReload } = props;
  const words = useProposalWords();
  const { translate } = words;
  if (failure.code === 'conflict') {
    return (
      <div className="banner-outdated stack" role="alert">
        <p>
          <b>{translate('proposal.form.failed')}</b> {translate('proposal.form.outdated')}
        </p>
        <button type="button" className="button" onClick={onReload}>
          {translate('proposal.form.reload')}
        </button>
      </div>
    );
  }
  return (
    <ErrorState failure={failure} title={translate('proposal.form.failed')} onRetry={onRetry}>
      {problemText(words, failure.problems)}
    </ErrorState>
  );
}
