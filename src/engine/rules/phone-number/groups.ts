/** A run of digits inside a number, as indices into the slice. */
export interface Group {
  readonly start: number;
  readonly end: number;
}

/** Is this UTF-16 unit an ASCII digit? */
export const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** `- . / ( ) ~` and the blank: what stands between the groups of a number. */
function isSeparator(code: number): boolean {
  return (
    code === 0x2d ||
    code === 0x2e ||
    code === 0x2f ||
    code === 0x20 ||
    code === 0x28 ||
    code === 0x29 ||
    code === 0x7e
  );
}

/** Most separators between two groups: `+81-(0)90`, `+44 (0) 20`. */
const MOST_SEPARATORS = 3;
/** A number's beginning that the kernel cannot see: `+1 (650) ` before the 7 digits. */
const LOOK_BEHIND = 20;
/** Groups that are looked at together: a whole line of numbers, not all of a file of one line. */
const MOST_GROUPS = 2000;

/** First index of the groups that hang together with the digit at `start`, not before `floor`. */
export function groupsStart(folded: string, start: number, floor: number): number {
  let first = start;
  let separators = 0;
  for (let i = start - 1; i >= Math.max(floor, start - LOOK_BEHIND); i--) {
    const code = folded.charCodeAt(i);
    if (isDigit(code)) {
      first = i;
      separators = 0;
    } else if (!isSeparator(code) || ++separators > MOST_SEPARATORS) {
      break;
    }
  }
  return first;
}

/** {@link groupsStart} in bytes. */
export function groupsStartIn(bytes: Uint8Array, start: number): number {
  let first = start;
  let separators = 0;
  for (let i = start - 1; i >= Math.max(0, start - LOOK_BEHIND); i--) {
    const byte = bytes[i]!;
    if (isDigit(byte)) {
      first = i;
      separators = 0;
    } else if (!isSeparator(byte) || ++separators > MOST_SEPARATORS) {
      break;
    }
  }
  return first;
}

/** The groups of digits between two indices, up to a gap that no number has. */
export function groupsBetween(folded: string, start: number, end: number): readonly Group[] {
  const groups: Group[] = [];
  let i = start;
  while (i < end && groups.length < MOST_GROUPS) {
    const first = i;
    while (i < end && isDigit(folded.charCodeAt(i))) i++;
    if (i === first) break;
    groups.push({ start: first, end: i });
    const gap = i;
    while (i < end && i - gap <= MOST_SEPARATORS && isSeparator(folded.charCodeAt(i))) i++;
    if (i === gap || i - gap > MOST_SEPARATORS) break;
  }
  return groups;
}
