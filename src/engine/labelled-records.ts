import type { Draft } from './judge.ts';

/** Furthest that two values of a record may stand apart, in bytes and in lines. */
const REACH = 400;
const MOST_LINES = 3;

const LF = 0x0a;

/** The record that the last labelled finding belongs to. */
interface Current {
  readonly record: number;
  /** Places of its values, by the name of their field: a name twice is another record. */
  readonly names: Map<string, number>;
  /** Byte after its last value, in the source. */
  end: number;
}

/** Gives findings their record where no format does. Asked block after block. */
export interface LabelledRecords {
  number(drafts: readonly Draft[], bytes: Uint8Array, base: number): readonly Draft[];
  /** The number that a record of the format gets, none lower being asked for after it. */
  shift(record: number): number;
}

/**
 * What assignments and labels name near each other is a record: the keys of an object literal, the
 * arguments of a call, the pairs of a log's line, the lines of a form. A name that the record has
 * already begins another. A value without a name belongs to the record on its line.
 *
 * Records of the source's format keep their order; all numbers are the source's own.
 */
export function createLabelledRecords(): LabelledRecords {
  let current: Current | undefined;
  /** Greatest number given, records of labels so far, and greatest number of the format's. */
  let last = 0;
  let labelled = 0;
  let greatest = 0;
  let shift = 0;

  /** Records of a format are moved up by those that labels had before them. */
  const shifted = (record: number): number => {
    if (record > greatest) {
      greatest = record;
      shift = labelled;
    }
    last = Math.max(last, record + shift);
    return record + shift;
  };

  const recordOf = (draft: Draft, bytes: Uint8Array, base: number): number | undefined => {
    const start = base + draft.start;
    const end = base + draft.end;
    const name = draft.field?.name;
    const near = current && linesBetween(bytes, current.end - base, draft.start);
    if (current === undefined || near === undefined || isTaken(current, name, start)) {
      if (name === undefined) return undefined;
      labelled++;
      current = { record: ++last, names: new Map(), end };
    } else if (name === undefined && near > 0) return undefined;
    if (name !== undefined) current.names.set(name, start);
    current.end = Math.max(current.end, end);
    return current.record;
  };

  return {
    shift: shifted,
    number(drafts, bytes, base) {
      // The format's records of the block come first, so that a number is nobody else's.
      const given = drafts.map(({ record }) =>
        record === undefined ? undefined : shifted(record),
      );
      return drafts.map((draft, index) => {
        const record = given[index] ?? recordOf(draft, bytes, base);
        return record === draft.record ? draft : { ...draft, record };
      });
    },
  };
}

/** Has the record another value of that name? Findings of one value have the same place. */
function isTaken({ names, end }: Current, name: string | undefined, start: number): boolean {
  return name !== undefined && start >= end && names.has(name);
}

/** Line ends between two values of a record; undefined where they stand too far apart. */
function linesBetween(bytes: Uint8Array, from: number, to: number): number | undefined {
  if (to - from > REACH) return undefined;
  let lines = 0;
  let blank = false;
  for (let at = Math.max(0, from); at < to; at++) {
    const byte = bytes[at]!;
    if (byte === LF) {
      if (blank || ++lines > MOST_LINES) return undefined;
      blank = true;
    } else if (byte > 0x20) blank = false;
  }
  return lines;
}
