/** Failures planned by a test: the next calls that match answer as told, without reaching the site. */
import type { RestRequest } from '../../seam';
import type { Answer } from '../http/answer';
import type { Json } from '../model';

export interface PlannedFailure {
  /** Tested against `METHOD /path?query`. */
  match: RegExp;
  /** How many calls it takes; once by default. */
  times?: number;
  /** Null lets the call through after the delay. */
  status: number | null;
  headers?: Record<string, string>;
  body?: Json;
  /** Real milliseconds before the answer. */
  delayMillis?: number;
}

interface Taken {
  answer: Answer | null;
  delayMillis: number;
}

export class FailurePlan {
  private plans: { failure: PlannedFailure; left: number }[] = [];

  add(failure: PlannedFailure): void {
    this.plans.push({ failure, left: failure.times ?? 1 });
  }

  clear(): void {
    this.plans = [];
  }

  /** How many planned failures have not come about. */
  get left(): number {
    return this.plans.reduce((sum, plan) => sum + plan.left, 0);
  }

  /** The failure for this call, counted as used; null where none matches. */
  take(request: RestRequest): Taken | null {
    const plan = this.plans.find(({ failure }) => failure.match.test(`${request.method} ${request.path}`));
    if (plan === undefined) return null;
    plan.left -= 1;
    if (plan.left <= 0) this.plans.splice(this.plans.indexOf(plan), 1);
    const { status, headers = {}, body, delayMillis = 0 } = plan.failure;
    return { delayMillis, answer: status === null ? null : { status, headers, body, objects: {} } };
  }
}
