import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import fc from 'fast-check';
import { createCellShapes } from '../../../src/engine/text/cell-shape.ts';
import { maskedShape } from '../../../src/engine/text/masked-shape.ts';

const cases: readonly (readonly [string, string])[] = [
  ['user@example.jp', '****@****.**'],
  ['090-0000-0000', '***-****-****'],
  ['０９０－００００－００００', '***－****－****'],
  ['TK0000000', '****'],
  ['〒000-0000', '〒***-****'],
  ['東京都新宿区0-0', '****-*'],
  ['(03) 0000-0000', '(**) ****-****'],
  ['+81 90 0000 0000', '+** ** **** ****'],
  ['P<UTOSPECIMEN<<ANNA<<<<<<<\nL00000000<', '*<****<<****<<<< ****<'],
  ['e\u0301\u{1F600}ⓐ⒜①', '****'],
  ['', ''],
];

describe('maskedShape', () => {
  for (const [value, shape] of cases) {
    it(JSON.stringify(value), () => {
      assert.equal(maskedShape(value), shape);
    });
  }

  it('keeps no letter, digit or line end of any script', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        assert.doesNotMatch(
          maskedShape(value).replace(/[〒〠]/gu, ''),
          /[\p{L}\p{N}\p{M}\p{So}\p{C}\u2028\u2029]/u,
        );
      }),
    );
  });

  it('is told of bytes as of their text', () => {
    const shapeOf = createCellShapes();
    const assertAlike = (value: string) => {
      const bytes = new TextEncoder().encode(value);
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
      assert.equal(shapeOf(bytes, 0, bytes.length), maskedShape(text));
      assert.equal(shapeOf(bytes, 0, bytes.length), maskedShape(text));
    };
    for (let code = 0; code < 0x10000; code++) assertAlike(String.fromCharCode(code));
    const units = [
      'a',
      '0',
      ' ',
      '-',
      '@',
      '\u3000',
      'ア',
      'ん',
      '・',
      '々',
      '〒',
      '東',
      '０',
      '－',
      '−',
    ];
    const unit = fc.oneof(fc.constantFrom(...units), fc.string({ unit: 'binary', maxLength: 1 }));
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 600 }), (parts) => assertAlike(parts.join(''))),
    );
  });

  it('of a shape is the shape', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const shape = maskedShape(value);
        assert.equal(maskedShape(shape), shape);
      }),
    );
  });
});
