import assert from 'node:assert/strict';
import { changeConfig, EMPTY_CONFIG, type ConfigChange } from '../../../src/editor/config-edits.ts';
import { parseConfig } from '../../../src/policy/parse.ts';
import { configTemplate } from '../../../src/policy/template.ts';

const ALLOW: ConfigChange = { kind: 'allow', entry: { rule: 'passport-number', path: 'a.json' } };
const IGNORE: ConfigChange = { kind: 'ignore', glob: 'data/a.json' };
const OFF: ConfigChange = { kind: 'rule-off', rule: 'passport-number', files: ['data/*.csv'] };

const cases: readonly (readonly [string, string, ConfigChange, string | undefined])[] = [
  [
    'makes the list',
    '{}\n',
    ALLOW,
    '{\n  "allow": [\n    {\n      "rule": "passport-number",\n      "path": "a.json"\n    }\n  ]\n}\n',
  ],
  [
    'joins a list and leaves comments alone',
    '{\n  // ours\n  "ignore": [\n    "b"\n  ] // these\n}\n',
    IGNORE,
    '{\n  // ours\n  "ignore": [\n    "b",\n    "data/a.json"\n  ] // these\n}\n',
  ],
  ['writes nothing twice', '{"ignore": ["data/a.json"]}', IGNORE, '{"ignore": ["data/a.json"]}'],
  [
    'turns a rule off in an override of its own',
    '{\n  "overrides": []\n}',
    OFF,
    '{\n  "overrides": [\n    {\n      "files": [\n        "data/*.csv"\n      ],\n      "rules": {\n        "passport-number": "off"\n      }\n    }\n  ]\n}',
  ],
  [
    'turns a rule off in the override for the same files',
    '{"overrides": [{"files": ["data/*.csv"], "rules": {"postal-code": "off"}}]}',
    OFF,
    '{"overrides": [{"files": ["data/*.csv"], "rules": {"postal-code": "off", "passport-number": "off"}}]}',
  ],
  ['keeps line ends', '{\r\n  "ignore": ["b"]\r\n}\r\n', IGNORE, undefined],
  ['refuses a broken text', '{ "ignore": [', IGNORE, 'refused'],
  ['refuses a list', '[]', IGNORE, 'refused'],
  ['refuses an empty text', '', IGNORE, 'refused'],
];

describe('changeConfig', () => {
  for (const [name, text, change, expected] of cases) {
    if (expected === undefined) continue;
    it(name, () => {
      const changed = changeConfig(text, change);
      if (expected === 'refused') return assert.equal(changed, undefined);
      assert.equal(unspaced(changed!), unspaced(expected));
      if (!expected.includes('"overrides": [{')) assert.equal(changed, expected);
      return undefined;
    });
  }

  it('keeps line ends', () => {
    const changed = changeConfig('{\r\n  "ignore": ["b"]\r\n}\r\n', IGNORE)!;
    assert.doesNotMatch(changed, /[^\r]\n/);
  });

  it('writes what the policy accepts, into an empty file and into the template', () => {
    for (const start of [EMPTY_CONFIG, configTemplate()]) {
      let text = start;
      for (const change of [ALLOW, IGNORE, OFF]) text = changeConfig(text, change)!;
      const { config, problems } = parseConfig(text);
      assert.deepEqual(problems, []);
      assert.deepEqual(config.ignore, ['data/a.json']);
      assert.equal(config.allow?.[0]?.path, 'a.json');
      assert.equal(config.overrides?.[0]?.rules?.['passport-number'], 'off');
    }
  });
});

function unspaced(text: string): string {
  return text.replace(/\s/g, '');
}
