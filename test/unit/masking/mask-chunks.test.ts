import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { DEFAULT_OPTIONS, scanText, type SourceInfo } from '../../../src/engine/index.ts';
import { maskChunks } from '../../../src/masking/edits.ts';
import { STRATEGIES, type Strategy } from '../../../src/masking/strategy.ts';
import { madeUp } from '../../support/made-up.ts';

const row = (n: number): string[] => [
  madeUp.email(n),
  madeUp.postal(n),
  madeUp.address(n),
  madeUp.phone(n),
  madeUp.passport(n),
];
const rows = Array.from({ length: 30 }, (_, n) => row(n));
const digits = (n: number) => madeUp.phone(n).slice(1).replaceAll('-', '');

/** Each has 150 values but where it says otherwise. */
const sources: Readonly<Record<string, string>> = {
  'customers.csv': [['メール', '郵便番号', '住所', '電話番号', '旅券番号'], ...rows]
    .map((cells) => cells.join(','))
    .join('\r\n'),
  'quoted.csv': [['email', 'postal code', 'address', 'phone', 'passport no'], ...rows]
    .map((cells) => cells.map((cell) => `"${cell}"`).join(','))
    .join('\n'),
  'customers.json': JSON.stringify(
    rows.map(([email, postalCode, address, phone, passportNo], n) => {
      return { email, postalCode, address, phone, mobile: Number(digits(n)), passportNo };
    }),
    undefined,
    2,
  ),
  'customers.ts': rows
    .map(([email, , address, phone]) => {
      return `add({ email: '${email!}', address: "${address!}", phone: \`${phone!}\` });`;
    })
    .join('\n'),
  'customers.log': rows
    .map(([email, , , phone], n) => `12:00:${String(10 + n)} <${email!}> tel:${phone!} ok`)
    .join('\n'),
};

const encoder = new TextEncoder();
const options = { ...DEFAULT_OPTIONS, regions: ['JP'] };

function chunksOf(bytes: Uint8Array, size: number): Uint8Array[] {
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.subarray(at, at + size));
  return chunks;
}

function mask(bytes: Uint8Array, info: SourceInfo, strategy: Strategy, size = 1 << 16): Buffer {
  const chunks = chunksOf(bytes, size);
  return Buffer.concat([
    ...maskChunks(chunks, info, options, ({ findings }) => findings, strategy),
  ]);
}

describe('maskChunks', () => {
  for (const [path, text] of Object.entries(sources)) {
    for (const strategy of STRATEGIES) {
      it(`${path} by ${strategy}: nothing is found after it, nothing else changes`, () => {
        const found = scanText(text, { path }, options);
        assert.ok(found.length >= 60, String(found.length));
        const masked = mask(encoder.encode(text), { path }, strategy);
        const result = masked.toString();
        for (const { rule, start, end } of scanText(result, { path }, options)) {
          assert.fail(`${rule}: ${result.slice(start.offset, end.offset)}`);
        }
        assert.ok(mask(masked, { path }, strategy).equals(masked), 'again');
        assert.equal(result.split('\n').length, text.split('\n').length);
        assert.equal(result.split(',').length, text.split(',').length);
        if (path.endsWith('.json')) assert.equal((JSON.parse(result) as unknown[]).length, 30);
      });
    }
  }

  it('gives the same bytes for chunks of any size', () => {
    for (const [path, text] of Object.entries(sources)) {
      const bytes = encoder.encode(text);
      const whole = mask(bytes, { path }, 'partial');
      for (const size of [1, 7, 1000]) {
        assert.ok(mask(bytes, { path }, 'partial', size).equals(whole), `${path} ${String(size)}`);
      }
    }
  });

  it('leaves a byte-order mark and broken bytes as they are', () => {
    const value = madeUp.email(1);
    const parts = (middle: string) => [
      Buffer.of(0xef, 0xbb, 0xbf, 0x61, 0xff, 0xfe, 0x20),
      Buffer.from(middle),
      Buffer.of(0x20, 0xe3, 0x81, 0x0a, 0xc0),
    ];
    const masked = mask(Buffer.concat(parts(value)), { path: 'a.txt' }, 'placeholder');
    assert.deepEqual(masked, Buffer.concat(parts('[EMAIL]')));
  });

  it('masks what the filter lets through, and tells its edits', () => {
    const bytes = encoder.encode(`${madeUp.email(1)} ${madeUp.phone(1)}`);
    const counts: number[] = [];
    const masked = maskChunks(
      [bytes],
      { path: 'a.txt' },
      options,
      ({ findings }) => findings.filter(({ rule }) => rule === 'email'),
      'placeholder',
      (edits) => counts.push(edits.length),
    );
    assert.equal(Buffer.concat([...masked]).toString(), `[EMAIL] ${madeUp.phone(1)}`);
    assert.deepEqual(counts, [1]);
  });
});
