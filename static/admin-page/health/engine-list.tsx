import type { EngineFigures } from '../../../src/contract/health';
import { useWorkspace } from '../workspace-context';
import { jobName } from './finding-text';

/** How the engine runs, in figures. */
export function EngineList({ figures, at }: { readonly figures: EngineFigures; readonly at: number }) {
  const { words } = useWorkspace();
  const { translate, format } = words;
  const { lastSweepAt, lateness, queue, heldUntil, points, jobs } = figures;
  const waiting = format.number(queue.waiting);
  const rows: readonly (readonly [string, string])[] = [
    [
      translate('health.figure.sweep'),
      lastSweepAt === null ? translate('health.figure.never') : format.ledgerInstant(lastSweepAt, at),
    ],
    [
      translate('health.figure.lateness'),
      lateness === null
        ? translate('health.figure.none')
        : translate('health.figure.latenessValue', {
            count: format.number(lateness.count),
            p50: seconds(lateness.p50),
            p99: seconds(lateness.p99),
          }),
    ],
    [
      translate('health.figure.queue'),
      queue.more
        ? translate('health.figure.queueMore', { waiting })
        : translate('health.figure.queueValue', { waiting, past: format.number(queue.past) }),
    ],
    [
      translate('health.figure.held'),
      heldUntil === null
        ? translate('health.figure.notHeld')
        : translate('health.figure.heldUntil', { at: format.ledgerInstant(heldUntil, at) }),
    ],
    [
      translate('health.figure.points'),
      translate('health.figure.pointsValue', {
        used: format.number(points.used),
        budget: format.number(points.budget),
      }),
    ],
    [
      translate('health.figure.jobs'),
      jobs.length === 0
        ? translate('health.figure.none')
        : jobs
            .map(({ kind, done }) =>
              translate('health.figure.job', { kind: jobName(kind, words), done: format.number(done) }),
            )
            .join(', '),
    ],
  ];
  return (
    <dl className="health-figures">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt className="label">{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );

  function seconds(late: number): string {
    return late < 60_000 ? `${format.number(late / 1_000)}\u00A0s` : format.length(late);
  }
}
