import type { EstablishmentView, OfferView } from '../../../src/contract/proposal';
import { decimalsOf } from '../../../src/core/proposal/money';
import { REQUESTER } from '../../../src/core/proposal/proposal';
import { exactInCents, sharesOf } from '../../../src/core/proposal/shares';
import { csvOf, type CsvCell } from '../csv-cells';
import type { ProposalWords } from './proposal-messages';

/** Digits of the file beyond the cent, so that the rounding can be followed. */
const BEYOND_CENT = 4;

/** One establishment's line: what was proposed, and what it would be unrounded, in cents. */
export interface StatementLine extends EstablishmentView {
  readonly exactCents: number;
}

/** The lines of an offer's statement, largest share first, then by name as the reader sorts. */
export function statementLines({ total, establishments }: OfferView, intlLocale: string): readonly StatementLine[] {
  const result = sharesOf(total.cents, establishments);
  const exact = new Map(result.ok ? result.shares.map((share) => [share.organizationId, share.exact]) : []);
  const names = new Intl.Collator(intlLocale);
  return establishments
    .map((one) => {
      const fraction = exact.get(one.organizationId);
      return { ...one, exactCents: fraction === undefined ? one.cents : exactInCents(fraction) };
    })
    .sort((a, b) => b.cents - a.cents || names.compare(a.name ?? '', b.name ?? ''));
}

/** An establishment as people call it. */
export function establishmentName(
  { translate }: ProposalWords,
  { organizationId, name }: Pick<EstablishmentView, 'organizationId' | 'name'>,
): string {
  if (organizationId === REQUESTER) return translate('proposal.requester');
  return name ?? translate('proposal.unknown');
}

/** The statement as a file for the reader's spreadsheet: a line each, and the total. */
export function statementCsv(words: ProposalWords, offer: OfferView): string {
  const { translate, format } = words;
  const { intlLocale, language, timeZone } = format.reader;
  const { currency } = offer.total;
  const decimals = decimalsOf(currency);
  const amount = (cents: number, beyond = 0): CsvCell => ({
    value: cents / 10 ** decimals,
    decimals: decimals + beyond,
  });
  const lines = statementLines(offer, intlLocale);
  const at = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  const head = [
    'establishment',
    'id',
    'weight',
    'exact',
    'rounding',
    'share',
    'currency',
    'answer',
    'answeredAt',
  ] as const;
  return csvOf(
    [
      head.map((name) => translate(`proposal.statement.${name}`)),
      ...lines.map((line): readonly CsvCell[] => [
        establishmentName(words, line),
        line.organizationId,
        weightCell(offer, line),
        amount(line.exactCents, BEYOND_CENT),
        amount(line.cents - line.exactCents, BEYOND_CENT),
        amount(line.cents),
        currency,
        translate(`proposal.answer.${line.answer}`),
        line.answeredAt === null ? '' : at.format(line.answeredAt),
      ]),
      [translate('proposal.statement.total'), '', '', '', '', amount(offer.total.cents), currency, '', ''],
    ],
    language,
  );
}

/** A fee is on record in cents and read in whole units; users and equal weights are counts. */
function weightCell({ basis, total }: OfferView, { weight }: StatementLine): CsvCell {
  if (basis !== 'fee') return { value: weight, decimals: 0 };
  const decimals = decimalsOf(total.currency);
  return { value: weight / 10 ** decimals, decimals };
}
