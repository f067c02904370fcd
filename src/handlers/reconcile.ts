import { reconcile as startReconcile } from '../services/reconcile';
import { ports } from './deps';

/** The daily reconciliation's first step; the rest goes through the queue. */
export async function reconcile(): Promise<void> {
  await startReconcile(ports);
}
