/** What the README tells of permissions is what the manifest asks for. */
import { readFileSync } from 'node:fs';
import { readManifest } from '../sandbox/platform/manifest';

it('the table has each declared scope, no other, each with its reason', () => {
  const section = readFileSync('README.md', 'utf8').split('### Permissions')[1]?.split('###')[0] ?? '';
  const rows = [...section.matchAll(/^\| `([^`]+)` +\| (.+?) +\|$/gm)];
  expect(rows.map(([, scope]) => scope).sort()).toEqual([...readManifest('manifest.yml').scopes].sort());
  expect(rows.filter(([, , reason = '']) => reason.length < 10)).toEqual([]);
});
