import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import fc from 'fast-check';
import {
  AT,
  CODE,
  createCandidates,
  DIGITS,
  LABEL,
  LISTED,
  LITERAL,
  NUMBERED,
  ZIP,
} from '../../../../src/engine/kernel/candidates.ts';
import { createKernel, type Collector } from '../../../../src/engine/kernel/kernel.ts';
import { compileLabelEndings } from '../../../../src/engine/kernel/labels.ts';
import { compileParts } from '../../../../src/engine/kernel/parts.ts';
import { createPlainKernel } from '../../../../src/engine/kernel/scanner.ts';
import { createSimdKernel } from '../../../../src/engine/kernel/simd.ts';
import { wide } from '../../../support/wide.ts';

const LITERALS = ['passport', '旅券', 'Útlevél'];
const parts = compileParts(LITERALS, compileLabelEndings(['tel', '電話', 'email']), {
  numbered: { words: ['street', 'rue', 'ул'], endings: ['straße', 'gatan'], next: ['路'] },
  listed: () => ['Ruritania', 'New Ruritania', '某国'],
});
const kernels = { plain: createPlainKernel(parts), SIMD: createSimdKernel(parts) };
const KINDS = ['at', 'digits', 'zip', 'label', 'numbered', 'listed', 'code', ...LITERALS];

type Row = readonly [kind: number, start: number, end: number];

type Collect = (bytes: Uint8Array, from?: number, to?: number) => Row[];

function rowsOf(kernel: Collector, bytes: Uint8Array, from: number, to: number): Row[] {
  const candidates = createCandidates();
  kernel.collect(bytes, from, to, candidates);
  return Array.from({ length: candidates.length }, (_, i) => {
    const [kind = -1, start = -1, end = -1] = candidates.rows.subarray(i * 3, i * 3 + 3);
    return [kind, start, end];
  });
}

/** Candidates as `kind text`. */
function candidatesOf(text: string, collect: Collect): string[] {
  const bytes = new TextEncoder().encode(text);
  return collect(bytes).map(
    ([kind, start, end]) =>
      `${KINDS[kind] ?? '?'} ${new TextDecoder().decode(bytes.subarray(start, end))}`,
  );
}

// Joined, so that this file holds no number.
const DOCUMENT = ['RSSMRA85', 'T10A562S'].join('');
const SHORT_DOCUMENT = ['010594', 'Y9032'].join('');

