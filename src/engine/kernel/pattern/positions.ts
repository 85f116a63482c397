import {
  ALWAYS,
  both,
  BYTES_OF_KIND,
  conditionsOf,
  EDGE,
  either,
  holds,
  KINDS,
  NEVER,
  type Conditions,
  type Kind,
} from './byte-kind.ts';
import { addRange, emptyByteSet, intersection, type ByteSet } from './byte-set.ts';
import { Refusal } from './refusal.ts';
import type { Node } from './syntax.ts';
import { byteSequences, type ByteRange } from './utf8.ts';

/** Bounds on one pattern's automaton: bytes that may be told apart, and steps between them. */
const MOST_POSITIONS = 2000;
const MOST_STEPS = 60_000;

/**
 * The automaton of a pattern after V. M. Glushkov (1961): one state for each place in the pattern
 * that consumes a byte. Nothing leads back to the start, so "no state alive" is a point that no
 * match crosses.
 */
export interface Positions {
  /** The bytes a position consumes. */
  readonly bytes: readonly ByteSet[];
  /** Kinds of the byte before a match that begins at the position, as bits; 0: none begins. */
  readonly first: readonly number[];
  /** Kinds of the byte after a match that ends at the position, as bits; 0: none ends. */
  readonly last: readonly number[];
  /** The positions that may come next. */
  readonly follow: readonly (readonly number[])[];
}

type Entries = ReadonlyMap<number, Conditions>;

interface Part {
  /** Conditions under which the part matches nothing. */
  readonly nullable: Conditions;
  readonly first: Entries;
  readonly last: Entries;
}

interface Builder {
  readonly bytes: ByteSet[];
  readonly kinds: Kind[];
  readonly follow: Map<number, Conditions>[];
  readonly usesKinds: boolean;
  readonly length: number;
  steps: number;
}

const EMPTY: Part = { nullable: ALWAYS, first: new Map(), last: new Map() };

/**
 * @param length of the pattern, for the place of a refusal
 * @throws Refusal when the automaton would be too large, or matches nothing but empty text
 */
export function positionsOf(node: Node, length: number): Positions {
  const usesKinds = hasAssertion(node);
  const builder: Builder = { bytes: [], kinds: [], follow: [], usesKinds, length, steps: 0 };
  const whole = build(builder, node);
  if (whole.first.size === 0) throw new Refusal('empty', 0, length);
  const kinds = builder.kinds;
  return {
    bytes: builder.bytes,
    first: kinds.map((kind, index) => kindBits(whole.first.get(index), kind, 'before')),
    last: kinds.map((kind, index) => kindBits(whole.last.get(index), kind, 'after')),
    follow: builder.follow.map((next, index) =>
      [...next].flatMap(([to, when]) => (holds(when, kinds[index]!, kinds[to]!) ? [to] : [])),
    ),
  };
}

function hasAssertion(node: Node): boolean {
  if (node.kind === 'repeat') return hasAssertion(node.node);
  return node.kind === 'assertion' || ('nodes' in node && node.nodes.some(hasAssertion));
}

/** The kinds of neighbour that the conditions at a match's end allow, as bits. */
function kindBits(when: Conditions | undefined, kind: Kind, side: 'before' | 'after'): number {
  if (when === undefined) return 0;
  if (when === ALWAYS) return (1 << (EDGE + 1)) - 1;
  let bits = 0;
  for (const other of KINDS) {
    const allowed = side === 'before' ? holds(when, other, kind) : holds(when, kind, other);
    if (allowed) bits |= 1 << other;
  }
  return bits;
}

function build(builder: Builder, node: Node): Part {
  switch (node.kind) {
    case 'class':
      return sequencesPart(builder, byteSequences(node.ranges));
    case 'assertion':
      return { ...EMPTY, nullable: conditionsOf(node.assertion) };
    case 'sequence':
      return node.nodes.reduce((part, next) => then(builder, part, build(builder, next)), EMPTY);
    case 'alternatives':
      return alternatives(node.nodes.map((each) => build(builder, each)));
    case 'repeat':
      return repeat(builder, node.node, node.least, node.most);
  }
}

