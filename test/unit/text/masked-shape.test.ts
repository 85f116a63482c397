import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import fc from 'fast-check';
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

  it('of a shape is the shape', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const shape = maskedShape(value);
        assert.equal(maskedShape(shape), shape);
      }),
    );
  });
});
