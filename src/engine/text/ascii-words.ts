const SMALL = 1;
const CAPITAL = 2;
const DIGIT = 3;

const KINDS = new Uint8Array(128);
KINDS.fill(SMALL, 0x61, 0x7b);
KINDS.fill(CAPITAL, 0x41, 0x5b);
KINDS.fill(DIGIT, 0x30, 0x3a);

/** Of a letter or a digit its kind, else 0. */
const kindAt = (name: string, at: number): number => KINDS[name.charCodeAt(at)] ?? 0;

/**
 * The words of a name in ASCII, in small letters, parted by blanks: sources hold so many names that
 * patterns, which other names need, would take longer than all else that is done with them.
 */
export function asciiWords(name: string): string {
  const words: string[] = [];
  let start = 0;
  for (let at = 0; at <= name.length; at++) {
    const isIn = kindAt(name, at) > 0;
    if (isIn && !beginsWord(name, at)) continue;
    if (at > start) words.push(name.slice(start, at));
    start = isIn ? at : at + 1;
  }
  return words.join(' ').toLowerCase();
}

/** Does a word begin within letters and digits: `custTel`, `CUSTTel`, `phone1`? */
function beginsWord(name: string, at: number): boolean {
  const kind = kindAt(name, at);
  const before = kindAt(name, at - 1);
  if (kind === CAPITAL) {
    return before === SMALL || before === DIGIT || (before > 0 && kindAt(name, at + 1) === SMALL);
  }
  if (kind === SMALL || before === 0 || before === DIGIT) return false;
  // One digit or two that end a word are a word of their own.
  let end = at + 1;
  while (end - at <= 2 && kindAt(name, end) === DIGIT) end++;
  return end - at <= 2 && kindAt(name, end) !== SMALL;
}
