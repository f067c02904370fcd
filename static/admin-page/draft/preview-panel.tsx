import { router } from '@forge/bridge';
import type { DeadlineMove } from '../../../src/contract/admin-page';
import { goalText, retargetText } from '../../agent-panel/goal-words';
import { ErrorState } from '../../shared/error-state';
import { Icon } from '../../shared/icon';
import { useWorkspace } from '../workspace-context';
import { JobBar } from './job-bar';
import type { Preview } from './use-preview';

/** What publishing the draft would do to open tickets: how many move, how many would be late, the largest moves. */
export function PreviewPanel({ preview }: { readonly preview: Preview }) {
  const { words } = useWorkspace();
  const { say } = words;
  const { view, failure, isStarting, isStale, start } = preview;
  if (failure) {
    return (
      <ErrorState failure={failure} title={say('preview.failed')} onRetry={start}>
        {say('draft.kept')}
      </ErrorState>
    );
  }
  if (isStarting || view === null) return <p role="status">{say('preview.starting')}</p>;
  const { progress } = view;
  return (
    <section className="preview" aria-label={say('preview.title')}>
      {isStale && (
        <p className="row">
          <span className="subtle">{say('preview.stale')}</span>
          <button type="button" className="button" onClick={start}>
            {say('preview.again')}
          </button>
        </p>
      )}
      <p role="status">
        <PreviewSummary preview={preview} />
      </p>
      {progress.state !== 'finished' && <JobBar progress={progress} label={say('preview.progress')} />}
      <Moves moves={view.preview.largest} />
    </section>
  );
}

/** `12 open tickets move: 3 deadlines earlier, 9 later. 3 would be late at once.` */
export function PreviewSummary({ preview: { view } }: { readonly preview: Preview }) {
  const { words } = useWorkspace();
  const { say, list, format } = words;
  if (view === null) return null;
  const { ticketsChanged, earlier, later, gained, lost, lateAtOnce } = view.preview;
  const parts = [
    ...(earlier > 0 ? [say('preview.earlier', { count: earlier })] : []),
    ...(later > 0 ? [say('preview.later', { count: later })] : []),
    ...(gained > 0 ? [say('preview.gained', { count: gained })] : []),
    ...(lost > 0 ? [say('preview.lost', { count: lost })] : []),
  ];
  return (
    <>
      <b>{ticketsChanged === 0 ? say('preview.nothing') : say('preview.tickets', { count: ticketsChanged })}</b>
      {parts.length > 0 && <> {list(parts)}. </>}{' '}
      {lateAtOnce > 0 && (
        <span className="lozenge late">
          <Icon name="breached" />
          {say('preview.late', { count: lateAtOnce, number: format.number(lateAtOnce) })}
        </span>
      )}
    </>
  );
}

function Moves({ moves }: { readonly moves: readonly DeadlineMove[] }) {
  const { words } = useWorkspace();
  const { say } = words;
  if (moves.length === 0) return null;
  return (
    <div className="scroll" role="region" aria-label={say('preview.largest')} tabIndex={0}>
      <table className="targets moves">
        <caption className="small subtle">{say('preview.largest')}</caption>
        <thead>
          <tr>
            {(['ticket', 'clock', 'move', 'now', 'then', 'why'] as const).map((column) => (
              <th key={column} scope="col">
                {say(`preview.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {moves.map((move) => (
            <Move key={`${move.issueId} ${move.metric}`} move={move} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Move({ move }: { readonly move: DeadlineMove }) {
  const { view, words } = useWorkspace();
  const { say, format } = words;
  const { issueKey, metric, before, after, why } = move;
  const at = (instant: number | null): string =>
    instant === null ? say('preview.paused') : format.ledgerInstant(instant, view.at);
  const length = format.length(Math.abs(move.move));
  return (
    <tr>
      <th scope="row">
        <button type="button" className="link" onClick={() => void router.open(`/browse/${issueKey}`)}>
          {issueKey}
        </button>
      </th>
      <td>{say(`metric.${metric}`)}</td>
      <td className="figure">{say(move.move < 0 ? 'preview.byEarlier' : 'preview.byLater', { length })}</td>
      <td className="figure">{at(before)}</td>
      <td className="figure">{at(after)}</td>
      <td className="small">
        {why?.kind === 'retarget' && retargetText(words, why, view.at)}
        {why?.kind === 'goal' && goalText(words, why, view.at)}
      </td>
    </tr>
  );
}
