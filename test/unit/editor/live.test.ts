import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Scanned } from '../../../src/editor/analysis.ts';
import * as core from '../../../src/editor/core.ts';
import { FindingList } from '../../../src/editor/finding-list.ts';
import { rehearse } from '../../../src/editor/live.ts';
import { customer } from '../../support/customer.ts';
import { CUSTOMER_FILES } from '../../support/customer-files.ts';
import {
  edited,
  judged,
  linesOf,
  placesOf,
  scanned,
  type Change,
  type Edited,
} from '../../support/live-document.ts';
import { madeUp } from '../../support/made-up.ts';

const PEOPLE = Array.from({ length: 12 }, (_, n) => customer(n));

const NAMES = 'kanji kana romaji sex birth email postal address phone passport issued'.split(' ');
const COLUMNS =
  'name_kanji name_kana name_romaji sex birth_date email postal_code address phone passport_no passport_issue_date'.split(
    ' ',
  );
const valuesOf = (n: number) => {
  const values = new Map(Object.entries(customer(n)));
  return NAMES.map((name) => values.get(name)!);
};
const MANY = Array.from({ length: 40 }, (_, n) => valuesOf(n));
const rows = (delimiter: string) => [COLUMNS, ...MANY].map((row) => row.join(delimiter)).join('\n');
const objects = PEOPLE.map((_, n) =>
  Object.fromEntries(valuesOf(n).map((value, i) => [COLUMNS[i]!, value])),
);

/** A file of customers in each format, one record after the other. */
const FILES: readonly (readonly [path: string, text: string])[] = [
  ['a.csv', rows(',')],
  ['a.tsv', rows('\t')],
  ['a.json', JSON.stringify(objects, null, 2)],
  ['nested.json', JSON.stringify({ data: { customers: objects } }, null, 2)],
  ['a.jsonl', objects.map((each) => JSON.stringify(each)).join('\n')],
  ...CUSTOMER_FILES.filter(([path]) =>
    /^(?:list\.yaml|fixtures\.yml|\.env|a\.ini|a\.toml|elements\.xml|values\.sql|copy\.sql|bare\.md|label\.md|logfmt\.log|java\.log|json\.log|a\.ts|a\.py|comment\.ts)$/.test(
      path,
    ),
  ).map(([path, write]) => [path, write(PEOPLE)] as const),
];

const scans = new Map<string, Promise<Scanned>>();

/** The scan of a file before it was edited: the same for all edits. */
async function opened(path: string, text: string): Promise<Edited> {
  let known = scans.get(path);
  if (known === undefined) scans.set(path, (known = scanned(path, text)));
  return { text, known: await known };
}

async function assertAsScanned(path: string, after: Edited): Promise<void> {
  const whole = await scanned(path, after.text);
  assert.deepEqual(placesOf(judged(after).findings), placesOf(whole.findings));
}

const offsetOf = (text: string, line: number) => linesOf(text).offsetOf(line);

/** One digit of a number becomes another one: nothing of the structure changes. */
function digitChange(text: string, at: number): Change | undefined {
  const from = text.slice(at).search(/(?<=\d)\d(?=\d)/) + at;
  if (from < at) return undefined;
  return { from, to: from + 1, text: String((Number(text[from]) + 1) % 10) };
}

describe('lines that were edited', () => {
  for (const [path, text] of FILES) {
    it(`are judged as in a scan of the whole document, where values change: ${path}`, async () => {
      const before = await opened(path, text);
      const cases = fc.array(fc.integer({ min: 0, max: text.length - 1 }), {
        minLength: 1,
        maxLength: 3,
      });
      await fc.assert(
        fc.asyncProperty(cases, async (places) => {
          let after = before;
          for (const place of places) {
            const change = digitChange(after.text, place);
            if (change !== undefined) after = edited(after, [change]);
          }
          await assertAsScanned(path, after);
        }),
        { numRuns: 8, seed: 20 },
      );
    });

    it(`leave all others where they belong, whatever changes: ${path}`, async () => {
      const before = await opened(path, text);
      const change = fc.record({
        at: fc.integer({ min: 0, max: text.length }),
        length: fc.integer({ min: 0, max: 400 }),
        text: fc.string({ unit: fc.constantFrom(...'a1-,"{:\n 漢😀'), maxLength: 40 }),
      });
      fc.assert(
        fc.property(change, ({ at, length, text: inserted }) => {
          const to = Math.min(text.length, at + length);
          const after = edited(before, [{ from: at, to, text: inserted }]);
          const values = (from: number, end: number, edit: Edited) =>
            edit.known.findings
              .all()
              .filter(({ start, end: stop }) => start.offset >= from && stop.offset <= end)
              .map(({ rule, start, end: stop }) => [
                rule,
                edit.text.slice(start.offset, stop.offset) ===
                  valueAt(edit.text, start.line, start.column, stop.offset - start.offset),
                stop.offset - start.offset,
              ]);
          const end = at + inserted.length;
          assert.deepEqual(values(0, at, after), values(0, at, before));
          assert.deepEqual(values(end, after.text.length, after), values(to, text.length, before));
          assert.deepEqual(
            farFrom(at, end, { ...after, known: judged(after) }),
            farFrom(at, end, after),
          );
        }),
        { numRuns: 60, seed: 21 },
      );
    });
  }
});

