/** One push and what became of its events. */
export interface Job {
  queueName: string;
  success: number;
  inProgress: number;
  failed: number;
}

const KEPT_JOBS = 2_000;

/** The jobs that pushes opened: those with events left, and the latest 2,000 in all. */
export class JobBook {
  private readonly jobs = new Map<string, Job>();

  get(jobId: string): Job | undefined {
    return this.jobs.get(jobId);
  }

  open(jobId: string, queueName: string, events: number): void {
    this.jobs.set(jobId, { queueName, success: 0, inProgress: events, failed: 0 });
    for (const [id, job] of this.jobs) {
      if (this.jobs.size <= KEPT_JOBS) return;
      if (job.inProgress === 0) this.jobs.delete(id);
    }
  }

  /** Counts one event of a job as done. */
  close(jobId: string, outcome: 'success' | 'failed'): void {
    const job = this.jobs.get(jobId);
    if (job === undefined) return;
    job.inProgress -= 1;
    job[outcome] += 1;
  }

  dump(): [string, Job][] {
    return [...this.jobs];
  }

  restore(jobs: readonly [string, Job][]): void {
    for (const [id, job] of jobs) this.jobs.set(id, job);
  }
}
