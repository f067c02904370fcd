/**
 * The manifest against Atlassian's own validator, and against what that validator misses: it lets pass misspelt events,
 * experiences and unlicensedAccess values, read-only fields with an editor, and a second five-minute trigger.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const ROOT = join(__dirname, '../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

interface Module {
  key: string;
  type?: string;
  function?: string;
  resource?: string;
  queue?: string;
  interval?: string;
  readOnly?: boolean;
  events?: string[];
  unlicensedAccess?: string[];
  resolver?: { function: string };
  dynamicProperties?: { function: string };
  searchSuggestions?: { function: string };
  view?: { resource?: string; experience?: string[]; formatter?: { expression: string } };
  edit?: {
    resource?: string;
    experience?: string[];
    validation?: { expression: string };
    parser?: { expression: string };
  };
  handler?: string;
}
interface Manifest {
  app: {
    runtime: { name: string };
    storage: { entities: { name: string; attributes: object; indexes: { name: string }[] }[] };
  };
  permissions: { scopes: string[]; external?: unknown; content?: unknown };
  resources: { key: string; path: string }[];
  modules: Record<string, Module[]>;
}

const manifest = parse(read('manifest.yml')) as Manifest;
const modules = Object.entries(manifest.modules).flatMap(([type, list]) => list.map((module) => ({ ...module, type })));
const ofType = (type: string): Module[] => manifest.modules[type] ?? [];
const sources = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));

describe('manifest.yml', () => {
  it.each(['FULL', 'PRODUCT_TRIGGER'] as const)('passes the official validation %s', async (pass) => {
    const { ProcessorBuilder, ValidationTypes } = await import('@forge/manifest');
    const result = await ProcessorBuilder.instance().withValidation(ValidationTypes[pass]).build().process();
    expect(result.errors ?? []).toEqual([]);
  });

  it('names only handlers that src/index.ts and src/admin.ts export, and these export nothing else', () => {
    const exported = ['index', 'admin'].flatMap((file) =>
      [...read(`src/${file}.ts`).matchAll(/export \{([^}]*)\}/g)].flatMap(([, names]) =>
        (names ?? '').split(',').map((name) => `${file}.${name.trim()}`),
      ),
    );
    const handled = ofType('function').map(({ handler }) => handler);
    expect([...exported].sort()).toEqual([...handled].sort());
  });

  it('declares every function that a module names, and no other', () => {
    const named = modules.flatMap((module) =>
      module.type === 'function'
        ? []
        : [
            module.function,
            module.resolver?.function,
            module.dynamicProperties?.function,
            module.searchSuggestions?.function,
          ],
    );
    const declared = ofType('function').map(({ key }) => key);
    expect(new Set(named.filter((key) => key !== undefined))).toEqual(new Set(declared));
  });

  it('declares every queue that the code pushes to, and no other', () => {
    const pushed = sources('src/adapters').flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(/(?:new Queue\(\{ key: |push\(\s*)'([a-z-]+)'/g)].map(
        ([, queue]) => queue,
      ),
    );
    expect(new Set(pushed)).toEqual(new Set(ofType('consumer').map(({ queue }) => queue)));
  });

  it('declares every entity and index that the code uses', () => {
    const code = sources('src/adapters')
      .map((path) => readFileSync(path, 'utf8'))
      .join('\n');
    const used = [...code.matchAll(/ENTITY = '([a-z-]+)'/g)].map(([, name]) => name ?? '');
    const entities = new Map(
      manifest.app.storage.entities.map(({ name, indexes }) => [name, indexes.map((index) => index.name)]),
    );
    expect(used.filter((name) => !entities.has(name))).toEqual([]);
    const indexes = [...code.matchAll(/\.index\('([a-z-]+)'/g)].map(([, name]) => name ?? '');
    expect(indexes.filter((index) => ![...entities.values()].some((names) => names.includes(index)))).toEqual([]);
  });

  it('has the entities of the design, each with a revision and names of more than three characters', () => {
    const names = manifest.app.storage.entities.map(({ name }) => name);
    expect(names).toEqual(['ticket', 'assignment', 'result', 'proposal', 'job-run']);
    expect(names.filter((name) => name.length <= 3)).toEqual([]);
    expect(manifest.app.storage.entities.filter(({ attributes }) => !('rev' in attributes))).toEqual([]);
  });

  it('uses only event names that Forge raises for issues', () => {
    const known = ['created', 'updated', 'deleted', 'commented', 'assigned', 'viewed', 'mentioned'].map(
      (verb) => `avi:jira:${verb}:issue`,
    );
    expect(
      ofType('trigger')
        .flatMap(({ events }) => events ?? [])
        .filter((event) => !known.includes(event)),
    ).toEqual([]);
  });

  it('uses only experiences and access that the platform documents', () => {
    const views = ['issue-view', 'portal-view', 'csm-request-view'];
    const edits = [
      'issue-view',
      'issue-create',
      'issue-transition',
      'list-view',
      'issue-bulk-edit',
      'portal-request',
      'csm-contact-form',
    ];
    const fields = ofType('jira:customField');
    expect(fields.flatMap(({ view }) => view?.experience ?? []).filter((name) => !views.includes(name))).toEqual([]);
    expect(fields.flatMap(({ edit }) => edit?.experience ?? []).filter((name) => !edits.includes(name))).toEqual([]);
    const access = modules.flatMap(({ unlicensedAccess }) => unlicensedAccess ?? []);
    expect(access.filter((kind) => !['customer', 'unlicensed'].includes(kind))).toEqual([]);
  });

  it('declares no licensing, and no code reads a licence: nothing stops when one ends', () => {
    expect(manifest.app).not.toHaveProperty('licensing');
    const asking = sources('src').filter((path) => /\blicense\b/.test(readFileSync(path, 'utf8')));
    expect(asking).toEqual([]);
  });

  it('gives access without a licence only to what customers see', () => {
    const open = modules.filter(({ unlicensedAccess }) => unlicensedAccess !== undefined).map(({ key }) => key);
    expect(open).toEqual(['impact', 'urgency', 'customer-panel', 'request-form']);
  });

  it('gives every field of words a formatter for lists and suggestions for JQL, and every editor its checks', () => {
    const fields = ofType('jira:customField');
    const ofWords = fields.filter(({ type }) => type === 'string');
    expect(ofWords.map(({ key }) => key)).toEqual(['impact', 'urgency', 'sla-status', 'customer-plan']);
    expect(ofWords.filter(({ view, searchSuggestions }) => !view?.formatter || !searchSuggestions)).toEqual([]);
    const edited = fields.filter(({ edit }) => edit !== undefined);
    expect(edited.filter(({ edit }) => !edit?.validation || !edit.parser)).toEqual([]);
    const places = ['issue-view', 'issue-create', 'issue-transition', 'portal-request'];
    expect(edited.map(({ edit }) => edit?.experience)).toEqual(edited.map(() => places));
  });

  it('gives no read-only field an editor', () => {
    expect(ofType('jira:customField').filter(({ readOnly, edit }) => readOnly === true && edit !== undefined)).toEqual(
      [],
    );
  });

  it('has one five-minute trigger and at most five schedules', () => {
    const schedules = ofType('scheduledTrigger');
    expect(schedules.filter(({ interval }) => interval === 'fiveMinute')).toHaveLength(1);
    expect(schedules.length).toBeLessThanOrEqual(5);
  });

  it('runs on a runtime that Forge still deploys, and declares no egress and no inline script or style', () => {
    expect(['nodejs22.x', 'nodejs24.x']).toContain(manifest.app.runtime.name);
    expect(manifest.permissions.external).toBeUndefined();
    expect(manifest.permissions.content).toBeUndefined();
  });

  it('says at each scope who needs it', () => {
    const lines = read('manifest.yml').split('\n');
    const uncommented = manifest.permissions.scopes.filter((scope) => {
      const line = lines.findIndex((text) => text.trim() === `- ${scope}`);
      return !(lines[line - 1] ?? '').trim().startsWith('#');
    });
    expect(uncommented).toEqual([]);
  });

  it('gives a module, its handler, contract, static folder and resource one name', () => {
    const surfaces = manifest.resources.map(({ key }) => key);
    for (const surface of surfaces) {
      expect(manifest.resources.find(({ key }) => key === surface)?.path).toBe(`static/dist/${surface}`);
      expect(() => read(`src/handlers/${surface}.ts`)).not.toThrow();
      expect(() => read(`src/contract/${surface}.ts`)).not.toThrow();
      expect(() => read(`static/${surface}/index.html`)).not.toThrow();
    }
    const resolvers = modules.flatMap(({ resource, view, resolver }) =>
      (resource ?? view?.resource) === undefined ? [] : [[resource ?? view?.resource, resolver?.function]],
    );
    expect(resolvers.filter(([resource, fn]) => fn !== `${resource}-fn`)).toEqual([]);
  });
});
