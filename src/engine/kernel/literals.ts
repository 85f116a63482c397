import { isCapital, isSmall } from './bytes.ts';

/** ASCII letters match in any case, everything else as it stands. */
export const lower = (byte: number): number => (isCapital(byte) ? byte | 0x20 : byte);

/** A literal text, compiled. */
export interface LiteralEntry {
  readonly id: number;
  /** Folded to lower case. */
  readonly bytes: Uint8Array;
  /** Is it one byte over and over (`<<<`)? */
  readonly isRun: boolean;
}

/** Literal texts of at least three bytes, found by a table of their beginnings. */
export interface Literals {
  /** May a literal begin with this byte, as it stands? */
  readonly firsts: Uint8Array;
  /** Those that begin with the same three bytes stand together, by id. */
  readonly entries: readonly LiteralEntry[];
  /** May a literal begin with these three bytes at `at`? Wrong once in some hundred cases. */
  mayBegin(bytes: Uint8Array, at: number): boolean;
  /**
   * Calls `emit` for every literal that begins at `at`. One of a single byte over and over is told where
   * the run of that byte begins: a line of `<` would have as many as bytes, and they say the same.
   */
  match(bytes: Uint8Array, at: number, emit: (id: number, end: number) => void): void;
}

/** @param texts by id; each at least three bytes of UTF-8 */
export function compileLiterals(texts: readonly string[]): Literals {
  const firsts = new Uint8Array(256);
  const triples = new Uint8Array(65536);
  const entries = new Map<number, LiteralEntry[]>();
  lowered(texts).forEach((bytes, id) => {
    const [a = 0, b = 0, c = 0] = bytes;
    if (bytes.length < 3) throw new Error(`literal ${String(id)} has less than three bytes`);
    firsts[a] = 1;
    if (isSmall(a)) firsts[a & ~0x20] = 1;
    const key = (a << 16) | (b << 8) | c;
    triples[tripleOf(a, b, c)] = 1;
    const entry = { id, bytes, isRun: bytes.every((byte) => byte === a) };
    const others = entries.get(key);
    if (others === undefined) entries.set(key, [entry]);
    else others.push(entry);
  });
  return {
    firsts,
    entries: [...entries.values()].flat(),
    mayBegin(bytes, at) {
      const first = lower(bytes[at]!);
      const second = lower(bytes[at + 1] ?? 0);
      return triples[tripleOf(first, second, lower(bytes[at + 2] ?? 0))] === 1;
    },
    match(bytes, at, emit) {
      const key =
        (lower(bytes[at] ?? 0) << 16) |
        (lower(bytes[at + 1] ?? 0) << 8) |
        lower(bytes[at + 2] ?? 0);
      for (const entry of entries.get(key) ?? []) {
        if (entry.isRun && bytes[at - 1] === bytes[at]) continue;
        if (standsAt(entry.bytes, bytes, at)) emit(entry.id, at + entry.bytes.length);
      }
    },
  };
}

const LF = 0x0a;

/**
 * UTF-8 of each text in small letters. All at once: there are more than a thousand at every start.
 *
 * @param texts without line ends
 */
export function lowered(texts: readonly string[]): Uint8Array[] {
  const bytes = new TextEncoder().encode(texts.map((text) => `${text}\n`).join(''));
  const parts: Uint8Array[] = [];
  let start = 0;
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] === LF) {
      parts.push(bytes.subarray(start, i));
      start = i + 1;
    } else bytes[i] = lower(bytes[i]!);
  }
  return parts;
}

/** Three bytes in sixteen bits. */
export const tripleOf = (first: number, second: number, third: number) =>
  Math.imul((first << 16) | (second << 8) | third, 0x9e3779b1) >>> 16;

function standsAt(literal: Uint8Array, bytes: Uint8Array, at: number): boolean {
  if (at + literal.length > bytes.length) return false;
  for (let i = 3; i < literal.length; i++)
    if (literal[i] !== lower(bytes[at + i] ?? 0)) return false;
  return true;
}
