/** Takes a call through gate, limits, route and log, and delivers the events that it caused. */
import type { CountedCall, RestRequest, RestResponse } from '../../seam';
import { FailurePlan } from '../limits/failures';
import { Limits } from '../limits/limits';
import { pointsOf } from '../limits/points';
import { ALL_ROUTES } from '../routes/all-routes';
import type { Site } from '../site';
import type { Answer } from './answer';
import { Refusal, unknownRoute } from './answer';
import type { Call } from './call';
import { callerOf, requireAudience, requireScopes } from './gate';
import type { Match } from './route';
import { RouteTable } from './route';

const TABLE = new RouteTable(ALL_ROUTES);

export class Engine {
  calls: CountedCall[] = [];
  /** Method and path of each call that no route answers. */
  readonly unknownRoutes: string[] = [];
  readonly failures = new FailurePlan();
  readonly limits: Limits;

  constructor(
    private readonly site: Site,
    private readonly deliver: () => void,
  ) {
    this.limits = new Limits(site);
  }

  resetCalls(): void {
    this.calls = [];
    this.unknownRoutes.length = 0;
  }

  async handle(request: RestRequest, functionKey: string | null): Promise<RestResponse> {
    const planned = this.failures.take(request);
    if (planned !== null && planned.delayMillis > 0)
      await new Promise((resolve) => setTimeout(resolve, planned.delayMillis));
    const answer = planned?.answer ?? this.answer(request);
    const points = pointsOf(answer);
    const headers = this.limits.spend(request, points);
    this.calls.push({
      at: this.site.clock.now(),
      method: request.method,
      path: request.path,
      as: request.identity.kind,
      status: answer.status,
      points,
      functionKey,
    });
    this.deliver();
    return {
      status: answer.status,
      headers: { 'content-type': 'application/json;charset=UTF-8', ...headers, ...answer.headers },
      body: answer.body === undefined ? '' : JSON.stringify(answer.body),
    };
  }

  private answer(request: RestRequest): Answer {
    try {
      return this.route(request);
    } catch (error) {
      if (error instanceof Refusal) return error.answer;
      throw error;
    }
  }

  private route(request: RestRequest): Answer {
    const url = new URL(request.path, this.site.options.baseUrl);
    const match = TABLE.match(request.method.toUpperCase(), url.pathname);
    if (match === null) {
      this.unknownRoutes.push(`${request.method} ${url.pathname}`);
      throw unknownRoute(request.method, url.pathname);
    }
    const caller = callerOf(this.site, request.identity);
    requireScopes(match.route, request.scopes);
    requireAudience(match.route, caller, request.scopes !== null);
    this.limits.check(request, match);
    return match.route.answer(this.site, this.call(request, url, match, caller));
  }

  private call(request: RestRequest, url: URL, match: Match, caller: Call['caller']): Call {
    return {
      method: request.method,
      path: url.pathname,
      params: match.params,
      query: url.searchParams,
      body: parseBody(request.body),
      caller,
      throughApp: request.scopes !== null,
    };
  }
}

/** Undefined for an empty or unreadable body: routes that need one refuse it as Jira does. */
function parseBody(body: string): unknown {
  if (body === '') return undefined;
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}
