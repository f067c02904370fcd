/** The scopes that the app's own routes need are those the manifest declares: none is missing, none is idle. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SCOPES } from '../sandbox/jira/http/scopes';
import { RouteTable } from '../sandbox/jira/http/route';
import { ALL_ROUTES } from '../sandbox/jira/routes/all-routes';
import { readManifest } from '../sandbox/platform/manifest';

const TABLE = new RouteTable(ALL_ROUTES);
const ADAPTERS = join(__dirname, '../../src/adapters');
/** Every store, by the package and not by a route. */
const STORAGE = 'storage:app';

/** Method and path of each route written in the adapters, with 1 for whatever is put in. */
const asked = readdirSync(ADAPTERS, { recursive: true, encoding: 'utf8' })
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
function needed({ method, path }: (typeof asked)[number], declared: readonly string[]): readonly string[] {
  const template = TABLE.match(method, path)?.route.template ?? '';
  const scopes = SCOPES[`${method} ${template}`];
  if (scopes === undefined) return [`none known for ${method} ${path}`];
  const isDeclared = (set: readonly string[]): boolean => set.every((scope) => declared.includes(scope));
  const isByGranular = scopes.classic.length === 0 || (scopes.granular.length > 0 && isDeclared(scopes.granular));
  return isByGranular ? scopes.granular : scopes.classic;
}

it('the routes of the app, counted', () => {
  expect(asked.length).toBeGreaterThan(40);
  expect(new Set(asked.map(({ method }) => method))).toEqual(new Set(['GET', 'POST', 'PUT']));
});

/** What the routes need and the manifest lacks, and what it declares for nothing. */
function differences(declared: readonly string[]): { missing: string[]; idle: string[] } {
  const used = new Set([STORAGE, ...asked.flatMap((route) => needed(route, declared))]);
  return {
    missing: [...used].filter((scope) => !declared.includes(scope)),
    idle: declared.filter((scope) => !used.has(scope)),
  };
}

const declared = readManifest('manifest.yml').scopes;

it('declared and used are the same', () => {
  expect(differences(declared)).toEqual({ missing: [], idle: [] });
});

it.each(declared)('without %s something is missing', (scope) => {
  expect(differences(declared.filter((other) => other !== scope)).missing).not.toEqual([]);
});

it('a scope for nothing is noticed', () => {
  expect(differences([...declared, 'read:me']).idle).toEqual(['read:me']);
});
