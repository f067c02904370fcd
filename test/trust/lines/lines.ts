/**
 * How much of src the suites run: lines seen by jest where a suite imports them, and by the engine itself where the real
 * bundles run in the stand-in platform's processes. `npx tsx test/trust/lines/lines.ts` prints the figures; what
 * runs in a browser alone, static, is not counted.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';

const ROOT = resolve(__dirname, '../../..');
const FOLDER = join(ROOT, '.local/coverage');
const FROM_CHILDREN = join(FOLDER, 'children');

/** Least share of lines, in percent. */
export const LEAST = { core: 95, rest: 85 } as const;

/** Those that run src without a browser. */
const SUITES = ['core', 'services', 'adapters', 'handlers', 'i18n', 'site'].map((name) => `test/${name}/`);

export interface Coverage {
  /** Percent of lines run, by part of src. */
  readonly byPart: Readonly<Record<string, number>>;
  readonly core: number;
  readonly rest: number;
  /** The files with the most lines that nothing runs. */
  readonly emptiest: readonly string[];
}

/** Runs the suites and counts. Throws where one fails: figures of a red run say nothing. */
export async function measureCoverage(): Promise<Coverage> {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FROM_CHILDREN, { recursive: true });
  const preload = join(__dirname, 'child-coverage.cjs');
  const { status } = spawnSync(
    process.execPath,
    [
      require.resolve('jest/bin/jest'),
      ...SUITES,
      '--coverage',
      '--coverageProvider=v8',
      '--coverageReporters=json',
      `--coverageDirectory=${FOLDER}`,
      '--collectCoverageFrom=src/**/*.ts',
      '--silent',
    ],
    {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, CADRAN_COVERAGE: FROM_CHILDREN, NODE_OPTIONS: `--require ${JSON.stringify(preload)}` },
    },
  );
  if (status !== 0) throw new Error('not every suite is green, so nothing is counted');
  const lines = new Lines();
  lines.addIstanbul(JSON.parse(readFileSync(join(FOLDER, 'coverage-final.json'), 'utf8')) as IstanbulMap);
  for (const ranges of childRanges().values()) lines.addIstanbul(await linesOfBundle(ranges));
  return lines.figures();
}

interface IstanbulFile {
  readonly statementMap: Readonly<Record<string, { readonly start: { readonly line: number } }>>;
  readonly s: Readonly<Record<string, number>>;
}
type IstanbulMap = Readonly<Record<string, IstanbulFile>>;

/** Which lines of which file ran at least once. */
class Lines {
  private readonly files = new Map<string, Map<number, boolean>>();

  addIstanbul(map: IstanbulMap): void {
    for (const [path, { statementMap, s }] of Object.entries(map)) {
      const file = relative(ROOT, path);
      if (!file.startsWith('src') || !hasCode(path)) continue;
      const lines = this.files.get(file) ?? new Map<number, boolean>();
      for (const [id, { start }] of Object.entries(statementMap)) {
        lines.set(start.line, (lines.get(start.line) ?? false) || (s[id] ?? 0) > 0);
      }
      this.files.set(file, lines);
    }
  }

  figures(): Coverage {
    const parts = new Map<string, { run: number; all: number }>();
    const missed: { file: string; lines: number }[] = [];
    for (const [file, lines] of this.files) {
      const part = file.split(/[\\/]/)[1] ?? '';
      const run = [...lines.values()].filter(Boolean).length;
      const sum = parts.get(part) ?? { run: 0, all: 0 };
      parts.set(part, { run: sum.run + run, all: sum.all + lines.size });
      missed.push({ file, lines: lines.size - run });
    }
    const share = (of: readonly { run: number; all: number }[]): number =>
      (100 * of.reduce((sum, { run }) => sum + run, 0)) / of.reduce((sum, { all }) => sum + all, 0);
    const named = [...parts].filter(([part]) => !part.endsWith('.ts'));
    return {
      byPart: Object.fromEntries(named.map(([part, sum]) => [part, share([sum])])),
      core: share(named.flatMap(([part, sum]) => (part === 'core' ? [sum] : []))),
      rest: share(named.flatMap(([part, sum]) => (part === 'core' ? [] : [sum]))),
      emptiest: missed
        .sort((a, b) => b.lines - a.lines)
        .slice(0, 10)
        .map(({ file, lines }) => `${file}: ${String(lines)}`),
    };
  }
}

/** False for a file of types alone, of which nothing is left to run. */
function hasCode(path: string): boolean {
  return transformSync(readFileSync(path, 'utf8'), { loader: 'ts' }).code.trim() !== '';
}

interface FunctionRanges {
  readonly functionName: string;
  readonly isBlockCoverage: boolean;
  readonly ranges: readonly { readonly startOffset: number; readonly endOffset: number; readonly count: number }[];
}

interface BundleRanges {
  readonly path: string;
  readonly functions: readonly FunctionRanges[];
}

/** What each process saw of each bundle: not joined, since the engine’s ranges of two processes do not add up simply. */
function childRanges(): ReadonlyMap<string, BundleRanges> {
  const seen = new Map<string, BundleRanges>();
  for (const file of readdirSync(FROM_CHILDREN)) {
    const scripts = JSON.parse(readFileSync(join(FROM_CHILDREN, file), 'utf8')) as readonly {
      url: string;
      functions: readonly FunctionRanges[];
    }[];
    for (const { url, functions } of scripts) {
      seen.set(`${file} ${url}`, { path: url.startsWith('file:') ? fileURLToPath(url) : url, functions });
    }
  }
  return seen;
}

interface Converter {
  load(): Promise<void>;
  applyCoverage(functions: readonly FunctionRanges[]): void;
  toIstanbul(): IstanbulMap;
}

/** The lines of the sources behind a bundle, by its source map. */
async function linesOfBundle({ path, functions }: BundleRanges): Promise<IstanbulMap> {
  // What jest itself brings for the same work.
  const v8ToIstanbul = createRequire(__filename)('v8-to-istanbul') as (path: string) => Converter;
  const converter = v8ToIstanbul(path);
  await converter.load();
  converter.applyCoverage(functions);
  return converter.toIstanbul();
}

if (require.main === module) {
  void measureCoverage().then(({ byPart, core, rest, emptiest }) => {
    for (const [part, percent] of Object.entries(byPart)) console.log(`${part}: ${percent.toFixed(1)} %`);
    console.log(`core ${core.toFixed(1)} %, the rest ${rest.toFixed(1)} %\nLines that nothing runs:`);
    console.log(emptiest.join('\n'));
    process.exitCode = core < LEAST.core || rest < LEAST.rest ? 1 : 0;
  });
}
