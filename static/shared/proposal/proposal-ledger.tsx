import type { ProposalLine } from '../../../src/contract/proposal';
import { useProposalWords, type ProposalWords } from './proposal-messages';
import { establishmentName } from './statement-lines';
import './statement.css';

/** What happened to a proposal, the newest first, each with its time. */
export function ProposalLedger({ lines, now }: { readonly lines: readonly ProposalLine[]; readonly now: number }) {
  const words = useProposalWords();
  return (
    <ol className="proposal-lines">
      {lines.toReversed().map((line, index) => (
        <li key={lines.length - index}>
          <time dateTime={new Date(line.at).toISOString()}>{words.format.ledgerInstant(line.at, now)}</time>
          <span>{proposalLineText(words, line)}</span>
        </li>
      ))}
    </ol>
  );
}

/** A line of a proposal's ledger in words. */
export function proposalLineText(words: ProposalWords, line: ProposalLine): string {
  const { translate, format } = words;
  const { version } = line;
  switch (line.kind) {
    case 'proposed': {
      const proposed = translate('proposal.ledger.proposed', {
        version,
        total: format.money(line.total),
        count: line.establishments,
      });
      if (line.orderedBy === null) return proposed;
      const body = line.orderedBy.label[format.reader.language];
      return `${proposed} ${translate('proposal.ledger.proposedBy', { body })}`;
    }
    case 'accepted':
    case 'declined':
      return translate(`proposal.ledger.${line.kind}`, { version, name: establishmentName(words, line) });
    case 'withdrawn':
      return translate('proposal.ledger.withdrawn', { version });
  }
}
