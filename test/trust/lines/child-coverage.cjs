/**
 * Loaded before a process of the stand-in platform: notes which parts of the app's bundles run there, and writes it down
 * when the process ends. Elsewhere it does nothing.
 */
const { Session } = require('node:inspector');
const { writeFileSync } = require('node:fs');
const { join } = require('node:path');

const folder = process.env.CADRAN_COVERAGE;
const isAppsProcess = typeof process.send === 'function' && /cache.cadran/.test(process.argv[1] ?? '');
if (folder !== undefined && isAppsProcess) {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  process.on('exit', () => {
    session.post('Profiler.takePreciseCoverage', (error, answer) => {
      if (error !== null) return;
      const result = answer.result.filter(({ url }) => /cache.cadran.*\.cjs$/.test(url));
      writeFileSync(join(folder, `function-${process.pid}-${Date.now()}.json`), JSON.stringify(result));
    });
  });
  // The platform ends its processes by this signal, on which they would die without an exit.
  process.on('SIGTERM', () => process.exit());
}
