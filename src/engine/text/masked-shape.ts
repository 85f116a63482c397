/** What may stay of a value: punctuation, blanks, currency and mathematical signs, the postal mark. */
const KEPT = /^[\p{P}\p{Z}\p{Sc}\p{Sm}\p{Sk}〒〠]$/u;
/** Longest run of one character in a shape; longer runs would tell the length of a name. */
export const LONGEST_RUN = 4;

/** The code point as it stands in a shape. Line ends and other controls would break a report's line. */
function shapeOf(character: string): string {
  const code = character.charCodeAt(0);
  if (code <= 0x20 || code === 0x7f) return ' ';
  if (code < 0x80) return asciiIsLetterOrDigit(code) ? '*' : character;
  // Nearly all of a Japanese address; the expression below costs a hundred times as much.
  if (code >= 0x3400 && code <= 0x9fff) return '*';
  if (!KEPT.test(character)) return '*';
  return /^\p{Z}$/u.test(character) ? ' ' : character;
}

function asciiIsLetterOrDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a);
}

/**
 * The shape of a value, the only form in which a report may show it: every letter, digit, mark
 * and pictograph of any script is `*`, separators stay, runs are cut to four.
 *
 * `****@****.**` for an e-mail address, `***-****-****` for a mobile number.
 */
export function maskedShape(value: string): string {
  let shape = '';
  let last = '';
  let run = 0;
  for (const character of value) {
    const next = shapeOf(character);
    run = next === last ? run + 1 : 1;
    last = next;
    if (run <= LONGEST_RUN) shape += next;
  }
  return shape;
}
