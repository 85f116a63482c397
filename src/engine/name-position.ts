/** Furthest that a value's separator may stand before a part of it, in UTF-16 units. */
const REACH = 60;
const LONGEST_WORD = 58;

const SEPARATORS = ':=(';
/** What a value does not go over; a quote may open it, a parenthesis too. */
const STOPS = '"\'`,;\n(){}';
const QUOTES = '"\'`';
/** What may stand between a name and its separator. */
const CLOSERS = '"\'`])\\*';

/**
 * The separator of the assignment whose value holds a candidate, or −1. Walked by hand: this runs
 * for every candidate, and a RegExp that must end at one place tries every other place first.
 */
export function separatorBefore(folded: string, start: number): number {
  const floor = Math.max(0, start - REACH);
  for (let at = start - 1; at >= floor; at--) {
    const unit = folded[at]!;
    if (SEPARATORS.includes(unit)) return firstOfSeparator(folded, at);
    if (unit === '>' && folded[at - 1] === '=') return at - 1;
    if (!STOPS.includes(unit)) continue;
    if (!QUOTES.includes(unit)) return -1;
    const before = skipBlanks(folded, at);
    const opener = folded[before - 1] ?? '';
    if (opener === '>' && folded[before - 2] === '=') return before - 2;
    return SEPARATORS.includes(opener) && opener !== '' ? firstOfSeparator(folded, before - 1) : -1;
  }
  return -1;
}

/** `:=` is one separator. */
function firstOfSeparator(text: string, at: number): number {
  return text[at] === '=' && text[at - 1] === ':' ? at - 1 : at;
}

function skipBlanks(text: string, end: number): number {
  let at = end;
  for (let i = 0; i < 16 && (text[at - 1] === ' ' || text[at - 1] === '\t'); i++) at--;
  return at;
}

/** Index after the name that stands before a separator: blanks, quotes and a bracket passed over. */
export function nameEnd(text: string, separator: number): number {
  let at = skipBlanks(text, separator);
  for (let i = 0; i < 3 && at > 0 && CLOSERS.includes(text[at - 1]!); i++) at--;
  return at;
}

/** First index of the word that ends at `end`; `end` when there is none. A word begins with no digit. */
export function wordStart(text: string, end: number): number {
  const floor = Math.max(0, end - LONGEST_WORD);
  let at = end;
  while (at > floor && isWordUnit(text.charCodeAt(at - 1))) at--;
  while (at < end && /[\d.-]/.test(text[at]!)) at++;
  return at;
}

const OTHER_LETTER = /[\p{L}\p{N}\p{M}]/u;

/** Letters and digits of any script, and `_ $ - .` */
function isWordUnit(unit: number): boolean {
  if (unit < 0x80) {
    const letter = unit | 0x20;
    return (
      (letter >= 0x61 && letter <= 0x7a) ||
      (unit >= 0x30 && unit <= 0x39) ||
      unit === 0x5f ||
      unit === 0x24 ||
      unit === 0x2d ||
      unit === 0x2e
    );
  }
  if (unit >= 0x3041 && unit <= 0x9fff) return true;
  return OTHER_LETTER.test(String.fromCharCode(unit));
}
