import { complement, DIGITS, DOT, SPACE, union, WORD, type Ranges } from './code-points.ts';
import { Refusal, type RefusalCode } from './refusal.ts';

/** `^` and `$` stand at line ends (LF, CR) and at the text's ends; `\b` is ASCII's. */
export type Assertion = 'line-start' | 'line-end' | 'word-edge' | 'no-word-edge';

export type Node =
  | { readonly kind: 'class'; readonly ranges: Ranges }
  | { readonly kind: 'assertion'; readonly assertion: Assertion }
  | { readonly kind: 'sequence'; readonly nodes: readonly Node[] }
  | { readonly kind: 'alternatives'; readonly nodes: readonly Node[] }
  /** `most` is undefined for no limit. */
  | {
      readonly kind: 'repeat';
      readonly node: Node;
      readonly least: number;
      readonly most?: number;
    };

const LONGEST_PATTERN = 1000;
const DEEPEST_GROUP = 50;

const CLASS_ESCAPES: Readonly<Record<string, Ranges>> = {
  d: DIGITS,
  D: complement(DIGITS),
  w: WORD,
  W: complement(WORD),
  s: SPACE,
  S: complement(SPACE),
};

const CONTROL_ESCAPES: Readonly<Record<string, number>> = {
  n: 10,
  r: 13,
  t: 9,
  f: 12,
  v: 11,
  0: 0,
};

const ASSERTIONS: Readonly<Record<string, Assertion>> = { b: 'word-edge', B: 'no-word-edge' };

interface Reader {
  readonly source: string;
  at: number;
  depth: number;
}

/**
 * Parses the regular part of JavaScript's regular expressions (`u` and `m` flags, code points).
 *
 * @throws Refusal
 */
export function parsePattern(source: string): Node {
  if (source.length > LONGEST_PATTERN) throw new Refusal('too-long', 0, source.length);
  const reader: Reader = { source, at: 0, depth: 0 };
  const node = alternatives(reader);
  if (reader.at < source.length) refuse(reader, 'stray-bracket', reader.at);
  return node;
}

function refuse(reader: Reader, code: RefusalCode, start: number): never {
  throw new Refusal(code, start, Math.max(start + 1, Math.min(reader.at, reader.source.length)));
}

function peek(reader: Reader): string {
  const code = reader.source.codePointAt(reader.at);
  return code === undefined ? '' : String.fromCodePoint(code);
}

function take(reader: Reader): string {
  const character = peek(reader);
  reader.at += character.length;
  return character;
}

function accept(reader: Reader, text: string): boolean {
  if (!reader.source.startsWith(text, reader.at)) return false;
  reader.at += text.length;
  return true;
}

function alternatives(reader: Reader): Node {
  const nodes = [sequence(reader)];
  while (accept(reader, '|')) nodes.push(sequence(reader));
  return nodes.length === 1 ? nodes[0]! : { kind: 'alternatives', nodes };
}

function sequence(reader: Reader): Node {
  const nodes: Node[] = [];
  for (let next = peek(reader); next !== '' && next !== '|' && next !== ')'; next = peek(reader)) {
    nodes.push(repeated(reader));
  }
  return { kind: 'sequence', nodes };
}

