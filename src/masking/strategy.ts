/**
 * How a value is masked.
 * - `partial` keeps the shape: `TK*******`, `090-****-5678`
 * - `placeholder` names the kind: `[EMAIL]`
 * - `stand-in` is a valid value of the same format and width that is provably nobody's
 */
export type Strategy = 'partial' | 'placeholder' | 'stand-in';

export const STRATEGIES: readonly Strategy[] = ['partial', 'placeholder', 'stand-in'];

/** What stands around a value and decides what may be written there. */
export interface Place {
  /** ISO 3166 region of the value's format, where the rule knows it. */
  readonly region?: string;
  /** `false` inside an unquoted number of a program or of JSON: digits only. */
  readonly quoted?: boolean;
  /** Can the file's encoding write this text? Absent where it can write everything. */
  readonly fits?: (text: string) => boolean;
}

export interface Replacement {
  readonly text: string;
  /** The strategy really used: where a rule has no value for the wanted one it falls back. */
  readonly strategy: Strategy;
}
