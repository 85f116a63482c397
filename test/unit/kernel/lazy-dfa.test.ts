import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import fc from 'fast-check';
import { compilePatterns } from '../../../src/engine/kernel/lazy-dfa.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The texts that each pattern matches, as `index:text`. */
function matches(patterns: readonly string[], text: string): string[] {
  const { automaton, problems } = compilePatterns(
    patterns.map((pattern, index) => ({ id: String(index), pattern })),
  );
  assert.deepEqual(problems, []);
  const bytes = encoder.encode(text);
  const found: string[] = [];
  automaton.findAll(bytes, 0, bytes.length, (pattern, start, end) => {
    found.push(`${String(pattern)}:${decoder.decode(bytes.subarray(start, end))}`);
  });
  return found;
}

const finds: readonly (readonly [string, string, readonly string[]])[] = [
  ['EMP-\\d{6}', 'id=EMP-123456, EMP-12345', ['EMP-123456']],
  ['a|ab', 'ab', ['ab']],
  ['abcd|bc', 'xabcd', ['abcd']],
  ['a+', 'aaa b aa', ['aaa', 'aa']],
  ['a*b|a', 'aaaa', ['a', 'a', 'a', 'a']],
  ['社員[0-9０-９]{4}', '社員１２３4と社員99', ['社員１２３4']],
  ['[ぁ-ん]+', 'これはペンです', ['これは', 'です']],
  ['[^a-z,]+', 'ab東京,ü9', ['東京', 'ü9']],
  ['\\u{1F600}|\\u3042|\\x41', 'A\u3042\u{1F600}', ['A', '\u3042', '\u{1F600}']],
  ['^id$', 'id\r\nidx\nid', ['id', 'id']],
  ['\\bcat\\b', 'cat concat cats cat', ['cat', 'cat']],
  ['\\Bcat', 'cat concat', ['cat']],
  ['x(?:\\b-\\b)y', 'x-y', ['x-y']],
  ['(?<year>\\d{4})-\\d{2}', '2026-11', ['2026-11']],
  ['\\d{2,3}', '1 12 123 1234', ['12', '123', '123']],
  ['\\d{2,}', '1 12 12345', ['12', '12345']],
  ['a.c', 'abc a\nc a東c', ['abc', 'a東c']],
  ['[\\]\\-^]+', 'a]-^', [']-^']],
  ['a{0}b', 'ab', ['b']],
  ['(?:|x)y', 'y xy', ['y', 'xy']],
  ['(a?){3}b', 'aaab b', ['aaab', 'b']],
];

const refused: readonly (readonly [string, string])[] = [
  ['(?=a)', 'Look-around'],
  ['(?<!a)b', 'Look-around'],
  ['(a)\\1', 'Back-references'],
  ['(?<n>a)\\k<n>', 'Back-references'],
  ['a*?', 'Lazy'],
  ['\\p{L}', 'properties'],
  ['(?i:a)', 'Flags'],
  ['\\q', 'escape'],
  ['\\u{110000}', 'escape'],
  ['a\\', 'backslash'],
  ['[a', 'not closed'],
  ['[^\\d\\D]', 'no character'],
  ['[z-a]', 'backwards'],
  ['(a', 'not closed'],
  ['a)', 'closes nothing'],
  ['*a', 'nothing to repeat'],
  ['a**', 'nothing to repeat'],
  ['^*', 'nothing to repeat'],
  ['a{3,2}', 'repetition'],
  ['a{x}', 'repetition'],
  ['', 'empty text'],
  ['(?:\\b)?', 'empty text'],
  ['a{3000}', 'too large'],
  ['(?:[a-z]{50}){50}', 'too large'],
  ['((((){1000}){1000}){1000}){1000}', 'empty text'],
  ['('.repeat(60) + 'a' + ')'.repeat(60), 'nested'],
  ['a'.repeat(1001), 'longer'],
];

