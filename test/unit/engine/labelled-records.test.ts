import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Draft } from '../../../src/engine/judge.ts';
import { createLabelledRecords } from '../../../src/engine/labelled-records.ts';

/** `a=1` is a draft of the field a, `[3]` one of the format's record 3, `!` one without a name. */
function draftsOf(text: string): Draft[] {
  return [...text.matchAll(/(\w{1,9})=\w|\[(\d)\]|!/g)].map((match) => {
    const [found, name, record] = match;
    return {
      rule: 'rule',
      start: match.index,
      end: match.index + found.length,
      confidence: 'likely',
      evidence: [],
      text: '',
      region: undefined,
      field: name === undefined ? undefined : { name, rule: 'rule', by: 'field-name' },
      record: record === undefined ? undefined : Number(record),
    };
  });
}

const bytesOf = (text: string) => new TextEncoder().encode(text);
const NONE = undefined;

const cases: readonly (readonly [
  name: string,
  text: string,
  records: readonly (number | undefined)[],
])[] = [
  ['nothing', '', []],
  ['pairs of a line', 'a=1 b=2 c=3', [1, 1, 1]],
  ['a name twice is another record', 'a=1 b=2 a=3 b=4', [1, 1, 2, 2]],
  ['lines below each other', 'a=1\n  b=2\n\tc=3\n', [1, 1, 1]],
  ['an empty line', 'a=1\n\nb=2', [1, 2]],
  ['a blank line', 'a=1\r\n \r\nb=2', [1, 2]],
  ['many lines', 'a=1\nx\nx\nx\nb=2', [1, 2]],
  ['far away', `a=1${' '.repeat(500)}b=2`, [1, 2]],
  ['a value without a name on the line', 'a=1 ! b=2', [1, 1, 1]],
  ['a value without a name elsewhere', '! a=1\n!\nb=2', [NONE, 1, NONE, 1]],
  ["the format's own", '[1] [2] a=1 b=2', [1, 2, 3, 3]],
];

describe('labelled records', () => {
  for (const [name, text, records] of cases) {
    it(name, () => {
      const given = createLabelledRecords().number(draftsOf(text), bytesOf(text), 0);
      assert.deepEqual(
        given.map(({ record }) => record),
        records,
      );
    });
  }

  it('two findings of one value are of its record', () => {
    const [draft] = draftsOf('a=1');
    const given = createLabelledRecords().number(
      [draft!, { ...draft!, rule: 'other' }],
      bytesOf('a=1'),
      0,
    );
    assert.deepEqual(
      given.map(({ record }) => record),
      [1, 1],
    );
  });

  it('goes on in the next block, and no number is given twice', () => {
    const records = createLabelledRecords();
    const numbers = ['[1] a=1 b=2', 'c=3 [2] [3] a=4'].flatMap((text, block) =>
      records.number(draftsOf(text), bytesOf(text), block * 12).map(({ record }) => record),
    );
    assert.deepEqual(numbers, [1, 2, 2, 2, 3, 4, 5]);
  });
});
