/**
 * A view of a text in which one code unit stands for one: full-width letters, digits and
 * punctuation (U+FF01–U+FF5E) become ASCII, every hyphen, dash, minus and long-vowel mark between
 * digits becomes `-`, the ideographic space becomes a blank. Never NFKC, which changes lengths.
 */
const HYPHENS = new Set([
  0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212, 0xfe63, 0xff0d, 0x2043, 0x207b,
]);
const LONG_VOWELS = new Set([0x30fc, 0xff70]);

/** Does the text have a code unit outside ASCII? */
export function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return false;
  return true;
}

/** Folds one UTF-16 code unit; long-vowel marks are left to {@link fold}, which sees neighbours. */
function foldUnit(unit: number): number {
  if (unit < 0x80) return unit;
  if (unit >= 0xff01 && unit <= 0xff5e) return unit === 0xff0d ? 0x2d : unit - 0xfee0;
  if (unit === 0x3000 || unit === 0xa0) return 0x20;
  return HYPHENS.has(unit) ? 0x2d : unit;
}

const isDigit = (unit: number | undefined) => unit !== undefined && unit >= 48 && unit <= 57;

/** Folds a text without changing its length. */
export function fold(text: string): string {
  if (isAscii(text)) return text;
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) units[i] = foldUnit(text.charCodeAt(i));
  for (let i = 1; i < units.length; i++) {
    // 03ー1234ー5678: a long-vowel mark after a digit is a hyphen, after kana it is a vowel.
    if (LONG_VOWELS.has(units[i] ?? 0) && isDigit(units[i - 1])) units[i] = 0x2d;
  }
  return decoder.decode(units);
}

/** Ill-formed surrogates become U+FFFD, one unit for one. */
const decoder = new TextDecoder('utf-16le', { ignoreBOM: true });
