import { createFieldNames } from '../../src/engine/field-names.ts';
import { createFields, type FormatFactory } from '../../src/engine/formats/format.ts';
import { RULES } from '../../src/engine/rules/index.ts';

export const NAMES = createFieldNames(RULES, {});

/** A field as name, value and record. */
export type FieldRow = readonly [name: string, value: string, record: number];

/** The fields that a format reads from a text, in stretches of `step` bytes. */
export function fieldsOf(factory: FormatFactory, text: string, step = Infinity): FieldRow[] {
  return fieldsIn(factory, text, (at, to) => Math.max(at, to) + step);
}

/** The same in two stretches, the first of `cut` bytes. */
export function fieldsOfCut(factory: FormatFactory, text: string, cut: number): FieldRow[] {
  return fieldsIn(factory, text, (_, to) => (to === 0 ? cut : Infinity));
}

function fieldsIn(
  factory: FormatFactory,
  text: string,
  next: (at: number, to: number) => number,
): FieldRow[] {
  const bytes = new TextEncoder().encode(text);
  const format = factory(NAMES);
  const rows: FieldRow[] = [];
  // The mark is passed over before a format sees the text.
  let at = text.startsWith('\uFEFF') ? 3 : 0;
  let to = 0;
  while (at < bytes.length) {
    to = Math.min(bytes.length, next(at, to));
    const fields = createFields();
    at = format.read(bytes, at, to, to === bytes.length, fields);
    for (let i = 0; i < fields.length; i++) {
      const value = new TextDecoder().decode(bytes.subarray(fields.starts[i], fields.ends[i]));
      rows.push([fields.names[i]!.name, value, fields.records[i]!]);
    }
  }
  return rows;
}
