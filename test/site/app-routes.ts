/** What the app asks Jira for, as its adapters write it, and the scopes that this needs. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SCOPES } from '../sandbox/jira/http/scopes';
import { RouteTable } from '../sandbox/jira/http/route';
import { ALL_ROUTES } from '../sandbox/jira/routes/all-routes';

const TABLE = new RouteTable(ALL_ROUTES);
const ADAPTERS = join(__dirname, '../../src/adapters');
export interface AskedRoute {
  readonly method: string;
  readonly path: string;
}

/** Method and path of each route written in the adapters, with 1 for whatever is put in. */
export const asked = readdirSync(ADAPTERS, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) => {
    const source = readFileSync(join(ADAPTERS, file), 'utf8');
    return [...source.matchAll(/route`([^`]*)`/g)].map((match) => {
      const before = source.slice(0, match.index);
      const call = before.slice(Math.max(before.lastIndexOf('operation:'), before.lastIndexOf('route`')));
      const method = /method: '(\w+)'/.exec(call)?.[1] ?? 'GET';
      const path = (match[1] ?? '').replace(/\$\{[^}]*\}/g, '1').replace(/\?.*$/, '');
      return { file, method, path };
    });
  });

/** The scopes of one route of the app, of the two sets that Jira takes the one that is declared. */
export function needed({ method, path }: AskedRoute, declared: readonly string[]): readonly string[] {
  const template = templateOf(method, path);
  const scopes = SCOPES[`${method} ${template}`];
  if (scopes === undefined) return [`none known for ${method} ${path}`];
  const isDeclared = (set: readonly string[]): boolean => set.every((scope) => declared.includes(scope));
  const isByGranular = scopes.classic.length === 0 || (scopes.granular.length > 0 && isDeclared(scopes.granular));
  return isByGranular ? scopes.granular : scopes.classic;
}

/** A path as the contracts write it; empty for one that Jira does not have. */
export function templateOf(method: string, path: string): string {
  return TABLE.match(method, path)?.route.template ?? '';
}
