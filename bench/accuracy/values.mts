import { idOf, type Case, type List, type ReadRows, type Row } from './case.mts';

/** A list of single values, put into a text of ours. */
export interface ValueList {
  readonly id: string;
  readonly file: string;
  /** The text around the value, which stands at `{}`. */
  readonly template: string;
  readonly path?: string;
  /** The value, or undefined to leave the row out. */
  readonly value: (row: Row, read: ReadRows) => string | undefined;
  readonly rules: readonly string[];
  /** Where in the value the truth stands; all of it when absent. */
  readonly span?: (value: string, row: Row) => readonly [start: number, end: number];
  readonly regions?: (row: Row) => readonly string[];
  /** Nothing should be reported. */
  readonly silent?: boolean;
  readonly alarms?: 'report';
  readonly loose?: boolean;
  /** More about the choice of rows, for the report. */
  readonly which: string;
}

/** Turns a table's row into a list: each value in its template, with its truth. */
export function valueList(list: ValueList): List {
  const { id, file, template, path, which, rules, alarms, loose } = list;
  const shown = template.replaceAll('\n', '⏎');
  return {
    id,
    file,
    how: `${which}; as \`${shown}\`${path ? ` in a file \`${path}\`` : ''}`,
    rules,
    ...(alarms && { alarms }),
    ...(loose && { loose }),
    cases: (read) => casesOf(list, read),
  };
}

function* casesOf(list: ValueList, read: ReadRows): Generator<Case> {
  const at = list.template.indexOf('{}');
  for (const [index, row] of read(list.file).entries()) {
    const value = list.value(row, read);
    if (value === undefined || value === '') continue;
    const [start, end] = list.span?.(value, row) ?? [0, value.length];
    const truth = { start: at + start, end: at + end, rules: list.rules };
    const regions = list.regions?.(row);
    yield {
      id: idOf(row, index),
      text: list.template.replace('{}', () => value),
      truth: list.silent ? [] : [truth],
      ...(list.path && { path: list.path }),
      ...(regions && { regions }),
    };
  }
}
