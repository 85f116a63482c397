/** How far from a hotword numbers begin that are looked for, in UTF-16 units. */
const REACH = 40;
/** Longest number, with its separators. */
const LONGEST = 14;
/** No form has fewer digits. */
const LEAST_DIGITS = 3;

const LF = 0x0a;
const BLANK = 0x20;
const HYPHEN = 0x2d;

const OTHER = 0;
const DIGIT = 1;
const LETTER = 2;
/** A blank, a hyphen, or a sign that may be one: letters and digits are one number across it. */
const GAP = 3;

const ASCII = Uint8Array.from({ length: 0x80 }, (_, byte) => {
  const sign = String.fromCharCode(byte);
  if (byte === BLANK || byte === HYPHEN) return GAP;
  return /\d/.test(sign) ? DIGIT : /[a-z]/i.test(sign) ? LETTER : OTHER;
});

/** What the character is whose first byte stands at `at`. */
function kindAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!;
  if (lead < 0x80) return ASCII[lead]!;
  const second = bytes[at + 1]!;
  // Kanji and kana, but for what may be a long-vowel mark.
  if ((lead > 0xe3 && lead < 0xea) || (lead === 0xe3 && second > 0x80 && second < 0x83))
    return OTHER;
  // Full width: EF BC 81 is U+FF01, and so on to U+FF5E.
  if (lead !== 0xef || second < 0xbc || second > 0xbd) return GAP;
  const code = ((second & 1) << 6) | (bytes[at + 2]! & 0x3f);
  return code < 0x5f ? ASCII[code + 0x20]! : GAP;
}

/**
 * Is there no number beside a hotword: digits behind it, letters and digits side by side before it?
 * Words of digits alone stand behind their hotword only.
 */
export function hasNoNumber(bytes: Uint8Array, start: number, end: number): boolean {
  // The candidate may be a number itself.
  for (let at = start; at < end; at++) if (kindAt(bytes, at) === DIGIT) return false;
  return !hasDigitsBehind(bytes, end) && !hasMixtureBefore(bytes, start);
}

function hasDigitsBehind(bytes: Uint8Array, end: number): boolean {
  let digits = 0;
  let left = REACH + LONGEST;
  for (let at = end; at < bytes.length && left > 0 && bytes[at] !== LF; at++) {
    if (isWithin(bytes[at]!)) continue;
    left--;
    if (kindAt(bytes, at) === DIGIT && ++digits === LEAST_DIGITS) return true;
  }
  return false;
}

/** A letter beside a digit, or with signs between them that may be of a number. */
function hasMixtureBefore(bytes: Uint8Array, start: number): boolean {
  let last = OTHER;
  let left = REACH;
  for (let at = start - 1; at >= 0 && left > 0 && bytes[at] !== LF; at--) {
    if (isWithin(bytes[at]!)) continue;
    left--;
    const kind = kindAt(bytes, at);
    if (kind === GAP) continue;
    if (kind !== OTHER && last !== OTHER && kind !== last) return true;
    last = kind;
  }
  return false;
}

/** Is it the second byte of a character, or a later one? */
const isWithin = (byte: number) => (byte & 0xc0) === 0x80;
