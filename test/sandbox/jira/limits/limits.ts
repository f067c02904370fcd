/**
 * Jira's three independent limits (forge-facts §8): points an hour for the app, bursts per endpoint and method, and
 * writes per issue. Each refuses with 429, its own RateLimit-Reason, and Retry-After in whole seconds.
 */
import type { RestRequest } from '../../seam';
import { Refusal } from '../http/answer';
import type { Match } from '../http/route';
import type { Site } from '../site';
import { Buckets } from './buckets';
import { IssueWrites } from './issue-writes';

const HOUR = 3_600_000;
const NEAR = 0.8;

type Reason = 'jira-quota-global-based' | 'jira-burst-based' | 'jira-per-issue-on-write';

export class Limits {
  private hour = -1;
  private spent = 0;
  private readonly buckets = new Buckets();
  private readonly writes = new IssueWrites();

  constructor(private readonly site: Site) {}

  /** Points that the app has spent in the running UTC hour. */
  pointsThisHour(): number {
    this.turnHour();
    return this.spent;
  }

  /** Refuses a call that is over a limit. Only calls of the app count against its quota. */
  check(request: RestRequest, match: Match): void {
    const { limits } = this.site.options;
    const now = this.now();
    if (request.scopes !== null && limits.quotaPerHour !== null && this.pointsThisHour() >= limits.quotaPerHour) {
      throw this.refusal('jira-quota-global-based', HOUR - (this.site.clock.now() % HOUR), limits.quotaPerHour);
    }
    if (limits.burst) {
      const wait = this.buckets.take(match.route, now);
      if (wait > 0) throw this.refusal('jira-burst-based', wait, this.buckets.rateOf(match.route));
    }
    const issue = this.site.issue(match.params['issueIdOrKey'] ?? '');
    if (limits.perIssueWrites && issue !== undefined && isWrite(match)) {
      const wait = this.writes.take(issue.id, now);
      if (wait > 0) throw this.refusal('jira-per-issue-on-write', wait, IssueWrites.SHORT.most);
    }
  }

  /** Counts a call's points; the headers say how much of the quota is left. */
  spend(request: RestRequest, points: number): Record<string, string> {
    const { quotaPerHour } = this.site.options.limits;
    if (request.scopes === null || quotaPerHour === null) return {};
    this.turnHour();
    this.spent += points;
    return {
      'X-RateLimit-Limit': String(quotaPerHour),
      'X-RateLimit-Remaining': String(Math.max(0, quotaPerHour - this.spent)),
      'X-RateLimit-Reset': this.resetAt(),
      ...(this.spent >= NEAR * quotaPerHour ? { 'X-RateLimit-NearLimit': 'true' } : {}),
    };
  }

  private now(): number {
    return this.site.options.limits.now?.() ?? this.site.clock.now();
  }

  private resetAt(): string {
    return new Date((Math.floor(this.site.clock.now() / HOUR) + 1) * HOUR).toISOString();
  }

  /** The quota starts anew at the top of the UTC hour, all at once. */
  private turnHour(): void {
    const hour = Math.floor(this.site.clock.now() / HOUR);
    if (hour === this.hour) return;
    this.hour = hour;
    this.spent = 0;
  }

  private refusal(reason: Reason, waitMillis: number, limit: number): Refusal {
    return new Refusal({
      status: 429,
      body: { errorMessages: ['Rate limit exceeded.'], errors: {} },
      headers: {
        'Retry-After': String(Math.max(1, Math.ceil(waitMillis / 1000))),
        'RateLimit-Reason': reason,
        'X-RateLimit-Limit': String(limit),
        'X-RateLimit-Remaining': '0',
        ...(reason === 'jira-quota-global-based' ? { 'X-RateLimit-Reset': this.resetAt() } : {}),
      },
      objects: {},
    });
  }
}

const isWrite = ({ route }: Match): boolean => route.method !== 'GET';
