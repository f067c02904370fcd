// Lint: typescript-eslint's strict type-checked rules, and the direction of imports of src/README.md.
import tseslint from 'typescript-eslint';
import reactHooks from 'eslint-plugin-react-hooks';

/** Forbids a folder's files to import what matches the patterns (relative to any depth). */
const noImport = (files, group, message, ignores = []) => ({
  files,
  ignores,
  rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: [{ group, message }] }] },
});

const NODE = ['node:*', 'fs', 'path', 'crypto'];
const PLATFORM = ['@forge/*', 'react', 'react-dom', '@atlaskit/*', 'date-holidays', 'ical.js', 'valibot', ...NODE];

export default tseslint.config(
  { ignores: ['static/dist/**', 'coverage/**', '.local/**', 'node_modules/**', '**/*.mjs', '**/*.cjs', '**/*.js'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.json', './static/tsconfig.json', './test/tsconfig.json'],
        tsconfigRootDir: `${import.meta.dirname}/..`,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      'no-console': 'error',
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true } }],
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Use a union of string literals.' },
        {
          selector:
            'CallExpression[callee.object.name="DateTime"][callee.property.name=/^from(Object|ISO|Format|SQL)$/]',
          message: 'Its answer for an ambiguous wall time depends on the day it runs: use core/time.',
        },
      ],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { ignoreRestSiblings: true, argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
    },
  },
  {
    files: ['static/**/*.tsx', 'static/**/*.ts'],
    plugins: { 'react-hooks': reactHooks },
    rules: { ...reactHooks.configs.recommended.rules },
  },

  // The direction of imports (src/README.md). test/guards/imports.test.ts checks the same on the files themselves.
  noImport(
    ['src/core/**'],
    [
      ...PLATFORM,
      'luxon',
      '**/services/**',
      '**/adapters/**',
      '**/handlers/**',
      '**/contract/**',
      '**/i18n/**',
      '**/test/**',
    ],
    'core imports only core.',
    ['src/core/time/zone.ts'],
  ),
  noImport(
    ['src/core/time/**'],
    [
      ...PLATFORM,
      'luxon',
      '**/policy/**',
      '**/clock/**',
      '**/services/**',
      '**/adapters/**',
      '**/handlers/**',
      '**/contract/**',
      '**/i18n/**',
    ],
    'core/time knows nothing of tickets.',
    ['src/core/time/zone.ts'],
  ),
  noImport(
    ['src/core/policy/**'],
    [
      ...PLATFORM,
      'luxon',
      '**/clock/**',
      '**/services/**',
      '**/adapters/**',
      '**/handlers/**',
      '**/contract/**',
      '**/i18n/**',
    ],
    'core/policy uses only core/time.',
  ),
  noImport(
    ['src/core/proposal/**'],
    [
      ...PLATFORM,
      'luxon',
      '**/clock/**',
      '**/services/**',
      '**/adapters/**',
      '**/handlers/**',
      '**/contract/**',
      '**/i18n/**',
    ],
    'core/proposal uses only core/policy and core/time.',
  ),
  noImport(
    ['src/services/**'],
    ['@forge/*', '**/adapters/**', '**/handlers/**', '**/test/**', ...NODE],
    'services use core, contract and ports; adapters implement the ports.',
  ),
  noImport(
    ['src/contract/**'],
    ['@forge/*', '**/adapters/**', '**/handlers/**', '**/services/**', '**/test/**', ...NODE],
    'contract is what crosses the bridge: types and codes.',
  ),
  noImport(
    ['src/adapters/**'],
    ['**/handlers/**', '**/contract/**', '**/test/**'],
    'adapters implement services/ports.',
  ),
  noImport(
    ['src/handlers/**'],
    ['@forge/api', '@forge/kvs', '@forge/events', '**/test/**'],
    'only adapters talk to the platform; only deps.ts knows the adapters.',
  ),
  noImport(
    ['src/handlers/**'],
    ['@forge/api', '@forge/kvs', '@forge/events', '**/adapters/**', '**/test/**'],
    'only deps.ts and calendar-deps.ts know the adapters.',
    ['src/handlers/deps.ts', 'src/handlers/calendar-deps.ts'],
  ),
  noImport(
    ['static/**'],
    [
      '@forge/api',
      '@forge/kvs',
      '@forge/events',
      '@forge/resolver',
      'luxon',
      'date-holidays',
      '**/services/**',
      '**/adapters/**',
      '**/handlers/**',
      '**/test/**',
    ],
    'surfaces use contract, core and i18n.',
    ['static/build.ts', 'static/vite.config.ts'],
  ),
  {
    files: ['src/core/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        'process',
        'fetch',
        'setTimeout',
        'setInterval',
        'console',
        'window',
        'document',
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time is an argument.' },
        { object: 'Math', property: 'random', message: 'Core is deterministic.' },
      ],
    },
  },
  { files: ['src/adapters/log.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['test/**', 'static/build.ts', 'static/vite.config.ts'],
    rules: {
      'no-console': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      'no-restricted-exports': 'off',
    },
  },
);
