import type { Messages } from '../rule.ts';
import { createBackward } from './pattern/backward.ts';
import { createForward } from './pattern/forward.ts';
import { createMatcher, type EmitMatch } from './pattern/matches.ts';
import { positionsOf, type Positions } from './pattern/positions.ts';
import { link } from './pattern/program.ts';
import { Refusal, REFUSALS, type RefusalCode } from './pattern/refusal.ts';
import { parsePattern } from './pattern/syntax.ts';

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

export interface Automaton {
  /**
   * All leftmost-longest matches of every pattern that begin in `[from, to)` and are not empty,
   * without overlaps within a pattern, in order of their end. They may end after `to`: all bytes
   * are seen, those before `from` by `^` and `\b` only.
   */
  findAll(bytes: Uint8Array, from: number, to: number, emit: EmitMatch): void;
}

export interface CompiledPatterns {
  /** Of the patterns that were not refused. */
  readonly automaton: Automaton;
  readonly problems: readonly PatternProblem[];
}

/** Bound on the automaton of all patterns together. */
const MOST_POSITIONS_TOGETHER = 6000;

/**
 * Compiles the patterns of the user's own rules to one automaton: linear time whatever the
 * pattern, all patterns in one pass, bounded memory. What is not regular or too large is refused.
 */
export function compilePatterns(patterns: readonly Pattern[]): CompiledPatterns {
  const problems: PatternProblem[] = [];
  let total = 0;
  const compiled = patterns.map(({ id, pattern }): Positions | undefined => {
    const refuse = (code: RefusalCode, start: number, end: number): undefined => {
      problems.push({ id, message: REFUSALS[code], start, end });
    };
    try {
      const positions = positionsOf(parsePattern(pattern), pattern.length);
      total += positions.bytes.length;
      if (total <= MOST_POSITIONS_TOGETHER) return positions;
      total -= positions.bytes.length;
      return refuse('too-large-together', 0, pattern.length);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return refuse(error.code, error.start, error.end);
    }
  });
  return { automaton: automatonOf(compiled), problems };
}

function automatonOf(compiled: readonly (Positions | undefined)[]): Automaton {
  const program = link(compiled);
  if (program.size === 0) return { findAll: () => undefined };
  const forward = createForward(program);
  const findMatches = createMatcher(program, createBackward(program));
  return {
    findAll(bytes, from, to, emit) {
      forward.regions(bytes, from, to, (start, end) => {
        findMatches(bytes, { start, end, to }, emit);
      });
    },
  };
}