describe('lazy DFA', () => {
  for (const [pattern, text, expected] of finds) {
    it(`${pattern} in ${JSON.stringify(text)}`, () => {
      assert.deepEqual(
        matches([pattern], text),
        expected.map((match) => `0:${match}`),
      );
    });
  }

  it('runs all patterns in one pass, overlaps between patterns included', () => {
    assert.deepEqual(matches(['ab+', 'b+c', '\\d+'], 'abbc12'), ['0:abb', '1:bbc', '2:12']);
  });

  it('finds what begins in the given bytes, and looks at their neighbours', () => {
    const { automaton } = compilePatterns([{ id: 'a', pattern: '\\bab+\\b' }]);
    const found: (readonly number[])[] = [];
    const bytes = encoder.encode('xab abb abx ab');
    for (const [from, to] of [
      [1, 5],
      [5, 14],
      [12, 13],
    ] as const) {
      automaton.findAll(bytes, from, to, (_, start, end) => found.push([start, end]));
    }
    assert.deepEqual(found, [
      [4, 7],
      [12, 14],
      [12, 14],
    ]);
  });

  it('finds the same in windows that follow each other as in one', () => {
    const { automaton } = compilePatterns([{ id: 'a', pattern: 'a+b|[ab]+c|\\d{2}' }]);
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'ab1c '), maxLength: 30 }),
        fc.integer({ min: 1, max: 9 }),
        (text, width) => {
          const bytes = encoder.encode(text);
          const whole: string[] = [];
          automaton.findAll(bytes, 0, bytes.length, (_, ...match) => whole.push(match.join()));
          const parts: string[] = [];
          for (let from = 0, to = 0; from < bytes.length; from = to) {
            to = Math.min(bytes.length, from + width);
            automaton.findAll(bytes, from, to, (_, ...match) => {
              parts.push(match.join());
              to = Math.max(to, match[1]);
            });
          }
          assert.deepEqual(parts, whole);
        },
      ),
    );
  });

  it('survives broken UTF-8', () => {
    const { automaton } = compilePatterns([{ id: 'a', pattern: '[あ-ん]+x|\\d{3}' }]);
    const found: number[] = [];
    automaton.findAll(Uint8Array.of(0xe3, 0x81, 0x31, 0x32, 0x33, 0xff), 0, 6, (_, start, end) =>
      found.push(start, end),
    );
    assert.deepEqual(found, [2, 5]);
  });
});

