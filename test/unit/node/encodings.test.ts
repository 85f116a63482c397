import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { EncodingName } from '../../../src/encoding/names.ts';
import { replacementFor } from '../../../src/masking/replace.ts';
import { maskSource } from '../../../src/node/mask-source.ts';
import { scanSource } from '../../../src/node/scan-source.ts';
import { textSource } from '../../../src/node/text-source.ts';
import type { ReportedFinding } from '../../../src/policy/apply.ts';
import { policyOf, type Policy } from '../../../src/policy/policy.ts';
import { cutDown, encoded, inChunks, JAPANESE, OTHERS } from '../../support/encodings.ts';
import { madeUp } from '../../support/made-up.ts';

const info = { path: 'people.csv' };

function policyWith(overlay: Parameters<typeof policyOf>[0]['overlay']): Policy {
  return policyOf({ settings: [], custom: [], ignored: false, allow: [], overlay });
}

/** A table as people export it: long enough for several blocks, values beside kanji and kana. */
function dump(rows: number): string {
  const lines = ['番号,氏名,電話番号,メール,郵便番号,住所,旅券番号,備考'];
  for (let n = 0; n < rows; n++) {
    const { phone, email, postal, address, passport } = madeUp;
    lines.push(
      [
        n,
        '見本 太郎',
        phone(n),
        email(n),
        postal(n),
        `"${address(n)}"`,
        passport(n),
        '確認済ﾐﾎﾝ①',
      ].join(','),
    );
  }
  return `${lines.join('\r\n')}\r\n`;
}

interface Scanned {
  readonly findings: readonly ReportedFinding[];
  readonly name: EncodingName;
}

function scan(bytes: Uint8Array, size: number, policy: Policy): Scanned {
  const source = textSource(inChunks(bytes, size), policy.encoding)!;
  const findings: ReportedFinding[] = [];
  const blocks = scanSource({ source, info, policy });
  for (let next = blocks.next(); ; next = blocks.next()) {
    if (next.done) return { findings, name: next.value.encoding.name };
    findings.push(...next.value);
  }
}

function mask(bytes: Uint8Array, size: number, policy: Policy) {
  const source = textSource(inChunks(bytes, size), policy.encoding)!;
  const texts: string[] = [];
  const masked = maskSource({
    source,
    info,
    policy,
    rules: undefined,
    onMasked: () => undefined,
    onBlock: (_, edits) => texts.push(...edits.map(({ text }) => text)),
  });
  return { bytes: Buffer.concat([...masked]), texts };
}

/** What a finding says apart from its bytes. */
const inText = ({ rule, start, end, confidence, masked, field, record }: ReportedFinding) => {
  const places = [start, end].map(({ line, column, offset }) => [line, column, offset]);
  return { rule, confidence, masked, field, record, places };
};

/** Ranges that are masked: of nested findings the outermost. */
function outermost(findings: readonly ReportedFinding[]): [start: number, end: number][] {
  const ranges: [number, number][] = [];
  for (const { start, end } of findings) {
    const last = ranges.at(-1);
    if (last === undefined || start.byte >= last[1]) ranges.push([start.byte, end.byte]);
    else last[1] = Math.max(last[1], end.byte);
  }
  return ranges;
}

const label = (name: EncodingName) =>
  // Node 20 has no tables for these two.
  name === 'euc-kr' || name === 'windows-1252' ? undefined : name;

