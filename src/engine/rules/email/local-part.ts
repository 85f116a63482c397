import { octetsOf } from './octets.ts';
import { isForeignLetter, isUnspaced } from './scripts.ts';

/** RFC 5321 section 4.5.3.1.1: the local part has 64 octets at most. */
const LONGEST_LOCAL = 64;
/** How far to look back: a local part, and the key or path that sticks to it. */
const LOOK_BEHIND = 160;
/** Longest local part in a script without blanks: more is a sentence. */
const LONGEST_UNSPACED = 20;

/** 連絡先は…: a particle after kanji ends the words before a name in the same script. */
const PARTICLE = /^.*[一-龠ァ-ヶー](?:から|まで|[がではへをに])(?=.)/;

/** RFC 5322 atext and the dot, by UTF-16 unit. */
const ATEXT = Uint8Array.from({ length: 128 }, (_, unit) =>
  /[\w!#$%&'*+/=?^`{|}~.-]/.test(String.fromCharCode(unit)) ? 1 : 0,
);
const HYPHEN = 0x2d;

/** A dash that only the folding made a hyphen ends an address. */
function isAtext(text: string, folded: string, at: number): boolean {
  const unit = folded.charCodeAt(at);
  if (!(unit < 128) || ATEXT[unit] === 0) return false;
  return unit !== HYPHEN || text[at] === '-' || text[at] === '\uff0d';
}

/** An address in ASCII ends at kanji; é, ß and Cyrillic letters belong to the word. */
function continues(text: string, folded: string, at: number): boolean {
  if (isAtext(text, folded, at)) return true;
  return isForeignLetter(text, at) && !isUnspaced(text, at);
}

/** Where the run before the at-sign begins, with what sticks to the local part. */
function runStart(text: string, folded: string, at: number, field: number): number {
  const floor = Math.max(field, at - LOOK_BEHIND);
  let start = at;
  if (isUnspaced(text, at - 1)) {
    while (start > floor && isWord(text, start - 1)) start--;
    start += lengthOf(PARTICLE, text.slice(start, at));
    return at - start > LONGEST_UNSPACED ? at : start;
  }
  while (start > floor && continues(text, folded, start - 1)) start--;
  return start;
}

/** 山田.太郎, みん-あ: letters of any script, digits, dots, hyphens. */
function isWord(text: string, at: number): boolean {
  return /[\w.-]/.test(text[at] ?? ' ') || isForeignLetter(text, at);
}

/** What stands around the run that holds a local part. */
interface Run {
  readonly text: string;
  /** The character before it. */
  readonly before: string;
  /** The character after the domain. */
  readonly after: string;
  /** The at-sign is percent-encoded. */
  readonly encoded: boolean;
  /** It begins where a field of addresses begins: there no key stands before. */
  readonly first: boolean;
}

/** How many characters at the run's beginning are not of the address. Tried again until none is. */
const STICKING: readonly ((run: Run) => number)[] = [
  // `\n`, `\u003c` in string literals: the backslash ends the run before.
  ({ text, before }) =>
    before === '\\' ? lengthOf(/^(?:u[0-9a-f]{4}|x[0-9a-f]{2}|[nrt])/i, text) : 0,
  // `%20`, `%3C`, `%22` in a URI; where the at-sign is encoded, all but `%2B`.
  ({ text, encoded }) =>
    lengthOf(encoded ? /^.*%(?!2b)[0-9a-f]{2}/i : /^.*%(?:0[ad]|2[027c]|3[acd])/i, text),
  // `email=`, `?to=`, `a=1&cc=`: a key, not the tags of a mailbox (user+box/team=sales).
  ({ text, first }) => (first ? 0 : lengthOf(/^(?:[^+]*[?&])?[\w.[\]-]*=+/, text)),
  // Cells between bars.
  ({ text, after }) => (after === '|' || text.startsWith('|') ? lengthOf(/^.*\|/, text) : 0),
  // Quotes and emphasis around the address.
  ({ text, after }) =>
    /['`]/.test(after) ? text.lastIndexOf(after) + 1 : lengthOf(/^['`]+/, text),
  ({ text, after }) => (after === '*' ? lengthOf(/^\*+/, text) : 0),
  ({ text, after }) => (after === '_' ? lengthOf(/^_+/, text) : 0),
  // A path, a comment without a blank; `customer/department` does not begin so.
  ({ text }) => (text.startsWith('/') ? text.lastIndexOf('/') + 1 : 0),
  // Comment and list signs, an ellipsis, a line of a diff.
  ({ text }) => lengthOf(/^(?:.*\/\/|[-#=?&^]+|\.{2,})/, text),
  ({ text, before }) => (/^\n?$/.test(before) ? lengthOf(/^\+\b/, text) : 0),
];

function lengthOf(pattern: RegExp, text: string): number {
  return pattern.exec(text)?.[0].length ?? 0;
}

/** Letters, digits, dots, signs of tags, and nothing before that could stick. */
const PLAIN = /^[a-z\d][\w.+-]*$/i;

function stickingLength(run: Run): number {
  if (PLAIN.test(run.text) && run.before !== '\\') return 0;
  let length = 0;
  for (let rest = run; ;) {
    const step = STICKING.map((off) => off(rest)).find((found) => found > 0);
    if (step === undefined) return length;
    length += step;
    rest = { ...rest, text: run.text.slice(length), before: run.text[length - 1] ?? '' };
  }
}

/** `{user}`, `$USER`, `%s`, `j***`: a template or a mask, nobody's mailbox. */
const TEMPLATE = /\*|\{[a-z\d${]|\}\}|^\$[a-z_]+$|%[sdv]$|^x{3,}$/i;

/** What is known of an address before its local part is. */
export interface Beside extends Pick<Run, 'after' | 'encoded'> {
  /** First index of the field of addresses that holds it. */
  readonly field: number | undefined;
}

/** The local part before an at-sign. */
export interface LocalPart {
  readonly start: number;
  /** As it stands, folded. */
  readonly name: string;
  /** Dots that RFC 5321 forbids, but old Japanese mobile addresses have: `a..b.@`. */
  readonly loose: boolean;
}

/**
 * The local part before the at-sign at `at`, without keys, quotes, escapes and markup that stick
 * to it. Undefined where there is none, or a template, a mask, or more than RFC 5321 allows.
 */
export function localPartBefore(
  text: string,
  folded: string,
  at: number,
  { after, encoded, field }: Beside,
): LocalPart | undefined {
  if (/[\s'"`]/.test(folded[at - 1] ?? ' ')) return undefined;
  const from = runStart(text, folded, at, field ?? 0);
  const run = {
    text: folded.slice(from, at),
    before: folded[from - 1] ?? '',
    after,
    encoded,
    first: from === field,
  };
  const start = from + stickingLength(run);
  const name = folded.slice(start, at);
  if (name === '' || octetsOf(name) > LONGEST_LOCAL || TEMPLATE.test(name)) return undefined;
  if (name.startsWith('.') || !isOpen(folded, start, name)) return undefined;
  return { start, name, loose: name.includes('..') || name.endsWith('.') };
}

/** Not the second at-sign of `@user@host`, the rest of a template, or a class in a pattern. */
function isOpen(folded: string, start: number, name: string): boolean {
  const before = folded[start - 1] ?? '\n';
  // `-- @`, `___@`: a ruler, not a name.
  if (/^[-_.=~]+$/.test(name)) return false;
  if (/[@}]/.test(before) || (before === '\\' && /^[dsw][*+?]?$/i.test(name))) return false;
  return /[\p{L}\p{N}]/u.test(name) || /[\s"\u3040-\u30ff]/.test(before);
}
