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

const scan = (bytes: Uint8Array, size: number, policy: Policy) =>
  scanParts(inChunks(bytes, size), policy);

function scanParts(parts: Iterable<Uint8Array>, policy: Policy): Scanned {
  const source = textSource(parts, policy.encoding)!;
  const findings: ReportedFinding[] = [];
  const blocks = scanSource({ source, info, policy });
  for (let next = blocks.next(); ; next = blocks.next()) {
    if (next.done) return { findings, name: next.value.encoding.name };
    findings.push(...next.value);
  }
}

const mask = (bytes: Uint8Array, size: number, policy: Policy) =>
  maskParts(inChunks(bytes, size), policy);

function maskParts(parts: Iterable<Uint8Array>, policy: Policy) {
  const source = textSource(parts, policy.encoding)!;
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

/** The characters of ISO-2022-JP, each with the escape sequence in force: which may be said twice. */
function charactersOf(bytes: Buffer): readonly string[] {
  const characters: string[] = [];
  let state = '(B';
  for (const [, escape, rest] of bytes.toString('latin1').matchAll(/(?:\x1b([$(].))?([^\x1b]*)/g)) {
    state = escape ?? state;
    const parts = rest!.match(state.startsWith('$') ? /[\s\S]{1,2}/g : /[\s\S]/g) ?? [];
    for (const part of parts) characters.push(`${state} ${part}`);
  }
  assert.equal(state, '(B');
  return characters;
}

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

  const masking = (strategy: Policy['strategy'], rules: readonly string[] | undefined) => {
    const text = dump(40);
    const policy = policyWith({ strategy, ...(rules && { rules }) });
    const read = mask(encoded(text, 'utf-8'), 61, policy).bytes.toString('utf8');
    assert.notEqual(read, text);
    const { bytes } = mask(encoded(text, 'iso-2022-jp'), 61, policy);
    return { bytes, expected: Buffer.from(encoded(read, 'iso-2022-jp')) };
  };
  for (const strategy of ['partial', 'placeholder', 'stand-in'] as const) {
    it(`iso-2022-jp by ${strategy}: values of ASCII between kanji, byte by byte`, () => {
      const { bytes, expected } = masking(strategy, ['phone-number', 'email']);
      assert.ok(bytes.equals(expected));
    });

    it(`iso-2022-jp by ${strategy}: all values, character by character`, () => {
      const { bytes, expected } = masking(strategy, undefined);
      assert.deepEqual(charactersOf(bytes), charactersOf(expected));
    });
  }

  for (const name of [...JAPANESE, ...OTHERS]) {
    it(`${name}: an edge of two chunks at every byte, nothing lost or doubled`, () => {
      const bytes = encoded(cutDown(dump(1), name), name);
      const policy = policyWith({ encoding: name });
      const whole = scan(bytes, bytes.length, policy).findings;
      const masked = mask(bytes, bytes.length, policy).bytes;
      assert.ok(whole.length >= 3);
      for (let edge = 1; edge < bytes.length; edge++) {
        const parts = () => [bytes.slice(0, edge), bytes.slice(edge)];
        assert.deepEqual(scanParts(parts(), policy).findings, whole, `edge at ${edge}`);
        assert.ok(maskParts(parts(), policy).bytes.equals(masked), `edge at ${edge}`);
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
