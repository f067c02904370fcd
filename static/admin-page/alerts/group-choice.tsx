import { useEffect, useState } from 'react';
import type { SiteChoice } from '../../../src/contract/site-choices';
import type { Failure } from '../../shared/bridge';
import { ErrorState } from '../../shared/error-state';
import { call } from '../admin-call';
import { useWorkspace } from '../workspace-context';

/** How long typing rests before the site is asked. */
const REST_MILLIS = 300;

/** The group that mails go to while nobody is responsible, found among the site's groups by its name. */
export function GroupChoice() {
  const { policy, words, draft } = useWorkspace();
  const { say } = words;
  const { unassignedGroup: group, notify } = policy.alerts;
  const [search, setSearch] = useState('');
  const choose = (name: string | null): void => {
    draft.add({ kind: 'alerts', alert: 'unassignedGroup', alerts: { unassignedGroup: name } });
    setSearch('');
  };
  return (
    <div className="choice" role="group" aria-labelledby="alert-group">
      <span className="label" id="alert-group">
        {say('alerts.unassignedGroup')}
      </span>
      <p className="row">
        {group === null ? <span className="subtle">{say('alerts.noGroup')}</span> : <b>{group}</b>}
        {group !== null && (
          <button type="button" className="button button-subtle" onClick={() => choose(null)}>
            {say('alerts.removeGroup')}
          </button>
        )}
      </p>
      <input
        type="search"
        className="field search"
        aria-label={say('alerts.searchGroup')}
        placeholder={say('alerts.searchGroup')}
        aria-describedby="alert-group-help"
        value={search}
        onChange={({ target }) => setSearch(target.value)}
      />
      {search.trim() !== '' && <FoundGroups search={search.trim()} onChoose={choose} />}
      <span className="small subtle" id="alert-group-help">
        {say(notify ? 'alerts.groupHelp' : 'alerts.groupWithoutMail')}
      </span>
    </div>
  );
}

function FoundGroups({ search, onChoose }: { readonly search: string; readonly onChoose: (name: string) => void }) {
  const { words } = useWorkspace();
  const { say } = words;
  const [groups, setGroups] = useState<readonly SiteChoice[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    let wanted = true;
    const timer = setTimeout(() => {
      void call('searchGroups', { search }).then((outcome) => {
        if (!wanted) return;
        setGroups(outcome.ok ? outcome.data.groups : null);
        setFailure(outcome.ok ? null : outcome);
      });
    }, REST_MILLIS);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [search]);
  if (failure) return <ErrorState failure={failure} title={say('alerts.groupsFailed')} />;
  return (
    <>
      <p className="small subtle" role="status">
        {groups === null
          ? say('alerts.searching')
          : groups.length === 0
            ? say('alerts.noGroupFound', { search })
            : say('alerts.groupsFound', { count: groups.length })}
      </p>
      <ul className="found">
        {groups?.map(({ id, name }) => (
          <li key={id}>
            <button type="button" className="button" onClick={() => onChoose(name)}>
              {name}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
