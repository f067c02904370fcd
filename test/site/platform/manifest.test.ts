import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { readManifest } from '../../sandbox/platform/manifest';
import { APP } from './fixture';

/* eslint-disable @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-explicit-any -- the tests bend untyped YAML */

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cadran-manifest-'));
  cpSync(join(APP, 'i18n'), join(folder, 'i18n'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The fixture's manifest after a change, read again. */
function bent(change: (document: any) => void): () => unknown {
  const document: unknown = parse(readFileSync(join(APP, 'manifest.yml'), 'utf8'));
  change(document);
  const path = join(folder, 'manifest.yml');
  writeFileSync(path, stringify(document));
  return () => readManifest(path);
}

describe('the fixture’s manifest', () => {
  const manifest = readManifest(join(APP, 'manifest.yml'));

  it('tells which function each module points at', () => {
    expect(manifest.triggers.map(({ key, functionKey }) => [key, functionKey])).toEqual([['on-issue', 'on-issue-fn']]);
    expect(manifest.consumers).toEqual([{ key: 'track', queue: 'track-issue', functionKey: 'track-fn' }]);
    expect(manifest.uiModules.get('panel')?.resolverFunctionKey).toBe('panel-fn');
  });

  it('tells what each place of a module shows', () => {
    expect([...(manifest.uiModules.get('impact')?.resources ?? [])]).toEqual([
      ['view', 'field'],
      ['edit', 'field'],
    ]);
  });

  it('names the fields that Jira creates, in the default language', () => {
    expect(manifest.customFields).toEqual([
      { moduleKey: 'impact', name: 'Impact', type: 'string', readOnly: false },
      { moduleKey: 'sla-next-due', name: 'SLA next due', type: 'datetime', readOnly: true },
    ]);
  });

  it('takes a plain index as a range without partition', () => {
    expect(manifest.entities.get('ticket')?.indexes.get('projectId')).toEqual({
      name: 'projectId',
      partition: [],
      range: ['projectId'],
    });
  });

  it('knows the scopes that allow impersonation apart', () => {
    expect(manifest.impersonationScopes).toEqual(['read:jira-work']);
  });
});

it.each<[string, (document: any) => void, string]>([
  ['a function that is not declared', (d) => (d.modules.consumer[0].function = 'lost-fn'), 'lost-fn'],
  ['a resource that is not declared', (d) => (d.resources = []), 'names the resource panel'],
  ['a key used twice', (d) => (d.modules.scheduledTrigger[1].key = 'sweep'), 'the key sweep is used twice'],
  ['two five-minute triggers', (d) => (d.modules.scheduledTrigger[1].interval = 'fiveMinute'), 'only one'],
  ['an interval Forge does not have', (d) => (d.modules.scheduledTrigger[1].interval = 'minute'), 'fiveMinute, hour'],
  ['a long resolver', (d) => (d.modules.function[0].timeoutSeconds = 60), 'more than 25 s'],
  ['a timeout above 900 s', (d) => (d.modules.function[3].timeoutSeconds = 901), '1 to 900'],
  [
    'an index on an undeclared attribute',
    (d) => (d.app.storage.entities[0].indexes[0].range = ['due']),
    'attribute due',
  ],
  ['an index on an attribute of any type', (d) => (d.app.storage.entities[0].indexes[0].range = ['data']), 'type any'],
  ['entities without the storage scope', (d) => delete d.permissions.scopes['storage:app'], 'storage:app'],
  ['Jira events without the scope to read', (d) => delete d.permissions.scopes['read:jira-work'], 'read:jira-work'],
  ['a handler that names no file', (d) => (d.modules.function[0].handler = 'run'), 'of a file in src'],
])('refuses %s', (_what, change, message) => {
  expect(bent(change)).toThrow(message);
});
