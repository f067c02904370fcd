import { useEffect, useId, useRef, useState, type RefObject } from 'react';
import type { NamedOrganization, ProposalFormView } from '../../../src/contract/proposal';
import type { Failure } from '../../shared/bridge';
import { ErrorState } from '../../shared/error-state';
import { Icon } from '../../shared/icon';
import { useProposalWords } from '../../shared/proposal/proposal-messages';
import type { AgentCall } from './feature-request';
import { previewOf, withMore, type TermsDraft } from './terms-draft';

/** Typing pauses this long before Jira is asked. */
const TYPING_PAUSE = 300;

interface PickerProps {
  readonly draft: TermsDraft;
  readonly form: ProposalFormView;
  readonly call: AgentCall;
  readonly onChosen: (chosen: readonly NamedOrganization[]) => void;
}

/** The establishments of an order: those chosen with what each would pay, saved groups, and a search for more. */
export function EstablishmentPicker({ draft, form, call, onChosen }: PickerProps) {
  const { translate } = useProposalWords();
  const search = useRef<HTMLInputElement>(null);
  const { chosen } = draft;
  const id = useId();
  const without = (organizationId: string): void => {
    onChosen(chosen.filter((one) => one.organizationId !== organizationId));
    // Its button goes with it: the keyboard goes on from the search.
    search.current?.focus();
  };
  const isWanted = (organizations: readonly NamedOrganization[]): boolean =>
    withMore(chosen, organizations).length > chosen.length;
  return (
    <fieldset className="stack" data-field="chosen" tabIndex={-1} aria-describedby={`${id}-count`}>
      <legend className="label">{translate('proposal.form.establishments')}</legend>
      <div className="row between">
        <span id={`${id}-count`} className="small subtle" role="status">
          {translate('proposal.form.count', { count: chosen.length })}
        </span>
        {chosen.length > 1 && (
          <button type="button" className="button button-subtle small" onClick={() => onChosen([])}>
            {translate('proposal.form.clear')}
          </button>
        )}
      </div>
      <ChosenList draft={draft} form={form} onRemove={without} />
      <div className="row">
        {isWanted(form.onRequest) && (
          <button type="button" className="button" onClick={() => onChosen(withMore(chosen, form.onRequest))}>
            {translate('proposal.form.addRequest', { count: form.onRequest.length })}
          </button>
        )}
        {form.groups
          .filter(({ organizations }) => isWanted(organizations))
          .map(({ code, organizations }) => (
            <button
              key={code}
              type="button"
              className="button"
              onClick={() => onChosen(withMore(chosen, organizations))}
            >
              {translate('proposal.form.addGroup', { code, count: organizations.length })}
            </button>
          ))}
      </div>
      <Search call={call} chosen={chosen} field={search} onAdd={(one) => onChosen(withMore(chosen, [one]))} />
    </fieldset>
  );
}

function ChosenList(props: {
  readonly draft: TermsDraft;
  readonly form: ProposalFormView;
  readonly onRemove: (organizationId: string) => void;
}) {
  const { draft, form, onRemove } = props;
  const { translate, format } = useProposalWords();
  const preview = previewOf(draft, form);
  if (preview.length === 0) return null;
  return (
    <ul className="chosen" aria-label={translate('proposal.form.preview')}>
      {preview.map(({ organizationId, name, cents, isWeighed }) => (
        <li key={organizationId}>
          <span>{name}</span>
          <span className={isWeighed ? 'figure' : 'figure propose-problem'}>
            {!isWeighed
              ? translate('proposal.form.noFigure')
              : cents !== null && format.money({ cents, currency: draft.currency })}
          </span>
          <button
            type="button"
            className="button button-subtle"
            aria-label={translate('proposal.form.remove', { name })}
            onClick={() => onRemove(organizationId)}
          >
            <Icon name="cross" />
          </button>
        </li>
      ))}
    </ul>
  );
}

interface Found {
  readonly search: string;
  readonly organizations: readonly NamedOrganization[];
  readonly next: number | null;
}

function Search(props: {
  readonly call: AgentCall;
  readonly chosen: readonly NamedOrganization[];
  readonly field: RefObject<HTMLInputElement>;
  readonly onAdd: (organization: NamedOrganization) => void;
}) {
  const { call, chosen, field, onAdd } = props;
  const { translate } = useProposalWords();
  const [text, setText] = useState('');
  const [found, setFound] = useState<Found | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [attempt, setAttempt] = useState(0);
  const search = text.trim();
  const id = useId();

  useEffect(() => {
    if (search === '') return;
    let wanted = true;
    const timer = setTimeout(() => {
      void call('findOrganizations', { search, start: 0 }).then((outcome) => {
        if (!wanted) return;
        setFailure(outcome.ok ? null : outcome);
        if (outcome.ok) setFound({ search, ...outcome.data });
      });
    }, TYPING_PAUSE);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [call, search, attempt]);

  const further = async (from: Found): Promise<void> => {
    const outcome = await call('findOrganizations', { search: from.search, start: from.next ?? 0 });
    if (!outcome.ok) setFailure(outcome);
    else
      setFound({
        ...outcome.data,
        search: from.search,
        organizations: [...from.organizations, ...outcome.data.organizations],
      });
  };
  const isCurrent = found !== null && search !== '' && found.search === search;
  const others = isCurrent ? found.organizations.filter((one) => withMore(chosen, [one]).length > chosen.length) : [];
  return (
    <div className="propose-field">
      <label className="label" htmlFor={id}>
        {translate('proposal.form.search')}
      </label>
      <input
        ref={field}
        id={id}
        type="search"
        className="field"
        autoComplete="off"
        value={text}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={(event) => {
          // Enter in a search proposes nothing.
          if (event.key === 'Enter') event.preventDefault();
        }}
      />
      <p className="small subtle" role="status">
        {search !== '' && !isCurrent && failure === null && translate('proposal.form.searching')}
        {isCurrent &&
          found.organizations.length === 0 &&
          found.next === null &&
          translate('proposal.form.none', { search })}
      </p>
      {failure !== null && (
        <ErrorState
          failure={failure}
          title={translate('proposal.form.searchFailed')}
          onRetry={() => setAttempt((n) => n + 1)}
        />
      )}
      <div className="row">
        {others.slice(0, 20).map((organization) => (
          <button
            key={organization.organizationId}
            type="button"
            className="button"
            onClick={() => {
              onAdd(organization);
              field.current?.focus();
            }}
          >
            {translate('proposal.form.add', { name: organization.name })}
          </button>
        ))}
        {isCurrent && found.next !== null && (
          <button type="button" className="button button-subtle" onClick={() => void further(found)}>
            {translate('proposal.form.further')}
          </button>
        )}
      </div>
    </div>
  );
}
