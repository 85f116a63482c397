import assert from 'node:assert/strict';
import { createJudge, parseJudgements, readJudgements } from '../../../bench/accuracy/judged.mts';
import { everyday } from '../../../bench/accuracy/lists/emails.mts';
import { LISTS } from '../../../bench/accuracy/lists/index.mts';
import { lengthWithoutExtension } from '../../../bench/accuracy/lists/phones.mts';
import { redactedSpans } from '../../../bench/accuracy/peers.mts';
import { isReached, TARGETS } from '../../../bench/accuracy/targets.mts';
import { truthOf } from '../../../bench/accuracy/truth-file.mts';
import { valueList } from '../../../bench/accuracy/values.mts';

describe('bench: lists', () => {
  it('have names of their own', () => {
    assert.equal(new Set(LISTS.map(({ id }) => id)).size, LISTS.length);
  });

  it('put a value into a template and know where it stands', () => {
    const rows = [
      { id: 'a', value: 'x$&y' },
      { id: 'b', value: '' },
    ];
    const list = valueList({
      id: 'l',
      file: 'f',
      template: '<{}>',
      value: (row) => row['value'] as string,
      rules: ['email'],
      which: 'all',
    });
    assert.deepEqual(
      [...list.cases(() => rows)],
      [{ id: 'a', text: '<x$&y>', truth: [{ start: 1, end: 5, rules: ['email'] }] }],
    );
  });

  const addresses: readonly (readonly [string, readonly [number, number] | undefined])[] = [
    ['a@example.com', [0, 13]],
    ['A B <a@example.com>', [5, 18]],
    ['"a b"@example.com', undefined],
    ['a@example', undefined],
    ['a@com', undefined],
    ['a@[192.0.2.1]', undefined],
    ['a@example.invalid', undefined],
  ];
  for (const [value, expected] of addresses) {
    it(`everyday: ${value}`, () => {
      assert.deepEqual(everyday(value), expected);
    });
  }

  const numbers: readonly (readonly [string, string])[] = [
    ['+1 555-0100', '+1 555-0100'],
    ['555-0100 ext. 12', '555-0100'],
    ['555-0100x12', '555-0100'],
    ['555-0100 #12', '555-0100'],
    ['555-0100,,12#', '555-0100'],
  ];
  for (const [value, expected] of numbers) {
    it(`without extension: ${value}`, () => {
      assert.equal(value.slice(0, lengthWithoutExtension(value)), expected);
    });
  }
});

describe('bench: truth and judgements', () => {
  it('reads places in lines as offsets', () => {
    const table =
      'line\tcol\tend_line\tend_col\tentity\tpart\tfield\n2\t1\t2\t3\tPHONE\t\ttel\n3\t0\t3\t1\tNAME\tpart\t\n1\t0\t1\t1\tCAR\t\t\n';
    assert.deepEqual(
      truthOf('ab\r\ncdef\ng', table, { PHONE: ['phone-number'], NAME: ['person-name'] }),
      [
        { start: 5, end: 7, rules: ['phone-number'] },
        { start: 9, end: 10, rules: ['person-name'], weak: true },
      ],
    );
  });

  it('judges by the first line that covers place, rule and evidence', () => {
    const judge = createJudge(
      parseJudgements(
        'head\n# note\na/**\temail\trefuted\twrong\t-\na/**\temail\t\tright\t-\nc/d:7\temail\t\tright\t-\n',
      ),
    );
    const start = { offset: 0, byte: 0, line: 7, column: 1 };
    assert.equal(judge('a/b', { rule: 'email', evidence: [{ code: 'refuted' }], start }), 'wrong');
    assert.equal(judge('a/b/c', { rule: 'email', evidence: [], start }), 'right');
    assert.equal(judge('b', { rule: 'email', evidence: [], start }), 'unjudged');
    assert.equal(judge('a/b', { rule: 'sex', evidence: [], start }), 'unjudged');
    assert.equal(judge('c/d', { rule: 'email', evidence: [], start }), 'right');
    const next = { ...start, line: 8 };
    assert.equal(judge('c/d', { rule: 'email', evidence: [], start: next }), 'unjudged');
  });

  it('has a verdict in every line', () => {
    assert.ok(readJudgements().length > 0);
    assert.throws(() => parseJudgements('head\na\temail\t\tperhaps\t-\n'), /verdict/);
  });

  it('finds what a redaction changed', () => {
    assert.deepEqual(redactedSpans('call 555 or x@y.z', 'call PHONE_NUMBER or EMAIL_ADDRESS'), [
      { start: 5, end: 8, word: 'PHONE_NUMBER' },
      { start: 12, end: 17, word: 'EMAIL_ADDRESS' },
    ]);
    assert.deepEqual(redactedSpans('call 555 now', 'call PHONE_NUMBER now'), [
      { start: 5, end: 8, word: 'PHONE_NUMBER' },
    ]);
    assert.deepEqual(redactedSpans('same', 'same'), []);
  });
});

describe('bench: goals', () => {
  it('are reached at the threshold', () => {
    assert.ok(isReached(['>=', 0.95], 0.95));
    assert.ok(!isReached(['>=', 0.95], 0.949));
    assert.ok(isReached(['<=', 0], 0));
    assert.ok(!isReached(['<=', 0], 1));
  });

  it('are shares, or counts that may be 0', () => {
    for (const { goal, unit } of TARGETS) assert.ok(goal[1] <= 1 || unit === 'count');
  });
});
