import { createCandidates, LABEL, LISTED, LITERAL, NUMBERED } from './kernel/candidates.ts';
import type { Ruleset } from './ruleset.ts';

/** Kinds of candidates, as a table of what somebody looks at. */
export type Kinds = Uint8Array;

/** The candidates of a block of plain rows, cell after cell. */
export interface ColumnCandidates {
  /** The literal anchors of all rules, in lower case. */
  readonly literals: readonly string[];
  /**
   * The kinds that rules look at, without this one; labels count for nothing in a table.
   *
   * @param harmless literals that count for nothing either
   */
  wantedBeside(own: string | undefined, harmless?: readonly string[]): Kinds;
  /** Those of them that what stands around a cell makes. */
  wordsBeside(own: string | undefined): Kinds;
  /** Goes to those of `bytes[from, to)`, which begins with a row. */
  begin(bytes: Uint8Array, from: number, to: number): void;
  /** Goes on to those of the cell that ends at `end`. */
  advance(end: number): void;
  /** Takes `[first, next)` of somebody else's rows for those of the cell. */
  take(rows: Int32Array, first: number, next: number): void;
  /** Is one of the cell's of these kinds? */
  has(kinds: Kinds): boolean;
  /** Would no rule find anything from those that stand in no cell, at a cheap look? */
  areSilent(): boolean;
  /** Would no rule but these look at anything in these bytes, if they stood alone? */
  isQuiet(bytes: Uint8Array, start: number, end: number, own: string, except?: string): boolean;
}

/** Nothing around a cell that stands alone. */
const MARGIN = 64;
/** Bytes whose candidates are collected at a time: so few that they are in the cache when cells ask for them. */
const STEP = 32 * 1024;
/** What gives a candidate away stands at most so far behind its first byte. */
const AHEAD = 128;

export function createColumnCandidates({ kernel, wanted, literals }: Ruleset): ColumnCandidates {
  const all = createCandidates();
  let { rows } = all;
  let bytes: Uint8Array = new Uint8Array(0);
  let collected = 0;
  let limit = 0;
  let first = 0;
  let next = 0;
  const single = createCandidates();
  const alone = new Uint8Array(1024);

  const collect = (): void => {
    if (first === all.length) all.length = first = next = 0;
    const to = Math.min(limit, collected + STEP);
    kernel.collect(bytes, collected, to, all);
    collected = to;
  };

  const isTheirs = (kind: number, own?: string, except?: string): boolean => {
    if (kind === LABEL) return false;
    const asked = wanted[kind];
    // A directive is nobody's.
    return asked === undefined || asked.some(({ id }) => id !== own && id !== except);
  };
  // One kind more than is wanted: directives.
  const kindsOf = (isIn: (kind: number) => boolean): Kinds =>
    Uint8Array.from({ length: wanted.length + 1 }, (_, kind) => (isIn(kind) ? 1 : 0));

  return {
    literals: literals.map((literal) => literal.toLowerCase()),

    wantedBeside(own, harmless = []) {
      const isHarmless = (kind: number) =>
        kind >= LITERAL && harmless.includes(literals[kind - LITERAL] ?? '');
      return kindsOf((kind) => isTheirs(kind, own) && !isHarmless(kind));
    },

    wordsBeside: (own) =>
      kindsOf((kind) => (kind === NUMBERED || kind === LISTED) && isTheirs(kind, own)),

    begin(source, from, to) {
      all.length = first = next = 0;
      bytes = source;
      // What is listed shows by the line end before it.
      collected = Math.max(0, from - 1);
      limit = to;
    },

    advance(end) {
      first = next;
      while (collected < limit && collected < end + AHEAD) collect();
      ({ rows } = all);
      while (next < all.length && rows[next * 3 + 1]! < end) next++;
    },

    take(theirs, from, to) {
      rows = theirs;
      first = from;
      next = to;
    },

    has(kinds) {
      for (let i = first; i < next; i++) if (kinds[rows[i * 3]!] !== 0) return true;
      return false;
    },

    areSilent() {
      for (let i = first; i < next; i++) {
        const kind = rows[i * 3]!;
        if (kind === LABEL) continue;
        const asked = wanted[kind];
        if (asked === undefined) return false;
        const start = rows[i * 3 + 1]!;
        const end = rows[i * 3 + 2]!;
        for (const { isSilentAt } of asked) {
          if (isSilentAt === undefined || !isSilentAt(bytes, start, end)) return false;
        }
      }
      return true;
    },

    isQuiet(bytes, start, end, own, except) {
      const length = end - start;
      if (length > alone.length - 2 * MARGIN) return false;
      alone.fill(0);
      alone.set(bytes.subarray(start, end), MARGIN);
      single.length = 0;
      kernel.collect(alone, MARGIN, MARGIN + length, single);
      for (let i = 0; i < single.length; i++) {
        if (isTheirs(single.rows[i * 3]!, own, except)) return false;
      }
      return true;
    },
  };
}
