import { sweep as runSweep } from '../services/sweep';
import { takeUpJobs } from '../services/take-up-jobs';
import { ports } from './deps';

/** The five-minute sweep. A run that fails is not retried; the next one finds the same rows. */
export async function sweep(): Promise<void> {
  try {
    await runSweep(ports);
    await takeUpJobs(ports);
  } finally {
    await ports.diary.keep();
  }
}
