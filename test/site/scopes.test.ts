/** The scopes that the app's own routes need are those the manifest declares: none is missing, none is idle. */
import { readManifest } from '../sandbox/platform/manifest';
import { asked, needed } from './app-routes';

/** Every store, by the package and not by a route. */
const STORAGE = 'storage:app';

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
