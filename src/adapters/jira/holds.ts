import { getAppContext } from '@forge/api';
import { HOUR, SECOND, type EpochMillis, type Millis } from '../../core/time/instant';
import { BusyError } from '../../services/ports';

/**
 * What Jira asked to wait for, kept by a warm function so that it does not ask again in vain: a burst limit holds one
 * endpoint for a moment, a used-up quota holds the app. Other functions learn of a quota from the note that handlers
 * keep in storage; a burst is over before a note of it would be read. Kept by installation, since functions of several
 * sites may share a process.
 */
interface Holds {
  app: EpochMillis;
  readonly operations: Map<string, EpochMillis>;
}

const holdsOf = new Map<string, Holds>();

/** Where Jira says no time: what a burst, and what any other passing refusal is given. */
const BURST_WAIT: Millis = 2 * SECOND;
const DEFAULT_WAIT: Millis = 30 * SECOND;

/** Throws the BusyError of a hold that is still on, so that no call is made. */
export function refuseWhileHeld(operation: string): void {
  const now = Date.now();
  const { app, operations } = holds();
  if (app > now) throw new BusyError(operation, app - now, 'app');
  const until = operations.get(operation) ?? 0;
  if (until > now) throw new BusyError(operation, until - now);
}

/** The BusyError of a 429 or 5xx answer, and the hold it asks for (forge-facts, rate limits: by RateLimit-Reason). */
export function busyFrom(operation: string, headers: { get(name: string): string | null }): BusyError {
  const now = Date.now();
  const reason = headers.get('ratelimit-reason') ?? '';
  const told = waitOf(headers.get('retry-after'), now);
  if (reason.startsWith('jira-quota')) {
    // Quotas begin anew at the top of the UTC hour.
    const wait = told ?? HOUR - (now % HOUR);
    holds().app = Math.max(holds().app, now + wait);
    return new BusyError(operation, wait, 'app');
  }
  if (reason === 'jira-burst-based') {
    const wait = told ?? BURST_WAIT;
    holds().operations.set(operation, now + wait);
    return new BusyError(operation, wait);
  }
  return new BusyError(operation, told ?? DEFAULT_WAIT);
}

/** Seconds, or a date; null for neither. */
function waitOf(retryAfter: string | null, now: EpochMillis): Millis | null {
  if (retryAfter === null || retryAfter.trim() === '') return null;
  const seconds = Number(retryAfter);
  const wait = Number.isFinite(seconds) ? seconds * SECOND : Date.parse(retryAfter) - now;
  return Number.isFinite(wait) ? Math.max(SECOND, wait) : null;
}

function holds(): Holds {
  const { installationId } = getAppContext().installationAri;
  const known = holdsOf.get(installationId) ?? { app: 0, operations: new Map<string, EpochMillis>() };
  holdsOf.set(installationId, known);
  return known;
}
