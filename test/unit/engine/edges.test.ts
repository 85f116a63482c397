import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Finding } from '../../../src/engine/index.ts';
import { maskSource } from '../../../src/node/mask-source.ts';
import { scanSource } from '../../../src/node/scan-source.ts';
import { textSource } from '../../../src/node/text-source.ts';
import { policyOf } from '../../../src/policy/policy.ts';
import { chunksOf, told } from '../../support/blocks.ts';
import { encoded, JAPANESE } from '../../support/encodings.ts';
import { madeUp } from '../../support/made-up.ts';
import { td3 } from '../../support/mrz.ts';

/** A source in which the values stand anywhere behind a filler of any length. */
interface Fixture {
  readonly path: string;
  readonly head: string;
  /** What stands around the filling of a row in which nothing is found. */
  readonly row: readonly [before: string, after: string];
  /** The values, as long as the edge is moved. */
  readonly body: string;
  readonly tail: string;
}

const [PHONE, MAIL, HOME] = [madeUp.phone(1), madeUp.email(2), madeUp.address(3)];

const FIXTURES: readonly Fixture[] = [
  {
    path: 'a.csv',
    head: 'memo,tel,mail,住所\r\n',
    row: ['', ',,,\r\n'],
    body: `"a;""\r\nb",${PHONE},"${MAIL}",${HOME}\r\n,,,"${HOME}"\r\n`,
    tail: 'z,,,\r\n',
  },
  {
    path: 'a.tsv',
    head: 'memo\ttel\tmail\t住所\n',
    row: ['', '\t\t\t\n'],
    body: `é\t${PHONE}\t${MAIL}\t${HOME}\n\t\t${MAIL}\t\n`,
    tail: 'z\t\t\t\n',
  },
  {
    path: 'a.json',
    head: '[',
    row: ['{"memo":"', '"},'],
    body: `{"memo":"\\"\\u005c","tel":"${PHONE}","in":[{"mail" : "${MAIL}"}],"住所":"${HOME}"},`,
    tail: '{}]',
  },
  {
    path: 'a.jsonl',
    head: '',
    row: ['{"memo":"', '"}\n'],
    body: `{"tel":"${PHONE}","mail":"${MAIL}"}\n{"住所":"${HOME}"}\n`,
    tail: '{}\n',
  },
  {
    path: 'a.sql',
    head: 'INSERT INTO t (memo, tel, mail, address) VALUES\n',
    row: ["('", "', '', '', ''),\n"],
    body: `('it''s', '${PHONE}', '${MAIL}', NULL),\n(NULL, '', '', '${HOME}'),\n`,
    tail: "('z', '', '', '');\n",
  },
  {
    path: 'a.yaml',
    head: '',
    row: ['- memo: ', '\n'],
    body: `- memo: "a"\n  tel: ${PHONE}\n  mail: '${MAIL}'\n- 住所: >-\n    ${HOME}\n`,
    tail: '- memo: z\n',
  },
  {
    path: 'a.xml',
    head: '<r>',
    row: ['<p><memo>', '</memo></p>\n'],
    body: `<p tel="${PHONE}"><!-- x --><mail>${MAIL}</mail><住所>${HOME}</住所></p>\n`,
    tail: '<p/></r>',
  },
  {
    path: 'a.md',
    head: '| memo | tel | mail | 住所 |\n|---|---|---|---|\n',
    row: ['| ', ' | | | |\n'],
    body: `| a | ${PHONE} | ${MAIL} | |\n| | | | ${HOME} |\n`,
    tail: '| z | | | |\n',
  },
  {
    path: '.env',
    head: '',
    row: ['MEMO=', '\n'],
    body: `TEL=${PHONE}\nMAIL="${MAIL}"\nexport ADDRESS='${HOME}'\n`,
    tail: 'Z=1\n',
  },
  {
    path: 'a.ts',
    head: '',
    row: ["const memo = '", "';\n"],
    body: `add({ tel: '${PHONE}', "mail": \`${MAIL}\` }); // 住所: ${HOME}\n`,
    tail: 'end();\n',
  },
  {
    path: 'a.log',
    head: '',
    row: ['2026-01-01T00:00:00Z INFO ', '\n'],
    body: `2026-01-01T00:00:01Z INFO tel=${PHONE} <${MAIL}> \u{1F600} {"address":"${HOME}"}\n`,
    tail: 'done\n',
  },
  {
    path: 'a.txt',
    head: '',
    row: ['', '\n'],
    body: `${td3().join('\n')}\n電話：${PHONE}\n555 Main Street\nSpringfield, IL 62704\n`,
    tail: 'end\n',
  },
];

