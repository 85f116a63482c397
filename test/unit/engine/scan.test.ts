import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import fc from 'fast-check';
import { scanBlocks, scanBytes, scanText, type Finding } from '../../../src/engine/index.ts';
import { chunksOf, REPORT_ALL, told } from '../../support/blocks.ts';
import { madeUp } from '../../support/made-up.ts';
import { td3 } from '../../support/mrz.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const valuesOf = (text: string, findings: Iterable<Finding>) =>
  [...findings].map(({ start, end }) => text.slice(start.offset, end.offset));

/** One of every kind, in prose, code and on two lines, with signs of every length in UTF-8. */
const PAGE = `\
# Né 𠮷野家 \u{1F600} leaklint-ignore-file -- nothing
mail: someone@example.com, ＭＡＩＬ＠ｅｘａｍｐｌｅ．ｃｏｍ
const tel = '090-0000-0000'; // leaklint-ignore-line phone-number
電話番号：０９０－００００－００００
旅券番号 L898902C3
〒${madeUp.postal(1)} ${madeUp.address(2)}
住所: ${madeUp.address(3)}\r
${td3().join('\n')}
555 Main Street
Springfield, IL 62704
`;

const RULES_OF_PAGE = [
  'email',
  'passport-mrz',
  'passport-number',
  'phone-number',
  'postal-address',
  'postal-code',
];

describe('scanBlocks', () => {
  const bytes = encode(PAGE);
  const whole = told([bytes]);

  it('finds every kind on the page', () => {
    assert.deepEqual([...new Set(whole.findings.map(({ rule }) => rule))].sort(), RULES_OF_PAGE);
    assert.ok(valuesOf(PAGE, whole.findings).includes('ＭＡＩＬ＠ｅｘａｍｐｌｅ．ｃｏｍ'));
  });

  it('two chunks, cut at every byte', () => {
    for (let at = 0; at <= bytes.length; at++) {
      const parts = told([bytes.subarray(0, at), bytes.subarray(at)]);
      assert.deepEqual(parts, whole, String(at));
    }
  });

  for (const length of [1, 7, 64]) {
    it(`chunks of ${String(length)}`, () => {
      assert.deepEqual(told(chunksOf(bytes, length)), whole);
    });
  }

  it('no source, no block', () => {
    assert.equal(told([]).blocks, 0);
    assert.equal(told([new Uint8Array(0)]).blocks, 0);
  });

  it('directives become marks', () => {
    assert.deepEqual(
      whole.marks.map(({ start, text }) => [
        start.line,
        PAGE.slice(start.offset).startsWith(text),
        text,
      ]),
      [
        [1, true, 'leaklint-ignore-file -- nothing'],
        [3, true, 'leaklint-ignore-line phone-number'],
      ],
    );
  });

  it('a byte-order mark is a unit of the text and no part of a header', () => {
    const text = '\uFEFFemail,tel\nsomeone@example.com,\n';
    const [found] = scanText(text, { path: 'a.csv' }, REPORT_ALL);
    assert.equal(found?.field, 'email');
    assert.deepEqual(found.start, { offset: 11, byte: 13, line: 2, column: 1 });
  });

  it('bytes that only begin like a byte-order mark', () => {
    assert.equal(told([Uint8Array.of(0xef, 0xbb)]).bytes.length, 2);
    assert.equal(told([Uint8Array.of(0xef, 0xbb, 0x41)]).bytes.length, 3);
  });

  it('stops when its caller does', () => {
    let read = 0;
    function* endless() {
      for (;;) {
        read++;
        yield encode('someone@example.com\n'.repeat(20_000));
      }
    }
    for (const block of scanBlocks(endless(), {}, REPORT_ALL)) {
      assert.ok(block.findings.length > 0);
      break;
    }
    assert.equal(read, 1);
    for (const finding of scanBytes(endless(), {}, REPORT_ALL)) {
      assert.equal(finding.start.line, 1);
      break;
    }
    assert.equal(read, 2);
  });
});

/** A text of a length in UTF-16 units, with values at some offsets. */
function textWith(length: number, values: readonly (readonly [number, string])[], filler: string) {
  let text = '';
  for (const [at, value] of values) {
    text += filler.repeat(Math.ceil((at - text.length) / filler.length)).slice(0, at - text.length);
    text += value;
  }
  return text + filler.repeat(Math.ceil((length - text.length) / filler.length));
}

