import { defineConfig } from 'eslint/config';

/** The page's scripts run in browsers as they stand, outside the TypeScript project. */
export default defineConfig(
  { ignores: ['eslint.config.js'] },
  {
    rules: {
      eqeqeq: 'error',
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 4],
      'no-console': 'error',
      'no-unused-vars': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
);
