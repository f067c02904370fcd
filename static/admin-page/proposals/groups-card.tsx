import { useId, useState, type FormEvent } from 'react';
import type { GroupView, NamedOrganization } from '../../../src/contract/proposal';
import { groupCode } from '../../../src/core/proposal/register';
import type { Failure } from '../../shared/bridge';
import { ErrorState } from '../../shared/error-state';
import { Skeleton, SkeletonShape } from '../../shared/skeleton';
import { useView } from '../../shared/use-view';
import { call } from '../admin-call';
import { useWorkspace } from '../workspace-context';
import { useFound } from './use-found';

const ask = () => call('establishmentGroups', {});

/** Saved groups of organizations, by code; each can be changed, and removed with a way back. */
export function GroupsCard() {
  const { translate } = useWorkspace().words;
  const { state, reload, replace } = useView(ask);
  const [edited, setEdited] = useState<GroupView | null>(null);
  const [removed, setRemoved] = useState<GroupView | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const title = useId();

  const remove = async (group: GroupView): Promise<void> => {
    const outcome = await call('removeEstablishmentGroup', { code: group.code });
    setFailure(outcome.ok ? null : outcome);
    if (!outcome.ok) return;
    replace(outcome.data);
    setRemoved(group);
  };
  const putBack = async (group: GroupView): Promise<void> => {
    const organizationIds = group.organizations.map(({ organizationId }) => organizationId);
    const outcome = await call('saveEstablishmentGroup', { code: group.code, organizationIds });
    setFailure(outcome.ok ? null : outcome);
    if (!outcome.ok) return;
    replace(outcome.data);
    setRemoved(null);
  };
  return (
    <section className="card" aria-labelledby={title}>
      <div className="row between">
        <h2 id={title}>{translate('proposals.groups.title')}</h2>
        {edited === null && (
          <button type="button" className="button" onClick={() => setEdited({ code: '', organizations: [] })}>
            {translate('proposals.groups.new')}
          </button>
        )}
      </div>
      <p className="subtle">{translate('proposals.groups.text')}</p>
      {state.status === 'loading' && (
        <Skeleton>
          <SkeletonShape shape="half" />
        </Skeleton>
      )}
      {state.status === 'failed' && (
        <ErrorState failure={state.failure} title={translate('proposals.unread')} onRetry={reload} />
      )}
      {state.status === 'ready' && state.data.length === 0 && edited === null && (
        <p className="subtle">{translate('proposals.groups.none')}</p>
      )}
      <ul className="groups">
        {state.status === 'ready' &&
          state.data.map((group) => (
            <li key={group.code} className="row between">
              <span>
                <b>{group.code}</b>{' '}
                <span className="small subtle">
                  {translate('proposals.groups.count', {
                    count: group.organizations.length,
                    names: group.organizations.map(({ name }) => name).join(', '),
                  })}
                </span>
              </span>
              <span className="row">
                <button
                  type="button"
                  className="button button-subtle"
                  aria-label={translate('proposals.groups.changeOne', { code: group.code })}
                  onClick={() => setEdited(group)}
                >
                  {translate('proposals.groups.change')}
                </button>
                <button
                  type="button"
                  className="button button-subtle"
                  aria-label={translate('proposals.groups.removeOne', { code: group.code })}
                  onClick={() => void remove(group)}
                >
                  {translate('proposals.groups.remove')}
                </button>
              </span>
            </li>
          ))}
      </ul>
      {removed !== null && (
        <p className="row undo" role="status">
          {translate('proposals.groups.removed', { code: removed.code })}
          <button type="button" className="button button-subtle" onClick={() => void putBack(removed)}>
            {translate('proposals.groups.undo')}
          </button>
        </p>
      )}
      {failure !== null && <ErrorState failure={failure} title={translate('proposals.groups.unsaved')} />}
      {edited !== null && (
        <GroupForm
          key={edited.code}
          group={edited}
          onSaved={(groups) => {
            replace(groups);
            setEdited(null);
          }}
          onClose={() => setEdited(null)}
        />
      )}
    </section>
  );
}

