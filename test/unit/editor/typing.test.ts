import assert from 'node:assert/strict';
import { isBeingTyped, type Span } from '../../../src/editor/typing.ts';

/** A finding at 10–20. */
const finding = { start: { offset: 10 }, end: { offset: 20 } };

const cases: readonly (readonly [string, number[], Span[], boolean])[] = [
  ['caret at its end, last character typed', [20], [{ start: 19, end: 20 }], true],
  ['caret inside, a character deleted', [15], [{ start: 15, end: 15 }], true],
  ['caret at its start, typed before it', [10], [{ start: 9, end: 10 }], true],
  ['caret left it', [21], [{ start: 19, end: 20 }], false],
  ['caret before it', [9], [{ start: 10, end: 11 }], false],
  ['pasted', [20], [{ start: 10, end: 20 }], false],
  ['pasted with more', [30], [{ start: 0, end: 30 }], false],
  ['caret on it, typed elsewhere', [12], [{ start: 40, end: 41 }], false],
  ['nothing typed', [12], [], false],
  [
    'one of two carets',
    [3, 20],
    [
      { start: 2, end: 3 },
      { start: 19, end: 20 },
    ],
    true,
  ],
];

describe('isBeingTyped', () => {
  for (const [name, carets, inserted, expected] of cases) {
    it(name, () => assert.equal(isBeingTyped(finding, carets, inserted), expected));
  }
});
