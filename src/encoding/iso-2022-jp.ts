import { ANY_STATE, BROKEN, NOTHING, type Charset, type Reader } from './charset.ts';
import { jis0208, jis0208Pairs, jis0212, jis0212Pairs } from './double-byte.ts';
import { pairIndex } from './tables.ts';

const ESCAPE = 0x1b;

/** What the bytes after an escape sequence mean. */
const ASCII = 0;
const ROMAN = 1;
const KATAKANA = 2;
const JIS_0208 = 3;
const JIS_0212 = 4;
/** JIS C 6226-1978, read as JIS X 0208: a mask must not turn what follows it to the newer set. */
const JIS_1978 = 5;

/** RFC 1468, RFC 2237, and the half-width katakana of Microsoft's code pages 50220 to 50222. */
const ESCAPES: readonly (readonly [sequence: string, state: number])[] = [
  ['(B', ASCII],
  ['(J', ROMAN],
  ['(I', KATAKANA],
  ['$B', JIS_0208],
  ['$@', JIS_1978],
  ['$(D', JIS_0212],
  ['$(B', JIS_0208],
];

const sequences = ESCAPES.map(([text, state]) => ({
  bytes: Uint8Array.from(text, (letter) => letter.charCodeAt(0)),
  state,
}));

/** The escape sequence at `at`, its length without the ESC; 0 when cut off; undefined for none. */
function escapeAt(bytes: Uint8Array, at: number, end: number) {
  let cut = false;
  for (const { bytes: wanted, state } of sequences) {
    let same = 0;
    while (same < wanted.length && at + 1 + same < end && bytes[at + 1 + same] === wanted[same]) {
      same++;
    }
    if (same === wanted.length) return { length: same + 1, state };
    if (at + 1 + same === end) cut = true;
  }
  return cut ? { length: 0, state: 0 } : undefined;
}

function createReader(): Reader {
  const reader: Reader = {
    code: 0,
    state: ASCII,
    read(bytes, at, end, last) {
      const byte = bytes[at]!;
      reader.code = byte;
      if (byte === ESCAPE) {
        const escape = escapeAt(bytes, at, end);
        if (escape === undefined || (escape.length === 0 && last)) return 1;
        reader.code = NOTHING;
        if (escape.length > 0) reader.state = escape.state;
        return escape.length;
      }
      if (byte < 0x21 || byte === 0x7f || reader.state === ASCII) {
        if (byte >= 0x80) reader.code = BROKEN;
        return 1;
      }
      if (reader.state === ROMAN) {
        if (byte === 0x5c) reader.code = 0xa5;
        if (byte === 0x7e) reader.code = 0x203e;
        return 1;
      }
      if (reader.state === KATAKANA) {
        reader.code = byte <= 0x5f ? byte - 0x21 + 0xff61 : BROKEN;
        return 1;
      }
      if (at + 1 >= end) {
        reader.code = BROKEN;
        return last ? 1 : 0;
      }
      const table = reader.state === JIS_0212 ? jis0212() : jis0208();
      const trail = bytes[at + 1]!;
      const isPair = byte < 0x7f && trail > 0x20 && trail < 0x7f;
      reader.code = (isPair && table[pairIndex(byte | 0x80, trail | 0x80)]) || BROKEN;
      return isPair ? 2 : 1;
    },
  };
  return reader;
}

/** How a code point is written: its state and its bytes. */
function codeIn(code: number): readonly [state: number, ...bytes: number[]] | undefined {
  if (code < 0x80) return [ASCII, code];
  if (code >= 0xff61 && code <= 0xff9f) return [KATAKANA, code - 0xff61 + 0x21];
  const pair = jis0208Pairs().get(code);
  if (pair !== undefined) return [JIS_0208, (pair >> 8) & 0x7f, pair & 0x7f];
  const rare = jis0212Pairs().get(code);
  return rare === undefined ? undefined : [JIS_0212, (rare >> 8) & 0x7f, rare & 0x7f];
}

export const iso2022Jp: Charset = {
  name: 'iso-2022-jp',
  isAsciiBased: false,
  createReader,
  encode(text, from, to) {
    const bytes: number[] = [];
    let state = from;
    const turnTo = (next: number) => {
      if (next === state) return;
      bytes.push(ESCAPE, ...sequences.find((each) => each.state === next)!.bytes);
      state = next;
    };
    for (const character of text) {
      const code = codeIn(character.codePointAt(0)!);
      if (code === undefined) return undefined;
      const [next, ...own] = code;
      // Digits and letters are the same in JIS X 0201's Roman set.
      const isRoman = state === ROMAN && next === ASCII && own[0] !== 0x5c && own[0] !== 0x7e;
      const isOld = state === JIS_1978 && next === JIS_0208;
      if (!isRoman && !isOld) turnTo(next);
      bytes.push(...own);
    }
    if (to !== ANY_STATE) turnTo(to);
    return Uint8Array.from(bytes);
  },
};
