import { useEffect, useMemo, useState } from 'react';
import { ErrorState } from '../../shared/error-state';
import { Skeleton, SkeletonShape } from '../../shared/skeleton';
import { Choice } from '../choice';
import { writeCsv } from '../../shared/csv';
import { download } from '../../shared/download';
import { useWorkspace } from '../workspace-context';
import { BookNames } from './book-names';
import { exportRows } from './export-rows';
import { ImportPanel } from './import-panel';
import { ImportProgress } from './import-progress';
import { FILTERS, type Filter } from './organization-book';
import { OrganizationRow } from './organization-row';
import { todayIn } from './organization-words';
import './organizations.css';
import { useImport } from './use-import';
import { useOrganizations, type OrganizationList } from './use-organizations';

/** The site's organizations with the plan that applies to each today. */
export function OrganizationsTab() {
  const { view, words } = useWorkspace();
  const { say } = words;
  const [search, setSearch] = useState('');
  const [filter, setFilter] = useState<Filter>('all');
  const [isImporting, setImporting] = useState(false);
  const today = todayIn(view.document, view.at);
  const list = useOrganizations(search, filter, today);
  const { organizations, refresh } = list;
  const { status, take } = useImport();
  const recorded = status === null ? 0 : status.counts.written;
  const runId = status?.progress.runId;
  // Parts of an import are on record long before its end.
  useEffect(() => {
    if (runId !== undefined && recorded > 0) void refresh();
  }, [runId, recorded, refresh]);
  const nameOf = useMemo(() => {
    const known = new Map(organizations.map(({ id, name }) => [id, name]));
    return (id: string): string => known.get(id) ?? id;
  }, [organizations]);

  const exportAll = async (): Promise<void> => {
    const all = await list.whole();
    if (all === null) return;
    download(
      `cadran-organizations-${today}.csv`,
      'text/csv;charset=utf-8',
      writeCsv(exportRows(all, words.language), words.language),
    );
  };

  return (
    <BookNames.Provider value={nameOf}>
      <section className="card" aria-labelledby="organizations">
        <div className="row between">
          <h2 id="organizations">{say('organizations.title')}</h2>
          <span className="row">
            <button
              type="button"
              className="button"
              aria-expanded={isImporting}
              disabled={view.published === null}
              onClick={() => setImporting((open) => !open)}
            >
              {say('organizations.import.open')}
            </button>
            <button type="button" className="button" disabled={list.read !== null} onClick={() => void exportAll()}>
              {say('organizations.export')}
            </button>
          </span>
        </div>
        {view.published === null && <p className="banner-text">{say('organizations.notYet')}</p>}
        {status !== null && <ImportProgress status={status} onStatus={take} onDismiss={() => take(null)} />}
        {isImporting && (
          <ImportPanel
            list={list}
            onClose={() => setImporting(false)}
            onStarted={(started) => {
              setImporting(false);
              take(started);
            }}
          />
        )}
        <div className="finders">
          <label className="choice search">
            <span className="label">{say('organizations.search')}</span>
            <input type="search" className="field" value={search} onChange={({ target }) => setSearch(target.value)} />
          </label>
          <label className="choice">
            <span className="label">{say('organizations.filter')}</span>
            <Choice
              label={say('organizations.filter')}
              value={filter}
              options={FILTERS.map((option) => [option, say(`organizations.filters.${option}`)])}
              onChoose={setFilter}
            />
          </label>
        </div>
        <ListStatus list={list} />
        <Rows list={list} search={search} filter={filter} />
      </section>
    </BookNames.Provider>
  );
}

function ListStatus({ list }: { readonly list: OrganizationList }) {
  const { words } = useWorkspace();
  const { say } = words;
  const shown = list.organizations.length;
  return (
    <p className="small subtle" role="status">
      {list.read !== null
        ? say('organizations.reading', { count: list.read })
        : list.loading
          ? say('organizations.searching')
          : list.total !== null && list.total > shown
            ? say('organizations.shownOf', { shown: words.format.number(shown), count: list.total })
            : say('organizations.shown', { count: shown })}
    </p>
  );
}

function Rows(props: { readonly list: OrganizationList; readonly search: string; readonly filter: Filter }) {
  const { words } = useWorkspace();
  const { say } = words;
  const { list, search, filter } = props;
  const { organizations, loading, failure } = list;
  const isEmpty = organizations.length === 0;
  return (
    <>
      {failure && <ErrorState failure={failure} title={say('organizations.listFailed')} onRetry={list.retry} />}
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
        <p>
          {filter !== 'all'
            ? say('organizations.noneLike')
            : search.trim() === ''
              ? say('organizations.noneAtAll')
              : say('organizations.none', { search })}
        </p>
      )}
      <ul className="organizations">
        {organizations.map((organization) => (
          <OrganizationRow key={organization.id} organization={organization} onChange={list.replace} />
        ))}
      </ul>
      {list.more !== null && (
        <button type="button" className="button more" onClick={list.more}>
          {say('organizations.more')}
        </button>
      )}
    </>
  );
}
