import type { LabelEndings } from './labels.ts';
import { compileListed, type Listed } from './listed.ts';
import { compileLiterals, type Literals } from './literals.ts';
import { compileNumbered, type Numbered, type NumberedWords } from './numbered.ts';
import { COMMERCIAL_AT, DIGIT, FIRST_OF_LITERAL, LIST, SEPARATOR, WIDE } from './wasm/layout.ts';

/** Ways to write an at-sign besides `@` itself. */
const AT_SIGNS = ['＠', '%40', '&#64;', '&#x40;', '&commat;'];

/**
 * Bytes that end no name before an at-sign: blanks, and what stands before decorators, scopes and tags.
 * A row of at-signs is no address either, and a file of them must not cost more than another.
 */
export const NO_NAMES: ReadonlySet<number> = new Set(
  [' ', '\t', '\n', '\v', '\f', '\r', '/', "'", '`', '(', '*', '@'].map((each) =>
    each.charCodeAt(0),
  ),
);

/** What the rules want to see by words: beside numbers, and in lists. */
export interface KernelWords {
  readonly numbered: NumberedWords;
  /** Names that count behind a comma or at the beginning of a line. Asked for where one may stand. */
  readonly listed: () => readonly string[];
}

/** What the scanner looks for, compiled: the tables that it looks into, whichever way it is written. */
export interface KernelParts {
  /** Kinds of each byte. */
  readonly classes: Uint8Array;
  /** The rules' literals, then the at-signs. */
  readonly literals: Literals;
  /** How many of them are the rules'. */
  readonly literalCount: number;
  readonly labels: LabelEndings;
  readonly numbered: Numbered;
  readonly listed: Listed;
}

export function compileParts(
  literals: readonly string[],
  labels: LabelEndings,
  words: KernelWords,
): KernelParts {
  const compiled = compileLiterals([...literals, ...AT_SIGNS]);
  return {
    classes: classesOf(compiled.firsts),
    literals: compiled,
    literalCount: literals.length,
    labels,
    numbered: compileNumbered(words.numbered),
    listed: compileListed(words.listed),
  };
}

function classesOf(firsts: Uint8Array): Uint8Array {
  const classes = firsts.map((isFirst) => (isFirst === 1 ? FIRST_OF_LITERAL : 0));
  for (let i = 0x30; i <= 0x39; i++) classes[i]! |= DIGIT;
  for (const byte of [0x3a, 0x3d, 0x28, 0x3e]) classes[byte]! |= SEPARATOR;
  classes[0x40]! |= COMMERCIAL_AT;
  classes[0xef]! |= WIDE;
  for (const byte of [0x2c, 0x0a]) classes[byte]! |= LIST;
  return classes;
}
