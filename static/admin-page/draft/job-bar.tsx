import type { JobProgress } from '../../../src/contract/admin-page';
import { useWorkspace } from '../workspace-context';

/** How far a long job is, as a bar and in words; without end where nobody counted. */
export function JobBar({ progress, label }: { readonly progress: JobProgress; readonly label: string }) {
  const { words } = useWorkspace();
  const { say, format } = words;
  const { done, total } = progress;
  // The count was a guess: tickets come and go meanwhile.
  const most = total === null ? null : Math.max(total, done);
  return (
    <div className="job-bar">
      {most === null ? (
        <progress aria-label={label} />
      ) : (
        <progress aria-label={label} value={done} max={Math.max(1, most)} />
      )}
      <span className="small subtle">
        {most === null
          ? say('job.done', { count: done, done: format.number(done) })
          : say('job.doneOf', { done: format.number(done), total: format.number(most) })}
      </span>
    </div>
  );
}
