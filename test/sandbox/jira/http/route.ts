/** The table of routes: exact method and path template, who may call, and what answers. */
import type { Site } from '../site';
import type { Answer } from './answer';
import type { Call } from './call';

/**
 * `platform`: licensed people and the app; portal-only customers and people without licence are refused.
 * `portal`: anyone who is signed in. `open`: nobody need be signed in.
 */
export type Audience = 'platform' | 'portal' | 'open';

export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** `/rest/api/3/issue/{issueIdOrKey}`, as the contract writes it. */
  template: string;
  audience: Audience;
  answer: (site: Site, call: Call) => Answer;
}

export interface Match {
  route: Route;
  params: Record<string, string>;
}

interface Compiled {
  route: Route;
  segments: string[];
}

export class RouteTable {
  private readonly compiled: readonly Compiled[];

  constructor(readonly routes: readonly Route[]) {
    this.compiled = routes.map((route) => ({ route, segments: route.template.split('/') }));
  }

  /** The route of a method and path; where two fit, the one whose fixed parts come first (`issue/bulkfetch`). */
  match(method: string, path: string): Match | null {
    const parts = path.split('/');
    let best: { compiled: Compiled; variables: number } | null = null;
    for (const compiled of this.compiled) {
      if (compiled.route.method !== method || !fits(compiled.segments, parts)) continue;
      const variables = compiled.segments.filter((segment) => segment.startsWith('{')).length;
      if (best === null || variables < best.variables) best = { compiled, variables };
    }
    return best === null ? null : { route: best.compiled.route, params: paramsOf(best.compiled.segments, parts) };
  }
}

function fits(segments: readonly string[], parts: readonly string[]): boolean {
  return (
    segments.length === parts.length &&
    segments.every((segment, index) => (segment.startsWith('{') ? parts[index] !== '' : segment === parts[index]))
  );
}

function paramsOf(segments: readonly string[], parts: readonly string[]): Record<string, string> {
  const params: Record<string, string> = {};
  segments.forEach((segment, index) => {
    if (segment.startsWith('{')) params[segment.slice(1, -1)] = decoded(parts[index] ?? '');
  });
  return params;
}

/** A part that is not rightly encoded stays as it came, and names nothing. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** A part of the path; throws where the template has none of that name. */
export function param(call: Call, name: string): string {
  const value = call.params[name];
  if (value === undefined) throw new Error(`the route has no {${name}}`);
  return value;
}
