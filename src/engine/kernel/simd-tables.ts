import { isSmall } from './bytes.ts';
import { AT, LISTED, LITERAL } from './candidates.ts';
import { mayStandBetween } from './labels.ts';
import { MARKS } from './listed.ts';
import { tripleOf, type LiteralEntry } from './literals.ts';
import { NO_NAMES, type KernelParts } from './parts.ts';
import {
  BEFORE_LISTED,
  BEFORE_NO_AT,
  BESIDE_LABEL,
  CLASS_NIBBLES,
  CLASSES,
  CONSTANTS,
  ENTRIES,
  ENTRY_SIZE,
  FIRST_OF_LITERAL,
  IS_LAST,
  IS_RUN,
  LABEL_ENDINGS,
  LABEL_WORDS,
  LAST_LETTERS,
  LISTED_FIRSTS,
  LISTED_INDEX,
  LITERAL_INDEX,
  LITERAL_NIBBLES,
  NIBBLES_OF_GROUPS,
  SETS,
  WORD_ENDINGS,
  WORDS,
} from './wasm/layout.ts';

const PAGE = 65536;
const BLOCK = 64;
/** Rows that a digit may give: digits or a code, the end of an address, a numbered street. */
const ROWS_OF_DIGIT = 3;

/**
 * Writes what the rules look for into the memory of the SIMD scanner.
 *
 * @returns how many rows a block of 64 bytes may give
 */
export function writeTables(memory: WebAssembly.Memory, parts: KernelParts): number {
  const { classes, literals, literalCount, labels, numbered, listed } = parts;
  const kindOf = ({ id }: LiteralEntry) => (id < literalCount ? LITERAL + id : AT);
  const own = byTriple(literals.entries);
  const names = byTriple(listed.names.entries);
  const textSize = [...own, ...names].reduce((sum, { bytes }) => sum + bytes.length, 0);
  const size = ENTRIES + (own.length + names.length) * ENTRY_SIZE + textSize;
  memory.grow(Math.max(0, Math.ceil((size - memory.buffer.byteLength) / PAGE)));

  const bytes = new Uint8Array(memory.buffer);
  bytes.set(classes, CLASSES);
  bytes.set(listed.names.firsts, LISTED_FIRSTS);
  bytes.set(labels.endings, LABEL_ENDINGS);
  bytes.set(labels.words, LABEL_WORDS);
  bytes.set(numbered.words, WORDS);
  bytes.set(numbered.endings, WORD_ENDINGS);
  bytes.set(numbered.lasts, LAST_LETTERS);
  for (let byte = 0; byte < 256; byte++) {
    if (mayStandBetween(byte)) bytes[SETS + byte]! |= BESIDE_LABEL;
    if (MARKS.has(byte)) bytes[SETS + byte]! |= BEFORE_LISTED;
    if (NO_NAMES.has(byte)) bytes[SETS + byte]! |= BEFORE_NO_AT;
  }
  writeConstants(bytes);
  writeClassNibbles(bytes, classes);
  writeLiteralNibbles(bytes, own);
  const namesAt = ENTRIES + own.length * ENTRY_SIZE;
  const textsAt = namesAt + names.length * ENTRY_SIZE;
  const nextText = writeEntries(memory, ENTRIES, own, textsAt, kindOf);
  writeEntries(memory, namesAt, names, nextText, () => LISTED);
  writeIndex(memory, LITERAL_INDEX, own, 0);
  writeIndex(memory, LISTED_INDEX, names, own.length);
  return BLOCK * (ROWS_OF_DIGIT + longestChain(own));
}

/** Its place in the index. */
const keyOf = ({ bytes }: LiteralEntry) => tripleOf(bytes[0]!, bytes[1]!, bytes[2]!);

/** Entries of one place in the index stand together, in their order. */
const byTriple = (entries: readonly LiteralEntry[]) =>
  [...entries].sort((a, b) => keyOf(a) - keyOf(b));

/** 0F; what shifts the digits to the end of the signed bytes; what they are greater than then. */
function writeConstants(bytes: Uint8Array): void {
  [0x0f, 0x46, 0x75].forEach((value, i) => {
    bytes.fill(value, CONSTANTS + 16 * i, CONSTANTS + 16 * (i + 1));
  });
}

/** Notes that `byte` is in the set of a bit, in the pair of tables at `tables`. */
function noteNibbles(bytes: Uint8Array, tables: number, byte: number, bit: number): void {
  bytes[tables + (byte & 15)]! |= bit;
  bytes[tables + 16 + (byte >> 4)]! |= bit;
}

/** Bytes that have a kind, but for those that count at the beginning of a literal only. */
function writeClassNibbles(bytes: Uint8Array, classes: Uint8Array): void {
  const highs: number[] = [];
  classes.forEach((kind, byte) => {
    if ((kind & ~FIRST_OF_LITERAL) === 0) return;
    // A bit for each high nibble: so no byte is taken for another.
    if (!highs.includes(byte >> 4)) highs.push(byte >> 4);
    noteNibbles(bytes, CLASS_NIBBLES, byte, 1 << highs.indexOf(byte >> 4));
  });
}

