import assert from 'node:assert/strict';
import { Ajv } from 'ajv';
import { describe, it } from 'mocha';
import { RULES } from '../../../src/engine/index.ts';
import { configSchema } from '../../../src/policy/json-schema.ts';
import { parseConfig } from '../../../src/policy/parse.ts';

const accepted: readonly object[] = [
  {},
  { $schema: 'x', extends: ['../a.json'], regions: ['JP', 'US'], confidence: 'possible' },
  { reserved: 'report', mask: { strategy: 'stand-in' }, ignore: ['**/vendor/**'] },
  { overrides: [{ files: 'test/**', confidence: 'certain' }] },
  { allow: [{ domain: 'example.com' }, { path: 'docs/**', pattern: 'a+' }] },
  {
    custom: [{ id: 'employee-id', pattern: 'EMP-\\d{6}', names: ['社員番号'] }],
    rules: { 'employee-id': 'error' },
    fields: { staff: 'employee-id' },
  },
];

const refused: readonly object[] = [
  { confidance: 'likely' },
  { confidence: 'likly' },
  { regions: 'JP' },
  { regions: ['jp'] },
  { rules: { 'No Rule': 'off' } },
  { overrides: [{ confidence: 'certain' }] },
  { allow: [{ rule: [] }] },
  { custom: [{ id: 'My Rule', pattern: 'a' }] },
  { mask: { strategy: 'none' } },
  { ignore: ['/src'] },
];

describe('the schema and parseConfig agree', () => {
  const validate = new Ajv({ strict: false }).compile(configSchema(RULES));
  for (const config of accepted) {
    it(`accept ${JSON.stringify(config)}`, () => {
      assert.equal(validate(config), true, JSON.stringify(validate.errors));
      assert.deepEqual(parseConfig(JSON.stringify(config)).problems, []);
    });
  }
  for (const config of refused) {
    it(`refuse ${JSON.stringify(config)}`, () => {
      assert.equal(validate(config), false);
      assert.notEqual(parseConfig(JSON.stringify(config)).problems.length, 0);
    });
  }

  it('every part is described', () => {
    const lacking: string[] = [];
    const visit = (schema: object, path: string): void => {
      if (path !== '' && !('description' in schema)) lacking.push(path);
      const properties = 'properties' in schema ? (schema.properties as object) : {};
      for (const [key, inner] of Object.entries(properties))
        visit(inner as object, `${path}.${key}`);
    };
    visit(configSchema(RULES), '');
    assert.deepEqual(lacking, []);
  });
});
