/**
 * A view of a text in which one code unit stands for one: full-width letters, digits and
 * punctuation (U+FF01–U+FF5E) become ASCII, every hyphen, dash, minus and long-vowel mark between
 * digits becomes `-`, the ideographic space becomes a blank. Never NFKC, which changes lengths.
 */
const HYPHENS = new Set([
  0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212, 0xfe63, 0xff0d, 0x2043, 0x207b,
]);
const isLongVowel = (unit: number) => unit === 0x30fc || unit === 0xff70;

/** Does the text have a code unit outside ASCII? */
export function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return false;
  return true;
}

/** Folds one UTF-16 code unit; long-vowel marks are left to {@link fold}, which sees neighbours. */
function foldUnit(unit: number): number {
  // Kana, kanji and hangul stay, and are most of what is not ASCII.
  if (unit < 0x80 || (unit > 0x3000 && unit < 0xfe00)) return unit;
  if (unit >= 0xff01 && unit <= 0xff5e) return unit === 0xff0d ? 0x2d : unit - 0xfee0;
  if (unit === 0x3000 || unit === 0xa0) return 0x20;
  return HYPHENS.has(unit) ? 0x2d : unit;
}

const isDigit = (unit: number) => unit >= 48 && unit <= 57;

/** Folds a text without changing its length. */
export function fold(text: string): string {
  if (isAscii(text)) return text;
  const units = new Uint16Array(text.length);
  let last = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    // 03ー1234ー5678: a long-vowel mark after a digit is a hyphen, after kana it is a vowel.
    last = isLongVowel(unit) && isDigit(last) ? 0x2d : foldUnit(unit);
    units[i] = last;
  }
  return decoder.decode(units);
}

/** Ill-formed surrogates become U+FFFD, one unit for one. */
const decoder = new TextDecoder('utf-16le', { ignoreBOM: true });
