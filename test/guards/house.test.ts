/** The house as design.md draws it: what stands at the top, how files are named, and that the README's commands exist. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

const ROOT = join(__dirname, '../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const packageJson = JSON.parse(read('package.json')) as {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  engines: { node: string };
};
const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => path !== '' && existsSync(join(ROOT, path)));

describe('the house', () => {
  it('has nothing at the top but what the design names, and dotfiles that tools need', () => {
    const top = new Set(tracked.map((path) => path.split('/')[0] ?? ''));
    const allowed = [
      'LICENSE',
      'README.md',
      'manifest.yml',
      'package-lock.json',
      'package.json',
      'src',
      'static',
      'test',
      'tsconfig.json',
    ];
    expect([...top].filter((name) => !name.startsWith('.') && !allowed.includes(name))).toEqual([]);
  });

  it('names files in kebab-case, components in PascalCase, and has no utils, index or default export', () => {
    const sources = tracked.filter((path) => /^(src|static)\/.*\.tsx?$/.test(path));
    const misnamed = sources.filter(
      (path) => !/^([a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)?\.tsx?|[A-Z][A-Za-z]*\.tsx)$/.test(basename(path)),
    );
    expect(misnamed).toEqual([]);
    expect(sources.filter((path) => /utils?\.ts$|(^|\/)index\.ts$/.test(path) && path !== 'src/index.ts')).toEqual([]);
    expect(sources.filter((path) => /^export default/m.test(read(path)) && path !== 'static/vite.config.ts')).toEqual(
      [],
    );
  });

  it('loosens no type and leaves no mark of unfinished work in what ships', () => {
    const marks = /TODO|FIXME|XXX|@ts-ignore|@ts-expect-error|eslint-disable/;
    const shipped = tracked.filter((path) => /^(src|static)\/.*\.tsx?$/.test(path));
    expect(shipped.filter((path) => marks.test(read(path)))).toEqual([]);
  });

  it('pins every dependency and needs no install script', () => {
    const versions = Object.entries({ ...packageJson.dependencies, ...packageJson.devDependencies });
    expect(versions.filter(([, version]) => !/^\d/.test(version))).toEqual([]);
    expect(read('.npmrc')).toContain('ignore-scripts=true');
    expect(Object.keys(packageJson.scripts).filter((name) => /^(pre|post)?install$|^prepare$/.test(name))).toEqual([]);
    expect(packageJson.engines.node).toBe('>=20.19');
  });

  it('gives a reason for every dependency in src/README.md', () => {
    const map = read('src/README.md');
    const names = Object.keys({ ...packageJson.dependencies, ...packageJson.devDependencies });
    const silent = names.filter((name) => !name.startsWith('@types/') && !map.includes(`\`${name}\``));
    expect(silent).toEqual([]);
  });

  it('keeps one copy of the design tokens', () => {
    const copies = readdirSync(join(ROOT, 'node_modules'), { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('@atlaskit/tokens/package.json'),
    );
    expect(copies).toEqual(['@atlaskit/tokens/package.json']);
  });

  it('installs less than 450 MB', () => {
    const entries = readdirSync(join(ROOT, 'node_modules'), { recursive: true, withFileTypes: true });
    const bytes = entries
      .filter((entry) => entry.isFile() && !entry.parentPath.includes('/.cache'))
      .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
    expect(bytes / 1024 / 1024).toBeLessThan(450);
  });

  it("has every command of the README among package.json's scripts", () => {
    const commands = [...read('README.md').matchAll(/npm (?:run )?([a-z:]+)/g)].map(([, name = '']) => name);
    const builtIn = ['ci', 'install'];
    expect(commands.filter((name) => !builtIn.includes(name) && !(name in packageJson.scripts))).toEqual([]);
  });

  it("begins the README's commands with the two that a fresh machine needs", () => {
    const blocks = [...read('README.md').matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block = '']) => block.trim());
    expect(blocks[0]?.split('\n')).toEqual(['npm ci && npm start', 'npm ci && npm test']);
  });
});