const BORDER = 256 * 1024;

describe('borders of blocks', () => {
  const values = [
    ' someone@example.com ',
    ` ${['090', '0000', '0000'].join(' ')} `,
    ` ${madeUp.address(1)} `,
    ` ${td3().join('\n')}\n`,
    ' 555 Main Street\nSpringfield, IL 62704 ',
    ' passport L898902C3 ',
  ];
  for (const value of values) {
    it(`${JSON.stringify(value.slice(0, 12))}… anywhere over a border, on one long line`, () => {
      for (let back = 0; back <= value.length + 2; back += 3) {
        const at = BORDER - back;
        const text = textWith(BORDER + 20_000, [[at, value]], '.......,');
        const expected = scanText(value, {}, REPORT_ALL).map(({ start }) => start.offset + at);
        const { findings } = told([encode(text)]);
        assert.ok(expected.length > 0);
        assert.deepEqual(
          findings.map(({ start }) => start.offset),
          expected,
          `${String(back)} before`,
        );
      }
    });
  }

  it('the border at every byte of a page: each finding once, at its place', function () {
    this.timeout(120_000);
    const page = encode(PAGE);
    const line = 'nothing of note here at all\n';
    const alone = told([page]).findings.map(({ rule, start, end }) => [rule, start.byte, end.byte]);
    assert.ok(alone.length > 5);
    for (let at = 1; at < page.length; at++) {
      const length = BORDER - at;
      const before = encode(line.repeat(Math.ceil(length / line.length)).slice(-length));
      const { findings } = told([before, page]);
      const places = findings.map(({ rule, start, end }) => [
        rule,
        start.byte - length,
        end.byte - length,
      ]);
      assert.deepEqual(places, alone, `border at ${String(at)}`);
    }
  });

  it('megabytes without a line end, in pieces of any size', () => {
    const at = [0, 1, 2, 3, 4, 5, 6, 7, 8].flatMap((n) => [n * BORDER + 30, (n + 1) * BORDER - 9]);
    const text = textWith(
      9.5 * BORDER,
      at.map((offset) => [offset, ' someone@example.com '] as const),
      'abcdefg.',
    );
    const whole = told([encode(text)]);
    assert.deepEqual(
      whole.findings.map(({ start }) => start.offset),
      at.map((offset) => offset + 1),
    );
    for (const length of [1_000, 65_536, 300_000]) {
      assert.deepEqual(told(chunksOf(encode(text), length)), whole);
    }
  });

  it('bytes go through as they are, broken ones too', () => {
    const bytes = Uint8Array.from({ length: 3 * BORDER }, (_, i) => (i * 7919 + (i >> 8)) & 0xff);
    assert.deepEqual(told(chunksOf(bytes, 10_007)).bytes, bytes);
  });

  for (const [path, open, row, close] of [
    ['a.csv', 'name,mail,tel\n', 'foo,someone@example.com,\n', ''],
    ['a.json', '[', '{"name":"foo","mail":"someone@example.com"},', '{}]'],
    ['a.jsonl', '', '{"name":"foo","mail":"someone@example.com"}\n', ''],
    ['a.txt', '', 'mail: someone@example.com\n', ''],
  ] as const) {
    it(`${path}: each record once, with its number`, () => {
      const count = 30_000;
      const { findings, blocks } = told(
        chunksOf(encode(open + row.repeat(count) + close), 65_536),
        { path },
      );
      assert.ok(blocks > 2);
      assert.equal(findings.length, count);
      if (path === 'a.txt') return;
      assert.deepEqual(
        findings.map(({ record }) => record),
        Array.from({ length: count }, (_, i) => i + 1),
      );
      assert.equal(findings.at(-1)?.field, 'mail');
    });
  }

  it('rows of a table over a border, at every byte', () => {
    const header = "'memo';'name';'mail';'tel'\r\n";
    const rows = [
      `'a;"\r\n''b';'青空 ''高';someone@example.com;${madeUp.phone(1)}`,
      `;"x;'${madeUp.email(2)}';${['+81 90', '2345', '6789'].join(' ')}`,
      `'';;other@example.org;'${madeUp.phone(3)}'`,
    ].join('\r\n');
    const tail = "\r\n'c';'d';'last@example.com';''\r\n".repeat(30);
    const filler = `;;;${'x'.repeat(2000)}\r\n`;
    const options = { path: 'a.csv' };
    const shape = (text: string, from: number) =>
      scanText(text, options, REPORT_ALL)
        .slice(0, 8)
        .map(({ rule, start, end, field }) => [
          rule,
          start.offset - from,
          end.offset - from,
          field,
        ]);
    const near = header + filler.repeat(20);
    const expected = shape(near + rows + tail, near.length);
    assert.equal(expected.filter(([, start]) => Number(start) < rows.length).length, 6);
    for (let back = 0; back <= rows.length + 2; back++) {
      const from = BORDER - back;
      const length = from - near.length;
      const before = near + filler.repeat(Math.floor(length / filler.length) - 1);
      const text = `${before};;;${'x'.repeat(from - before.length - 5)}\r\n`;
      assert.deepEqual(shape(text + rows + tail, from), expected, `${String(back)} before`);
    }
  });

  it('a long cell over a border is one cell', () => {
    const rows = 'foo,someone@example.com\n'.repeat(10_900);
    const long = `"${'x,y\n'.repeat(5_000)}",someone@example.com\n`;
    const { findings } = told([encode(`name,mail\n${rows}${long}${rows}`)], { path: 'a.csv' });
    assert.equal(findings.at(-1)?.record, 21_801);
    assert.deepEqual([...new Set(findings.map(({ field }) => field))], ['mail']);
  });

  it('a long string of JSON does not shift what follows', () => {
    const text = `{"blob":"${'x'.repeat(700_000)}","mail":"someone@example.com"}`;
    assert.deepEqual(
      scanText(text, { path: 'a.json' }, REPORT_ALL).map(({ field }) => field),
      ['mail'],
    );
  });
});

