/** Longest look at what stands after a number. */
const REACH = 24;

/** `x503` may be a factor; a word says what it is: `ext. 503`, `内線12`, `доб. 12`. */
const EXTENSION =
  /^[ ,;.:(]{0,4}(?:ext|extn|extensi[oó]n|anexo|доб|durchwahl|内線)[ .:=]{0,3}\d{1,7}(?!\d)/i;

/** Does an extension follow, in words? */
export function hasExtension(folded: string, end: number): boolean {
  return EXTENSION.test(folded.slice(end, end + REACH));
}

/** `… (mobile)`, `…-Phone`, `… Fax` at the end of a line, `…（携帯）`. */
const WORD =
  /^(?: ?[-(:|] ?(?:phone|telephone|tel|fax|mobile|cell|handy|home|work|office|携帯|自宅|勤務先|代表|直通)(?!\p{Ll})| (?:phone|telephone|tel|fax|mobile|cell)(?= *(?:$|[\r\n,.;|])))/iu;

/** Does a word after the number say that it is one? */
export function hasWordAfter(folded: string, end: number): boolean {
  const next = folded[end];
  if (next !== ' ' && next !== '-' && next !== '(' && next !== ':' && next !== '|') return false;
  return WORD.test(folded.slice(end, end + REACH));
}
