/** A line end within a value, with the indent, or the head of a log's line, behind it. */
export interface Break {
  readonly start: number;
  readonly end: number;
}

const LF = 0x0a;
const CR = 0x0d;
const HYPHEN = 0x2d;
const AT = 0x40;
const isDigit = (byte: number | undefined) => byte !== undefined && byte >= 0x30 && byte <= 0x39;
const isWord = (byte: number | undefined) =>
  byte !== undefined &&
  (isDigit(byte) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) || byte === 0x5f);

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const LONGEST_HEAD = 160;
/** `2026-01-02T03:04:05Z INFO [main] `, `Jan  2 03:04:05 host app[12]: `: RFC 3339 and RFC 3164. */
const HEAD =
  /^(?:\[?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?\]?|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d(?: [\w.-]{1,60})?)(?: (?:\[[^\]\n]{1,40}\]|[A-Z]{4,7}|[\w./-]{1,40}(?:\[\d{1,9}\])?:)){0,3} /;
/** `customers[1].name=`, `tel: `: the next line begins with a field of its own. */
const NAMED = /^[\w.[\]-]{1,60} ?[=:]/;
const INDENT = /^[ \t]{0,40}/;

/** What an address goes on behind: 都道府県市区町村郡丁目, at a line's end. */
const PLACE = new Set('都道府県市区町村郡目'.split(''));

/** Widths at which terminals, mailers and loggers break lines. */
const WIDTHS = new Uint8Array(257);
for (const width of [72, 76, 78, 79, 80, 100, 120, 128, 132, 160, 200, 256]) WIDTHS[width] = 1;

/**
 * The line ends in `bytes[from, to)` that a value may go over: after a hyphen between digits,
 * beside an at-sign, after a place's name, and where lines are broken at a fixed width.
 */
export function* brokenLines(bytes: Uint8Array, from: number, to: number): Generator<Break> {
  let lineStart = from;
  for (let at = bytes.indexOf(LF, from); at >= 0 && at < to - 1; at = bytes.indexOf(LF, at + 1)) {
    const end = bytes[at - 1] === CR ? at - 1 : at;
    const width = end - lineStart;
    const isFull = WIDTHS[width] === 1;
    if (isFull || maySplit(bytes, end, at + 1)) {
      const next = goesOnAt(bytes, at + 1, to, isFull);
      if (next > 0 && isSplit(bytes, end, next, isFull)) yield { start: end, end: next };
    }
    lineStart = at + 1;
  }
}

/** A cheap look at a line's end and the next line: most lines of a source are over at their end. */
function maySplit(bytes: Uint8Array, end: number, next: number): boolean {
  const last = bytes[end - 1];
  if (last === HYPHEN) return isDigit(bytes[end - 2]);
  if (last === AT) return isWord(bytes[end - 2]);
  if (isWord(last)) return hasJoint(bytes, next);
  return last !== undefined && last >= 0x80;
}

/** Is a hyphen or an at-sign near the line's begin, with which a value may go on? */
function hasJoint(bytes: Uint8Array, start: number): boolean {
  const stop = Math.min(bytes.length, start + LONGEST_HEAD);
  for (let at = start; at < stop && bytes[at] !== LF; at++) {
    if (bytes[at] === HYPHEN || bytes[at] === AT) return true;
  }
  return false;
}

/** UTF-16 length of what stands before the text of a line that goes on: a log's head, an indent. */
export function leadOf(line: string): number {
  return (HEAD.exec(line) ?? INDENT.exec(line)!)[0].length;
}

/** Where the next line's text begins; −1 when the line is empty. */
function goesOnAt(bytes: Uint8Array, start: number, to: number, isFull: boolean): number {
  const line = decoder.decode(bytes.subarray(start, Math.min(to, start + LONGEST_HEAD)));
  const lead = HEAD.exec(line)?.[0].length ?? (isFull ? 0 : INDENT.exec(line)![0].length);
  const next = start + lead;
  const byte = bytes[next];
  if (NAMED.test(line.slice(lead))) return -1;
  return next < to && byte !== undefined && byte > 0x20 ? next : -1;
}

function isSplit(bytes: Uint8Array, end: number, next: number, isFull: boolean): boolean {
  const last = bytes[end - 1];
  const first = bytes[next];
  if (isFull && (last ?? 0) > 0x20) return true;
  if (last === HYPHEN) return isDigit(bytes[end - 2]) && isDigit(first);
  if (last === AT) return isWord(bytes[end - 2]) && isWord(first);
  if (first === HYPHEN) return isDigit(last) && isDigit(bytes[next + 1]);
  if (first === AT) return isWord(last) && isWord(bytes[next + 1]);
  if ((last ?? 0) < 0x80) return false;
  if (!isDigit(first) && (first ?? 0) < 0xe3) return false;
  return PLACE.has(decoder.decode(bytes.subarray(Math.max(0, end - 3), end)));
}
