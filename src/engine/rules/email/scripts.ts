/** Letters, marks and digits of all scripts (RFC 6531, RFC 5890). */
const WORD = /^[\p{L}\p{M}\p{N}]$/u;
/** Scripts that are written without blanks: the words around an address stick to it. */
const UNSPACED =
  /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Thai}ー〆]$/u;

/** Is the UTF-16 unit a letter or digit outside ASCII? Half of a surrogate pair is not. */
export function isForeignLetter(text: string, at: number): boolean {
  return text.charCodeAt(at) > 0x7f && WORD.test(text[at] ?? '');
}

/** Is the unit a letter of a script without blanks between words? */
export function isUnspaced(text: string, at: number): boolean {
  return text.charCodeAt(at) > 0x7f && UNSPACED.test(text[at] ?? '');
}
