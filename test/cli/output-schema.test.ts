import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, it } from 'mocha';
import { madeUp } from '../support/made-up.ts';
import { runCli } from '../support/run-cli.ts';
import { folderWith } from '../support/temp-folder.ts';

const SCHEMA = join(__dirname, '..', '..', 'schema', 'output.schema.json');

describe('the schema of the output', () => {
  const schema = JSON.parse(readFileSync(SCHEMA, 'utf8'));
  const ajv = new Ajv({ allErrors: true, strict: true });
  ajv.addSchema(schema, 'output');
  const errors = (reference: string, data: unknown) => {
    const validate = ajv.getSchema(reference);
    assert.ok(validate);
    return validate(data) ? [] : validate.errors;
  };

  const cwd = folderWith({
    'people.csv': `氏名,電話番号\n見本,${madeUp.phone(1)}\n`,
    'a.py': `mail = '${madeUp.email(1)}'\nx = 1  # leaklint-ignore-line -- nothing here\n`,
    'b.bin': '\0',
  });

  it('describes --format json', () => {
    const { stdout } = runCli(['--format', 'json', '.', 'missing.txt'], { cwd });
    const document = JSON.parse(stdout);
    assert.deepEqual(errors('output', document), []);
    const { findings, unusedDirectives, summary } = document;
    const lengths = [findings, unusedDirectives, summary.notScanned, summary.problems].map(
      (list: readonly unknown[]) => list.length,
    );
    assert.deepEqual(lengths, [2, 1, 1, 1]);
  });

  it('describes --format ndjson', () => {
    const lines = runCli(['--format', 'ndjson'], { cwd }).stdout.split('\n').filter(Boolean);
    assert.equal(lines.length, 2);
    for (const line of lines) {
      assert.deepEqual(errors('output#/definitions/finding', JSON.parse(line)), []);
    }
  });

  it('refuses what is not described', () => {
    assert.notDeepEqual(errors('output', { version: 1 }), []);
    const finding = { path: 'a', rule: 'email', masked: 'a@b' };
    assert.notDeepEqual(errors('output#/definitions/finding', finding), []);
  });
});
