import assert from 'node:assert/strict';
import { createExcerpts, DEFAULT_OPTIONS, scanBlocks } from '../../../src/engine/index.ts';
import { madeUp } from '../../support/made-up.ts';

const encode = (text: string) => new TextEncoder().encode(text);

/** What a scan of a whole source has learned. */
function learnedOf(text: string, path: string) {
  const blocks = scanBlocks([encode(text)], { path });
  let step = blocks.next();
  while (step.done !== true) step = blocks.next();
  return structuredClone(step.value);
}

function excerptsOf(text: string, path: string) {
  return createExcerpts(encode(text), { path }, DEFAULT_OPTIONS, learnedOf(text, path));
}

/** Rule, line and name of the field of what is found behind a frame. */
function found(text: string, path: string, frame: string, excerpt: string): string[] {
  const { findings } = excerptsOf(text, path).scan(encode(frame + excerpt), encode(frame).length);
  return findings.map(({ rule, start, field }) => `${rule} ${String(start.line)} ${field ?? '-'}`);
}

const TABLE = [
  'id,value',
  ...Array.from({ length: 40 }, (_, n) => `${String(n)},${madeUp.postal(n)}`),
];

describe('an excerpt', () => {
  it('of a table has its header, and what the values of its columns said', () => {
    const [header, ...rows] = TABLE;
    const one = `${rows[7]!}\n`;
    assert.deepEqual(found(TABLE.join('\n'), 'a.csv', `${header!}\n`, one), [
      'postal-code 2 value',
    ]);
    const alone = createExcerpts(encode(TABLE.join('\n')), { path: 'a.csv' }, DEFAULT_OPTIONS, {
      verdicts: new Map(),
      kinds: new Set(),
    });
    const frame = encode(`${header!}\n`);
    assert.deepEqual(alone.scan(encode(`${header!}\n${one}`), frame.length).findings, []);
  });

  it('has nothing of its frame among its findings', () => {
    const text = `phone: ${madeUp.phone(1)}\n`;
    assert.deepEqual(found(text, 'a.yaml', text, `phone: ${madeUp.phone(2)}\n`), [
      'phone-number 2 phone',
    ]);
  });

  it('begins where a value of its frame may go on', () => {
    const frame = 'customer:\n  phone:\n';
    assert.deepEqual(found(frame, 'a.yaml', frame, `    ${madeUp.phone(2)}\n`), [
      'phone-number 3 phone',
    ]);
  });

  it('tells its directives', () => {
    const text = '// leaklint-ignore-next-line\n';
    const { marks } = excerptsOf(text, 'a.ts').scan(encode(text), 0);
    assert.equal(marks.length, 1);
  });

  const frames = [
    ['a.ts', 'none'],
    ['a.csv', 'head'],
    ['a.json', 'outline'],
    ['a.yaml', 'outline'],
    ['a.html', 'markup'],
    ['a.md', 'paragraph'],
    ['a.sql', 'statement'],
    ['a.ipynb', 'whole'],
    ['.env', 'none'],
  ] as const;
  for (const [path, frame] of frames) {
    it(`of ${path} needs ${frame} before it`, () => {
      assert.equal(excerptsOf('', path).frame, frame);
    });
  }
});
