import js from '@eslint/js';
import globals from 'globals';
import {configs as lit} from 'eslint-plugin-lit';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  {ignores: ['dist/', 'storybook-static/', 'node_modules/', 'coverage/', '.cache/', 'src/locales/', 'test/goldens/']},
  js.configs.recommended,
  ...tseslint.configs.recommended,
  lit['flat/recommended'],
  {
    rules: {
      'no-console': ['error', {allow: ['warn', 'error']}],
      'no-empty': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'max-lines': ['error', {max: 400, skipBlankLines: true, skipComments: true}],
      '@typescript-eslint/no-unused-vars': ['error', {argsIgnorePattern: '^_', varsIgnorePattern: '^_'}],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
  {files: ['**/*.mjs', 'src/cli/**', 'test/**', 'scripts/**'], languageOptions: {globals: {...globals.node, ...globals.browser}}},
  {files: ['scripts/**', '*.config.mjs', 'src/cli/**', 'bin/**', 'test/support/**'], rules: {'no-console': 'off'}},
  {files: ['test/**', 'stories/**'], rules: {'max-lines': 'off'}},
);
