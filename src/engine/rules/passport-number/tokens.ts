/** A piece of a text that could be a number; `number` in capitals, without separators. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly number: string;
  /** Is it written in one piece, in capitals? */
  readonly plain: boolean;
}

/** Letters and digits in one piece: `TKnnnnnnn`, `C01X00T478`. */
const SOLID = /[A-Z\d]{6,11}/iy;

/** Capital series letters apart: `TK nnnnnnn`, `A-nnnnnnn`; India's `Ann nnnnn`; Poland's `AAn nnnnnn`; Russia's `nn nnnnnnn`. */
const SPLIT =
  /[A-Z]{1,3}[ -]\d{6,8}[A-Z]{0,2}|[A-Z]\d{2} \d{5}|[A-Z]{2}\d[ -]\d{6}|\d{2}[ -]\d{7}|\d{3} \d{6}/y;

/** Words for "number" and the like, which stand before digits and are not their series letters. */
const NOT_LETTERS = /^(?:no|nr|num|id|is|ist|es|est|of|und|and|et|[yes]|the|my)[ -]/i;

/** The token that begins at an index and is no part of a longer word. */
export function tokenAt(text: string, start: number): Token | undefined {
  if (isWordUnit(text, start - 1) && !isEscape(text, start - 1)) return undefined;
  return matchToken(SPLIT, text, start) ?? matchToken(SOLID, text, start);
}

function matchToken(pattern: RegExp, text: string, start: number): Token | undefined {
  pattern.lastIndex = start;
  const raw = pattern.exec(text)?.[0];
  if (raw === undefined || NOT_LETTERS.test(raw)) return undefined;
  const end = start + raw.length;
  if (isWordUnit(text, end) || !/\d/.test(raw)) return undefined;
  const number = raw.replace(/[ -]/g, '').toUpperCase();
  return { start, end, number, plain: raw === number };
}

/** The token of two capitals right before a run of digits, which is a cheap thing to ask. */
export function tokenOfDigits(text: string, digits: number): Token | undefined {
  const start = digits - 2;
  if (!isCapital(text.charCodeAt(start)) || !isCapital(text.charCodeAt(start + 1)))
    return undefined;
  return tokenAt(text, start);
}

const isCapital = (unit: number) => unit >= 65 && unit <= 90;

/** `\n`, `\r`, `\t`: the letter belongs to the backslash, not to the word behind it. */
const isEscape = (text: string, index: number) =>
  text[index - 1] === '\\' && /[nrt]/.test(text.charAt(index));

/** ASCII only: between kanji and Latin there is no blank, and `\b` means different things. */
function isWordUnit(text: string, index: number): boolean {
  return /\w/.test(text.charAt(index));
}
