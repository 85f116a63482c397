import { addCandidate, AT, LABEL, LITERAL, type Candidates } from './candidates.ts';
import { collectDigits, digitAt, runAcross } from './digits.ts';
import { compileListed } from './listed.ts';
import { compileLiterals, lower } from './literals.ts';
import { compileNumbered, type NumberedWords } from './numbered.ts';

/** Ways to write an at-sign besides `@` itself. */
const AT_SIGNS = ['＠', '%40', '&#64;', '&#x40;', '&commat;'];

/** Finds candidates in bytes. The SIMD kernel of a later step stands behind the same interface. */
export interface Kernel {
  /**
   * Adds the candidates of `bytes[from, to)`, in the order in which they give themselves away: the
   * state of a western address stands before the digits that give it away. A run of digits
   * that begins there may end after `to`.
   */
  collect(bytes: Uint8Array, from: number, to: number, out: Candidates): void;
}

const DIGIT = 1;
const COMMERCIAL_AT = 2;
const SEPARATOR = 4;
const FIRST_OF_LITERAL = 8;
/** U+FF10–FF1D are digits, `：` and `＝`; their first byte is EF. */
const WIDE = 16;
/** A comma or a line end: what is listed may follow. */
const LIST = 32;

/** What the rules want to see by words: beside numbers, and in lists. */
export interface KernelWords {
  readonly numbered: NumberedWords;
  /** Names that count behind a comma or at the beginning of a line. */
  readonly listed: readonly string[];
}

const NO_WORDS: KernelWords = { numbered: { words: [], endings: [] }, listed: [] };

/**
 * @param literals candidates of kind `LITERAL + index`
 * @param labels does a name of a field end with these bytes? Asked for the two before a separator.
 * @param words what stands beside numbers and in lists
 */
export function createKernel(
  literals: readonly string[],
  labels: LabelEndings,
  words: KernelWords = NO_WORDS,
): Kernel {
  const numbered = compileNumbered(words.numbered);
  const listed = compileListed(words.listed);
  const compiled = compileLiterals([...literals, ...AT_SIGNS]);
  const classes = new Uint8Array(256);
  for (let i = 0; i < 256; i++) if (compiled.firsts[i] === 1) classes[i] = FIRST_OF_LITERAL;
  for (let i = 0x30; i <= 0x39; i++) classes[i]! |= DIGIT;
  for (const byte of [0x3a, 0x3d, 0x28, 0x3e]) classes[byte]! |= SEPARATOR;
  classes[0x40]! |= COMMERCIAL_AT;
  classes[0xef]! |= WIDE;
  for (const byte of [0x2c, 0x0a]) classes[byte]! |= LIST;

  return {
    collect(bytes, from, to, out) {
      let digitsUntil = runAcross(bytes, from);
      const digitsAt = (at: number): number => {
        const end = collectDigits(bytes, at, out);
        numbered.collect(bytes, at, end, out);
        return end;
      };
      if (from === 0) listed.collect(bytes, 0, out);
      for (let i = from; i < to; i++) {
        const byte = bytes[i]!;
        const kind = classes[byte]!;
        if (kind === 0) continue;
        if ((kind & DIGIT) !== 0 && i >= digitsUntil) digitsUntil = digitsAt(i);
        else if ((kind & COMMERCIAL_AT) !== 0) {
          // A row of them is no address, and a file of them must not cost more than another.
          if (bytes[i + 1] !== 0x40 && bytes[i - 1] !== 0x40) addCandidate(out, AT, i, i + 1);
        } else if ((kind & SEPARATOR) !== 0 && labels.endsAt(bytes, i)) {
          addCandidate(out, LABEL, i, i + 1);
        } else if ((kind & LIST) !== 0) listed.collect(bytes, i + 1, out);
        if ((kind & WIDE) !== 0) {
          if (i >= digitsUntil && digitAt(bytes, i) > 0) {
            digitsUntil = digitsAt(i);
          } else if (isWideSeparator(bytes, i) && labels.endsAt(bytes, i)) {
            addCandidate(out, LABEL, i, i + 3);
          }
        }
        if ((kind & FIRST_OF_LITERAL) !== 0 && compiled.mayBegin(bytes, i)) {
          compiled.match(bytes, i, (id, end) => {
            addCandidate(out, id < literals.length ? LITERAL + id : AT, i, end);
          });
        }
      }
    },
  };
}

/** `：` EF BC 9A and `＝` EF BC 9D. */
function isWideSeparator(bytes: Uint8Array, at: number): boolean {
  const last = bytes[at + 2];
  return bytes[at + 1] === 0xbc && (last === 0x9a || last === 0x9d);
}

/** A cheap look whether a known name may stand before a separator. */
export interface LabelEndings {
  endsAt(bytes: Uint8Array, separator: number): boolean;
}

/** Blanks, quotes, closing brackets, `\\` and `*` that may stand between a name and its separator. */
const BETWEEN = new Set([0x20, 0x09, 0x22, 0x27, 0x60, 0x5d, 0x5c, 0x2a]);

/** @param names field names, as they may be written; only the last two bytes count */
export function compileLabelEndings(names: Iterable<string>): LabelEndings {
  const endings = new Uint8Array(65536);
  for (const name of names) {
    const bytes = new TextEncoder().encode(name).map(lower);
    endings[((bytes.at(-2) ?? 0) << 8) | (bytes.at(-1) ?? 0)] = 1;
  }
  return {
    endsAt(bytes, separator) {
      let end = separator - 1;
      // `tel 1:`, `address_2=`: a number may follow the name.
      for (let i = 0; i < 6 && end > 0 && mayStandBetween(bytes[end]!); i++) end--;
      if (end < 1) return false;
      return endings[(lower(bytes[end - 1]!) << 8) | lower(bytes[end]!)] === 1;
    },
  };
}

function mayStandBetween(byte: number): boolean {
  return BETWEEN.has(byte) || (byte >= 0x30 && byte <= 0x39) || byte === 0x5f || byte === 0x2e;
}
