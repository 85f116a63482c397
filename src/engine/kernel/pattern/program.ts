import { BYTES_OF_KIND, EDGE, kindOf, OTHER, type Kind } from './byte-kind.ts';
import { byteClasses, hasByte } from './byte-set.ts';
import type { Positions } from './positions.ts';

/** The positions of all patterns in one numbering, with what the automata ask of them. */
export interface Program {
  readonly size: number;
  /** Index of the pattern that a position belongs to. */
  readonly owner: readonly number[];
  readonly classOf: Uint8Array;
  readonly classes: number;
  /** Kind of the bytes of each class; all alike when no pattern asserts anything. */
  readonly kinds: readonly Kind[];
  /** Kind of the text's edge. */
  readonly edge: Kind;
  /** Is the position's byte of the class? Index: position × classes + class. */
  readonly consumes: Uint8Array;
  /** Bits of `Kind`, as in `Positions`. */
  readonly first: readonly number[];
  readonly last: readonly number[];
  readonly follow: readonly (readonly number[])[];
  readonly precede: readonly (readonly number[])[];
  /** Positions of each class that a match begins or ends with. */
  readonly firstOfClass: readonly (readonly number[])[];
  readonly lastOfClass: readonly (readonly number[])[];
}

const ANY_KIND = 15;

/** @param patterns the positions of each pattern, undefined for refused ones */
export function link(patterns: readonly (Positions | undefined)[]): Program {
  const all = { bytes: [] as Positions['bytes'][number][], owner: [] as number[] };
  const first: number[] = [];
  const last: number[] = [];
  const follow: number[][] = [];
  patterns.forEach((positions, pattern) => {
    if (positions === undefined) return;
    const base = all.bytes.length;
    all.bytes.push(...positions.bytes);
    all.owner.push(...positions.bytes.map(() => pattern));
    first.push(...positions.first);
    last.push(...positions.last);
    follow.push(...positions.follow.map((next) => next.map((to) => base + to)));
  });
  const asserts = [...first, ...last].some((bits) => bits !== 0 && bits !== ANY_KIND);
  const { classOf, samples } = byteClasses(asserts ? [...all.bytes, ...BYTES_OF_KIND] : all.bytes);
  const consumes = new Uint8Array(all.bytes.length * samples.length);
  all.bytes.forEach((set, index) => {
    samples.forEach((byte, id) => {
      consumes[index * samples.length + id] = hasByte(set, byte) ? 1 : 0;
    });
  });
  const ofClass = (ends: readonly number[]): number[][] =>
    samples.map((_, id) =>
      ends.flatMap((bits, index) =>
        bits !== 0 && consumes[index * samples.length + id] === 1 ? [index] : [],
      ),
    );
  return {
    size: all.bytes.length,
    owner: all.owner,
    classOf,
    classes: samples.length,
    kinds: samples.map((byte) => (asserts ? kindOf(byte) : OTHER)),
    edge: asserts ? EDGE : OTHER,
    consumes,
    first,
    last,
    follow,
    precede: reversed(follow),
    firstOfClass: ofClass(first),
    lastOfClass: ofClass(last),
  };
}

function reversed(follow: readonly (readonly number[])[]): number[][] {
  const precede: number[][] = follow.map(() => []);
  follow.forEach((next, from) => {
    for (const to of next) precede[to]!.push(from);
  });
  return precede;
}
