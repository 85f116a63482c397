import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { parseConfig } from '../../../src/policy/parse.ts';

/** Config text with the place of the mistake between `«` and `»`, and what is said of it. */
const mistakes: readonly (readonly [string, RegExp, path?: readonly (string | number)[]])[] = [
  ['{ «"confidance"»: "likely" }', /Unknown key "confidance".*"confidence"/, ['confidance']],
  ['{ «"x y"»: 1 }', /^Unknown key\.$/],
  ['{ "confidence": «"likly"» }', /one of "certain".*mean "likely"/, ['confidence']],
  ['{ "confidence": «3» }', /one of "certain"/],
  ['{ "regions": «"JP"» }', /a list/],
  ['{ "regions": ["JP", «"UK"»] }', /ISO 3166.*"GB"/, ['regions', 1]],
  ['{ "regions": [«"jp"»] }', /ISO 3166.*"JP"/],
  ['{ "regions": [«"XX"»] }', /ISO 3166/],
  ['{ "rules": { «"no-such-rule"»: "off" } }', /no such rule/, ['rules', 'no-such-rule']],
  [
    '{ "rules": { "mine": «"fatal"» }, "custom": [{ "id": "mine", "pattern": "a" }] }',
    /one of "error"/,
  ],
  ['{ "fields": { "cust_tel": «"no-such-rule"» } }', /no such rule/],
  ['{ "fields": «[]» }', /an object/],
  ['{ "ignore": [«"src/{a,b"»] }', /brackets/, ['ignore', 0]],
  ['{ "ignore": [«"src/[ab"»] }', /brackets/],
  ['{ "ignore": [«"/src"»] }', /relative/],
  ['{ "ignore": [«"C:/src"»] }', /relative/],
  ['{ "ignore": [«"a/../../b"»] }', /relative/],
  ['{ "ignore": [«"src\\\\a"»] }', /Write \//],
  ['{ "ignore": [«"!src"»] }', /"!"/],
  ['{ "ignore": [«""»] }', /empty/],
  ['{ "overrides": [«{ "confidence": "certain" }»] }', /Missing: "files"/, ['overrides', 0]],
  ['{ "overrides": [{ "files": "a", «"custom"»: [] }] }', /Unknown key "custom"/],
  [
    '{ "allow": [«{ "rule": "mine" }»], "custom": [{ "id": "mine", "pattern": "a" }] }',
    /One of "domain"/,
  ],
  ['{ "allow": [{ "domain": «"*.example.com"» }] }', /without @/],
  ['{ "allow": [{ "pattern": "ab«(?=»c)" }] }', /Look-around/],
  ['{ "allow": [{ "value": «1» }] }', /a text/],
  [
    '{ "custom": [{ "id": "mine", "pattern": "\\\\d\\u0041«*?»" }] }',
    /Lazy/,
    ['custom', 0, 'pattern'],
  ],
  ['{ "custom": [{ "id": "mine", "pattern": «""» }] }', /empty text/],
  ['{ "custom": [«{ "id": "mine" }»] }', /Missing: "pattern"/],
  ['{ "custom": [{ "id": «"My Rule"», "pattern": "a" }] }', /lower-case/],
  [
    '{ "custom": [{ "id": "mine", "pattern": "a" }, { "id": «"mine"», "pattern": "b" }] }',
    /already/,
  ],
  ['{ "extends": «"/etc/leaklint.json"» }', /relative/],
  ['{ "extends": [«"https://example.com/a.json"»] }', /relative/],
  ['{ "mask": { "strategy": «"standin"» } }', /"stand-in"/],
  ['{ "reserved": "silent", «"reserved"»: "report" }', /twice/],
  ['«[]»', /an object/],
  ['{ "rules": {} «"ignore"»: [] }', /, is missing/],
];

describe('parseConfig places a mistake', () => {
  for (const [marked, sentence, path] of mistakes) {
    it(marked, () => {
      const start = marked.indexOf('«');
      const end = marked.indexOf('»') - 1;
      const { problems } = parseConfig(`// comment\r\n${marked.replace(/[«»]/g, '')}`);
      assert.equal(problems.length, 1, JSON.stringify(problems));
      const [problem] = problems as [(typeof problems)[0]];
      assert.match(problem.message.en, sentence);
      assert.match(problem.message.ja, /[ぁ-んァ-ヶ]/);
      assert.deepEqual([problem.start - 12, problem.end - 12], [start, end]);
      assert.deepEqual([problem.line, problem.column], [2, start + 1]);
      if (path !== undefined) assert.deepEqual(problem.path, path);
    });
  }

  for (const [text, sentence] of [
    ['', /empty/],
    [' \n', /empty/],
    ['// nothing', /a value is missing/],
    ['{ "rules": {', /missing/],
    ['{ "ignore": ["a }', /closing quote/],
  ] as const) {
    it(JSON.stringify(text), () => {
      const { problems } = parseConfig(text);
      assert.ok(problems.length > 0);
      assert.match(problems[0]!.message.en, sentence);
      for (const { start, end } of problems) assert.ok(start >= 0 && end <= text.length);
    });
  }
});

describe('parseConfig', () => {
  it('reads every key, comments, trailing commas and a byte-order mark', () => {
    const { config, problems } = parseConfig(`\ufeff{
      // comment
      "$schema": "./node_modules/leaklint/schema/leaklint.schema.json",
      "extends": "../base.json", /* one */
      "regions": ["JP", "US"],
      "confidence": "possible",
      "reserved": "report",
      "rules": { "employee-id": "error" },
      "fields": { "staff no": "employee-id" },
      "allow": [{ "rule": "employee-id", "domain": "example.co.jp", "path": "docs/**" }],
      "ignore": ["**/vendor/**", "*.min.js"],
      "overrides": [{ "files": "test/**", "confidence": "certain", }],
      "mask": { "strategy": "placeholder" },
      "custom": [{ "id": "employee-id", "pattern": "EMP-\\\\d{6}", "names": ["社員番号"] }],
    }`);
    assert.deepEqual(problems, []);
    assert.deepEqual(config.extends, ['../base.json']);
    assert.deepEqual(config.overrides, [{ files: ['test/**'], confidence: 'certain' }]);
    assert.deepEqual(config.allow?.[0]?.rule, ['employee-id']);
    assert.deepEqual(config.custom, [
      { id: 'employee-id', pattern: 'EMP-\\d{6}', names: ['社員番号'] },
    ]);
    assert.equal(Object.keys(config).length, 12);
  });

  it('keeps what is right beside what is wrong', () => {
    const { config } = parseConfig('{ "regions": ["JP", 1], "confidence": "x", "ignore": ["a"] }');
    assert.deepEqual(config, { regions: ['JP'], ignore: ['a'] });
  });

  it('drops an allow entry of which one condition is wrong: it would allow more', () => {
    const { config } = parseConfig('{ "allow": [{ "domain": "example.com", "path": "/abs" }] }');
    assert.deepEqual(config.allow, []);
  });

  it('knows the rules of extended configs', () => {
    const text = '{ "rules": { "theirs": "off" } }';
    assert.equal(parseConfig(text).problems.length, 1);
    assert.deepEqual(parseConfig(text, ['theirs']).problems, []);
  });

  it('repeats no value and no key that may be one', () => {
    const secret = 'taro.yamada';
    const digits = '09012345678';
    const { problems } = parseConfig(`{
      "${secret}@example.com": 1, "${digits}": 2, "confidence": "${secret}",
      "regions": ["${secret}"], "fields": { "${secret}": "${digits}" },
      "allow": [{ "value": 1, "rule": "${secret}", "${digits}": "${secret}" }, { "pattern": "(?=${secret})" }],
      "custom": [{ "id": "${secret}", "pattern": "${digits}(" }], "ignore": ["${secret}{"],
      "extends": "/${secret}", "mask": "${secret}" ${secret}
    }`);
    assert.ok(problems.length >= 12);
    for (const { message } of problems) {
      assert.doesNotMatch(message.en + message.ja, new RegExp(`${secret}|${digits}`, 'i'));
    }
  });
});

describe('parseConfig of anything', () => {
  const keys = [
    'rules',
    'allow',
    'custom',
    'ignore',
    'overrides',
    'files',
    'pattern',
    'id',
    'extends',
  ];
  const { value: json } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom('JP', 'a', '', 'error', 'likely', '**/x', '(', null, true, 1),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...keys), tie('value'), { maxKeys: 4 }),
    ),
  }));
  const texts = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'{}[]":,/*\\\n aé1') }),
    json.map((value) => JSON.stringify(value)),
    json.map((value) => JSON.stringify(value).slice(1)),
  );

  it('ends, with problems inside the text and in order', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let last = 0;
        for (const { start, end, line, column } of parseConfig(text).problems) {
          assert.ok(start >= last && end >= start && end <= text.length);
          assert.ok(line >= 1 && column >= 1);
          last = start;
        }
      }),
      { numRuns: 1000 },
    );
  });
});
