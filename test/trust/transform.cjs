/** A transformer without a check of types, which are checked elsewhere: thousands of runs want the fastest one. */
const { transformSync } = require('esbuild');

module.exports = {
  process: (source, file) =>
    transformSync(source, {
      loader: file.endsWith('x') ? 'tsx' : 'ts',
      format: 'cjs',
      jsx: 'automatic',
      target: 'node20',
      sourcefile: file,
      sourcemap: 'inline',
    }),
};
