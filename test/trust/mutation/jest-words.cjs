/**
 * jest's words on mocha. Stryker's jest runner starts jest anew for each mutant, seconds each time; mocha loads the suites
 * of core once and runs just the cases that reach a mutant, milliseconds each. The matchers and tables are jest's own.
 */
const Module = require('node:module');
const { readFileSync } = require('node:fs');
const { bind } = require('jest-each');
const { expect } = require('expect');
const transform = require('../transform.cjs');

Module._extensions['.ts'] = (module, file) => {
  const { code } = transform.process(readFileSync(file, 'utf8'), file);
  module._compile(code, file);
};

global.expect = expect;

/** mocha sets its words anew for each file, so the tables are hung on them where they are asked for. */
for (const [word, mochas] of [
  ['describe', 'describe'],
  ['it', 'it'],
  ['test', 'it'],
]) {
  let given;
  Object.defineProperty(global, word, {
    get: () => {
      const own = word === mochas ? given : global[mochas];
      own.each ??= bind(own);
      if (own.skip) own.skip.each ??= bind(own.skip);
      return own;
    },
    set: (value) => {
      given = value;
    },
  });
}
Object.defineProperty(global, 'beforeAll', { get: () => global.before });
Object.defineProperty(global, 'afterAll', { get: () => global.after });
