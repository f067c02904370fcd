import { useId, useState } from 'react';
import type { AgentPanelView, PreparedReplies } from '../../src/contract/agent-panel';
import type { Failure, Outcome } from '../shared/bridge';
import { ErrorState } from '../shared/error-state';
import { Icon } from '../shared/icon';
import './actions.css';
import './reply.css';
import { replyOccasions, replyText, type ReplyLanguage, type ReplyOccasion } from './reply-words';
import type { Words } from './words';

const LANGUAGES: readonly ReplyLanguage[] = ['fr', 'en', 'both'];

interface ReplySectionProps {
  readonly words: Words;
  readonly onSend: (text: string) => Promise<Outcome<AgentPanelView>>;
  /** Told that it went, in words, to be read out. */
  readonly onSent: (text: string) => void;
}

/** Replies to the customer, prepared where an admin allows it: the agent reads, changes and sends. Folded until wanted. */
export function ReplySection(props: ReplySectionProps) {
  const { view, translate } = props.words;
  const [sent, setSent] = useState(0);
  const occasions = replyOccasions(view);
  const [first] = occasions;
  if (view.replies === null || first === undefined) return null;
  return (
    <section className="section">
      {/* What was sent is done with: the next one begins folded and fresh. */}
      <details className="reply" key={sent}>
        <summary>
          <Icon name="chevron" className="reply-mark" />
          <h2 className="label">{translate('agentPanel.reply.title')}</h2>
        </summary>
        <ReplyForm
          {...props}
          replies={view.replies}
          occasions={occasions}
          onSent={(text) => {
            setSent(sent + 1);
            props.onSent(text);
          }}
        />
      </details>
    </section>
  );
}

function ReplyForm(
  props: ReplySectionProps & { readonly replies: PreparedReplies; readonly occasions: readonly ReplyOccasion[] },
) {
  const { words, replies, occasions, onSend, onSent } = props;
  const { translate, view } = words;
  const [chosen, setChosen] = useState<ReplyOccasion | null>(null);
  const [language, setLanguage] = useState<ReplyLanguage>(replies.language);
  const [written, setWritten] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isSending, setSending] = useState(false);
  const id = useId();
  const occasion = chosen !== null && occasions.includes(chosen) ? chosen : (occasions[0] ?? 'resources');
  const text = written ?? replyText(view, occasion, language);
  const named = translate(`agentPanel.reply.languageNames.${replies.language}`);

  const send = async (): Promise<void> => {
    setSending(true);
    setFailure(null);
    const outcome = await onSend(text);
    setSending(false);
    if (outcome.ok) onSent(translate('agentPanel.reply.sent'));
    else setFailure(outcome);
  };

  return (
    <div className="action-form reply-form">
      <div className="reply-choices">
        <label className="small" htmlFor={`${id}-occasion`}>
          {translate('agentPanel.reply.occasion')}
        </label>
        <select
          id={`${id}-occasion`}
          className="field"
          value={occasion}
          onChange={({ target }) => {
            setChosen(occasions.find((one) => one === target.value) ?? null);
            setWritten(null);
          }}
        >
          {occasions.map((one) => (
            <option key={one} value={one}>
              {translate(`agentPanel.reply.occasions.${one}`)}
            </option>
          ))}
        </select>
        <label className="small" htmlFor={`${id}-language`}>
          {translate('agentPanel.reply.language')}
        </label>
        <select
          id={`${id}-language`}
          className="field"
          aria-describedby={`${id}-source`}
          value={language}
          onChange={({ target }) => {
            setLanguage(LANGUAGES.find((one) => one === target.value) ?? replies.language);
            setWritten(null);
          }}
        >
          {LANGUAGES.map((one) => (
            <option key={one} value={one}>
              {translate(`agentPanel.reply.languages.${one}`)}
            </option>
          ))}
        </select>
      </div>
      <p id={`${id}-source`} className="small subtle">
        {translate(`agentPanel.reply.source.${replies.source}`, { language: named })}
      </p>
      <label className="visually-hidden" htmlFor={`${id}-text`}>
        {translate('agentPanel.reply.text')}
      </label>
      <textarea
        id={`${id}-text`}
        className="field"
        lang={language === 'both' ? undefined : language}
        rows={rowsFor(text)}
        value={text}
        aria-describedby={`${id}-note`}
        onChange={({ target }) => {
          setWritten(target.value);
        }}
      />
      <p id={`${id}-note`} className="small subtle">
        {translate('agentPanel.reply.note')}
      </p>
      <button
        type="button"
        className="button button-primary"
        disabled={isSending || text.trim() === ''}
        onClick={() => void send()}
      >
        {translate(isSending ? 'agentPanel.reply.sending' : 'agentPanel.reply.send')}
      </button>
      {failure !== null && (
        <ErrorState failure={failure} title={translate('agentPanel.reply.unsent')} onRetry={() => void send()} />
      )}
    </div>
  );
}

/** Letters that a line of the narrow panel holds, about. */
const LINE = 36;

/** Enough rows to read the text without scrolling, up to a page. */
function rowsFor(text: string): number {
  const lines = text.split('\n').map((line) => Math.max(1, Math.ceil(line.length / LINE)));
  return Math.min(
    24,
    lines.reduce((sum, rows) => sum + rows, 1),
  );
}
