/**
 * How many random cases a test takes: `usual` in `npm test`, `full` in `npm run test:full`. A mutation run repeats the
 * suites thousands of times, so there it is `few`: what a handful of random cases does not kill, a table has to.
 */
export function sampleCount(usual: number, full: number, few = 12): number {
  if (process.env['CADRAN_FULL'] === '1') return full;
  return process.env['CADRAN_MUTATION'] === '1' ? few : usual;
}
