import assert from 'node:assert/strict';
import {
  countLines,
  dirtyAfter,
  takeDirty,
  type DirtyLines,
} from '../../../src/editor/dirty-lines.ts';
import { lineEnds, movedBy, shiftOf, type TextEdit } from '../../../src/editor/text-edit.ts';

/** An edit from and to line:character (from 0). */
function edit(from: string, to: string, text: string, rangeLength = 0): TextEdit {
  const [start, end] = [from, to].map((place) => {
    const [line, character] = place.split(':').map(Number);
    return { line: line!, character: character! };
  });
  return { range: { start: start!, end: end! }, rangeLength, text };
}

/** A stretch on line 5 (from 1), columns 11 to 15. */
const STRETCH = {
  start: { offset: 110, byte: 110, line: 5, column: 11 },
  end: { offset: 114, byte: 114, line: 5, column: 15 },
};

describe('an edit', () => {
  const cases: readonly (readonly [string, TextEdit, string | undefined])[] = [
    ['behind it leaves it', edit('4:14', '4:14', 'x'), '5:11@110'],
    ['on a line behind leaves it', edit('5:0', '7:3', 'x', 40), '5:11@110'],
    ['before it on its line moves it', edit('4:10', '4:10', 'xy'), '5:13@112'],
    ['that is longer than what it replaces moves it', edit('4:2', '4:4', 'abc', 2), '5:12@111'],
    [
      'of a line end before it on its line moves it up to that',
      edit('4:10', '4:10', 'x\ny'),
      '6:2@113',
    ],
    ['of CRLF is one line', edit('4:10', '4:10', 'x\r\ny'), '6:2@114'],
    ['that joins lines moves it', edit('3:7', '4:0', '', 1), '4:18@109'],
    ['of lines before moves it', edit('1:0', '3:0', 'x\n', 30), '4:11@82'],
    ['in it ends it', edit('4:12', '4:12', 'x'), undefined],
    ['over its start ends it', edit('4:8', '4:11', '', 3), undefined],
    ['over its end ends it', edit('4:13', '4:16', '', 3), undefined],
    ['over all of it ends it', edit('2:0', '6:0', '', 80), undefined],
  ];
  for (const [name, change, expected] of cases) {
    it(name, () => {
      const moved = movedBy(STRETCH, change);
      const { line, column, offset } = moved?.start ?? {};
      const place = moved && `${String(line)}:${String(column)}@${String(offset)}`;
      assert.equal(place, expected);
      if (moved) assert.equal(moved.end.column - moved.start.column, 4);
    });
  }

  it('tells lines and units', () => {
    assert.deepEqual(shiftOf(edit('1:0', '3:0', 'a\nb\rc\r\nd', 10)), { lines: 1, units: -2 });
    assert.equal(lineEnds('\n\n\r\n\r'), 4);
  });
});

describe('dirty lines', () => {
  const spans = (dirty: DirtyLines) =>
    dirty.map(({ first, last }) => `${String(first)}-${String(last)}`);
  const cases: readonly (readonly [string, readonly TextEdit[], string[]])[] = [
    ['one key', [edit('4:1', '4:1', 'x')], ['5-5']],
    ['one key after the other', [edit('4:1', '4:1', 'x'), edit('4:2', '4:2', 'x')], ['5-5']],
    ['a line end', [edit('4:1', '4:1', '\n')], ['5-6']],
    [
      'two carets, the last first',
      [edit('9:0', '9:0', 'a\n'), edit('4:0', '4:0', 'a\n')],
      ['5-6', '11-12'],
    ],
    ['a cut behind', [edit('4:1', '4:1', 'x'), edit('7:0', '9:0', '', 9)], ['5-5', '8-8']],
    ['a cut before', [edit('8:1', '8:1', 'x'), edit('2:0', '4:0', '', 9)], ['3-3', '7-7']],
    ['a cut over all', [edit('8:1', '8:1', 'x'), edit('2:0', '9:0', '', 9)], ['3-3']],
    ['a paste', [edit('0:0', '0:0', 'a\n'.repeat(100))], ['1-101']],
  ];
  for (const [name, edits, expected] of cases) {
    it(name, () => {
      assert.deepEqual(spans(edits.reduce<DirtyLines>(dirtyAfter, [])), expected);
    });
  }

  it('are taken a few at a time', () => {
    const [taken, rest] = takeDirty(
      [
        { first: 1, last: 20 },
        { first: 30, last: 30 },
      ],
      8,
    );
    assert.deepEqual(
      [taken, ...rest].map((span) => spans([span])[0]),
      ['1-8', '9-20', '30-30'],
    );
    assert.equal(countLines(rest), 13);
  });
});
