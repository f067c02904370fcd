/**
 * Stryker's mocha runner without a new process for each mutant in code that some table of cases also calls while the
 * suites load: such a mutant is active during its cases only, so nothing that was loaded before has to go.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const folder = join(import.meta.dirname, '../../../.local/mutation/node_modules/@stryker-mutator/mocha-runner');
const runner = await import(pathToFileURL(join(folder, 'dist/src/index.js')).href);
runner.MochaTestRunner.prototype.capabilities = () => Promise.resolve({ reloadEnvironment: true });

export const { strykerPlugins, strykerValidationSchema } = runner;
