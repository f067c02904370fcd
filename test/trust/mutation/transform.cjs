/** jest's transformer for mutation runs: types are checked elsewhere, and a thousand runs want the fastest one. */
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
