import { useEffect, useState } from 'react';
import type { VersionView } from '../../../src/contract/versions';
import { ErrorState } from '../../shared/error-state';
import { Skeleton, SkeletonShape } from '../../shared/skeleton';
import { useView } from '../../shared/use-view';
import { call } from '../admin-call';
import { useWorkspace } from '../workspace-context';
import { DifferenceList } from './difference-list';
import './versions.css';

const ask = () => call('versions', {});

/** As many as are read at a time; a policy has some dozens in its life. */
const SHOWN = 20;

/** Every publication, the newest first: when, what changed, and the way back. */
export function VersionsTab() {
  const { view, words } = useWorkspace();
  const { say } = words;
  const { state, reload } = useView(ask);
  const [shown, setShown] = useState(SHOWN);
  const current = view.published?.version ?? null;
  useEffect(reload, [reload, current]);
  return (
    <section className="card" aria-labelledby="versions">
      <h2 id="versions">{say('versions.tab')}</h2>
      <p className="subtle">{say('versions.intro')}</p>
      {state.status === 'loading' && (
        <Skeleton>
          <SkeletonShape shape="block" />
        </Skeleton>
      )}
      {state.status === 'failed' && (
        <ErrorState failure={state.failure} title={say('versions.failed')} onRetry={reload} />
      )}
      {state.status === 'ready' && (
        <>
          {state.data.versions.length === 0 && <p>{say('versions.none')}</p>}
          <ol className="versions" reversed>
            {state.data.versions.slice(0, shown).map((version, index, list) => (
              <VersionRow
                key={version.version}
                version={version}
                before={state.data.versions[index + 1] ?? null}
                isCurrent={version === list[0]}
              />
            ))}
          </ol>
          {state.data.versions.length > shown && (
            <button type="button" className="button" onClick={() => setShown((count) => count + SHOWN)}>
              {say('versions.more')}
            </button>
          )}
        </>
      )}
    </section>
  );
}

function VersionRow(props: {
  readonly version: VersionView;
  readonly before: VersionView | null;
  readonly isCurrent: boolean;
}) {
  const { view, words } = useWorkspace();
  const { say, format } = words;
  const { version, before, isCurrent } = props;
  const [isOpen, setOpen] = useState(false);
  const label = say('versions.version', { version: version.version });
  const changes = `changes-of-${version.version}`;
  return (
    <li className="version">
      <div className="version-row">
        <b>{label}</b>
        {isCurrent && <span className="lozenge">{say('versions.inForce')}</span>}
        <time className="subtle" dateTime={new Date(version.publishedAt).toISOString()}>
          {say('versions.at', { at: format.ledgerInstant(version.publishedAt, view.at) })}
        </time>
        <span className="version-actions">
          {before === null ? (
            <span className="subtle">{say('versions.first')}</span>
          ) : (
            <button
              type="button"
              className="button button-subtle"
              aria-expanded={isOpen}
              aria-controls={changes}
              aria-label={`${say(isOpen ? 'versions.hide' : 'versions.see')}, ${label}`}
              onClick={() => setOpen((open) => !open)}
            >
              {say(isOpen ? 'versions.hide' : 'versions.see')}
            </button>
          )}
        </span>
        {!isCurrent && <GoBack version={version.version} />}
      </div>
      <div id={changes} hidden={!isOpen}>
        {isOpen && before !== null && (
          <>
            <p className="small subtle">{say('versions.since', { version: before.version })}</p>
            <DifferenceList from={before.version} to={version.version} />
          </>
        )}
      </div>
    </li>
  );
}

/** Puts an earlier version into the draft; from there it is tried and published like any change. */
function GoBack({ version }: { readonly version: number }) {
  const { draft, words } = useWorkspace();
  const { say } = words;
  const [outcome, setOutcome] = useState<'none' | 'asking' | 'taken' | 'failed'>('none');
  const goBack = async (): Promise<void> => {
    setOutcome('asking');
    const answer = await call('versionDocument', { version });
    if (!answer.ok || answer.data === null) {
      setOutcome('failed');
      return;
    }
    draft.add({ kind: 'version', version, document: answer.data.document });
    setOutcome('taken');
  };
  return (
    <>
      <button type="button" className="button" disabled={outcome === 'asking'} onClick={() => void goBack()}>
        {say('versions.back', { version })}
      </button>
      <span className="version-outcome small" role="status">
        {outcome === 'taken' && say('versions.inDraft', { version })}
        {outcome === 'failed' && say('versions.failed')}
      </span>
    </>
  );
}
