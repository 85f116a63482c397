import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { STRATEGIES } from '../../../src/masking/strategy.ts';
import type { Config } from '../../../src/policy/config.ts';
import { matcherOf } from '../../../src/policy/globs.ts';
import { configSchema } from '../../../src/policy/json-schema.ts';
import { mergeConfigs } from '../../../src/policy/merge.ts';
import { resolvePolicy } from '../../../src/policy/resolve.ts';
import { suggestion } from '../../../src/policy/suggest.ts';

const custom = [{ id: 'employee-id', pattern: 'EMP-\\d{6}' }];

describe('resolvePolicy', () => {
  it('has defaults', () => {
    const policy = resolvePolicy({}, 'src/a.ts');
    assert.equal(policy.confidence, 'likely');
    assert.equal(policy.ignored, false);
    assert.equal(policy.strategy, 'partial');
    assert.deepEqual(policy.options, {
      regions: ['JP'],
      fields: {},
      custom: [],
      reserved: 'silent',
    });
    assert.equal(policy.allows('email', 'user@example.com'), false);
    assert.equal(policy.severityOf('no-such-rule'), 'off');
  });

  it('takes overrides by glob, the last one first', () => {
    const config: Config = {
      confidence: 'likely',
      rules: { 'employee-id': 'error' },
      custom,
      mask: { strategy: 'stand-in' },
      fields: { a: 'employee-id' },
      overrides: [
        { files: ['test/**'], confidence: 'certain', fields: { b: 'employee-id' } },
        { files: ['*.md'], confidence: 'possible', rules: { 'employee-id': 'hint' }, mask: {} },
      ],
    };
    const of = (path: string) => resolvePolicy(config, path);
    assert.equal(of('src/a.ts').confidence, 'likely');
    assert.equal(of('test/a.ts').confidence, 'certain');
    assert.equal(of('test/deep/a.md').confidence, 'possible');
    assert.equal(of('test/deep/a.md').severityOf('employee-id'), 'hint');
    assert.equal(of('test/deep/a.md').strategy, 'stand-in');
    assert.deepEqual(of('test/a.ts').options.fields, { a: 'employee-id', b: 'employee-id' });
  });

  it('interns policies', () => {
    const config: Config = { overrides: [{ files: ['test/**'], confidence: 'certain' }] };
    assert.equal(resolvePolicy(config, 'a'), resolvePolicy(config, 'b/c'));
    assert.equal(resolvePolicy(config, 'test/a'), resolvePolicy(config, 'test/b'));
    assert.notEqual(resolvePolicy(config, 'a'), resolvePolicy(config, 'test/a'));
  });

  it('does not run rules that are off', () => {
    const config: Config = { custom, rules: { 'employee-id': 'off' } };
    const policy = resolvePolicy(config, 'a');
    assert.deepEqual(policy.options.custom, []);
    assert.equal(policy.options.rules?.has('employee-id'), false);
    assert.equal(policy.severityOf('employee-id'), 'off');
    assert.equal(resolvePolicy({ custom }, 'a').severityOf('employee-id'), 'warning');
  });

  it('tells directives that silence nothing, unless it is told not to', () => {
    const config: Config = { overrides: [{ files: ['test/**'], unusedDirectives: 'off' }] };
    assert.equal(resolvePolicy(config, 'a').tellsUnused, true);
    assert.equal(resolvePolicy(config, 'test/a').tellsUnused, false);
  });

  it('takes the overlay over all', () => {
    const config: Config = {
      custom: [...custom, { id: 'other', pattern: 'b' }],
      overrides: [{ files: ['**'], confidence: 'certain', regions: ['US'] }],
    };
    const overlay = {
      confidence: 'possible',
      regions: ['DE'],
      reserved: 'report',
      rules: ['other'],
      strategy: 'placeholder',
    } as const;
    const policy = resolvePolicy(config, 'a', overlay);
    assert.equal(policy.confidence, 'possible');
    assert.equal(policy.strategy, 'placeholder');
    assert.deepEqual(policy.options.regions, ['DE']);
    assert.equal(policy.options.reserved, 'report');
    assert.deepEqual([...(policy.options.rules ?? [])], ['other']);
    assert.deepEqual(resolvePolicy(config, 'a').options.regions, ['US']);
  });

  it('ignores paths', () => {
    const config: Config = { ignore: ['**/vendor/**', 'dist', '/x'.slice(1), 'a/b/', '*.min.js'] };
    for (const [path, ignored] of [
      ['vendor/a', true],
      ['src/vendor/a/b', true],
      ['src/vendors/a', false],
      ['dist/a.js', true],
      ['src/dist/a.js', true],
      ['a/b/c/d', true],
      ['c/a/b/c', false],
      ['src/.hidden/a.min.js', true],
      ['src/a.js', false],
    ] as const) {
      assert.equal(resolvePolicy(config, path).ignored, ignored, path);
    }
  });
});

