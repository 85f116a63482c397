/*
 * Where things are in the memory of the SIMD scanner, in bytes, and the kinds of what it finds. Both sides read this page: the
 * AssemblyScript beside it, and the plain scanner, whose simd-tables.ts writes the tables.
 */

/** Pages of 64 KiB that everything but the entries of literals fits into. */
export const PAGES = 17;

/** Rows of one byte over and over, for constants that have to stay in registers. */
export const CONSTANTS = 0x300;
/** A set of bytes as a pair of tables by low and high nibble, sixteen bytes each. */
export const CLASS_NIBBLES = 0x400;
/** Three pairs for the first, second and third byte of literals; bits are eight groups of them. Twice. */
export const LITERAL_NIBBLES = 0x420;
export const NIBBLES_OF_GROUPS = 96;

/** u8[256] each: kinds of bytes, and what a name in a list may begin with. */
export const CLASSES = 0x500;
export const LISTED_FIRSTS = 0x600;
/** u8[256]: sets that a byte is in, as bits. */
export const SETS = 0x700;
export const BESIDE_LABEL = 1;
export const BEFORE_LISTED = 2;
export const BEFORE_NO_AT = 4;

/** Kinds of bytes, as bits. */
export const DIGIT = 1;
export const COMMERCIAL_AT = 2;
export const SEPARATOR = 4;
export const FIRST_OF_LITERAL = 8;
/** U+FF10–FF1D are digits, `：` and `＝`; their first byte is EF. */
export const WIDE = 16;
/** A comma or a line end: what is listed may follow. */
export const LIST = 32;

/** Two u64 a block of the stripe that is looked at: what is of interest, and digits. */
export const MASKS = 0x1000;

/** u8[65536] each, as the plain scanner has them. */
export const LABEL_ENDINGS = 0x10000;
export const LABEL_WORDS = 0x50000;
export const WORDS = 0x20000;
export const WORD_ENDINGS = 0x30000;
export const LAST_LETTERS = 0x40000;
/** u16[65536] each: the first entry for a literal's three bytes, plus one; 0 is none. */
export const LITERAL_INDEX = 0x60000;
export const LISTED_INDEX = 0x80000;

/** Kinds of candidates that every kernel knows; those of literals follow from `LITERAL` on. */
export const AT = 0;
export const DIGITS = 1;
export const ZIP = 2;
export const LABEL = 3;
export const NUMBERED = 4;
export const LISTED = 5;
export const CODE = 6;
export const LITERAL = 7;

/** Candidates that wait to be taken over: rows of three i32. */
export const ROWS = 0xa0000;
export const MOST_ROWS = 0x4000;
export const ROW_SIZE = 12;

/** Bytes of the source; in front of them zeros, as in front of every source. */
export const SOURCE = 0xd1000;
/** Bytes that are scanned at a time, with what must be seen before and behind them. */
export const SEGMENT = 0x10000;
export const BEHIND = 0x480;
/** A run of digits has 64 of them, of three bytes each, and gaps of nine. */
export const AHEAD = 0x800;

/**
 * u8 a byte of the source each: how long the word is that ends before it, and that begins at it, where
 * that is no numbered one. The same words stand around many numbers.
 */
export const OTHERS_BEFORE = 0xe2000;
export const OTHERS_BEHIND = 0xf3000;

/** Entries of literals, as four i32: text, its length, kind of candidate, flags. The texts follow. */
export const ENTRIES = 0x104000;
export const ENTRY_SIZE = 16;
/** A literal of one byte over and over counts where the run of that byte begins. */
export const IS_RUN = 1;
/** No further entry has the same place in the index. */
export const IS_LAST = 2;
