/**
 * Tables of two-byte codes, read off the platform's TextDecoder (WHATWG Encoding Standard): they
 * need no room in the package. A table has a place for each lead byte from 0x80 and each trail byte.
 */
export type PairTable = Uint32Array;

/** First and last byte, inclusive. */
type Range = readonly [from: number, to: number];

const NEWLINE = 0x0a;
const REPLACEMENT = 0xfffd;

/** Where a pair stands in a table. */
export function pairIndex(lead: number, trail: number): number {
  return ((lead & 0x7f) << 8) | trail;
}

/** Code points by pair; 0 where there is none. @param prefix bytes that come before each pair */
export function pairTable(
  label: string,
  leads: Range,
  trails: Range,
  prefix: readonly number[] = [],
): PairTable {
  const table = new Uint32Array(0x8000);
  const pairs: (readonly [lead: number, trail: number])[] = [];
  for (let lead = leads[0]; lead <= leads[1]; lead++) {
    for (let trail = trails[0]; trail <= trails[1]; trail++) {
      if (trail !== 0x7f) pairs.push([lead, trail]);
    }
  }
  const codes = codesOf(
    label,
    pairs.map((pair) => [...prefix, ...pair]),
  );
  pairs.forEach(([lead, trail], i) => (table[pairIndex(lead, trail)] = codes[i]!));
  return table;
}

/** The code point of each byte sequence, 0 where it is not exactly one. */
export function codesOf(label: string, sequences: readonly (readonly number[])[]): number[] {
  // A line for each: no decoder takes a line feed for the end of a character.
  const bytes = Uint8Array.from(sequences.flatMap((sequence) => [...sequence, NEWLINE]));
  const lines = new TextDecoder(label, { ignoreBOM: true }).decode(bytes).split('\n');
  return sequences.map((_, i) => {
    const [character, more] = lines[i] ?? '';
    const line = lines[i] ?? '';
    const code = line.codePointAt(0) ?? 0;
    const isOne = character !== undefined && (more === undefined || code > 0xffff);
    return isOne && code !== REPLACEMENT && line.length <= 2 ? code : 0;
  });
}

/** Pairs (`lead << 8 | trail`) by code point. Of several pairs the first counts. */
export function inverseOf(
  table: PairTable,
  isLast: (lead: number) => boolean = () => false,
): ReadonlyMap<number, number> {
  const inverse = new Map<number, number>();
  for (const late of [false, true]) {
    for (let index = 0; index < table.length; index++) {
      const code = table[index]!;
      const pair = index | 0x8000;
      if (code === 0 || isLast(pair >> 8) !== late || inverse.has(code)) continue;
      inverse.set(code, pair);
    }
  }
  return inverse;
}

/** What is made at the first call only. */
export function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
