import type { FieldName } from './field-names.ts';
import type { Fields } from './formats/format.ts';
import { fold } from './text/fold.ts';
import { readValue } from './view.ts';

/** Cells looked at in a column, and the fewest that allow a verdict. */
const MOST = 1000;
const LEAST = 8;
/** Longer values are texts, and say nothing of their column. */
const LONGEST = 200;

/** The first cells of a name: as they stand, trimmed, and the same folded. */
export interface Sample {
  readonly name: FieldName;
  readonly texts: string[];
  readonly cells: string[];
  readonly records: number[];
  rule: string | undefined;
}

/**
 * The first thousand cells of every name, empty ones left out; none at all while no name without a
 * verdict has enough of them.
 *
 * @param isDecided has the name its verdict?
 */
export function sampleColumns(
  bytes: Uint8Array,
  fields: Fields,
  isDecided: (name: FieldName) => boolean,
): Sample[] {
  if (!hasNews(fields, isDecided)) return [];
  const samples = new Map<FieldName, Sample>();
  for (let i = 0; i < fields.length; i++) {
    const name = fields.names[i]!;
    let sample = samples.get(name);
    if (sample === undefined) {
      sample = { name, texts: [], cells: [], records: [], rule: undefined };
      samples.set(name, sample);
    }
    if (sample.cells.length < MOST) addCell(sample, bytes, fields, i);
  }
  return [...samples.values()].filter(({ cells }) => cells.length >= LEAST);
}

function hasNews(fields: Fields, isDecided: (name: FieldName) => boolean): boolean {
  const counts = new Map<FieldName, number>();
  for (const name of fields.names) {
    if (isDecided(name)) continue;
    const count = (counts.get(name) ?? 0) + 1;
    if (count >= LEAST) return true;
    counts.set(name, count);
  }
  return false;
}

function addCell(sample: Sample, bytes: Uint8Array, fields: Fields, index: number): void {
  const { starts, ends, records } = fields;
  if (ends[index]! - starts[index]! > LONGEST * 3) return;
  const text = readValue(bytes, starts[index]!, ends[index]!).trim();
  if (text === '' || text.length > LONGEST) return;
  sample.texts.push(text);
  sample.cells.push(fold(text));
  sample.records.push(records[index]!);
}