describe('scanText', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...[
        'someone@example.com',
        '０９０－００００－００００',
        'tel: 090-0000-0000',
        '(03) 0000-0000',
      ],
      ...[
        'L898902C3',
        'passport',
        '旅券番号',
        madeUp.postal(2),
        madeUp.address(4),
        '東京都',
        '丁目',
      ],
      ...td3(),
      ...['phone = "', 'email:', '"住所": "', '</td>', 'href="mailto:', '%40', '〒', '@', '+81 '],
      ...[
        '\n',
        '\r\n',
        '\r',
        ',',
        '"',
        '""',
        "'",
        '{',
        '}',
        '[',
        ']',
        ':',
        '\\',
        '\t',
        '|',
        '\u{1F600}',
      ],
      ...[
        '𠮷',
        'é',
        '\uD800',
        '\uFEFF',
        'ー',
        '番地',
        '555 Main Street, NY 10001',
        'leaklint-ignore',
      ],
    ),
    fc.string({ maxLength: 8 }),
    fc.string({ maxLength: 4, unit: 'binary' }),
    fc.stringMatching(/^[\d-]{1,12}$/),
  );
  const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
  const path = fc.constantFrom('a.txt', 'a.csv', 'a.json', 'a.ts', 'a.yml', 'a');

  const placeOf = (all: string, offset: number) => {
    const before = all.slice(0, offset);
    const lines = before.split(/\r\n|\n|\r(?!\n)/);
    // A \r whose \n comes next ends no line yet.
    const last = lines.at(-1)!;
    const byte = encode(before).length;
    return { offset, byte, line: lines.length, column: last.length + 1 };
  };

  it('gives places within the text, in order, that lines and bytes agree with', () => {
    fc.assert(
      fc.property(text, path, (written, name) => {
        const all = new TextDecoder('utf-8', { ignoreBOM: true }).decode(encode(written));
        let last = 0;
        for (const { start, end, masked } of scanText(all, { path: name }, REPORT_ALL)) {
          assert.ok(start.offset >= last && end.offset > start.offset && end.offset <= all.length);
          last = start.offset;
          assert.deepEqual([start, end], [placeOf(all, start.offset), placeOf(all, end.offset)]);
          assert.doesNotMatch(masked, /[\p{L}\p{N}]/u);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('of ill-formed text does not throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), path, (bytes, name) => {
        assert.deepEqual(told([bytes], { path: name }).bytes, bytes);
      }),
      { numRuns: 300 },
    );
  });
});
