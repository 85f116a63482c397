import assert from 'node:assert/strict';
import { findingsIn, type LineRange } from '../../../src/editor/findings-in.ts';

function finding(name: string, line: number, from: number, to: number, toLine = line) {
  const offset = (l: number, c: number) => l * 1000 + c;
  return {
    name,
    start: { line, column: from, offset: offset(line, from), byte: 0 },
    end: { line: toLine, column: to, offset: offset(toLine, to), byte: 0 },
  };
}

/** Lines and columns from 1. */
const FINDINGS = [
  finding('first', 1, 5, 10),
  finding('address', 2, 1, 40),
  finding('code', 2, 3, 11),
  finding('lines', 4, 5, 3, 6),
];

function range(line: number, character: number, endLine = line, end = character): LineRange {
  return { start: { line, character }, end: { line: endLine, character: end } };
}

const cases: readonly (readonly [string, LineRange, string[]])[] = [
  ['caret at the start', range(0, 4), ['first']],
  ['caret at the end', range(0, 9), ['first']],
  ['caret one before', range(0, 3), []],
  ['caret one after', range(0, 10), []],
  ['innermost of nested ones first', range(1, 5), ['code', 'address']],
  ['outer one alone', range(1, 20), ['address']],
  ['selection of two lines', range(0, 0, 1, 0), ['first', 'address']],
  ['caret inside a finding of several lines', range(4, 0), ['lines']],
  ['everything', range(0, 0, 9, 0), ['first', 'code', 'address', 'lines']],
];

describe('findingsIn', () => {
  for (const [name, where, expected] of cases) {
    it(name, () => {
      const found = findingsIn(FINDINGS, where).map((each) => each.name);
      assert.deepEqual(found, expected);
    });
  }
});
