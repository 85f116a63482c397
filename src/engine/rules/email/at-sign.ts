/** An at-sign, however it is written. */
export interface AtSign {
  readonly start: number;
  readonly end: number;
  /** Percent-encoded (RFC 3986), as in a query string. */
  readonly encoded: boolean;
}

/** `@`, full-width `＠` (folded), `%40`, `&#64;`, `&#x40;`, `&commat;`. */
const AT_SIGN = /@|%40|&(?:#0{0,2}64|#x0{0,2}40|commat);/gi;

/** The at-signs in `[start, end)`. */
export function* atSigns(folded: string, start: number, end: number): Generator<AtSign> {
  for (const match of folded.slice(start, end).matchAll(AT_SIGN)) {
    const at = start + match.index;
    yield { start: at, end: at + match[0].length, encoded: match[0].startsWith('%') };
  }
}
