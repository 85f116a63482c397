/** A value as it is written, and the same in capitals without blanks and signs. */
export interface Written {
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

const isWordUnit = (unit: number) =>
  (unit >= 48 && unit <= 57) || ((unit | 32) >= 97 && (unit | 32) <= 122) || unit === 95;

/**
 * Matches of a pattern in `[from, to)` of a folded text that begin at a word's first letter or
 * digit, from left to right; none overlaps another or ends in the middle of a word.
 *
 * @param pattern sticky
 */
export function* writtenIn(
  text: string,
  pattern: RegExp,
  from: number,
  to: number,
): Generator<Written> {
  for (let at = from; at < to; at++) {
    if (!isWordStart(text, at)) continue;
    const written = writtenAt(text, pattern, at);
    if (written === undefined || written.end > to) continue;
    yield written;
    at = written.end - 1;
  }
}

/** Does a word begin at an index: a letter or digit that none stands before? */
export function isWordStart(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (!isWordUnit(unit) || unit === 95) return false;
  return !isWordUnit(text.charCodeAt(at - 1)) || isEscape(text, at - 1);
}

/** The match of a sticky pattern at an index, when no letter or digit follows it. */
export function writtenAt(text: string, pattern: RegExp, at: number): Written | undefined {
  pattern.lastIndex = at;
  const raw = pattern.exec(text)?.[0];
  if (raw === undefined || isWordUnit(text.charCodeAt(at + raw.length))) return undefined;
  return { start: at, end: at + raw.length, value: raw.replace(/[^A-Z\d]/gi, '').toUpperCase() };
}

/** `\n`, `\r`, `\t`: the letter belongs to the backslash, not to the word behind it. */
function isEscape(text: string, at: number): boolean {
  return text[at - 1] === '\\' && /[nrt]/.test(text.charAt(at));
}

/**
 * Is it a part of something longer: a decimal, a compound, a path, a UUID, an entity, a colour?
 *
 * `1.4929…`, `ca-pub-4929…`, `/4929…/`, `&#4929…`, `4929…-8a1f`
 */
export function isPart(text: string, { start, end }: Omit<Written, 'value'>): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  const after = text.slice(end, end + 2);
  return (
    /\d\.$|[\w)\]][-/+~\\]$|[#$%&@^~/]$|-{2}$/.test(before) || /^[-/+~:@][\w*]|^\.\d|^%/.test(after)
  );
}

/** Are there so many digits in a range? */
export function hasDigits(text: string, from: number, to: number, least: number): boolean {
  let count = 0;
  for (let at = from; at < to && count < least; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 48 && unit <= 57) count++;
  }
  return count >= least;
}