describe('allow', () => {
  const entries = {
    allow: [
      { domain: 'our-company.example' },
      { rule: ['phone-number'], value: '03-0123-4567' },
      { rule: ['employee-id'], pattern: 'EMP-0{3}\\d+' },
      { path: 'docs/**' },
    ],
    custom,
  } satisfies Config;
  for (const [path, rule, value, allowed] of [
    ['a', 'email', 'user@our-company.example', true],
    ['a', 'email', 'User@Mail.Our-Company.EXAMPLE', true],
    ['a', 'email', 'user@not-our-company.example', false],
    ['a', 'phone-number', '０３（０１２３）４５６７', true],
    ['a', 'phone-number', '+81 3 0123 4567', true],
    ['a', 'phone-number', '03-0123-4568', false],
    ['a', 'fax', '03-0123-4567', false],
    ['a', 'employee-id', 'EMP-000123', true],
    ['a', 'employee-id', 'xEMP-000123', false],
    ['a', 'employee-id', 'EMP-001123', false],
    ['docs/a.md', 'employee-id', 'EMP-001123', true],
  ] as const) {
    it(`${path}: ${rule} ${value} ${String(allowed)}`, () => {
      assert.equal(resolvePolicy(entries, path).allows(rule, value), allowed);
    });
  }

  it('of an override holds for its files', () => {
    const config: Config = { overrides: [{ files: ['a/**'], allow: [{ domain: 'b.example' }] }] };
    assert.equal(resolvePolicy(config, 'a/x').allows('email', 'user@b.example'), true);
    assert.equal(resolvePolicy(config, 'b/x').allows('email', 'user@b.example'), false);
    assert.equal(resolvePolicy(config, 'b/x').hasAllow, false);
  });
});

describe('mergeConfigs', () => {
  it('joins tables and lists, replaces the rest', () => {
    const merged = mergeConfigs(
      {
        regions: ['US'],
        confidence: 'certain',
        rules: { email: 'hint', 'postal-code': 'off' },
        ignore: ['a'],
        custom: [{ id: 'mine', pattern: 'a' }],
      },
      {
        regions: ['JP'],
        rules: { email: 'error' },
        ignore: ['b'],
        custom: [
          { id: 'mine', pattern: 'b' },
          { id: 'other', pattern: 'c' },
        ],
      },
    );
    assert.deepEqual(merged, {
      regions: ['JP'],
      confidence: 'certain',
      rules: { email: 'error', 'postal-code': 'off' },
      ignore: ['a', 'b'],
      custom: [
        { id: 'mine', pattern: 'b' },
        { id: 'other', pattern: 'c' },
      ],
    });
  });
});

describe('globs', () => {
  it('of no glob match nothing', () => {
    assert.equal(matcherOf([])('a'), false);
  });
  it('know braces, classes and folders that begin with a dot', () => {
    const matches = matcherOf(['src/**/*.{js,ts}', './data/[ab].csv']);
    assert.deepEqual(
      ['src/x/.y/a.ts', 'src/a.js', 'src/a.jsx', 'data/a.csv', 'data/c.csv'].filter(matches),
      ['src/x/.y/a.ts', 'src/a.js', 'data/a.csv'],
    );
  });
});

describe('suggestion', () => {
  const known = ['email', 'phone-number', 'passport-number', 'postal-code'];
  for (const [word, meant] of [
    ['emial', 'email'],
    ['phone_number', 'phone-number'],
    ['Passport-Numer', 'passport-number'],
    ['x', undefined],
    ['credit-card', undefined],
  ] as const) {
    it(word, () => {
      assert.equal(suggestion(word, known), meant);
    });
  }
});

it('the strategies of policy and masking are the same', () => {
  const { properties } = configSchema([]) as {
    properties: { mask: { properties: { strategy: { enum: string[] } } } };
  };
  assert.deepEqual(properties.mask.properties.strategy.enum, STRATEGIES);
});
