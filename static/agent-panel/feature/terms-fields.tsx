import { useId } from 'react';
import type { ProposalFormView } from '../../../src/contract/proposal';
import { CURRENCIES } from '../../../src/core/proposal/money';
import { REQUESTER, type WeightBasis } from '../../../src/core/proposal/proposal';
import { useProposalWords } from '../../shared/proposal/proposal-messages';
import { EstablishmentPicker } from './establishment-picker';
import type { AgentCall } from './feature-request';
import type { DraftProblem, TermsDraft } from './terms-draft';

const BASES: readonly WeightBasis[] = ['equal', 'fee', 'users'];

interface FieldsProps {
  readonly draft: TermsDraft;
  readonly form: ProposalFormView;
  readonly problem: DraftProblem | null;
  readonly call: AgentCall;
  readonly onChange: (draft: TermsDraft) => void;
}

/** The fields of a proposal: amount, who pays and how it is shared, the agent's own words. */
export function TermsFields(props: FieldsProps) {
  const { draft, onChange } = props;
  const { translate } = useProposalWords();
  return (
    <>
      <AmountFields {...props} />
      <fieldset className="stack">
        <legend className="label">{translate('proposal.form.who')}</legend>
        {(['one', 'order'] as const).map((payer) => (
          <label key={payer} className="propose-choice">
            <input
              type="radio"
              name="payer"
              checked={draft.payer === payer}
              onChange={() => onChange({ ...draft, payer })}
            />
            {translate(payer === 'one' ? 'proposal.form.payOne' : 'proposal.form.payOrder')}
          </label>
        ))}
      </fieldset>
      {draft.payer === 'one' ? <CustomerField {...props} /> : <OrderFields {...props} />}
      <WordsFields draft={draft} onChange={onChange} />
    </>
  );
}

/** The words of a problem, under its field. */
function Trouble(
  props: { readonly id: string; readonly problem: DraftProblem | null; readonly field: string } & Pick<
    FieldsProps,
    'draft'
  >,
) {
  const { id, problem, field, draft } = props;
  const { translate } = useProposalWords();
  if (problem?.field !== field) return null;
  return (
    <p id={id} className="small propose-problem" role="alert">
      {translate(`proposal.problem.${problem.code}`, { currency: draft.currency })}
    </p>
  );
}

function AmountFields({ draft, problem, onChange }: FieldsProps) {
  const { translate } = useProposalWords();
  const id = useId();
  const isWrong = problem?.field === 'amount';
  return (
    <div className="propose-field">
      <div className="propose-amount">
        <div className="propose-field">
          <label className="label" htmlFor={`${id}-amount`}>
            {translate('proposal.form.amount')}
          </label>
          <input
            id={`${id}-amount`}
            className="field"
            data-field="amount"
            inputMode="decimal"
            autoComplete="off"
            maxLength={30}
            value={draft.amount}
            aria-invalid={isWrong}
            aria-describedby={isWrong ? `${id}-problem` : undefined}
            onChange={({ target }) => onChange({ ...draft, amount: target.value })}
          />
        </div>
        <div className="propose-field">
          <label className="label" htmlFor={`${id}-currency`}>
            {translate('proposal.form.currency')}
          </label>
          <select
            id={`${id}-currency`}
            className="field"
            value={draft.currency}
            onChange={({ target }) => {
              const currency = CURRENCIES.find((one) => one === target.value);
              if (currency !== undefined) onChange({ ...draft, currency });
            }}
          >
            {CURRENCIES.map((currency) => (
              <option key={currency}>{currency}</option>
            ))}
          </select>
        </div>
      </div>
      <Trouble id={`${id}-problem`} problem={problem} field="amount" draft={draft} />
    </div>
  );
}

function CustomerField({ draft, form, onChange }: FieldsProps) {
  const { translate } = useProposalWords();
  const id = useId();
  const isElse =
    draft.organizationId !== REQUESTER &&
    !form.onRequest.some(({ organizationId }) => organizationId === draft.organizationId);
  return (
    <div className="propose-field">
      <label className="label" htmlFor={id}>
        {translate('proposal.form.organization')}
      </label>
      <select
        id={id}
        className="field"
        value={draft.organizationId}
        onChange={({ target }) => onChange({ ...draft, organizationId: target.value })}
      >
        {form.onRequest.map(({ organizationId, name }) => (
          <option key={organizationId} value={organizationId}>
            {name}
          </option>
        ))}
        {isElse && <option value={draft.organizationId}>{translate('proposal.unknown')}</option>}
        <option value={REQUESTER}>{translate('proposal.requester')}</option>
      </select>
    </div>
  );
}

function OrderFields({ draft, form, problem, call, onChange }: FieldsProps) {
  const { translate, format } = useProposalWords();
  const id = useId();
  const isWrong = problem?.field === 'body';
  if (form.bodies.length === 0) return <p className="small">{translate('proposal.form.noBodies')}</p>;
  return (
    <>
      <div className="propose-field">
        <label className="label" htmlFor={`${id}-body`}>
          {translate('proposal.form.body')}
        </label>
        <select
          id={`${id}-body`}
          className="field"
          data-field="body"
          value={draft.body}
          aria-invalid={isWrong}
          aria-describedby={isWrong ? `${id}-problem` : undefined}
          onChange={({ target }) => onChange({ ...draft, body: target.value })}
        >
          <option value="" />
          {form.bodies.map(({ key, label }) => (
            <option key={key} value={key}>
              {label[format.reader.language]}
            </option>
          ))}
        </select>
        <Trouble id={`${id}-problem`} problem={problem} field="body" draft={draft} />
      </div>
      <div className="propose-field">
        <label className="label" htmlFor={`${id}-basis`}>
          {translate('proposal.form.basis')}
        </label>
        <select
          id={`${id}-basis`}
          className="field"
          value={draft.basis}
          onChange={({ target }) => {
            const basis = BASES.find((one) => one === target.value);
            if (basis !== undefined) onChange({ ...draft, basis });
          }}
        >
          {BASES.map((basis) => (
            <option key={basis} value={basis}>
              {translate(`proposal.basis.${basis}`)}
            </option>
          ))}
        </select>
      </div>
      <EstablishmentPicker
        draft={draft}
        form={form}
        call={call}
        onChosen={(chosen) => onChange({ ...draft, chosen })}
      />
      <Trouble id={`${id}-chosen`} problem={problem} field="chosen" draft={draft} />
    </>
  );
}

function WordsFields({ draft, onChange }: Pick<FieldsProps, 'draft' | 'onChange'>) {
  const { translate, format } = useProposalWords();
  const id = useId();
  const languages = format.reader.language === 'fr' ? (['fr', 'en'] as const) : (['en', 'fr'] as const);
  return (
    <fieldset className="stack" aria-describedby={`${id}-help`}>
      <legend className="label">{translate('proposal.form.wordsTitle')}</legend>
      {languages.map((language) => (
        <div key={language} className="propose-field">
          <label className="small" htmlFor={`${id}-${language}`}>
            {translate(`proposal.form.${language}`)}
          </label>
          <textarea
            id={`${id}-${language}`}
            className="field"
            lang={language}
            rows={2}
            maxLength={5000}
            value={draft.words[language]}
            onChange={({ target }) => onChange({ ...draft, words: { ...draft.words, [language]: target.value } })}
          />
        </div>
      ))}
      <p id={`${id}-help`} className="small subtle">
        {translate('proposal.form.wordsHelp')}
      </p>
    </fieldset>
  );
}
