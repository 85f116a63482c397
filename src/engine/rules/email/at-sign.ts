/** An at-sign, however it is written. */
export interface AtSign {
  readonly start: number;
  readonly end: number;
  /** Percent-encoded (RFC 3986), as in a query string. */
  readonly encoded: boolean;
}

/** `@`, full-width `＠` (folded), `%40`, `&#64;`, `&#x40;`, `&commat;`. */
const AT_SIGN = /@|%40|&(?:#0{0,2}64|#x0{0,2}40|commat);/gi;

/** The at-signs that begin in `[start, end)`. */
export function* atSigns(folded: string, start: number, end: number): Generator<AtSign> {
  AT_SIGN.lastIndex = start;
  for (let match = AT_SIGN.exec(folded); match; match = AT_SIGN.exec(folded)) {
    const { index } = match;
    if (index >= end) return;
    const next = index + match[0].length;
    yield { start: index, end: next, encoded: match[0].startsWith('%') };
    AT_SIGN.lastIndex = next;
  }
}
