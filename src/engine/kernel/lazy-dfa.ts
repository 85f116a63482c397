import type { Messages } from '../rule.ts';

export interface Pattern {
  readonly id: string;
  /** Source of a regular expression. */
  readonly pattern: string;
}

export interface PatternProblem {
  readonly id: string;
  /** Why the pattern is refused; quotes nothing of it. */
  readonly message: Messages;
  /** UTF-16 offsets in the pattern. */
  readonly start: number;
  readonly end: number;
}

/** `pattern` is the index in the list that was compiled; `start` and `end` are byte offsets. */
export type EmitMatch = (pattern: number, start: number, end: number) => void;

export interface Automaton {
  /**
   * All leftmost-longest matches of every pattern, without overlaps within a pattern, in
   * `bytes[from, to)`. Bytes before `from` and after `to` are seen by `^`, `$` and `\b`.
   */
  findAll(bytes: Uint8Array, from: number, to: number, emit: EmitMatch): void;
}

export interface CompiledPatterns {
  /** Of the patterns that were not refused. */
  readonly automaton: Automaton;
  readonly problems: readonly PatternProblem[];
}

export declare function compilePatterns(patterns: readonly Pattern[]): CompiledPatterns;
