import type { Crash, Mark } from './block.ts';
import { directivePlace, type DirectiveSource } from './directive-place.ts';
import type { Finding, Position } from './finding.ts';
import type { Draft } from './judge.ts';
import { advance } from './positions.ts';
import type { Drafts } from './stretch.ts';
import { maskedShape } from './text/masked-shape.ts';

/** Bytes of the buffer, which begins at `base` in the source. */
interface Place {
  readonly bytes: Uint8Array;
  readonly base: number;
}

export interface Placed {
  readonly findings: readonly Finding[];
  readonly marks: readonly Mark[];
  readonly crashes: readonly Crash[];
  /** The last position that was worked out. */
  readonly reached: Position;
}

/** Gives drafts and directives, both in order, their lines and columns in one walk over the bytes. */
export function place(
  {
    drafts,
    directives,
    crashes,
  }: Readonly<Omit<Drafts, 'drafts'>> & {
    readonly drafts: readonly Draft[];
  },
  { bytes, base }: Place,
  from: Position,
  source: DirectiveSource,
): Placed {
  let reached = from;
  const at = (byte: number): Position => (reached = advance(reached, bytes, base, base + byte));
  const findings: Finding[] = [];
  const marks: Mark[] = [];
  let next = 0;
  const marksUntil = (byte: number): void => {
    for (; next < directives.length && directives[next]! <= byte; next++) {
      const place = placeOf(bytes, directives[next]!, source);
      if (place === 'none') continue;
      const mark = markAt(at(directives[next]!), bytes, directives[next]!);
      marks.push(place === 'example' ? { ...mark, isExample: true } : mark);
    }
  };
  for (const draft of drafts) {
    marksUntil(draft.start);
    const start = at(draft.start);
    findings.push(asFinding(draft, start, advance(start, bytes, base, base + draft.end)));
  }
  marksUntil(Infinity);
  return {
    findings,
    marks,
    crashes: crashes.map((crash) => ({ rule: crash.rule, byte: base + crash.at })),
    reached,
  };
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const LONGEST_MARK = 1000;

function markAt(start: Position, bytes: Uint8Array, from: number): Mark {
  let end = from;
  const limit = Math.min(bytes.length, from + LONGEST_MARK);
  while (end < limit && bytes[end] !== 0x0a && bytes[end] !== 0x0d) end++;
  return { start, text: decoder.decode(bytes.subarray(from, end)) };
}

const DIRECTIVE = /^leaklint-ignore[\w-]*/;

function placeOf(bytes: Uint8Array, at: number, source: DirectiveSource) {
  const floor = Math.max(0, at - LONGEST_MARK);
  let from = at;
  while (from > floor && bytes[from - 1] !== 0x0a && bytes[from - 1] !== 0x0d) from--;
  let end = at;
  const limit = Math.min(bytes.length, at + LONGEST_MARK);
  while (end < limit && bytes[end] !== 0x0a && bytes[end] !== 0x0d) end++;
  const text = decoder.decode(bytes.subarray(at, end));
  const before = decoder.decode(bytes.subarray(from, at));
  return directivePlace(before, text.replace(DIRECTIVE, ''), source);
}

/** A name as people give fields: words, and at most two digits (`phone_1`, `col_17`). */
const PLAIN_NAME = /^[^@＠%]{1,60}$/;
const MANY_DIGITS = /(?:\p{N}\P{N}*){3}/u;

/** A field's name as a report may show it: a key or header can be somebody's number or address. */
function shownName(name: string): string {
  return PLAIN_NAME.test(name) && !MANY_DIGITS.test(name) ? name : maskedShape(name);
}

function asFinding(draft: Draft, start: Position, end: Position): Finding {
  const { rule, confidence, evidence, text, region, field, record } = draft;
  return {
    rule,
    start,
    end,
    confidence,
    evidence,
    masked: maskedShape(text),
    ...(region === undefined ? {} : { region }),
    ...(field === undefined || field.name.startsWith('#') ? {} : { field: shownName(field.name) }),
    ...(record === undefined ? {} : { record }),
  };
}
