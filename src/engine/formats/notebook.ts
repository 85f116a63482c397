import type { FieldNames } from '../field-names.ts';
import type { Fields, Format } from './format.ts';
import { readJson } from './json.ts';
import { createTables } from './text.ts';
import { xml } from './xml.ts';

const BACKSLASH = 0x5c;
const LETTER_N = 0x6e;

/** Keys whose strings are lines of a cell or of what it printed (nbformat 4: multiline_string). */
const LINES = new Set(['source', 'text', 'text/plain', 'text/markdown', 'traceback']);
const HTML = 'text/html';

/**
 * Jupyter notebooks: JSON whose strings hold code, prose and output. Cells and outputs are read as
 * the texts that they are, tables included; names stand beside values in them.
 */
export function notebook(names: FieldNames): Format {
  const tables = createTables(names);
  const html = xml(names);
  const numbered = createNumbering();
  let lastKey: unknown;

  const outer = readJson(names, (key, bytes, start, end, fields) => {
    if (key.name !== HTML && !LINES.has(key.name)) return false;
    if (key !== lastKey) tables.end();
    lastKey = key;
    for (const [from, to] of linesIn(bytes, start, end)) {
      const before = fields.length;
      if (key.name === HTML) html.read(bytes, from, to, true, fields);
      else tables.line(bytes, from, to, fields);
      numbered(key.name === HTML ? 'html' : 'text', fields, before, fields.length);
    }
    return true;
  });

  return {
    labels: 'any',
    columns: true,
    frame: 'whole',
    read: (bytes, from, to, final, fields) => outer.read(bytes, from, to, final, fields),
  };
}

/** The lines of a JSON string, parted by `\n`. */
function* linesIn(
  bytes: Uint8Array,
  start: number,
  end: number,
): Generator<readonly [number, number]> {
  let line = start;
  for (let at = start; at < end; at++) {
    if (bytes[at] !== BACKSLASH) continue;
    at++;
    if (bytes[at] !== LETTER_N || at >= end) continue;
    yield [line, at - 1];
    line = at + 1;
  }
  if (line < end) yield [line, end];
}

/** Records of the readers inside get numbers of one row. */
function createNumbering() {
  const last = { html: [0, 0], text: [0, 0] };
  let records = 0;
  return (reader: 'html' | 'text', fields: Fields, from: number, to: number): void => {
    for (let i = from; i < to; i++) {
      const record = fields.records[i]!;
      if (record !== last[reader][0]) last[reader] = [record, ++records];
      fields.records[i] = last[reader][1]!;
    }
  };
}
