import { useCallback } from 'react';
import { ErrorState } from '../../shared/error-state';
import { call } from '../admin-call';
import { JobBar } from '../draft/job-bar';
import { useWorkedOut } from '../draft/use-worked-out';
import { useWorkspace } from '../workspace-context';
import { FlagDays } from './flag-days';
import { FlagsByDay, FlagsByKind } from './flag-tables';
import { flagTotals } from './flag-totals';

/** What the draft's warnings and alerts would have told in the last seven days, worked out by the server. */
export function FlagPreviewCard() {
  const { policy, words } = useWorkspace();
  const { say, format } = words;
  const { view, failure, isStarting, isStale, start } = useWorkedOut(
    useCallback(() => call('startFlagPreview', { document: policy }), [policy]),
    status,
  );
  const sums = flagTotals(view?.counts ?? [], () => true);
  return (
    <section className="card" aria-labelledby="alert-preview">
      <h2 id="alert-preview">{say('alerts.preview')}</h2>
      <p className="subtle">{say('alerts.previewHelp')}</p>
      <p>
        <button type="button" className="button" onClick={start} disabled={isStarting}>
          {say(view === null ? 'alerts.work' : 'alerts.again')}
        </button>
      </p>
      {failure && <ErrorState failure={failure} title={say('alerts.previewFailed')} onRetry={start} />}
      <p role="status">
        {isStarting && say('alerts.working')}
        {view !== null && (
          <b>
            {say('alerts.sums', {
              count: sums.flags,
              flags: format.number(sums.flags),
              comments: format.number(sums.comments),
              mails: format.number(sums.mails),
            })}
          </b>
        )}
        {isStale && view !== null && <span className="subtle"> {say('alerts.stale')}</span>}
      </p>
      {view !== null && view.progress.state !== 'finished' && (
        <JobBar progress={view.progress} label={say('preview.progress')} />
      )}
      {view !== null && sums.flags > 0 && (
        <>
          <div className="flag-week">
            <FlagDays view={view} />
            <FlagsByDay view={view} />
          </div>
          <FlagsByKind view={view} />
        </>
      )}
      {view !== null && <p className="small subtle">{say('alerts.previewLimits')}</p>}
    </section>
  );
}

const status = (runId: string) => call('flagPreviewStatus', { runId });
