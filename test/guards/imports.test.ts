/** The direction of imports (src/README.md), read from the files themselves; lint says the same while one types. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { preProcessFile } from 'typescript';

const ROOT = join(__dirname, '../..');

function sourcesUnder(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.parentPath.includes('/dist'))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
}

/** The specifiers a file imports, relative ones as paths from the root. */
function importsOf(path: string): string[] {
  const text = readFileSync(join(ROOT, path), 'utf8');
  return preProcessFile(text).importedFiles.map(({ fileName: specifier }) =>
    specifier.startsWith('.') ? relative(ROOT, resolve(ROOT, dirname(path), specifier)) : specifier,
  );
}

const under =
  (...folders: string[]) =>
  (specifier: string): boolean =>
    folders.some((folder) => specifier === folder || specifier.startsWith(`${folder}/`));

/** What each room may import; files named here have rules of their own. */
const RULES: { room: string; may: (specifier: string, file: string) => boolean }[] = [
  {
    room: 'src/core/time',
    may: (to, file) => under('src/core/time')(to) || (to === 'luxon' && file === 'src/core/time/zone.ts'),
  },
  { room: 'src/core/policy', may: under('src/core/policy', 'src/core/time') },
  { room: 'src/core/clock', may: under('src/core/clock', 'src/core/policy', 'src/core/time') },
  { room: 'src/core/report', may: under('src/core') },
  { room: 'src/core/proposal', may: under('src/core/proposal', 'src/core/policy', 'src/core/time') },
  { room: 'src/contract', may: under('src/contract', 'src/core') },
  { room: 'src/i18n', may: under('src/i18n', 'src/core') },
  {
    room: 'src/services',
    may: (to) => under('src/services', 'src/core', 'src/contract', 'src/i18n')(to) || to === 'valibot',
  },
  {
    room: 'src/adapters',
    may: (to) =>
      under('src/adapters', 'src/core', 'src/services/ports', 'src/services/policy-schema')(to) ||
      under('@forge/api', '@forge/kvs', '@forge/events', 'valibot', 'date-holidays', 'ical.js')(to),
  },
  {
    room: 'src/handlers',
    may: (to, file) =>
      under('src/handlers', 'src/services', 'src/contract', 'src/core', 'src/i18n')(to) ||
      under('@forge/resolver', 'valibot')(to) ||
      (['src/handlers/deps.ts', 'src/handlers/calendar-deps.ts'].includes(file) && under('src/adapters')(to)),
  },
  {
    room: 'static',
    may: (to, file) =>
      under('static', 'src/contract', 'src/core', 'src/i18n')(to) ||
      under('react', 'react-dom', 'recharts', '@forge/bridge', '@atlaskit')(to) ||
      (file === 'static/shared/csv.ts' && to === 'papaparse') ||
      (file === 'static/build.ts' && (to === 'vite' || to.startsWith('node:'))),
  },
];

describe('imports run one way', () => {
  it.each(RULES)('$room', ({ room, may }) => {
    const wrong = sourcesUnder(room).flatMap((file) =>
      importsOf(file)
        .filter((specifier) => !may(specifier, file))
        .map((specifier) => `${file} -> ${specifier}`),
    );
    expect(wrong).toEqual([]);
  });

  it.each(['src/index.ts', 'src/admin.ts'])('%s imports only handlers', (table) => {
    expect(importsOf(table).filter((specifier) => !specifier.startsWith('src/handlers/'))).toEqual([]);
  });

  it('only zone.ts of the files that a browser or core may reach imports luxon', () => {
    const importers = [...sourcesUnder('src'), ...sourcesUnder('static')].filter((file) =>
      importsOf(file).includes('luxon'),
    );
    expect(importers).toEqual(['src/core/time/zone.ts']);
  });

  it('nothing that ships imports a test', () => {
    const wrong = [...sourcesUnder('src'), ...sourcesUnder('static')].filter((file) =>
      importsOf(file).some(under('test')),
    );
    expect(wrong).toEqual([]);
  });
});