const cases: readonly (readonly [string, readonly string[]])[] = [
  ['', []],
  ['nothing here', []],
  ['a@b', ['at @']],
  ['a＠b', ['at ＠']],
  ['a%40b', ['at %40']],
  ['a&#64;b a&#X40;b a&commat;b', ['at &#64;', 'at &#X40;', 'at &commat;']],
  // Words of capitals and digits without seven digits in a row.
  [DOCUMENT, [`code ${DOCUMENT}`]],
  ['x=1EG4TE5MK73;', ['code 1EG4TE5MK73']],
  [`と${SHORT_DOCUMENT}です`, [`code ${SHORT_DOCUMENT}`]],
  ['A1B2C3D', []],
  ['ABCDEF12', []],
  [`${DOCUMENT}ABC`, []],
  [`a${DOCUMENT}`, []],
  [`${DOCUMENT}a`, []],
  [`${DOCUMENT}_`, []],
  [`_${DOCUMENT}`, []],
  ['123456', []],
  // Numbers near words of streets.
  ['1 Any Street', ['numbered 1']],
  ['1 of three words on a street', ['numbered 1']],
  ['1 and more than six words to a street', []],
  ['1\nStreet', []],
  ['1street', []],
  ['street1', []],
  ['Street 1', ['numbered 1']],
  ['rue du Nord, 1', ['numbered 1']],
  ['rue (1)', []],
  ['Nordstraße 1 a', ['numbered 1']],
  ['NORDGATAN 1', ['numbered 1']],
  ['ул. Имя, 1', ['numbered 1']],
  ['某路1号', ['numbered 1']],
  ['某路 1号', ['numbered 1']],
  ['某路 某,1', []],
  ['1, 某路', []],
  // Names in lists.
  ['Ruritania', ['listed Ruritania']],
  ['a, Ruritania', ['listed Ruritania']],
  ['a, New Ruritania.', ['listed New Ruritania']],
  ['a, Ruritanian', []],
  ['a, ruritania', []],
  ['in Ruritania', []],
  ['a\n * Ruritania', ['listed Ruritania']],
  ['a\n某国 b', ['listed 某国']],
  // Runs of seven digits or more, one separator between two of them.
  ['000000', []],
  ['0000000', ['digits 0000000']],
  ['x0000000x', ['digits 0000000']],
  ['000-0000', ['digits 000-0000']],
  ['-000-0000-', ['digits 000-0000']],
  ['000--0000', []],
  ['0-0.0/0 0(0)0', ['digits 0-0.0/0 0(0)0']],
  ['(00) 0000-0000', ['digits 00) 0000-0000']],
  ['+00-(0)00 0000', ['digits 00-(0)00 0000']],
  ['000 - 0000', []],
  ['000,0000', []],
  ['000\n0000', []],
  ['000\t0000', []],
  [wide('000-0000'), [`digits ${wide('000-0000')}`]],
  ['０００ー００００', ['digits ０００ー００００']],
  ['０００ｰ００００', ['digits ０００ｰ００００']],
  ['000‐0000', ['digits 000‐0000']],
  ['000–0000', ['digits 000–0000']],
  ['000−0000', ['digits 000−0000']],
  ['000　0000', ['digits 000　0000']],
  ['000\u00a00000', ['digits 000\u00a00000']],
  ['（００）００００ー００００', ['digits ００）００００ー００００']],
  ['0000000 0000000', ['digits 0000000 0000000']],
  ['0000000  0000000', ['digits 0000000', 'digits 0000000']],
  ['0'.repeat(65), [`digits ${'0'.repeat(64)}`]],
  ['0'.repeat(71), [`digits ${'0'.repeat(64)}`, `digits ${'0'.repeat(7)}`]],
  // Ends of western addresses.
  ['NY 00000', ['zip NY 00000']],
  ['NY, 00000', ['zip NY, 00000']],
  ['NY 00000-0000', ['digits 00000-0000', 'zip NY 00000-0000']],
  ['ANY 00000', []],
  ['Ny 00000', []],
  ['00000 Berlin', ['zip 00000']],
  ['00000 Ürzig', ['zip 00000']],
  ['x00000 Berlin', []],
  ['00000 berlin', []],
  ['000000 Berlin', []],
  ['SW1A 1AA', ['zip 1AA']],
  ['SW1A1AA', ['zip 1AA']],
  ['SW1A 1AAA', []],
  ['Sw 1AA', []],
  // Literals.
  ['passport PASSPORT PassPort', ['passport passport', 'passport PASSPORT', 'passport PassPort']],
  ['passports', ['passport passport']],
  ['passpor', []],
  ['旅券', ['旅券 旅券']],
  ['ÚTLEVÉL Útlevél', ['Útlevél Útlevél']],
  // Labels: the separator behind a name.
  ['tel: x', ['label :']],
  ['TEL = x', ['label =']],
  ['"tel"=>x', ['label =']],
  ['tel1: tel_2=', ['label :', 'label =']],
  ['setTel("x")', ['label (']],
  ['<tel>', ['label >']],
  ['電話：x 電話＝x', ['label ：', 'label ＝']],
  ['name: x', []],
  [': x', []],
  ['el: x', []],
  ['hotel: x', []],
  ['custTel: x', ['label :']],
  ['CUSTTel: x', ['label :']],
  ['cust1Tel: x', ['label :']],
  ['CUSTTEL: x', []],
  ['tél: x', []],
  ['あtel: x', ['label :']],
  ['お電話: x', ['label :']],
  // At-signs: one alone, behind what may be a name.
  ['@b', []],
  ['a @b', []],
  ['a@@b', []],
  ['* @b', []],
  ["'@b/c'", []],
  ['"a"@b', ['at @']],
];

for (const [name, kernel] of Object.entries(kernels)) {
  const collect: Collect = (bytes, from = 0, to = bytes.length) => rowsOf(kernel!, bytes, from, to);

  describe(`the ${name} kernel`, () => {
    for (const [text, candidates] of cases) {
      it(JSON.stringify(text), () => {
        assert.deepEqual(candidatesOf(text, collect), candidates);
      });
    }

    it('the same candidates however the bytes are split', () => {
      const text = cases.map(([each]) => each).join('\n');
      const bytes = new TextEncoder().encode(text);
      const whole = collect(bytes);
      for (let at = 0; at <= bytes.length; at++) {
        assert.deepEqual([...collect(bytes, 0, at), ...collect(bytes, at)], whole, String(at));
      }
    });

    it('any bytes, split anywhere', () => {
      const piece = fc.constantFrom(
        ...['0', '00', '1A', 'A', 'AA ', ' ', '-', 'ー', '（', '）', '@', '＠', '%40', 'tel', ':'],
        ...['passport', '旅', '券', '電話', '：', '\n', '\u{1F600}', wide('0'), '00000 B'],
      );
      const broken = fc.uint8Array({ maxLength: 4 });
      const bytes = fc
        .array(
          fc.oneof(
            piece.map((text) => new TextEncoder().encode(text)),
            broken,
          ),
        )
        .map((parts) => Uint8Array.from(parts.flatMap((part) => [...part])));
      fc.assert(
        fc.property(bytes, fc.nat(), (all, cut) => {
          const at = all.length === 0 ? 0 : cut % all.length;
          assert.deepEqual([...collect(all, 0, at), ...collect(all, at)], collect(all));
        }),
        { numRuns: 2000 },
      );
    });
  });
}

describe('kernels', () => {
  it('have one kind a list', () => {
    const kinds = [AT, DIGITS, ZIP, LABEL, NUMBERED, LISTED, CODE, LITERAL];
    assert.deepEqual(kinds, [0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it('refuse literals of less than three bytes', () => {
    assert.throws(() => createKernel(['ab'], compileLabelEndings([])), /literal 0/);
  });
});
