import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import fc from 'fast-check';
import { RULES } from '../../../../src/engine/index.ts';
import { createCandidates } from '../../../../src/engine/kernel/candidates.ts';
import { createKernel, type Collector } from '../../../../src/engine/kernel/kernel.ts';
import { compileLabelEndings } from '../../../../src/engine/kernel/labels.ts';
import { compileParts, type KernelParts } from '../../../../src/engine/kernel/parts.ts';
import { createPlainKernel } from '../../../../src/engine/kernel/scanner.ts';
import { createSimdKernel } from '../../../../src/engine/kernel/simd.ts';
import { SEGMENT } from '../../../../src/engine/kernel/wasm/layout.ts';
import { wide } from '../../../support/wide.ts';

const literals = [...new Set(RULES.flatMap((rule) => rule.literals ?? []))];
const labels = () => compileLabelEndings(RULES.flatMap(({ names }) => names));
const words = {
  numbered: {
    words: RULES.flatMap(({ numbered }) => numbered?.words ?? []),
    endings: RULES.flatMap(({ numbered }) => numbered?.endings ?? []),
    next: RULES.flatMap(({ numbered }) => numbered?.next ?? []),
  },
  listed: () => RULES.flatMap(({ listed }) => listed?.() ?? []),
};

interface Pair {
  readonly plain: Collector;
  readonly simd: Collector;
}

function pairOf(parts: KernelParts): Pair {
  const simd = createSimdKernel(parts);
  assert(simd, 'Node has SIMD');
  return { plain: createPlainKernel(parts), simd };
}

const ofRules = pairOf(compileParts(literals, labels(), words));
const ofNothing = pairOf(
  compileParts([], compileLabelEndings([]), {
    numbered: { words: [], endings: [] },
    listed: () => [],
  }),
);

function rowsOf(kernel: Collector, bytes: Uint8Array, from: number, to: number): Int32Array {
  const candidates = createCandidates();
  kernel.collect(bytes, from, to, candidates);
  return candidates.rows.slice(0, candidates.length * 3);
}

function assertSame(
  bytes: Uint8Array,
  from = 0,
  to = bytes.length,
  { plain, simd }: Pair = ofRules,
): void {
  const where = `[${String(from)}, ${String(to)})`;
  assert.deepEqual(rowsOf(simd, bytes, from, to), rowsOf(plain, bytes, from, to), where);
}

const encode = (text: string) => new TextEncoder().encode(text);

/** Everything that a kernel looks at, and what stands around it. */
const PIECES = [
  ...['0', '00', '000-0000', '1A', '1A 1AA', 'A1B2C3D4', 'NY 00000', '00000 B', '0 0  0', '(0) 0'],
  ...['street', '1 rue', 'Nordstraße', ' 1 ', '0.', '/', '-', ' ', ',', '\n', '\n * ', ', Germany'],
  ...['@', '@@', 'a@b', '＠', '%40', '&#64;', 'tel', 'tel: ', 'email=', '電話：', '住所＝', '>'],
  ...['passport', 'PassPort', 'pass', '<<<', '<<A', '旅券', '市', '様', 'Útlevél', 'Mr. ', '['],
  ...['leaklint-ignore', '\u{1F600}', 'ー', '（', '）', '：', '＝', wide('0'), wide('000-0000')],
];

const anyBytes = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...PIECES).map(encode) },
      { weight: 1, arbitrary: fc.uint8Array({ maxLength: 4 }) },
      { weight: 1, arbitrary: fc.nat(80).map((length) => encode('x'.repeat(length))) },
      { weight: 1, arbitrary: fc.nat(80).map((length) => encode('7'.repeat(length))) },
    ),
    { maxLength: 40 },
  )
  .map((parts) => Uint8Array.from(parts.flatMap((part) => [...part])));

const samples = new URL('../../../../samples/', import.meta.url);
const fixtures = readdirSync(samples, { withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ name }) => [name, readFileSync(new URL(name, samples))] as const);

describe('the SIMD kernel finds what the plain one finds', () => {
  for (const [name, bytes] of fixtures) {
    it(`in samples/${name}`, () => {
      assertSame(bytes);
    });
  }

  it('from and to every byte', () => {
    const bytes = encode(PIECES.join(' ').repeat(2));
    for (let at = 0; at <= bytes.length; at++) {
      assertSame(bytes, at);
      assertSame(bytes, 0, at);
      assertSame(bytes, at, Math.min(bytes.length, at + 65));
    }
  });

  it('in any bytes, from anywhere to anywhere', () => {
    fc.assert(
      fc.property(anyBytes, fc.nat(), fc.nat(), (bytes, one, other) => {
        const [from = 0, to = 0] = [one, other]
          .map((at) => at % (bytes.length + 1))
          .sort((a, b) => a - b);
        assertSame(bytes, from, to);
        assertSame(bytes, 0, bytes.length, ofNothing);
      }),
      { numRuns: 3000 },
    );
  });

  it('in bytes of chance', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000, size: 'max' }), (bytes) => {
        assertSame(bytes);
      }),
      { numRuns: 500 },
    );
  });

  it('in samples with a few bytes changed', () => {
    const change = fc.tuple(fc.nat(), fc.nat(255));
    fc.assert(
      fc.property(
        fc.constantFrom(...fixtures),
        fc.array(change, { minLength: 1, maxLength: 40 }),
        ([, bytes], changes) => {
          const changed = Uint8Array.from(bytes);
          for (const [at, byte] of changes) changed[at % changed.length] = byte;
          assertSame(changed);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('where a segment ends in the midst of anything', () => {
    for (const piece of [...PIECES, '7'.repeat(200), wide('7').repeat(200), '0 '.repeat(100)]) {
      const middle = encode(piece);
      for (let shift = 0; shift <= middle.length; shift++) {
        const bytes = new Uint8Array(SEGMENT + 800).fill(0x78);
        bytes.set(middle, SEGMENT - shift);
        assertSame(bytes);
      }
    }
  });

  it('where every byte gives more than is kept at a time', () => {
    for (const piece of ['1A 1AA ', 'a@b', 'tel:', '市', 'street 1 ', 'passeport']) {
      assertSame(encode(piece.repeat(Math.ceil((SEGMENT * 2.2) / piece.length))));
    }
  });
});

describe('a kernel', () => {
  it('finds the same before and after it has compiled the SIMD scanner', () => {
    const kernel = createKernel(literals, labels(), words);
    const bytes = encode(PIECES.join(' ').repeat(20));
    const first = rowsOf(kernel, bytes, 0, bytes.length);
    assert(first.length > 0);
    for (let seen = 0; seen < 2_000_000; seen += bytes.length) {
      assert.deepEqual(rowsOf(kernel, bytes, 0, bytes.length), first);
    }
  });

  it('does without where the host has no WebAssembly', () => {
    const host = globalThis as { WebAssembly?: unknown };
    const { WebAssembly } = host;
    try {
      host.WebAssembly = undefined;
      assert.equal(createSimdKernel(compileParts(literals, labels(), words)), undefined);
    } finally {
      host.WebAssembly = WebAssembly;
    }
  });
});