/** Byte sequences with their common ends shared: most end in any continuation byte. */
function sequencesPart(builder: Builder, sequences: readonly (readonly ByteRange[])[]): Part {
  const byEnd = new Map<string, (readonly ByteRange[])[]>();
  const single = emptyByteSet();
  for (const sequence of sequences) {
    const [low, high] = sequence.at(-1)!;
    if (sequence.length === 1) {
      addRange(single, low, high);
      continue;
    }
    const key = `${String(low)}-${String(high)}`;
    byEnd.set(key, [...(byEnd.get(key) ?? []), sequence]);
  }
  const parts = single.some((word) => word !== 0) ? [position(builder, single)] : [];
  for (const group of byEnd.values()) {
    const heads = sequencesPart(
      builder,
      group.map((sequence) => sequence.slice(0, -1)),
    );
    const end = emptyByteSet();
    addRange(end, ...group[0]!.at(-1)!);
    parts.push(then(builder, heads, position(builder, end)));
  }
  return alternatives(parts);
}

/** One position; where assertions look at bytes, one for each kind of byte. */
function position(builder: Builder, set: ByteSet): Part {
  const split = builder.usesKinds
    ? BYTES_OF_KIND.map((bytes) => intersection(set, bytes))
    : [set, undefined, undefined];
  const entries = new Map<number, Conditions>();
  split.forEach((bytes, kind) => {
    if (bytes === undefined) return;
    builder.kinds.push(kind as Kind);
    builder.follow.push(new Map());
    entries.set(builder.bytes.push(bytes) - 1, ALWAYS);
  });
  if (builder.bytes.length > MOST_POSITIONS) throw tooLarge(builder);
  return { nullable: NEVER, first: entries, last: entries };
}

function tooLarge(builder: Builder): Refusal {
  return new Refusal('too-large', 0, builder.length);
}

function merge(a: Entries, b: Entries, when: Conditions): Entries {
  if (when === NEVER || b.size === 0) return a;
  if (a.size === 0 && when === ALWAYS) return b;
  const merged = new Map(a);
  for (const [index, conditions] of b) {
    merged.set(index, either(merged.get(index) ?? NEVER, both(conditions, when)));
  }
  return merged;
}

function link(builder: Builder, from: Entries, to: Entries): void {
  builder.steps += from.size * to.size;
  if (builder.steps > MOST_STEPS) throw tooLarge(builder);
  for (const [index, leaving] of from) {
    const follow = builder.follow[index]!;
    for (const [next, entering] of to) {
      follow.set(next, either(follow.get(next) ?? NEVER, both(leaving, entering)));
    }
  }
}

function then(builder: Builder, a: Part, b: Part): Part {
  link(builder, a.last, b.first);
  return {
    nullable: both(a.nullable, b.nullable),
    first: merge(a.first, b.first, a.nullable),
    last: merge(b.last, a.last, b.nullable),
  };
}

function alternatives(parts: readonly Part[]): Part {
  return parts.reduce<Part>(
    (a, b) => ({
      nullable: either(a.nullable, b.nullable),
      first: merge(a.first, b.first, ALWAYS),
      last: merge(a.last, b.last, ALWAYS),
    }),
    { nullable: NEVER, first: new Map(), last: new Map() },
  );
}

/** `x{2,4}` is `xx(x(x)?)?`: nested, so that the number of steps grows with the count only. */
function repeat(builder: Builder, node: Node, least: number, most: number | undefined): Part {
  if (least > MOST_POSITIONS || (most ?? 0) > MOST_POSITIONS) throw tooLarge(builder);
  if (most === 0) return EMPTY;
  const copy = build(builder, node);
  // Without a byte in it, a repetition is no more than its content: nested ones would take ages.
  if (copy.first.size === 0) return least === 0 ? EMPTY : copy;
  if (most === undefined) link(builder, copy.last, copy.first);
  let tail = least === 0 ? { ...copy, nullable: ALWAYS } : copy;
  const optional = most === undefined ? 0 : most - Math.max(least, 1);
  if (optional > 0) tail = EMPTY;
  for (let count = 0; count < optional; count++) {
    tail = { ...then(builder, build(builder, node), tail), nullable: ALWAYS };
  }
  if (optional > 0) {
    tail = then(builder, copy, tail);
    if (least === 0) tail = { ...tail, nullable: ALWAYS };
  }
  for (let count = 1; count < least; count++) {
    tail = then(builder, build(builder, node), tail);
  }
  return tail;
}
