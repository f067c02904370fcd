import { useState } from 'react';
import { ErrorState } from '../../shared/error-state';
import { Skeleton, SkeletonShape } from '../../shared/skeleton';
import { OrganizationRow } from './organization-row';
import { useOrganizations } from './use-organizations';
import { useWorkspace } from '../workspace-context';
import './organizations.css';

/** The site's organizations with the plan that applies to each today. */
export function OrganizationsTab() {
  const { view, words } = useWorkspace();
  const { say } = words;
  const [search, setSearch] = useState('');
  const { organizations, next, loading, failure, more, retry, replace } = useOrganizations(search);
  const isEmpty = organizations.length === 0;
  return (
    <section className="card" aria-labelledby="organizations">
      <h2 id="organizations">{say('organizations.title')}</h2>
      {view.published === null && <p className="banner-text">{say('organizations.notYet')}</p>}
      <label className="choice search">
        <span className="label">{say('organizations.search')}</span>
        <input type="search" className="field" value={search} onChange={({ target }) => setSearch(target.value)} />
      </label>
      <p className="small subtle" role="status">
        {loading ? say('organizations.searching') : say('organizations.shown', { count: organizations.length })}
      </p>
      {failure && <ErrorState failure={failure} title={say('organizations.listFailed')} onRetry={retry} />}
      {loading && isEmpty && (
        <Skeleton>
          <div className="stack">
            <SkeletonShape shape="block" />
            <SkeletonShape shape="block" />
            <SkeletonShape shape="block" />
          </div>
        </Skeleton>
      )}
      {!loading && isEmpty && !failure && (
        <p>{search.trim() === '' ? say('organizations.noneAtAll') : say('organizations.none', { search })}</p>
      )}
      <ul className="organizations">
        {organizations.map((organization) => (
          <OrganizationRow key={organization.id} organization={organization} onChange={replace} />
        ))}
      </ul>
      {next !== null && (
        <button type="button" className="button more" disabled={loading} onClick={more}>
          {say(search.trim() === '' ? 'organizations.more' : 'organizations.further')}
        </button>
      )}
    </section>
  );
}
