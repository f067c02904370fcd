import { useState } from 'react';
import { ErrorState } from '../../shared/error-state';
import { Icon } from '../../shared/icon';
import { useWorkspace } from '../workspace-context';
import { JobBar } from './job-bar';
import type { Recompute } from './use-recompute';

/** The work that follows a publication, while it goes on or stands still: how far it is, and how to stop it and go on. */
export function RecomputeBanner({ recompute }: { readonly recompute: Recompute }) {
  const { view, words } = useWorkspace();
  const { say } = words;
  const { progress, failure, stop, resume } = recompute;
  // What has ended long ago is no news.
  const [wasSeen, setSeen] = useState(false);
  const isOver = progress === null || progress.state === 'finished';
  if (!isOver && !wasSeen) setSeen(true);
  if (failure) {
    return <ErrorState failure={failure} title={say('recompute.failed')} onRetry={resume} />;
  }
  if (progress === null || (isOver && !wasSeen)) return null;
  const version = view.published?.version ?? 0;
  if (progress.state === 'finished') {
    return (
      <p className="recompute row" role="status">
        <Icon name="met" />
        {say('recompute.finished', { version })}
      </p>
    );
  }
  const isStopped = progress.state === 'stopped';
  return (
    <section className="recompute" aria-label={say('recompute.title')}>
      <div className="row between">
        <b>{say(isStopped ? 'recompute.stopped' : 'recompute.running', { version })}</b>
        <button type="button" className="button" onClick={isStopped ? resume : stop}>
          {say(isStopped ? 'recompute.resume' : 'recompute.stop')}
        </button>
      </div>
      <JobBar progress={progress} label={say('recompute.title')} />
      <p className="small subtle">{say(isStopped ? 'recompute.stoppedHelp' : 'recompute.runningHelp', { version })}</p>
    </section>
  );
}
