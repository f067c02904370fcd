import type { Problem } from '../../../src/contract/answer';
import type { ProposalWords } from '../../shared/proposal/proposal-messages';

/** What the server may say of a proposal that a form could not know. */
const CODES = [
  'amount-out-of-range',
  'no-establishments',
  'repeated-establishment',
  'bad-weight',
  'no-weight',
  'too-many-establishments',
  'requester-in-order',
  'ledger-full',
  'unknown-body',
  'unknown-organization',
  'no-fee-on-record',
  'no-users-on-record',
  'not-a-feature-request',
] as const;

/** What is wrong with a proposal that the server did not take, each thing once. */
export function problemText({ translate }: ProposalWords, problems: readonly Problem[]): string {
  const texts = problems.map(({ code, values }) =>
    translate(`proposal.problem.${CODES.find((known) => known === code) ?? 'unknown'}`, values ?? {}),
  );
  return [...new Set(texts)].join(' ');
}
