import type { ReactNode } from 'react';
import type { FeatureRequestView, OfferView, ProposalView } from '../../../src/contract/proposal';
import { REQUESTER } from '../../../src/core/proposal/proposal';
import { Icon } from '../../shared/icon';
import '../../shared/lozenge.css';
import { useProposalWords } from '../../shared/proposal/proposal-messages';
import { Statement } from '../../shared/proposal/statement';
import { establishmentName } from '../../shared/proposal/statement-lines';

const LOOK = {
  proposed: 'lozenge-running',
  accepted: 'lozenge-met',
  declined: 'lozenge-missed',
  withdrawn: '',
} as const;

/** The proposal at a glance: state, total, by whose order, how many have answered; then every share. */
export function ProposalSummary(props: { readonly view: FeatureRequestView; readonly proposal: ProposalView }) {
  const { view, proposal } = props;
  const { current, inForce } = proposal;
  const { translate, format } = useProposalWords();
  const since = current.closedAt ?? current.at;
  const unseen = current.establishments.filter(
    ({ organizationId }) => organizationId !== REQUESTER && !view.onRequest.includes(organizationId),
  ).length;
  return (
    <>
      <section className="section stack">
        <div className="row">
          <span className={`lozenge ${LOOK[current.state]}`}>{translate(`proposal.state.${current.state}`)}</span>
          <span className="small subtle">
            {translate('proposal.version', { version: current.version })} · {format.ledgerInstant(since, view.at)}
          </span>
        </div>
        <p className="proposal-total">{format.money(current.total)}</p>
        <Payers offer={current} />
        {unseen > 0 && current.state === 'proposed' && (
          <p className="banner banner-warning">
            <Icon name="info" />
            <span>{translate('proposal.notOnRequest', { count: unseen })}</span>
          </p>
        )}
        {inForce !== null && (
          <p className="banner">
            <Icon name="met" />
            <span>
              {translate('proposal.inForce', { version: inForce.version, total: format.money(inForce.total) })}
            </span>
          </p>
        )}
      </section>
      {current.words !== null && <OwnWords words={current.words} />}
      <section className="section">
        <Fold title={translate('proposal.statement.title')} isOpen={current.establishments.length <= 10}>
          <Statement offer={current} issueKey={view.issueKey} now={view.at} />
        </Fold>
        {inForce !== null && (
          <Fold title={translate('proposal.statement.titleOf', { version: inForce.version })} isOpen={false}>
            <Statement offer={inForce} issueKey={view.issueKey} now={view.at} />
          </Fold>
        )}
      </section>
    </>
  );
}

function Payers({ offer }: { readonly offer: OfferView }) {
  const words = useProposalWords();
  const { translate, format } = words;
  const { orderedBy, establishments } = offer;
  const [first] = establishments;
  if (orderedBy === null) {
    const customer = first === undefined ? '' : establishmentName(words, first);
    return <p>{translate('proposal.single', { customer })}</p>;
  }
  const count = (answer: OfferView['establishments'][number]['answer']): string =>
    format.number(establishments.filter((one) => one.answer === answer).length);
  return (
    <>
      <p>
        {translate('proposal.ordered', {
          body: orderedBy.label[format.reader.language],
          count: establishments.length,
        })}{' '}
        {translate(`proposal.basisLine.${offer.basis}`)}
      </p>
      {offer.state !== 'withdrawn' && (
        <p className="small subtle">
          {translate('proposal.progress', {
            accepted: count('accepted'),
            declined: count('declined'),
            waiting: count('waiting'),
          })}
        </p>
      )}
    </>
  );
}

function OwnWords({ words: text }: { readonly words: NonNullable<OfferView['words']> }) {
  const { translate, format } = useProposalWords();
  const { language } = format.reader;
  const other = language === 'fr' ? 'en' : 'fr';
  const lang = text[language].trim() === '' ? other : language;
  return (
    <section className="section stack">
      <h2 className="label">{translate('proposal.words')}</h2>
      <p className="own-words" lang={lang}>
        {text[lang]}
      </p>
    </section>
  );
}

function Fold(props: { readonly title: string; readonly isOpen: boolean; readonly children: ReactNode }) {
  return (
    <details open={props.isOpen}>
      <summary>
        <Icon name="chevron" />
        <h2>{props.title}</h2>
      </summary>
      {props.children}
    </details>
  );
}
