import { placeInBytes, placeOf } from '../../gazetteer/place-cell.ts';
import { placeAt } from '../../gazetteer/place.ts';
import { postalCodesInUse, prefecturesOfPostalCode } from '../../gazetteer/postal-codes.ts';
import { digitAt } from '../../kernel/digits.ts';
import { CODE_TEST } from '../../kernel/wasm/layout.ts';
import { withScanned, type CellTest, type Column, type Settled } from '../../rule.ts';
import { byteMemo } from '../../text/byte-memo.ts';
import { textOf } from '../../text/cell-text.ts';
import { fold } from '../../text/fold.ts';

const QUOTE = 0x22;
const COLON = 0x3a;

const BARE: Settled = { evidence: [{ code: 'allocated' }], region: 'JP' };
const BESIDE_ADDRESS: Settled = {
  evidence: [{ code: 'corroborated' }, { code: 'allocated' }],
  region: 'JP',
};
/** The same behind 〒. */
const MARKED: Settled = { evidence: [{ code: 'mark' }, { code: 'allocated' }], region: 'JP' };
const MARKED_BESIDE_ADDRESS: Settled = {
  evidence: [{ code: 'mark' }, { code: 'corroborated' }, { code: 'allocated' }],
  region: 'JP',
};

/**
 * Cells of Japanese codes in use, `123-4567` and `1234567`, in front of their address or of
 * nothing like one. Whatever stands in the next cell belongs to the evidence.
 */
export function postalCodeCells({ memory }: Column): CellTest {
  const known = memory.bytes(postalCodeCells, CODES / 8 + PREFIXES);
  if (known.bytes[CODES / 8] === 0) noteCodes(known.bytes);
  const places = memory.memo(placeOf);
  const test: CellTest = (bytes, start, end) => {
    const marked = isMarked(bytes, start);
    const code = codeIn(bytes, marked ? start + 3 : start, end);
    if (code < 0 || (known.bytes[code >> 3]! & (1 << (code & 7))) === 0) return undefined;
    const next = nextCell(bytes, end);
    if (bytes[next]! < 0xe3) {
      if (mayBeRomaji(bytes, start)) return undefined;
      return marked ? MARKED : BARE;
    }
    if (bytes[next - 1] === QUOTE && isNoPlace(bytes, next)) return marked ? MARKED : BARE;
    const prefecture = placeInBytes(places.of, bytes, next, bytes.length);
    if (prefecture < 0) return undefined;
    if (!prefecturesOfPostalCode(code).includes(prefecture)) return marked ? MARKED : BARE;
    return marked ? MARKED_BESIDE_ADDRESS : BESIDE_ADDRESS;
  };
  return withScanned(test, {
    test: CODE_TEST,
    parameters: [known.address, places.address],
    says: [BARE, BESIDE_ADDRESS, MARKED, MARKED_BESIDE_ADDRESS],
  });
}

/** Codes of seven digits, and how many of them one prefix has, which tells the prefecture. */
const CODES = 10_000_000;
const OF_PREFIX = 10_000;
const PREFIXES = CODES / OF_PREFIX;
/** Of a prefix: it lies in one prefecture of this number, plus 2. */
const SOMEWHERE = 1;
const FIRST_PREFECTURE = 2;

/** Notes the codes in use, a bit each, and behind them where each prefix lies. */
function noteCodes(known: Uint8Array): void {
  for (const code of postalCodesInUse()) known[code >> 3]! |= 1 << (code & 7);
  for (let prefix = 0; prefix < PREFIXES; prefix++) {
    const [only, ...others] = prefecturesOfPostalCode(prefix * OF_PREFIX);
    const isOne = only !== undefined && others.length === 0;
    known[CODES / 8 + prefix] = isOne ? FIRST_PREFECTURE + only : SOMEWHERE;
  }
}

/** The seven digits as a number, −1 where the cell has another form. */
function codeIn(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  let code = 0;
  for (let count = 0; count < 7; count++) {
    if (count === 3) at += hyphenAt(bytes, at);
    const length = digitAt(bytes, at);
    if (length === 0) return -1;
    at += length;
    // Both widths have the digit in their last four bits.
    code = code * 10 + (bytes[at - 1]! & 15);
  }
  return at === end ? code : -1;
}

/** Bytes of `-`, －, − or ‐ to ―, or 0. */
function hyphenAt(bytes: Uint8Array, at: number): number {
  if (bytes[at] === 0x2d) return 1;
  const second = bytes[at + 1]!;
  const third = bytes[at + 2]!;
  if (bytes[at] === 0xef) return second === 0xbc && third === 0x8d ? 3 : 0;
  if (bytes[at] !== 0xe2) return 0;
  if (second === 0x88) return third === 0x92 ? 3 : 0;
  return second === 0x80 && third >= 0x90 && third <= 0x95 ? 3 : 0;
}

/** 〒 is U+3012. */
const isMarked = (bytes: Uint8Array, at: number) =>
  bytes[at] === 0xe3 && bytes[at + 1] === 0x80 && bytes[at + 2] === 0x92;

/** Past up to four quotes, delimiters and blanks, as many as stand between a code and its address. */
function nextCell(bytes: Uint8Array, end: number): number {
  let at = end;
  while (at < end + 4 && isBetween(bytes[at]!)) at++;
  return at;
}

const isBetween = (byte: number) =>
  byte === 0x22 || byte === 0x27 || byte === 0x2c || byte === 0x7c || isSpace(byte);

const isSpace = (byte: number) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);

/** Names in Japanese are short. */
const LONGEST_NAME = 48;

const isPlaceless = byteMemo((bytes, start, end) =>
  placeAt(fold(textOf(bytes, start, end)), 0) === undefined ? 1 : 0,
);

/** Is it the name of the next value, in quotes, and no place's? */
function isNoPlace(bytes: Uint8Array, start: number): boolean {
  for (let end = start; end < start + LONGEST_NAME; end++) {
    if (bytes[end] === QUOTE) {
      return bytes[end + 1] === COLON && isPlaceless(bytes, start, end + 1) === 1;
    }
  }
  return false;
}

const LONGEST_ROMAJI = 24;

/**
 * May `Tokyo, ` stand before the code: is there a capital or a letter outside of ASCII close by? A
 * quote right before the code parts them.
 */
function mayBeRomaji(bytes: Uint8Array, start: number): boolean {
  if (bytes[start - 1] === QUOTE) return false;
  for (let at = start - 1; at >= Math.max(0, start - LONGEST_ROMAJI); at--) {
    const byte = bytes[at]!;
    if ((byte >= 0x41 && byte <= 0x5a) || byte >= 0x80) return true;
  }
  return false;
}
