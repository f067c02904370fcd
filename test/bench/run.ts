/**
 * `npm run bench`: what the engine costs, in one run; `-- --json` prints one object. The subjects are bundled first, as
 * Forge bundles what ships: a loader for development resolves every imported name anew at each call. `-- pipeline` measures
 * the pipeline on the local site instead, `-- panel` how fast the agent panel opens there, `-- reports`
 * what the report of a large month costs, `-- organizations` how long thousands of them take at the admin page.
 */
import { build } from 'esbuild';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { measureHotBundle } from './hot-bundle';
import { measureOrganizations, organizationTargets } from './organizations';
import { measurePipeline, pipelineTargets } from './pipeline';
import { measureReports, reportTargets } from './reports';
import type { Figures } from './subjects';
import { measurePanel, measureSurfaces, panelTargets, surfaceTargets } from './surfaces';
import type { Target } from './target';

async function main(): Promise<void> {
  if (process.argv.includes('pipeline')) {
    const figures = await measurePipeline();
    print(figures, pipelineTargets(figures));
    return;
  }
  if (process.argv.includes('panel')) {
    const figures = await measurePanel();
    print(figures, panelTargets(figures));
    return;
  }
  if (process.argv.includes('reports')) {
    const figures = await measureReports();
    print(figures, reportTargets(figures));
    return;
  }
  if (process.argv.includes('organizations')) {
    const figures = await measureOrganizations();
    print(figures, organizationTargets(figures));
    return;
  }
  const figures = { ...(await measureBundled()), ...(await measureHotBundle()) };
  const surfaces = await measureSurfaces();
  print({ ...figures, ...surfaces }, [...targetsOf(figures), ...surfaceTargets(surfaces)]);
}

function print(figures: object, targets: readonly Target[]): void {
  if (process.argv.includes('--json')) {
    console.log(JSON.stringify(figures));
    return;
  }
  for (const [name, value] of Object.entries(figures) as [string, number][])
    console.log(`${name.padEnd(20)} ${shown(value)}`);
  console.log('');
  for (const { what, found, isMet } of targets) {
    console.log(`${isMet ? 'met   ' : 'MISSED'} ${what.padEnd(46)} ${found}`);
  }
}

async function measureBundled(): Promise<Figures> {
  const outfile = join(__dirname, '../../node_modules/.cache/cadran-bench/subjects.mjs');
  await build({
    entryPoints: [join(__dirname, 'subjects.ts')],
    bundle: true,
    format: 'esm',
    platform: 'node',
    outfile,
    logLevel: 'error',
  });
  const { measureAll } = (await import(pathToFileURL(outfile).href)) as { measureAll: () => Figures };
  return measureAll();
}

function targetsOf(figures: Figures): readonly Target[] {
  const { floorOps, addOps, between30Ops, between365Ops, naiveBetween365Ops, compileMs, foldMicros } = figures;
  const share = (ops: number): string => `${((100 * ops) / floorOps).toFixed(0)} %`;
  return [
    { what: 'add: at least 20 % of the floor', found: share(addOps), isMet: addOps >= 0.2 * floorOps },
    {
      what: 'between, 30 days: at least 20 % of the floor',
      found: share(between30Ops),
      isMet: between30Ops >= 0.2 * floorOps,
    },
    {
      what: 'between, 365 days: at least 20 % of the floor',
      found: share(between365Ops),
      isMet: between365Ops >= 0.2 * floorOps,
    },
    {
      what: 'between: 365 days within 1.2x of 30 days',
      found: `${(between30Ops / between365Ops).toFixed(2)}x`,
      isMet: between30Ops <= 1.2 * between365Ops,
    },
    {
      what: 'between, 365 days: at least 1,000x a day scan',
      found: `${shown(between365Ops / naiveBetween365Ops)}x`,
      isMet: between365Ops >= 1000 * naiveBetween365Ops,
    },
    { what: 'compiling 11 years: under 15 ms', found: `${compileMs.toFixed(2)} ms`, isMet: compileMs < 15 },
    {
      what: 'a fold of 50 events: under 25 microseconds',
      found: `${foldMicros.toFixed(1)} us`,
      isMet: foldMicros < 25,
    },
  ];
}

function shown(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: value < 1000 ? 2 : 0 });
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
