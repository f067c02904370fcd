import { build } from 'esbuild';
import { join } from 'node:path';

const core = join(__dirname, '../../../src/core/time');

/** The files that a browser would load for this code. */
async function bundled(code: string): Promise<readonly string[]> {
  const { metafile } = await build({
    stdin: { contents: code, resolveDir: core, loader: 'ts' },
    bundle: true,
    format: 'esm',
    platform: 'browser',
    treeShaking: true,
    write: false,
    metafile: true,
    outfile: 'out.js',
    logLevel: 'silent',
  });
  return Object.entries(metafile.outputs['out.js']!.inputs)
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([path]) => path);
}

const holdsLuxon = (path: string): boolean => path.includes('node_modules/luxon');

it.each([
  ['compiled working time', `export * from './working-time-queries'; export * from './working-time-json';`],
  ['the same by the address of the engine', `export { addWorkingTime, workingTimeBetween } from './working-time';`],
  ['calendars and their checks', `export * from './calendar'; export * from './calendar-days';`],
  ['durations', `export * from './duration'; export * from './parse-duration'; export * from './business-days';`],
  ['the end of holidays', `export * from './holidays-run-out'; export * from './local-date';`],
])('a browser that uses %s loads no luxon', async (_, code) => {
  expect((await bundled(code)).filter(holdsLuxon)).toEqual([]);
});

it('compiling does need luxon', async () => {
  const files = await bundled(`export { compileCalendar } from './working-time';`);
  expect(files.filter(holdsLuxon)).not.toEqual([]);
});