describe('the same table in all encodings', () => {
  const ROWS = 400;
  const full = dump(ROWS);
  for (const name of [...JAPANESE, ...OTHERS]) {
    const isTold = JAPANESE.includes(name as (typeof JAPANESE)[number]);
    const text = cutDown(full, name);
    const bytes = encoded(text, name);
    const policy = policyWith(isTold ? {} : { encoding: name });
    const policyUtf8 = policyWith({});

    it(`${name}: the same findings${isTold ? ', the encoding told by its bytes' : ''}`, () => {
      const { findings, name: found } = scan(bytes, 1 << 20, policy);
      const expected = scan(encoded(text, 'utf-8'), 1 << 20, policyUtf8);
      assert.equal(found, name);
      assert.ok(findings.length >= 3 * ROWS, `${findings.length} findings`);
      assert.deepEqual(findings.map(inText), expected.findings.map(inText));
      if (name === 'iso-2022-jp') return;
      for (const { start, end } of findings) {
        const value = text.slice(start.offset, end.offset);
        assert.deepEqual(
          Buffer.from(bytes.subarray(start.byte, end.byte)),
          Buffer.from(encoded(value, name)),
        );
      }
    });

    for (const strategy of ['partial', 'placeholder', 'stand-in'] as const) {
      it(`${name}: masked with ${strategy}, only the bytes of the values differ`, () => {
        const masking = policyWith({ strategy, ...(isTold ? {} : { encoding: name }) });
        const { findings } = scan(bytes, 1 << 20, masking);
        /** Another decoder reads what was meant, and there is nothing left to find. */
        const checkText = (written: Buffer) => {
          const utf8 = mask(encoded(text, 'utf-8'), 1 << 20, policyWith({ strategy })).bytes;
          const own = label(name);
          const read = own && new TextDecoder(own).decode(written);
          if (isTold) assert.ok(read === utf8.toString('utf8'), 'the text');
          assert.equal(scan(written, 1 << 20, masking).findings.length, 0);
          assert.ok(mask(written, 1 << 20, masking).bytes.equals(written), 'twice is as once');
        };
        const { bytes: masked, texts } = mask(bytes, 100_003, masking);
        const ranges = outermost(findings);
        assert.equal(texts.length, ranges.length);
        if (name === 'iso-2022-jp') return checkText(masked);
        let before = 0;
        let after = 0;
        ranges.forEach(([start, end], i) => {
          const between = bytes.subarray(before, start);
          assert.ok(masked.subarray(after, after + between.length).equals(between), `value ${i}`);
          after += between.length;
          after += encoded(texts[i]!, name).length;
          before = end;
        });
        assert.ok(masked.subarray(after).equals(bytes.subarray(before)), 'the end');

        checkText(masked);
      });
    }
  }

  for (const name of [...JAPANESE, ...OTHERS]) {
    it(`${name}: chunks of any size give the same`, () => {
      const text = cutDown(dump(12), name);
      const bytes = encoded(text, name);
      const policy = policyWith({ encoding: name });
      const whole = scan(bytes, 1 << 20, policy).findings;
      const masked = mask(bytes, 1 << 20, policy).bytes;
      for (const size of [1, 2, 3, 4, 5, 7, 61]) {
        assert.deepEqual(scan(bytes, size, policy).findings, whole);
        assert.ok(mask(bytes, size, policy).bytes.equals(masked), `chunks of ${size}`);
      }
    });
  }

  it('broken bytes stay where they are, in and beside values', () => {
    const row = (phone: string) => encoded(`見本,電話番号 ${phone}\n`, 'shift_jis');
    const noise = Uint8Array.of(0x82, 0x0a, 0xfd, 0xff, 0x0a);
    const parts = (phone: string) => Buffer.concat([row(phone), noise, row(phone), noise]);
    const phone = madeUp.phone(1);
    const policy = policyWith({ rules: ['phone-number'] });
    const expected = parts(phone.replace(/-\d{4}-/, '-****-'));
    assert.deepEqual(mask(parts(phone), 3, policy).bytes, expected);
  });

  it('a mask that the encoding has not gives way to another', () => {
    const fits = (text: string) => /^[\0-\x7f]*$/.test(text);
    const name = ['高', '橋 一郎'].join('');
    const { text, strategy } = replacementFor('person-name', name, 'partial', { fits });
    assert.equal(strategy, 'placeholder');
    assert.ok(fits(text) && text !== '');
    const own = replacementFor('社員', 'x', 'placeholder', { fits });
    assert.match(own.text, /^\*+$/);
  });
});
