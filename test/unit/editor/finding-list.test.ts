import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { FindingList } from '../../../src/editor/finding-list.ts';
import { movedLines, type Shift } from '../../../src/editor/text-edit.ts';
import type { ReportedFinding } from '../../../src/policy/apply.ts';
import { foldFindings } from '../../support/fold-findings.ts';
import { createTold } from '../../support/told-findings.ts';

const RULES = ['email', 'phone-number', 'sex'];
const FIELDS = ['a', 'b', undefined];

function finding(line: number, n: number): ReportedFinding {
  const start = { offset: line * 100 + n, byte: line * 100 + n, line, column: n + 1 };
  const field = FIELDS[(line + n) % 3];
  return {
    rule: RULES[n % 3]!,
    start,
    end: { ...start, offset: start.offset + 1, byte: start.byte + 1, column: n + 2 },
    confidence: 'likely',
    evidence: [],
    masked: '*',
    severity: 'warning',
    ...(field !== undefined && { field, record: line }),
  };
}

/** So many findings on each of the lines. */
const findingsOn = (lines: number, each: number) =>
  Array.from({ length: lines * each }, (_, i) => finding(1 + Math.floor(i / each), i % each));

/** What `withLines` does, one finding after the other. */
function plainWithLines(
  all: readonly ReportedFinding[],
  first: number,
  last: number,
  others: readonly ReportedFinding[],
  by: Shift,
): ReportedFinding[] {
  return [
    ...all.filter(({ start }) => start.line < first),
    ...others,
    ...all
      .filter(({ start }) => start.line > last)
      .map((each) => ({
        ...each,
        start: movedLines(each.start, by),
        end: movedLines(each.end, by),
      })),
  ];
}

const edits = fc.array(
  fc.record({
    first: fc.integer({ min: 1, max: 700 }),
    lines: fc.integer({ min: 0, max: 40 }),
    others: fc.integer({ min: 0, max: 3 }),
    by: fc.record({
      lines: fc.integer({ min: 0, max: 9 }),
      units: fc.integer({ min: 0, max: 99 }),
    }),
  }),
  { minLength: 1, maxLength: 12 },
);

describe('a list of findings', () => {
  it('is as if every finding were moved and replaced one by one', () => {
    const before = findingsOn(600, 5);
    const list = FindingList.of(before);
    fc.assert(
      fc.property(edits, (changes) => {
        let now = list;
        let plain: ReportedFinding[] = before;
        for (const { first, lines, others, by } of changes) {
          const last = first + lines;
          const more = findingsOn(1, others).map((each) => {
            const start = { ...each.start, line: first };
            return { ...each, start, end: { ...each.end, line: first } };
          });
          now = now.withLines(first, last, more, by);
          plain = plainWithLines(plain, first, last, more, by);
          assert.deepEqual(
            now.inLines(first, last),
            plain.filter(({ start }) => start.line >= first && start.line <= last),
          );
        }
        assert.deepEqual(now.all(), plain);
        assert.equal(now.length, plain.length);
        assert.deepEqual(now.folded(), foldFindings(plain));
        assert.deepEqual(now.countOf('sex', 'a'), {
          kind: plain.filter(({ rule }) => rule === 'sex').length,
          column: plain.filter(({ rule, field }) => rule === 'sex' && field === 'a').length,
        });
      }),
      { numRuns: 60, seed: 3 },
    );
    assert.deepEqual(list.all(), before);
  });

  it('tells the next and the previous of a place, all around', () => {
    const list = FindingList.of(findingsOn(40, 3)).withLines(11, 12, [], { lines: 2, units: 9 });
    const all = list.all();
    const places = fc.tuple(fc.integer({ min: 0, max: 44 }), fc.integer({ min: 0, max: 5 }));
    fc.assert(
      fc.property(places, ([line, column]) => {
        const isBefore = ({ start }: ReportedFinding) =>
          start.line < line || (start.line === line && start.column < column);
        const isAfter = ({ start }: ReportedFinding) =>
          start.line > line || (start.line === line && start.column > column);
        assert.deepEqual(list.next(line, column), all.find(isAfter) ?? all[0]);
        assert.deepEqual(list.previous(line, column), all.findLast(isBefore) ?? all.at(-1));
      }),
      { numRuns: 300, seed: 7 },
    );
    assert.equal(FindingList.EMPTY.next(1, 1), undefined);
    assert.equal(FindingList.EMPTY.previous(1, 1), undefined);
  });

  it('is the same when it comes in parts', () => {
    const all = findingsOn(3000, 5);
    const told = createTold();
    let list = FindingList.of([]);
    for (let at = 0; at < all.length; at += 700) {
      list = list.withMore(told(all.slice(at, at + 700)));
    }
    assert.deepEqual(list.all(), all);
  });

  it('gives what may touch a line: what begins on lines before it, too', () => {
    const list = FindingList.of(findingsOn(20, 1));
    assert.deepEqual(
      list.near(10, 11).map(({ start }) => start.line),
      [2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
    );
  });
});