describe('lazy DFA refuses', () => {
  for (const [pattern, reason] of refused) {
    it(pattern.slice(0, 40) || 'the empty pattern', () => {
      const { problems } = compilePatterns([{ id: 'employee-id', pattern }]);
      assert.equal(problems.length, 1);
      const [{ id, message, start, end }] = problems as [(typeof problems)[0]];
      assert.equal(id, 'employee-id');
      assert.match(message.en, new RegExp(reason, 'i'));
      assert.match(message.ja, /[ぁ-ん]/);
      assert.ok(start >= 0 && start <= end && end <= Math.max(pattern.length, 1));
    });
  }

  it('or takes any text, with a place inside it', () => {
    const signs = fc.constantFrom(...'ab1あ()[]{}?*+|^$\\.-,dwsbBxu:<>=!0');
    fc.assert(
      fc.property(fc.string({ unit: signs, maxLength: 20 }), (pattern) => {
        for (const { start, end } of compilePatterns([{ id: 'any', pattern }]).problems) {
          assert.ok(start >= 0 && end >= start && end <= Math.max(1, pattern.length));
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('what is too large together, and runs the rest', () => {
    const large = Array.from({ length: 5 }, (_, id) => ({ id: String(id), pattern: 'a{1900}' }));
    const { automaton, problems } = compilePatterns([...large, { id: 'small', pattern: 'b' }]);
    assert.deepEqual(
      problems.map(({ id }) => id),
      ['3', '4'],
    );
    const found: number[] = [];
    automaton.findAll(encoder.encode('b'), 0, 1, (pattern) => found.push(pattern));
    assert.deepEqual(found, [5]);
  });
});

/** Random patterns of the regular syntax over a small alphabet. */
const patternArbitrary = fc.letrec<{ node: string; atom: string }>((tie) => ({
  atom: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom('a', 'b', 'あ', '[ab]', '[^a]', '.', '\\d', '\\W', '\\s', '[い-う]'),
    fc.constantFrom('^', '$', '\\b', '\\B'),
    tie('node').map((node) => `(?:${node})`),
  ),
  node: fc.oneof(
    { maxDepth: 3 },
    tie('atom'),
    fc.tuple(tie('node'), tie('node')).map(([a, b]) => a + b),
    fc.tuple(tie('node'), tie('node')).map(([a, b]) => `${a}|${b}`),
    fc
      .tuple(tie('node'), fc.constantFrom('*', '+', '?', '{2}', '{1,3}', '{2,}', '{0,2}'))
      .map(([a, quantifier]) => `(?:${a})${quantifier}`),
  ),
})).node;

const textArbitrary = fc.string({
  unit: fc.constantFrom('a', 'b', 'あ', 'い', '1', ' ', '\n'),
  maxLength: 9,
});

/** Leftmost-longest matches by trying every stretch with RegExp. */
function oracle(pattern: string, text: string): string[] {
  const found: string[] = [];
  for (let start = 0; start < text.length; start++) {
    for (let end = text.length; end > start; end--) {
      const before = `(?<=(?<![^])[^]{${String(start)}})`;
      const after = `(?=[^]{${String(text.length - end)}}(?![^]))`;
      if (!new RegExp(`${before}(?:${pattern})${after}`, 'mu').test(text)) continue;
      found.push(text.slice(start, end));
      start = end - 1;
      break;
    }
  }
  return found;
}

describe('lazy DFA against RegExp', () => {
  it('finds the leftmost-longest matches', () => {
    fc.assert(
      fc.property(patternArbitrary, textArbitrary, (pattern, text) => {
        const { automaton, problems } = compilePatterns([{ id: 'p', pattern }]);
        const refusal = problems[0]?.message.en ?? '';
        if (refusal !== '') {
          fc.pre(/empty text/.test(refusal));
          assert.deepEqual(oracle(pattern, text), []);
          return;
        }
        const bytes = encoder.encode(text);
        const found: string[] = [];
        automaton.findAll(bytes, 0, bytes.length, (_, start, end) => {
          found.push(decoder.decode(bytes.subarray(start, end)));
        });
        assert.deepEqual(found, oracle(pattern, text));
      }),
      { numRuns: 1000 },
    );
  });

  it('finds for each of several patterns what it finds for it alone', () => {
    fc.assert(
      fc.property(
        fc.array(patternArbitrary, { minLength: 2, maxLength: 4 }),
        textArbitrary,
        (patterns, text) => {
          const usable = patterns.filter(
            (pattern) => compilePatterns([{ id: 'p', pattern }]).problems.length === 0,
          );
          const together = matches(usable, text).sort();
          const alone = usable.flatMap((pattern, index) =>
            matches([pattern], text).map((match) => match.replace('0:', `${String(index)}:`)),
          );
          assert.deepEqual(together, alone.sort());
        },
      ),
    );
  });
});

describe('lazy DFA with more states than it keeps', () => {
  // Every set of the last seventeen letters is a state; a run of letters ends in one of 64 `c`s.
  const endingIn = (letters: number) => `[ab]*a[ab]{${String(letters)}}c|b[ab]{3}c`;
  const pattern = endingIn(17);
  let seed = 1;
  const random = () => (seed = (Math.imul(seed, 1103515245) + 12345) >>> 0) >>> 16;
  const text = Array.from({ length: 100_000 }, () =>
    random() % 64 === 0 ? 'c' : random() % 2 === 0 ? 'a' : 'b',
  ).join('');

  it('finds the same', () => {
    const expected = text.match(new RegExp(pattern, 'g')) ?? [];
    assert.ok(expected.length > 500);
    assert.deepEqual(
      matches([pattern], text),
      expected.map((match) => `0:${match}`),
    );
  });
});

describe('lazy DFA is linear', () => {
  const size = 50_000;
  const bombs: readonly (readonly [string, string])[] = [
    ['(a+)+$', 'a'.repeat(size) + '!'],
    ['(?:[a-zA-Z0-9_.-]+)*@example', 'a.'.repeat(size / 2)],
    ['a*b|a', 'a'.repeat(size)],
    ['(?:a|aa)+c|a{5}', 'a'.repeat(size)],
    ['[ab]*a[ab]{12}c', 'ab'.repeat(size / 2)],
    ['(?:(?:x+x+)+y)', 'x'.repeat(size)],
  ];
  for (const [pattern, text] of bombs) {
    it(pattern, () => {
      const bytes = encoder.encode(text);
      const { automaton } = compilePatterns([{ id: 'bomb', pattern }]);
      let steps = 0;
      const counted = new Proxy(bytes, {
        get(target, key) {
          if (typeof key === 'string' && /^\d/.test(key)) steps += 1;
          return Reflect.get(target, key) as unknown;
        },
      });
      automaton.findAll(counted, 0, size, () => undefined);
      assert.ok(steps <= size * 12, `${String(steps)} reads of ${String(size)} bytes`);
    });
  }
});