/** The one that is written in all encodings, and its header in letters of one byte. */
const TABLE = FIXTURES[0]!;
const ASCII_HEAD = TABLE.head.replace('住所', 'ad');

/** As `scan.ts` has it: the first block ends at the last row before, and is told what lies ahead. */
const BLOCK = 256 * 1024;
/** As `decode.ts` has it. */
const STRETCH = 64 * 1024;
const ROW = 2000;

const FILLING = 'nothing to see here and there. ';

/** Rows without findings, of so many bytes together. No two begin alike: they are no table of words. */
function filler({ row: [before, after] }: Fixture, bytes: number): string {
  let rows = '';
  for (let left = bytes; left > 0; left = bytes - rows.length) {
    const length = left < 2 * ROW ? left : ROW;
    const from = (rows.length * 7) % FILLING.length;
    const text = FILLING.repeat(Math.ceil(length / FILLING.length) + 1);
    rows += before + text.slice(from, from + length - before.length - after.length) + after;
  }
  return rows;
}

const encode = (text: string) => new TextEncoder().encode(text);

/** The source with its values from a byte on. */
function sourceAt(fixture: Fixture, at: number): Uint8Array {
  const { head, body, tail } = fixture;
  return encode(head + filler(fixture, at - encode(head).length) + body + tail);
}

/** What is found, with bytes as counted from the values' own begin and records from the first. */
function found(findings: readonly Finding[], from: number): readonly unknown[] {
  const first = findings.find(({ record }) => record !== undefined)?.record ?? 0;
  return findings.map(({ rule, start, end, confidence, field, record }) => {
    const place = [start.byte - from, end.byte - from, end.offset - start.offset];
    return [rule, ...place, confidence, field, record === undefined ? undefined : record - first];
  });
}

describe('an edge at every byte', () => {
  for (const fixture of FIXTURES) {
    const { path, head, body, tail } = fixture;
    const length = encode(body).length;

    it(`${path}: of two chunks`, () => {
      const bytes = encode(head + body + tail);
      const whole = told([bytes], { path });
      assert.ok(whole.findings.length >= 3, `${whole.findings.length} findings`);
      for (let at = 0; at <= bytes.length; at++) {
        const parts = told([bytes.subarray(0, at), bytes.subarray(at)], { path });
        assert.deepEqual(parts, whole, `cut at ${at}`);
      }
    });

    it(`${path}: of two blocks`, () => {
      const far = told([sourceAt(fixture, BLOCK / 2)], { path });
      const expected = found(far.findings, BLOCK / 2);
      assert.ok(expected.length >= 3, `${expected.length} findings`);
      for (let back = 0; back <= length; back++) {
        const at = BLOCK - back;
        const bytes = sourceAt(fixture, at);
        const { findings } = told(chunksOf(bytes, 1 << 20), { path });
        assert.deepEqual(found(findings, at), expected, `${back} before the edge`);
      }
    });
  }

  const policy = policyOf({ settings: [], custom: [], ignored: false, allow: [], overlay: {} });
  const info = { path: TABLE.path };

  for (const name of JAPANESE) {
    const scan = (chunks: Iterable<Uint8Array>) =>
      [...scanSource({ source: textSource(chunks, name)!, info, policy })].flat();

    it(`${name}: of two chunks, found and masked`, () => {
      const bytes = encoded(TABLE.head + TABLE.body + TABLE.tail, name);
      const mask = (chunks: Iterable<Uint8Array>) => {
        const source = textSource(chunks, name)!;
        return Buffer.concat([
          ...maskSource({ source, info, policy, rules: undefined, onMasked: () => undefined }),
        ]);
      };
      const whole = scan([bytes]);
      const masked = mask([bytes]);
      assert.equal(whole.length, 4);
      for (let at = 0; at <= bytes.length; at++) {
        const parts = [bytes.subarray(0, at), bytes.subarray(at)];
        assert.deepEqual(scan(parts), whole, `cut at ${at}`);
        assert.ok(mask(parts).equals(masked), `masked, cut at ${at}`);
      }
    });

    it(`${name}: of two stretches that are decoded`, () => {
      const unit = encoded('x', name).length;
      const length = encoded(TABLE.body, name).length;
      const sourceFrom = (at: number) => {
        const size = at / unit - TABLE.head.length;
        return encoded(ASCII_HEAD + filler(TABLE, size) + TABLE.body + TABLE.tail, name);
      };
      const expected = found(scan([sourceFrom(STRETCH / 2)]), STRETCH / 2);
      assert.equal(expected.length, 4);
      for (let back = 0; back <= length; back += unit) {
        const at = STRETCH - back;
        assert.deepEqual(found(scan([sourceFrom(at)]), at), expected, `${back} before the edge`);
      }
    });
  }
});
