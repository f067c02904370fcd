import { useRef } from 'react';
import type { OfferView } from '../../../src/contract/proposal';
import type { EpochMillis } from '../../../src/core/time/instant';
import { download } from '../download';
import '../lozenge.css';
import { useProposalWords } from './proposal-messages';
import { establishmentName, statementCsv, statementLines, type StatementLine } from './statement-lines';
import './statement.css';

/** Digits beyond the cent in which people can follow the rounding; the file has more. */
const SHOWN_BEYOND_CENT = 2;

const LOOK = { waiting: '', accepted: 'lozenge-met', declined: 'lozenge-missed' } as const;

/** Every share of an offer, with what it would be unrounded; as a file, and on paper. For agents and administrators. */
export function Statement(props: {
  readonly offer: OfferView;
  readonly issueKey: string | null;
  readonly now: EpochMillis;
}) {
  const { offer, issueKey, now } = props;
  const words = useProposalWords();
  const { translate, format } = words;
  const statement = useRef<HTMLDivElement>(null);
  const lines = statementLines(offer, format.reader.intlLocale);
  const title = translate('proposal.statement.titleOf', { version: offer.version });
  const file = `${issueKey ?? 'cadran'}-${translate('proposal.statement.file')}-${String(offer.version)}.csv`;

  const print = (): void => {
    // Only the marked statement stays on paper (statement.css).
    statement.current?.setAttribute('data-printed', '');
    window.print();
    statement.current?.removeAttribute('data-printed');
  };
  return (
    <div ref={statement} className="statement stack">
      <p className="statement-head">
        <b>{issueKey === null ? title : `${issueKey} · ${title}`}</b>
        <br />
        {offer.orderedBy !== null && (
          <>
            {translate('proposal.ordered', {
              body: offer.orderedBy.label[format.reader.language],
              count: lines.length,
            })}{' '}
            {translate(`proposal.basisLine.${offer.basis}`)}
          </>
        )}
      </p>
      <div className="statement-table" tabIndex={0} role="group" aria-label={title}>
        <table>
          <thead>
            <tr>
              <th scope="col">{translate('proposal.statement.establishment')}</th>
              <th scope="col" className="figure">
                {translate('proposal.statement.share')}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Line key={line.organizationId} line={line} offer={offer} now={now} />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{translate('proposal.statement.total')}</th>
              <td className="figure">
                <b>{format.money(offer.total)}</b>
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
      {lines.length > 1 && <p className="small subtle">{translate('proposal.statement.rounded')}</p>}
      <div className="row statement-actions">
        <button
          type="button"
          className="button"
          onClick={() => download(file, 'text/csv;charset=utf-8', statementCsv(words, offer))}
        >
          {translate('proposal.statement.csv')}
        </button>
        <button type="button" className="button" onClick={print}>
          {translate('proposal.statement.print')}
        </button>
      </div>
    </div>
  );
}

function Line(props: { readonly line: StatementLine; readonly offer: OfferView; readonly now: EpochMillis }) {
  const { line, offer, now } = props;
  const words = useProposalWords();
  const { translate, format } = words;
  const { currency } = offer.total;
  const isRounded = line.exactCents !== line.cents;
  return (
    <tr>
      <th scope="row">
        {establishmentName(words, line)}
        {offer.basis !== 'equal' && <span className="small subtle beside">{weightText(words, offer, line)}</span>}
        <span className="row beside">
          <span className={`lozenge ${LOOK[line.answer]}`}>{translate(`proposal.answer.${line.answer}`)}</span>
          {line.answeredAt !== null && (
            <span className="small subtle">{format.ledgerInstant(line.answeredAt, now)}</span>
          )}
        </span>
      </th>
      <td className="figure">
        {format.money({ cents: line.cents, currency })}
        {isRounded && (
          <span className="small subtle beside">
            {translate('proposal.statement.exactly', {
              exact: format.money({ cents: line.exactCents, currency }, SHOWN_BEYOND_CENT),
            })}
          </span>
        )}
      </td>
    </tr>
  );
}

function weightText(
  { translate, format }: ReturnType<typeof useProposalWords>,
  { basis, total }: OfferView,
  { weight }: StatementLine,
): string {
  return basis === 'fee'
    ? translate('proposal.statement.weightOf.fee', {
        weight: format.money({ cents: weight, currency: total.currency }),
      })
    : translate('proposal.statement.weightOf.users', { count: weight });
}
