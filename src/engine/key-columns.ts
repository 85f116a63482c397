import type { FieldName, FieldNames } from './field-names.ts';
import { textOf } from './text/cell-text.ts';

/** Records with more names than this are no table's. */
const MOST = 256;

/** The names that objects have for their values, as the columns of a table. */
export interface KeyColumns {
  readonly names: readonly FieldName[];
  /** A record begins: its first name is most often that of the last one. */
  begin(): void;
  /** The column that `bytes[start, end)` names; −1 where there are too many. */
  at(bytes: Uint8Array, start: number, end: number): number;
}

export function createKeyColumns(resolver: FieldNames): KeyColumns {
  const names: FieldName[] = [];
  const keys: Uint8Array[] = [];
  const known = new Map<string, number>();
  /** The column that came behind each when it was met last, the first of a record in front. */
  const following: number[] = [];
  let last = -1;

  const find = (bytes: Uint8Array, start: number, end: number): number => {
    const name = textOf(bytes, start, end);
    const column = known.get(name);
    if (column !== undefined || names.length === MOST) return column ?? -1;
    known.set(name, names.length);
    keys.push(bytes.slice(start, end));
    return names.push(resolver.resolve(name)) - 1;
  };

  return {
    names,
    begin() {
      last = -1;
    },
    at(bytes, start, end) {
      const next = following[last + 1];
      if (next !== undefined && isKey(keys[next]!, bytes, start, end)) return (last = next);
      const column = find(bytes, start, end);
      if (column >= 0) following[last + 1] = last = column;
      return column;
    },
  };
}

function isKey(key: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  if (key.length !== end - start) return false;
  for (let i = 0; i < key.length; i++) if (key[i] !== bytes[start + i]) return false;
  return true;
}
