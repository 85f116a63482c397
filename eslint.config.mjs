import js from '@eslint/js';
import { builtinModules } from 'node:module';
import prettier from 'eslint-config-prettier';
import * as regexp from 'eslint-plugin-regexp';
import ts from 'typescript-eslint';

const nodeModules = [...builtinModules, 'node:*'];
const rooms = [
  'engine',
  'encoding',
  'masking',
  'policy',
  'report',
  'host',
  'wire',
  'node',
  'worker',
  'cli',
  'editor',
];

/** What each room may import: DESIGN's walls. A room always may import itself. */
const walls = {
  engine: { rooms: [], node: false, packages: false },
  encoding: { rooms: ['engine'], node: false, packages: false },
  masking: { rooms: ['engine'], node: false },
  policy: { rooms: ['engine', 'encoding'], node: false },
  report: { rooms: ['engine', 'encoding', 'masking', 'policy'], node: false },
  host: { rooms: ['engine'], node: false },
  wire: { rooms: ['engine', 'policy'], node: false, packages: false },
  worker: {
    rooms: ['engine', 'encoding', 'masking', 'policy', 'report', 'host', 'wire'],
    node: false,
  },
  node: {
    rooms: ['engine', 'encoding', 'masking', 'policy', 'report', 'host', 'worker'],
    node: true,
  },
  cli: {
    rooms: ['engine', 'encoding', 'masking', 'policy', 'report', 'host', 'worker', 'node'],
    node: true,
  },
  editor: {
    rooms: ['engine', 'encoding', 'masking', 'policy', 'report', 'host', 'wire', 'worker'],
    node: false,
  },
};

function wall([room, { rooms: allowed, node, packages = true }]) {
  const foreign = rooms.filter((other) => other !== room && !allowed.includes(other));
  const patterns = [
    {
      group: foreign.flatMap((other) => [
        `../${other}/**`,
        `../../${other}/**`,
        `../../../${other}/**`,
      ]),
      message: `${room}/ may import only ${[room, ...allowed].join(', ')}`,
    },
  ];
  if (!node)
    patterns.push({
      group: nodeModules,
      message: `${room}/ runs in the browser too: no Node modules`,
    });
  if (!packages) patterns.push({ regex: '^[^.]', message: `${room}/ imports no package` });
  if (room !== 'editor')
    patterns.push({ group: ['vscode'], message: 'only editor/ imports vscode' });
  return {
    files: [`src/${room}/**/*.ts`],
    ignores: ['**/*.node.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns }] },
  };
}

export default ts.config(
  {
    ignores: [
      'dist',
      'out',
      'test/artifacts',
      '.vscode-host',
      '**/*.generated.ts',
      'test/fixtures',
    ],
  },
  js.configs.recommended,
  ts.configs.strict,
  regexp.configs['flat/recommended'],
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      'no-control-regex': 'off',
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
      'regexp/no-super-linear-backtracking': 'error',
      'regexp/no-super-linear-move': 'error',
      'regexp/no-obscure-range': [
        'error',
        { allowed: ['alphanumeric', 'ぁ-ん', 'ァ-ヶ', '一-龠', '０-９'] },
      ],
      'regexp/prefer-d': 'off',
      eqeqeq: 'error',
    },
  },
  ...Object.entries(walls).map(wall),
  {
    files: ['**/*.mjs', 'tools/**', 'bench/**', 'test/**'],
    languageOptions: {
      globals: {
        console: 'readonly',
        process: 'readonly',
        Buffer: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        performance: 'readonly',
        TextDecoder: 'readonly',
        TextEncoder: 'readonly',
        __dirname: 'readonly',
        require: 'readonly',
        document: 'readonly',
      },
    },
    rules: { 'no-restricted-exports': 'off' },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: {
      globals: {
        module: 'writable',
        require: 'readonly',
        process: 'readonly',
        __dirname: 'readonly',
      },
    },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  prettier,
);