/** Two times eight: a group is a bit of a byte. */
const GROUPS = 16;

/** The first three bytes of the literals, in groups of those that are alike. */
function writeLiteralNibbles(bytes: Uint8Array, entries: readonly LiteralEntry[]): void {
  groupsOf(entries).forEach(({ triples }, group) => {
    const tables = LITERAL_NIBBLES + (group >> 3) * NIBBLES_OF_GROUPS;
    const bit = 1 << (group & 7);
    for (const triple of triples) {
      triple.forEach((byte, i) => {
        noteNibbles(bytes, tables + 32 * i, byte, bit);
        if (isSmall(byte)) noteNibbles(bytes, tables + 32 * i, byte & ~0x20, bit);
      });
    }
  });
}

interface Group {
  readonly triples: Uint8Array[];
  /** Low and high nibbles of its first, second and third bytes, as bits. */
  readonly lows: number[];
  readonly highs: number[];
}

/** A group lets pass whatever its nibbles can be put together to: a literal goes where it adds the least. */
function groupsOf(entries: readonly LiteralEntry[]): readonly Group[] {
  const groups = Array.from({ length: GROUPS }, (): Group => ({
    triples: [],
    lows: [0, 0, 0],
    highs: [0, 0, 0],
  }));
  const triples = entries.map(({ bytes }) => bytes.subarray(0, 3)).sort(compareBytes);
  for (const triple of triples) {
    const costs = groups.map((group) => passing(group, triple) - passing(group));
    const best = groups[costs.indexOf(Math.min(...costs))]!;
    best.triples.push(triple);
    triple.forEach((byte, i) => {
      best.lows[i]! |= 1 << (byte & 15);
      best.highs[i]! |= 1 << (byte >> 4);
    });
  }
  return groups;
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const key = (bytes: Uint8Array) => (bytes[0]! << 16) | (bytes[1]! << 8) | bytes[2]!;
  return key(a) - key(b);
}

/** About how often bytes with this high nibble stand in sources: small letters most, then kanji. */
const FREQUENCIES = [1, 1, 4, 2, 2, 2, 16, 12, 4, 4, 4, 4, 1, 1, 8, 1];

/** About how many threes of bytes a group lets pass, with one literal more. */
function passing({ lows, highs }: Group, triple: ArrayLike<number> = []): number {
  let product = 1;
  for (let i = 0; i < 3; i++) {
    const byte = triple[i];
    const low = byte === undefined ? 0 : 1 << (byte & 15);
    const high = byte === undefined ? 0 : 1 << (byte >> 4);
    product *= weightOf(lows[i]! | low, () => 1) * weightOf(highs[i]! | high, frequencyOf);
  }
  return product;
}

const frequencyOf = (nibble: number) => FREQUENCIES[nibble]!;

function weightOf(nibbles: number, weigh: (nibble: number) => number): number {
  let sum = 0;
  for (let nibble = 0; nibble < 16; nibble++) if (nibbles & (1 << nibble)) sum += weigh(nibble);
  return sum;
}

/**
 * @param text where their texts go
 * @returns where the next text goes
 */
function writeEntries(
  memory: WebAssembly.Memory,
  at: number,
  entries: readonly LiteralEntry[],
  text: number,
  kindOf: (entry: LiteralEntry) => number,
): number {
  const bytes = new Uint8Array(memory.buffer);
  const words = new Int32Array(memory.buffer, at, (entries.length * ENTRY_SIZE) / 4);
  entries.forEach((entry, i) => {
    const next = entries[i + 1];
    const isLast = next === undefined || keyOf(next) !== keyOf(entry);
    const flags = (entry.isRun ? IS_RUN : 0) | (isLast ? IS_LAST : 0);
    words.set([text, entry.bytes.length, kindOf(entry), flags], (i * ENTRY_SIZE) / 4);
    bytes.set(entry.bytes, text);
    text += entry.bytes.length;
  });
  return text;
}

/** @param first how many entries stand before these */
function writeIndex(
  memory: WebAssembly.Memory,
  at: number,
  entries: readonly LiteralEntry[],
  first: number,
): void {
  const index = new Uint16Array(memory.buffer, at, 65536);
  entries.forEach((entry, i) => {
    const key = keyOf(entry);
    if (index[key] === 0) index[key] = first + i + 1;
  });
}

/** How many literals may begin at one place. */
function longestChain(entries: readonly LiteralEntry[]): number {
  const lengths = new Map<number, number>();
  for (const entry of entries) {
    lengths.set(keyOf(entry), (lengths.get(keyOf(entry)) ?? 0) + 1);
  }
  return Math.max(0, ...lengths.values());
}