function GroupForm(props: {
  readonly group: GroupView;
  readonly onSaved: (groups: readonly GroupView[]) => void;
  readonly onClose: () => void;
}) {
  const { group, onSaved, onClose } = props;
  const { translate } = useWorkspace().words;
  const [code, setCode] = useState(group.code);
  const [chosen, setChosen] = useState<readonly NamedOrganization[]>(group.organizations);
  const [search, setSearch] = useState('');
  const [wrong, setWrong] = useState<'code' | 'chosen' | null>(null);
  const [isSaving, setSaving] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { found, failure: unfound, more, retry } = useFound(search);
  const id = useId();
  const isChosen = (organizationId: string): boolean => chosen.some((one) => one.organizationId === organizationId);
  const others = chosen.filter(
    ({ organizationId }) => found?.establishments.every((one) => one.organizationId !== organizationId) ?? true,
  );

  const save = async (): Promise<void> => {
    setWrong(groupCode(code) === null ? 'code' : chosen.length === 0 ? 'chosen' : null);
    if (groupCode(code) === null || chosen.length === 0 || isSaving) return;
    setSaving(true);
    const organizationIds = chosen.map(({ organizationId }) => organizationId);
    const outcome = await call('saveEstablishmentGroup', { code, organizationIds });
    setSaving(false);
    setFailure(outcome.ok ? null : outcome);
    if (outcome.ok) onSaved(outcome.data);
  };
  const toggle = ({ organizationId, name }: NamedOrganization): void => {
    setChosen(
      isChosen(organizationId)
        ? chosen.filter((one) => one.organizationId !== organizationId)
        : [...chosen, { organizationId, name }],
    );
  };
  const box = (organization: NamedOrganization) => (
    <label key={organization.organizationId} className="box">
      <input type="checkbox" checked={isChosen(organization.organizationId)} onChange={() => toggle(organization)} />
      {organization.name}
    </label>
  );
  return (
    <form
      className="group-form"
      noValidate
      aria-label={translate('proposals.groups.form')}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void save();
      }}
    >
      <label className="choice">
        <span className="label">{translate('proposals.groups.code')}</span>
        <input
          className="field proposals-state"
          autoComplete="off"
          maxLength={30}
          autoFocus
          value={code}
          readOnly={group.code !== ''}
          aria-invalid={wrong === 'code'}
          aria-describedby={`${id}-help`}
          onChange={({ target }) => setCode(target.value)}
        />
      </label>
      <p id={`${id}-help`} className={wrong === 'code' ? 'small field-error' : 'small subtle'}>
        {translate('proposals.groups.codeHelp')}
      </p>
      <label className="choice search">
        <span className="label">{translate('proposals.search')}</span>
        <input type="search" className="field" value={search} onChange={({ target }) => setSearch(target.value)} />
      </label>
      {unfound !== null && <ErrorState failure={unfound} title={translate('proposals.unread')} onRetry={retry} />}
      <fieldset className="boxes">
        <legend className="visually-hidden">{translate('proposals.groups.members')}</legend>
        {others.map(box)}
        {found?.establishments.map(box)}
      </fieldset>
      {found !== null && found.next !== null && (
        <button type="button" className="button button-subtle more" onClick={more}>
          {translate('proposals.more')}
        </button>
      )}
      {wrong === 'chosen' && (
        <p className="small field-error" role="alert">
          {translate('proposals.groups.empty')}
        </p>
      )}
      <div className="row">
        <button type="submit" className="button button-primary" aria-disabled={isSaving}>
          {translate('proposals.groups.save', { count: chosen.length })}
        </button>
        <button type="button" className="button button-subtle" disabled={isSaving} onClick={onClose}>
          {translate('common.cancel')}
        </button>
      </div>
      {failure !== null && (
        <ErrorState failure={failure} title={translate('proposals.groups.unsaved')} onRetry={() => void save()} />
      )}
    </form>
  );
}
