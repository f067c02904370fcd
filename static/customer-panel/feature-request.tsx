import { useRef, useState, type RefObject } from 'react';
import type { CustomerFeatureView, CustomerPanelApi, CustomerProposal } from '../../src/contract/customer-panel';
import type { Outcome } from '../shared/bridge';
import { Icon } from '../shared/icon';
import '../shared/state.css';
import './feature-request.css';
import { ShareAnswer } from './share-answer';
import { useReading } from './sentence';

export type AnswerRequest = CustomerPanelApi['answerProposal']['request'];

interface FeatureRequestProps {
  readonly view: CustomerFeatureView;
  readonly onAnswer: (request: AnswerRequest) => Promise<Outcome<CustomerFeatureView>>;
  readonly onReload: () => void;
}

/** A feature request: no clocks, the cost that is proposed for it, and the customer's own part in it. */
export function FeatureRequest({ view: asked, onAnswer, onReload }: FeatureRequestProps) {
  const { words } = useReading();
  const [answered, setAnswered] = useState<CustomerFeatureView | null>(null);
  const [told, setTold] = useState('');
  const lead = useRef<HTMLHeadingElement>(null);
  const { proposal } = answered !== null && answered.at > asked.at ? answered : asked;
  if (proposal === null) {
    return (
      <main className="panel section stack" aria-label={words.message('feature.region')}>
        <h1 className="lead">{words.message('feature.none.title')}</h1>
        <p className="subtle">{words.message('feature.none.text')}</p>
      </main>
    );
  }

  const answer = async (request: AnswerRequest): Promise<Outcome<CustomerFeatureView>> => {
    const outcome = await onAnswer(request);
    if (!outcome.ok) return outcome;
    setAnswered(outcome.data);
    setTold(words.message(request.answer === 'accept' ? 'feature.recorded.accepted' : 'feature.recorded.declined'));
    // The buttons go with the answer: the keyboard goes on from the top.
    lead.current?.focus({ preventScroll: true });
    return outcome;
  };
  return (
    <main className="panel" aria-label={words.message('feature.region')}>
      <p role="status" className="visually-hidden">
        {told}
      </p>
      <Lead proposal={proposal} heading={lead} />
      {proposal.words !== null && <OwnWords words={proposal.words} />}
      {proposal.own.length > 0 && (
        <section className="section stack" aria-labelledby="answers">
          <h2 className="label" id="answers">
            {words.message('feature.answerTitle')}
          </h2>
          <ul className="answers">
            {proposal.own.map((share) => (
              <ShareAnswer
                key={`${String(proposal.version)} ${share.organizationId}`}
                proposal={proposal}
                share={share}
                onAnswer={answer}
                onReload={onReload}
              />
            ))}
          </ul>
        </section>
      )}
    </main>
  );
}

function Lead(props: { readonly proposal: CustomerProposal; readonly heading: RefObject<HTMLHeadingElement> }) {
  const { proposal, heading } = props;
  const { words, now } = useReading();
  const { format, message } = words;
  const { own, total, establishments: count, orderedBy, state } = proposal;
  const share = format.money({ cents: own.reduce((sum, { cents }) => sum + cents, 0), currency: total.currency });
  const whole = format.money(total);
  const isAlone = orderedBy === null;
  const kind = isAlone || own.length === 0 ? 'cost' : own.length === 1 ? 'share' : 'shares';
  return (
    <div className="section stack">
      <div className="row">
        <span className={`lozenge ${LOOK[state]}`}>{message(`feature.state.${state}`)}</span>
        <span className="small subtle">
          {proposal.closedAt === null
            ? message('feature.proposedAt', { at: format.atInstant(proposal.proposedAt, now) })
            : format.atInstant(proposal.closedAt, now)}
        </span>
      </div>
      <h1 className="lead" tabIndex={-1} ref={heading}>
        {message(`feature.lead.${kind}`, { total: whole, share })}
      </h1>
      {!isAlone && (
        <p>
          {message('feature.of', { total: whole, count })}{' '}
          {message('feature.ordered', { body: orderedBy[format.reader.language] })}
        </p>
      )}
      <p className="subtle">
        {own.length === 0
          ? message(isAlone ? 'feature.notReporter' : 'feature.notYours')
          : message(`feature.stateText.${isAlone ? ALONE[state] : state}`)}
      </p>
      {proposal.stands !== null && <Stands stands={proposal.stands} isAlone={isAlone} />}
    </div>
  );
}

const LOOK = {
  proposed: 'lozenge-running',
  accepted: 'lozenge-met',
  declined: 'lozenge-missed',
  withdrawn: '',
} as const;

const ALONE = {
  proposed: 'proposedAlone',
  accepted: 'acceptedAlone',
  declined: 'declinedAlone',
  withdrawn: 'withdrawn',
} as const;

function Stands(props: { readonly stands: NonNullable<CustomerProposal['stands']>; readonly isAlone: boolean }) {
  const { words, now } = useReading();
  const { format, message } = words;
  const { total, acceptedAt, cents } = props.stands;
  const values = {
    at: acceptedAt === null ? '' : format.atInstant(acceptedAt, now),
    total: format.money(total),
    share: format.money({ cents, currency: total.currency }),
  };
  return (
    <p className="banner">
      <Icon name="info" />
      <span>{message(props.isAlone || cents === 0 ? 'feature.standsAlone' : 'feature.stands', values)}</span>
    </p>
  );
}

function OwnWords({ words: text }: { readonly words: NonNullable<CustomerProposal['words']> }) {
  const { words } = useReading();
  const { language } = words.format.reader;
  const other = language === 'fr' ? 'en' : 'fr';
  const [lang, shown] = text[language].trim() === '' ? [other, text[other]] : [language, text[language]];
  return (
    <section className="section stack" aria-labelledby="words">
      <h2 className="label" id="words">
        {words.message('feature.words')}
      </h2>
      <p className="own-words" lang={lang}>
        {shown}
      </p>
    </section>
  );
}