function repeated(reader: Reader): Node {
  const node = atom(reader);
  const start = reader.at;
  const bounds = quantifier(reader);
  if (bounds === undefined) return node;
  if (node.kind === 'assertion') refuse(reader, 'nothing-to-repeat', start);
  if (accept(reader, '?')) refuse(reader, 'lazy', start);
  if (/^[*+?{]/.test(peek(reader))) refuse(reader, 'nothing-to-repeat', reader.at);
  const [least, most] = bounds;
  return most === undefined
    ? { kind: 'repeat', node, least }
    : { kind: 'repeat', node, least, most };
}

function quantifier(reader: Reader): readonly [number, number | undefined] | undefined {
  if (accept(reader, '*')) return [0, undefined];
  if (accept(reader, '+')) return [1, undefined];
  if (accept(reader, '?')) return [0, 1];
  if (peek(reader) !== '{') return undefined;
  const start = reader.at;
  const braces = /^\{(\d{1,5})(?:(,)(\d{1,5})?)?\}/.exec(reader.source.slice(start, start + 15));
  if (braces === null) refuse(reader, 'repeat-order', start);
  reader.at += braces[0].length;
  const least = Number(braces[1]);
  const most = braces[2] === undefined ? least : braces[3] && Number(braces[3]);
  if (most === undefined || most === '') return [least, undefined];
  if (most < least) refuse(reader, 'repeat-order', start);
  return [least, most];
}

function atom(reader: Reader): Node {
  const start = reader.at;
  const character = take(reader);
  switch (character) {
    case '(':
      return group(reader, start);
    case '[':
      return characterClass(reader, start);
    case '.':
      return { kind: 'class', ranges: DOT };
    case '^':
      return { kind: 'assertion', assertion: 'line-start' };
    case '$':
      return { kind: 'assertion', assertion: 'line-end' };
    case '\\':
      return escaped(reader, start);
    case '*':
    case '+':
    case '?':
    case '{':
      return refuse(reader, 'nothing-to-repeat', start);
    case ']':
    case '}':
      return refuse(reader, 'stray-bracket', start);
    default:
      return single(character.codePointAt(0)!);
  }
}

function single(code: number): Node {
  return { kind: 'class', ranges: [[code, code]] };
}

function group(reader: Reader, start: number): Node {
  if (peek(reader) === '?') {
    const look = /^\?<?[=!]/.exec(reader.source.slice(reader.at, reader.at + 3));
    if (look !== null) {
      reader.at += look[0].length;
      refuse(reader, 'look-around', start);
    }
    const opening = /^\?(?::|<\w{1,50}>)/.exec(reader.source.slice(reader.at, reader.at + 60));
    if (opening === null) refuse(reader, 'flags', start);
    reader.at += opening[0].length;
  }
  reader.depth += 1;
  if (reader.depth > DEEPEST_GROUP) refuse(reader, 'too-deep', start);
  const node = alternatives(reader);
  reader.depth -= 1;
  if (!accept(reader, ')')) refuse(reader, 'open-group', start);
  return node;
}

function escaped(reader: Reader, start: number): Node {
  const next = peek(reader);
  const assertion = ASSERTIONS[next];
  if (assertion !== undefined) {
    take(reader);
    return { kind: 'assertion', assertion };
  }
  const value = escapeValue(reader, start);
  return typeof value === 'number' ? single(value) : { kind: 'class', ranges: value };
}

/** The escape after a backslash, inside or outside a class: a code point or a class. */
function escapeValue(reader: Reader, start: number): number | Ranges {
  const character = take(reader);
  if (character === '') refuse(reader, 'trailing-backslash', start);
  const ranges = CLASS_ESCAPES[character];
  if (ranges !== undefined) return ranges;
  if (/^[1-9k]/.test(character)) refuse(reader, 'back-reference', start);
  if (/^p$/i.test(character)) refuse(reader, 'property', start);
  const control = CONTROL_ESCAPES[character];
  if (control !== undefined && !(character === '0' && /^\d/.test(peek(reader)))) return control;
  if (character === 'x' || character === 'u') return hexadecimal(reader, character, start);
  if (/^[a-z\d]/i.test(character)) refuse(reader, 'escape', start);
  return character.codePointAt(0)!;
}

function hexadecimal(reader: Reader, letter: string, start: number): number {
  const form = letter === 'x' ? /^([\da-f]{2})/i : /^(?:([\da-f]{4})|\{([\da-f]{1,6})\})/i;
  const found = form.exec(reader.source.slice(reader.at, reader.at + 8));
  const code = found === null ? NaN : parseInt(found[1] ?? found[2]!, 16);
  if (found === null || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) {
    refuse(reader, 'escape', start);
  }
  reader.at += found[0].length;
  return code;
}

function characterClass(reader: Reader, start: number): Node {
  const negated = accept(reader, '^');
  const ranges: (readonly [number, number])[] = [];
  while (!accept(reader, ']')) {
    const from = reader.at;
    const low = classMember(reader, start);
    const isRange = peek(reader) === '-' && reader.source[reader.at + 1] !== ']';
    if (!isRange || typeof low !== 'number') {
      ranges.push(...(typeof low === 'number' ? [[low, low] as const] : low));
      continue;
    }
    take(reader);
    const high = classMember(reader, start);
    if (typeof high !== 'number') {
      ranges.push([low, low], [0x2d, 0x2d], ...high);
    } else {
      if (high < low) refuse(reader, 'range-order', from);
      ranges.push([low, high]);
    }
  }
  const all = negated ? complement(ranges) : union(ranges);
  if (all.length === 0) refuse(reader, 'empty-class', start);
  return { kind: 'class', ranges: all };
}

function classMember(reader: Reader, start: number): number | Ranges {
  const at = reader.at;
  const character = take(reader);
  if (character === '') refuse(reader, 'open-class', start);
  if (character !== '\\') return character.codePointAt(0)!;
  if (accept(reader, 'b')) return 8;
  return escapeValue(reader, at);
}