/** Lines around an edit in which something may be judged again. */
const REACH = 30;

/** The findings that stand far from an edit. */
function farFrom(from: number, to: number, { text, known }: Edited): string[] {
  const lineOf = (offset: number) => text.slice(0, offset).split('\n').length;
  const [first, last] = [lineOf(from) - REACH, lineOf(to) + REACH];
  return [
    ...placesOf(FindingList.of(known.findings.inLines(1, first))),
    ...placesOf(FindingList.of(known.findings.inLines(last, Infinity))),
  ];
}

/** What stands at a line and a column. */
function valueAt(text: string, line: number, column: number, length: number): string {
  const at = offsetOf(text, line) + column - 1;
  return text.slice(at, at + length);
}

/** Lines are taken out, doubled and brought in; tables keep their shape. */
const WHOLE_LINES: readonly (readonly [string, (text: string) => readonly Change[]])[] = [
  ['a line is doubled', (text) => [insertAt(text, 6, lineAt(text, 6))]],
  ['a line is taken out', (text) => [deleteLines(text, 7, 7)]],
  ['lines are taken out', (text) => [deleteLines(text, 4, 9)]],
  ['lines are taken out and brought back', (text) => undone(text, deleteLines(text, 5, 10))],
  [
    'two carets',
    (text) => [insertAt(text, 9, lineAt(text, 9)), insertAt(text, 4, lineAt(text, 4))],
  ],
  ['many lines are pasted', (text) => [insertAt(text, 3, lineAt(text, 3).repeat(120))]],
];

const lineAt = (text: string, line: number) =>
  text.slice(offsetOf(text, line), offsetOf(text, line + 1));
const insertAt = (text: string, line: number, inserted: string): Change => {
  const at = offsetOf(text, line);
  return { from: at, to: at, text: inserted };
};
const deleteLines = (text: string, first: number, last: number): Change => ({
  from: offsetOf(text, first),
  to: offsetOf(text, last + 1),
  text: '',
});
const undone = (text: string, { from, to }: Change): readonly Change[] => [
  { from, to, text: '' },
  { from, to: from, text: text.slice(from, to) },
];

describe('whole lines', () => {
  const rowsOf = (path: string) => /^(?:a\.[ct]sv|a\.jsonl|copy\.sql|logfmt\.log)$/.test(path);
  for (const [path, text] of FILES.filter(([path]) => rowsOf(path))) {
    for (const [name, changesOf] of WHOLE_LINES) {
      it(`${name}: ${path}`, async () => {
        await assertAsScanned(path, edited(await opened(path, text), changesOf(text)));
      });
      it(`${name}, with CRLF: ${path}`, async () => {
        const crlf = text.replaceAll('\n', '\r\n');
        const known = await scanned(path, crlf);
        await assertAsScanned(path, edited({ text: crlf, known }, changesOf(crlf)));
      });
    }
  }
});

const PHONE = madeUp.phone(1);
const CODE = Array.from({ length: 60 }, (_, n) => `const x${String(n)} = ${String(n)};`).join('\n');

describe('hundreds of edits at once', () => {
  it('leave what is before the first and behind the last', async () => {
    const value = (n: number) => `// tel: ${madeUp.phone(n)}\n`;
    const middle = 'let a = 1;\n'.repeat(300);
    const text = `${value(1)}${middle}${value(2)}${middle}${value(3)}`;
    const changes = [...text.matchAll(/let/g)]
      .reverse()
      .map(({ index }) => ({ from: index, to: index + 3, text: 'const' }));
    const after = edited({ text, known: await scanned('a.ts', text) }, changes);
    const whole = placesOf((await scanned('a.ts', after.text)).findings);
    assert.equal(whole.length, 3);
    assert.deepEqual(placesOf(judged(after).findings), [whole[0], whole[2]]);
  });
});

