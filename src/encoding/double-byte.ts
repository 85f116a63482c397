import { BROKEN, statelessCharset, type Charset, type Reader } from './charset.ts';
import { inverseOf, lazily, pairIndex, pairTable, type PairTable } from './tables.ts';

/** The first half-width katakana; 63 follow (JIS X 0201). */
const HALF_KATAKANA = 0xff61;

/** Takes a pair by its table, or one byte as broken: an ASCII byte is never swallowed. */
export function readPair(
  reader: Reader,
  table: PairTable,
  bytes: Uint8Array,
  at: number,
  end: number,
  last: boolean,
): number {
  if (at + 1 >= end) {
    if (!last) return 0;
    reader.code = BROKEN;
    return 1;
  }
  const trail = bytes[at + 1]!;
  const code = table[pairIndex(bytes[at]!, trail)]!;
  reader.code = code === 0 ? BROKEN : code;
  return code === 0 && trail < 0x80 ? 1 : 2;
}

function one(reader: Reader, code: number): number {
  reader.code = code;
  return 1;
}

const pairBytes = (pair: number | undefined) =>
  pair === undefined ? undefined : [pair >> 8, pair & 0xff];

const shiftJisTable = lazily(() => pairTable('shift_jis', [0x81, 0xfc], [0x40, 0xfc]));
/** Rows 0xED and 0xEE hold doubles of IBM's additions, which are written as such. */
const shiftJisPairs = lazily(() =>
  inverseOf(shiftJisTable(), (lead) => lead === 0xed || lead === 0xee),
);

const isHalfKatakana = (code: number) => code >= HALF_KATAKANA && code <= 0xff9f;

/** Shift_JIS as Windows writes it (code page 932). */
export const shiftJis: Charset = statelessCharset(
  'shift_jis',
  true,
  (reader, bytes, at, end, last) => {
    const byte = bytes[at]!;
    if (byte < 0x80) return one(reader, byte);
    if (byte >= 0xa1 && byte <= 0xdf) return one(reader, byte - 0xa1 + HALF_KATAKANA);
    if (byte === 0x80 || byte === 0xa0 || byte > 0xfc) return one(reader, BROKEN);
    return readPair(reader, shiftJisTable(), bytes, at, end, last);
  },
  (code) => {
    if (code < 0x80) return [code];
    if (isHalfKatakana(code)) return [code - HALF_KATAKANA + 0xa1];
    return pairBytes(shiftJisPairs().get(code));
  },
);

/** JIS X 0208 with NEC's and IBM's rows, in its EUC form. */
export const jis0208 = lazily(() => pairTable('euc-jp', [0xa1, 0xfe], [0xa1, 0xfe]));
export const jis0208Pairs = lazily(() => inverseOf(jis0208()));
/** JIS X 0212, in its EUC form without the 0x8F before it. */
export const jis0212 = lazily(() => pairTable('euc-jp', [0xa1, 0xfe], [0xa1, 0xfe], [0x8f]));
export const jis0212Pairs = lazily(() => inverseOf(jis0212()));

export const eucJp: Charset = statelessCharset(
  'euc-jp',
  true,
  (reader, bytes, at, end, last) => {
    const byte = bytes[at]!;
    if (byte < 0x80) return one(reader, byte);
    if (byte === 0x8e) {
      if (at + 1 >= end) return last ? one(reader, BROKEN) : 0;
      const kana = bytes[at + 1]!;
      if (kana < 0xa1 || kana > 0xdf) return one(reader, BROKEN);
      reader.code = kana - 0xa1 + HALF_KATAKANA;
      return 2;
    }
    if (byte === 0x8f) {
      if (at + 2 >= end) return last ? one(reader, BROKEN) : 0;
      const code = jis0212()[pairIndex(bytes[at + 1]!, bytes[at + 2]!)]!;
      if (code === 0 || bytes[at + 1]! < 0xa1) return one(reader, BROKEN);
      reader.code = code;
      return 3;
    }
    if (byte < 0xa1 || byte === 0xff) return one(reader, BROKEN);
    return readPair(reader, jis0208(), bytes, at, end, last);
  },
  (code) => {
    if (code < 0x80) return [code];
    if (isHalfKatakana(code)) return [0x8e, code - HALF_KATAKANA + 0xa1];
    const rare = () => pairBytes(jis0212Pairs().get(code));
    const pair = pairBytes(jis0208Pairs().get(code));
    return pair ?? (rare() && [0x8f, ...rare()!]);
  },
);

const big5Table = lazily(() => pairTable('big5', [0x81, 0xfe], [0x40, 0xfe]));
const big5Pairs = lazily(() => inverseOf(big5Table(), (lead) => lead < 0xa1));

export const big5: Charset = statelessCharset(
  'big5',
  true,
  (reader, bytes, at, end, last) => {
    const byte = bytes[at]!;
    if (byte < 0x80) return one(reader, byte);
    if (byte === 0x80 || byte === 0xff) return one(reader, BROKEN);
    return readPair(reader, big5Table(), bytes, at, end, last);
  },
  (code) => (code < 0x80 ? [code] : pairBytes(big5Pairs().get(code))),
);

const eucKrTable = lazily(() => {
  const table = pairTable('euc-kr', [0x81, 0xfe], [0x41, 0xfe]);
  addUnifiedHangul(table);
  return table;
});
const eucKrPairs = lazily(() => inverseOf(eucKrTable()));

/** EUC-KR as Windows writes it (code page 949, Unified Hangul Code). */
export const eucKr: Charset = statelessCharset(
  'euc-kr',
  true,
  (reader, bytes, at, end, last) => {
    const byte = bytes[at]!;
    if (byte < 0x80) return one(reader, byte);
    if (byte === 0x80 || byte === 0xff) return one(reader, BROKEN);
    return readPair(reader, eucKrTable(), bytes, at, end, last);
  },
  (code) => (code < 0x80 ? [code] : pairBytes(eucKrPairs().get(code))),
);

/**
 * Unified Hangul Code puts the syllables that KS X 1001 lacks, in Unicode's order, before its rows.
 * Node's decoder knows KS X 1001 alone.
 */
function addUnifiedHangul(table: PairTable): void {
  const has = new Set(table);
  let syllable = 0xac00;
  for (let lead = 0x81; lead <= 0xc6; lead++) {
    for (let trail = 0x41; trail <= (lead < 0xa1 ? 0xfe : 0xa0); trail++) {
      const isGap = (trail > 0x5a && trail < 0x61) || (trail > 0x7a && trail < 0x81);
      if (isGap || table[pairIndex(lead, trail)] !== 0) continue;
      while (syllable <= 0xd7a3 && has.has(syllable)) syllable++;
      if (syllable > 0xd7a3) return;
      table[pairIndex(lead, trail)] = syllable++;
    }
  }
}
