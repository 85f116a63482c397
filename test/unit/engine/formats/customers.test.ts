import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { chooseFormat } from '../../../../src/engine/formats/choose.ts';
import { scanText } from '../../../../src/engine/index.ts';
import { customer, valuesOf } from '../../../support/customer.ts';
import { CUSTOMER_FILES } from '../../../support/customer-files.ts';
import { fieldsOf, fieldsOfCut } from '../../../support/fields.ts';

const people = [customer(1), customer(2), customer(3)];
const BLOCK = 256 * 1024;

/** What is reported: rule, value, record. */
function reported(text: string, path: string) {
  return scanText(text, { path })
    .filter(({ confidence }) => confidence !== 'possible')
    .map(({ rule, start, end, record }) => ({
      rule,
      value: text.slice(start.offset, end.offset),
      record,
      line: start.line,
    }));
}

describe('all of a customer is found, in a record of its own', () => {
  for (const [path, write, as = (value: string) => value] of CUSTOMER_FILES) {
    it(path, () => {
      const found = reported(write(people), path);
      const expected = valuesOf(people).flatMap((values) =>
        values.map(([rule, value]) => `${rule} ${as(value)}`),
      );
      assert.deepEqual(found.map(({ rule, value }) => `${rule} ${value}`).sort(), expected.sort());
      const records = valuesOf(people).map((values) => {
        const wanted = new Set(values.map(([, value]) => as(value)));
        return [
          ...new Set(found.filter(({ value }) => wanted.has(value)).map((each) => each.record)),
        ];
      });
      // Men and women are many: a value that several customers have is of several records.
      const own = records.map((of) => of.filter((record) => record !== undefined));
      assert.ok(own.every(({ length }) => length > 0 && length <= people.length));
      const byRecord = new Map<number | undefined, number>();
      for (const { record } of found) byRecord.set(record, (byRecord.get(record) ?? 0) + 1);
      assert.deepEqual([...byRecord.values()], [13, 13, 13]);
      assert.ok(!byRecord.has(undefined));
    });
  }
});

describe('a stretch may end anywhere', () => {
  for (const [path, write] of CUSTOMER_FILES) {
    it(path, () => {
      const text = write(people.slice(0, 2));
      const bytes = new TextEncoder().encode(text);
      const factory = chooseFormat({ path }, bytes);
      const whole = fieldsOf(factory, text);
      for (let cut = 1; cut < bytes.length; cut++) {
        assert.deepEqual(fieldsOfCut(factory, text, cut), whole, `cut at ${String(cut)}`);
      }
    });
  }
});

describe('a block may end anywhere', () => {
  for (const [path, write] of CUSTOMER_FILES) {
    it(path, () => {
      const text = write(people);
      const shapes = reported(text, path).map(({ rule, value }) => `${rule} ${value}`);
      const length = new TextEncoder().encode(text).length;
      for (let step = 1; step < 6; step++) {
        const pad = '\n'.repeat(BLOCK - Math.floor((length * step) / 6));
        const found = reported(pad + text, path).map(({ rule, value }) => `${rule} ${value}`);
        assert.deepEqual(found, shapes);
      }
    });
  }
});