describe('directives', () => {
  const cases: readonly (readonly [string, string, readonly [line: number, text: string][]])[] = [
    [
      'one is typed before its line',
      CODE,
      [
        [20, `// tel: ${PHONE}\n`],
        [20, '// leaklint-ignore-next-line\n'],
      ],
    ],
    ['one is typed on its line', CODE, [[20, `// tel: ${PHONE} leaklint-ignore-line\n`]]],
    [
      'a value is typed between two far away',
      `// leaklint-ignore-start\n${CODE}\n// leaklint-ignore-end\n`,
      [[30, `// tel: ${PHONE}\n`]],
    ],
    [
      'a value is typed behind two',
      `// leaklint-ignore-start\n// leaklint-ignore-end\n${CODE}`,
      [[30, `// tel: ${PHONE}\n`]],
    ],
    [
      'a value is typed in a file that is ignored',
      `// leaklint-ignore-file\n${CODE}`,
      [[30, `// tel: ${PHONE}\n`]],
    ],
    [
      'letters beyond ASCII stand between two',
      `// leaklint-ignore-start\n// ${'漢字'.repeat(200)}\n${CODE}\n// leaklint-ignore-end\n// tel: ${PHONE}\n`,
      [[30, `// ${'漢字'.repeat(100)} tel: ${PHONE}\n`]],
    ],
  ];
  for (const [name, text, typed] of cases) {
    it(name, async () => {
      let after: Edited = { text, known: await scanned('a.ts', text) };
      for (const [line, inserted] of typed) {
        after = edited(after, [insertAt(after.text, line, inserted)]);
        after = { ...after, known: judged(after) };
      }
      await assertAsScanned('a.ts', after);
    });
  }
});

describe('a rehearsal', () => {
  const rehearsed = (text: string, known: Scanned) => {
    let judgements = 0;
    const applyPolicy: typeof core.applyPolicy = (...args) => {
      judgements++;
      return core.applyPolicy(...args);
    };
    rehearse({ ...core, applyPolicy }, known, linesOf(text));
    return judgements;
  };

  for (const [path, text] of [...FILES, ['empty.ts', ''] as const]) {
    it(`judges once and leaves what is known: ${path}`, async () => {
      const { known } = await opened(path, text);
      const before = placesOf(known.findings);
      assert.equal(rehearsed(text, known), 1);
      assert.deepEqual(placesOf(known.findings), before);
      assert.deepEqual(known.live?.dirty, []);
    });
  }

  it('is left out where edited lines are not judged', async () => {
    const known = await scanned('a.ts', CODE);
    assert.equal(rehearsed(CODE, { ...known, live: undefined }), 0);
  });
});

describe('until the scan of the whole document comes', () => {
  const differs = async (path: string, text: string, change: Change) => {
    const after = edited({ text, known: await scanned(path, text) }, [change]);
    const whole = placesOf((await scanned(path, after.text)).findings);
    assert.notDeepEqual(placesOf(judged(after).findings), whole);
  };

  it('a header that changes is not heard of in rows far away', async () => {
    const text = [
      'id,x9',
      ...PEOPLE.map(({ postal }, n) => `${String(n)},${postal.slice(0, 3)}-0000`),
    ].join('\n');
    await differs('a.csv', text, { from: 3, to: 5, text: 'postal_code' });
  });

  it('a region of directives that opens silences nothing far away', async () => {
    const text = `${CODE}\n// tel: ${PHONE}\n`;
    await differs('a.ts', text, insertAt(text, 2, '// leaklint-ignore-start\n'));
  });

  it('nothing is found in a line too long to be judged at once', async () => {
    const text = `const a = '${'x '.repeat(40_000)}';\n`;
    await differs('a.ts', text, insertAt(text, 1, `/* tel: ${PHONE} */ `));
  });

  it('nothing is found in a statement that does not name its columns', async () => {
    const text = `INSERT INTO t VALUES\n(1, '');\n`;
    const at = text.indexOf("''") + 1;
    await differs('a.sql', text, { from: at, to: at, text: madeUp.email(2) });
  });
});
