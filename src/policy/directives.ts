import type { Messages, Position } from '../engine/index.ts';

/** A directive that silenced nothing, or that names a rule that does not exist. */
export interface UnusedDirective {
  readonly start: Position;
  readonly end: Position;
  /** Holds no text of the line. */
  readonly message: Messages;
}

/** The directives of one source while its blocks go by. Made by `createDirectives`. */
export interface DirectiveState {
  /** To be asked after the last block, in order of place. */
  unused(): readonly UnusedDirective[];
}

/** @param customRules ids of the user's own rules, known besides the built-in ones */
export declare function createDirectives(customRules?: readonly string[]): DirectiveState;
