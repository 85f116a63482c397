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

/** Tables, read row by row and settled cell by cell: from here on, where the entries of literals end at the latest. */
export const TABLE = 0x180000;

/** u8[256]: what a byte is to the reader of rows, outside quotes and, behind it, in them. */
export const BYTES_OF_ROWS = TABLE;
export const HIGH = 1;
export const SIGN = 2;
export const EDGE = 4;
/** A line end in a quoted cell. */
export const BREAK = 8;
/** What an escape may begin with. */
export const ESCAPE = 16;

/** i32 a verdict each: the groups of findings that it asks for. */
export const ASKS = TABLE + 0x400;
export const MOST_VERDICTS = 3840;

/** Columns: what is known of their cells. */
export const COLUMNS = TABLE + 0x4000;
export const MOST_COLUMNS = 256;
export const COLUMN_SIZE = 128;
/** i32: the test of its cells, how the column stands, and sets of candidates as places of u8 a kind, 0 for none. */
export const COLUMN_TEST = 0;
export const COLUMN_STATE = 4;
export const COLUMN_BESIDE = 8;
export const COLUMN_WANTED = 12;
export const COLUMN_ALONE = 16;
/** i32[8]: what the test needs to know. */
export const PARAMETERS = 32;
export const MOST_PARAMETERS = 8;
/** i32[8]: index of the verdict by what the test says; negative where it is none, or not known yet. */
export const VERDICTS = 64;
export const MOST_SAID = 8;
/** All of its cells are the caller's. */
export const IS_OPEN = 1;
/** A rule's by name or by cells: what is not settled is a surprise. */
export const IS_TYPED = 2;

/** Tests of cells; 0 is none. */
export const NO_TEST = 0;
export const WORD_TEST = 1;
export const NAME_TEST = 2;
export const MAIL_TEST = 3;
export const CODE_TEST = 4;
export const ADDRESS_TEST = 5;
export const PHONE_TEST = 6;
export const DATE_TEST = 7;

/** i32 each, as column-cells.ts has them. A cell that holds something has a byte, and one behind it. */
export const MOST_CELLS = 0x8000;
const CELL_STRIDE = 0x20140;
export const CELL_STARTS = TABLE + 0x10000;
export const CELL_ENDS = CELL_STARTS + CELL_STRIDE;
export const CELL_RECORDS = CELL_ENDS + CELL_STRIDE;
export const CELL_COLUMNS = CELL_RECORDS + CELL_STRIDE;
export const CELL_KINDS = CELL_COLUMNS + CELL_STRIDE;
export const RECORD_FIRSTS = CELL_KINDS + CELL_STRIDE;
export const RECORD_ASKS = RECORD_FIRSTS + CELL_STRIDE;
/** i32 each, as rows.ts has them: a row has a byte. */
const ROW_STRIDE = 0x40240;
export const ROW_STARTS = RECORD_ASKS + CELL_STRIDE;
export const ROW_SURPLUS = ROW_STARTS + ROW_STRIDE;
export const ROW_LINES = ROW_SURPLUS + ROW_STRIDE;

/** What the tests remember, as their columns ask for it. */
export const REMEMBERED = 0x380000;
/** A memo: places, a power of two of them, of a key's length, what is known of it, and the key. */
export const MEMO_PLACES = 0x10000;
export const MEMO_PLACE = 64;
export const MEMO_VALUE = 1;
export const MEMO_KEY = 2;
export const LONGEST_KEY = 48;
